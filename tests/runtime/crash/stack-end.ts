import {
  type CompileResult,
  compileRestricted,
  type ExecOptions,
  execRestricted,
} from "../../../src/index.js";
import { execWalls, type WallsOptions } from "../../../src/testing/index.js";

export type Engine = (source: string, options: ExecOptions) => unknown;

const walled =
  (only: WallsOptions): Engine =>
  (source, options) =>
    execWalls(source, { ...options, ...only } as WallsOptions).value;

/** As users run programs, and each wall alone. */
export const ENGINES: Readonly<Record<string, Engine>> = {
  inline: walled({ walls: "both" }),
  shared: walled({ walls: "guards" }),
  unguarded: walled({ walls: "realm" }),
};

const compiled = new Map<string, CompileResult>();
function callForm(source: string): CompileResult {
  const known = compiled.get(source) ?? compileRestricted(source, { guards: "call" });
  compiled.set(source, known);
  return known;
}

/** Those that injected guards can be in. */
export const GUARDED: Readonly<Record<string, Engine>> = {
  call: (source, options) => execRestricted(callForm(source), options).value,
  shared: (source, options) => execRestricted(callForm(source), { ...options, realm: "shared" }).value,
};

/**
 * Does `act` under `depth` frames. Whatever a `catch` block gets is looked at by the program: one of its own errors, without
 * frames of anybody else. The value tells what is not.
 */
export function underFrames(act: string): string {
  return `
let foreign = '';
const look = (e) => {
  let text = '';
  try {
    const own = e instanceof Error && (e.stack === undefined || typeof e.stack === 'string');
    text = own ? String(e.stack) : 'not an error of the program';
  } catch (x) { text = 'not readable: ' + x.message }
  for (const line of text.split('\\n').slice(1)) if (!line.includes('<restricted>')) text = 'frame: ' + line;
  if (/^(not|frame)/.test(text)) foreign ||= text;
};
const act = () => { ${act} };
const go = (n) => { if (n === 0) { try { act() } catch (e) { look(e) } } else go(n - 1) };
go(depth);
foreign`;
}

/** What the runs at the last depths end in: values, and codes of errors. */
export function atTheEnd(run: (depth: number) => unknown): readonly [unknown[], string[]] {
  const codes = new Set<string>();
  const values = new Set<unknown>();
  const ends = (depth: number): boolean => {
    try {
      values.add(run(depth));
      return false;
    } catch (error) {
      codes.add(error instanceof Error && "code" in error ? `${error.code}` : `${error}`);
      return true;
    }
  };
  const last = lastDepth(ends);
  for (let depth = last - 4; depth < last + 20; depth++) ends(depth);
  return [[...values], [...codes]];
}

function lastDepth(ends: (depth: number) => boolean): number {
  let low = 0;
  let high = 16_000;
  while (!ends(high)) high *= 2;
  while (high - low > 8) {
    const middle = (low + high) >> 1;
    if (ends(middle)) high = middle;
    else low = middle;
  }
  return low;
}
