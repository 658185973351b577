import type { HostPort } from "../host.js";
import { PROGRAM_PREFIX } from "../program-prefix.js";
import { exec, lastIndexOf, slice, startsWith } from "./primordials.js";

/** What is kept of the frames below an error; everything else about them is forgotten. */
export interface Trace {
  readonly program: number;
  /** Number of the site guard that threw, or -1. */
  readonly site: number;
  /** Name of the site's function that threw, in the call form; otherwise of what threw. */
  readonly guard: string;
  /** `file:line:column` of the innermost guest frame, or the empty string. */
  readonly place: string;
  readonly text: string;
  /** The source text of the value that was undefined or null, where that is what went wrong. */
  readonly subject?: string;
}

export interface CallSite {
  getScriptNameOrSourceURL(): unknown;
  getFunctionName(): string | null;
  getLineNumber(): number | null;
  getColumnNumber(): number | null;
  toString(): string;
}

/** The library's own functions in a program's text: guards, and the counter. */
const OWN = /^_\w*_$/;

export function traceOf(frames: readonly CallSite[], host: HostPort): Trace {
  let program = -1;
  let site = -1;
  let guard = "";
  let place = "";
  let text = "";
  let first = true;
  /** The place inside of an arrow that the compiler made; the next frame is the function it stands in. */
  let inner = "";
  for (let i = 0; i < frames.length; i++) {
    const frame = frames[i] as CallSite;
    const script = frame.getScriptNameOrSourceURL();
    if (typeof script !== "string" || !startsWith(script, PROGRAM_PREFIX)) continue;
    const id = +slice(script, PROGRAM_PREFIX.length);
    const name = frame.getFunctionName() ?? "";
    const numbered = exec(/^_[gows](\d+)_$/, name);
    if (first) guard = name;
    if (first && numbered !== null) site = +(numbered[1] as string);
    first = false;
    if (program < 0) program = id;
    if (exec(OWN, name) !== null) continue;
    const found = host.frame(id, frame.getLineNumber() ?? 0, frame.getColumnNumber() ?? 0);
    if (found === null) continue;
    const at = found.hop && inner !== "" ? inner : found.place;
    inner = "";
    if (at === "") continue;
    if (place === "") place = at;
    const shown = described(frame);
    if (isHop(frames, i + 1, id, host)) {
      inner = at;
      continue;
    }
    const full = shown === "" || shown === "async " ? shown + found.name : shown;
    text += full === "" || full === "async " ? `\n    at ${full}${at}` : `\n    at ${full} (${at})`;
  }
  return { program, site, guard, place, text };
}

/** Whether the next frame is the call of an arrow that the compiler made. */
function isHop(frames: readonly CallSite[], from: number, program: number, host: HostPort): boolean {
  for (let i = from; i < frames.length; i++) {
    const frame = frames[i] as CallSite;
    const script = frame.getScriptNameOrSourceURL();
    if (script !== `${PROGRAM_PREFIX}${program}`) continue;
    return host.frame(program, frame.getLineNumber() ?? 0, frame.getColumnNumber() ?? 0)?.hop === true;
  }
  return false;
}

/** The function as the engine describes it, e.g. `new A`, `A.m`, `async f`. */
function described(frame: CallSite): string {
  const shown = frame.toString();
  const end = lastIndexOf(shown, PROGRAM_PREFIX);
  const head = slice(shown, 0, end);
  return exec(/ \($/, head) === null ? head : slice(head, 0, -2);
}
