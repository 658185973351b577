import { compileRestricted, defaultGuards, execRestricted, execRestrictedAsync } from "../../src/index.js";
import { GUARD_CASES, type GuardCase } from "./guard-cases.js";

type Guard = (...args: unknown[]) => unknown;

export const GUARDS_BEGIN = "<!-- guards: made from the guards themselves; a test keeps it so -->";
export const GUARDS_END = "<!-- end of guards -->";

/** The before/after table of docs/guards.md: what is written, what it becomes, what the guard is asked and answers. */
export async function guardsDocument(): Promise<string> {
  const rows: string[] = [];
  for (const one of GUARD_CASES) rows.push(await row(one));
  return [
    GUARDS_BEGIN,
    "",
    "| guard | source | in the call form | first asked with | answers | RestrictedPython |",
    "|---|---|---|---|---|---|",
    ...rows,
    "",
    GUARDS_END,
  ].join("\n");
}

async function row(one: GuardCase): Promise<string> {
  const [asked, answer] = await record(one);
  const program = compileRestricted(one.source, { guards: "call", async: one.async === true });
  const cells = [one.guard, one.source, shown(program.code ?? ""), asked, answer].map(code);
  return `| ${[...cells, one.ancestor].join(" | ")} |`;
}

/** The first call of the guard in a run with a pass-through in its place. */
async function record(one: GuardCase): Promise<readonly [string, string]> {
  let first: readonly [string, string] | undefined;
  const guard = defaultGuards[one.guard] as Guard;
  const pass = (...args: never[]): unknown => {
    const asked = `${one.guard}(${(args as unknown[]).map((a) => text(a)).join(", ")})`;
    const answer = guard(...args);
    first ??= [asked, text(answer)];
    return answer;
  };
  const options = { guards: { [one.guard]: pass } };
  if (one.async === true) {
    const program = compileRestricted(one.source, { guards: "call", async: true });
    await execRestrictedAsync(program, options);
  } else execRestricted(one.source, options);
  if (first === undefined) throw new Error(`${one.guard} was not asked by: ${one.source}`);
  return first;
}

/** A guest value, for reading. */
function text(value: unknown): string {
  if (typeof value === "function") return value.name === "" ? "ƒ" : `ƒ ${value.name}`;
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(text).join(", ")}]`;
  const name = Object.prototype.toString.call(value).slice(8, -1);
  if (name === "Error") return `${(value as Error).name}`;
  if (name !== "Object") return name;
  const entries = Object.entries(value).map(([k, v]) => `${k}: ${text(v)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** The statements that stand for the source's own, on one line. */
function shown(code: string): string {
  return code
    .replace(/^\((?:async )?function \(\) \{\s*"use strict";\s*_tick_\(\);/, "")
    .replace(/let _cv_;/, "")
    .replace(/return \[_cv_, \{[^}]*\}\];\s*\}\);?$/, "")
    .replace(/\s+/g, " ")
    .trim();
}

function code(cell: string): string {
  const escaped = cell.replaceAll("|", "\\|");
  return escaped.includes("`") ? `\`\` ${escaped} \`\`` : `\`${escaped}\``;
}
