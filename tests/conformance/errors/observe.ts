import vm from "node:vm";
import { compileRestricted, execRestrictedAsync, type GuardForm, GuestError } from "../../../src/index.js";

/** What can be seen of an uncaught error: what it says, where it was thrown, and through which functions. */
export interface Observed {
  readonly name: string;
  readonly message: string;
  /** `line:column` of the innermost frame. */
  readonly at: string;
  /** `name line:column` of each frame of the program, innermost first. */
  readonly frames: readonly string[];
}

/** The harness' own call stands on a line that no program reaches. */
const END = 1_000;

export const FILE = "program.js";

interface CallSite {
  getScriptNameOrSourceURL(): unknown;
  toString(): string;
}

/** The same strict program in a plain realm. `globals` are there under both. */
export async function observeNative(
  source: string,
  globals: Record<string, unknown> = {},
): Promise<Observed | null> {
  const context = vm.createContext({ ...globals });
  const seen = new WeakMap<object, string[]>();
  const Native = vm.runInContext("Error", context) as ErrorConstructor;
  Native.prepareStackTrace = (error, sites): string => {
    const own = (sites as unknown as CallSite[]).filter((s) => s.getScriptNameOrSourceURL() === FILE);
    seen.set(error, own.map(String));
    return "";
  };
  Native.stackTraceLimit = 40;
  const text = `"use strict"; (async () => {\n${source}\n${"\n".repeat(END)}})()`;
  const script = new vm.Script(text, { filename: FILE, lineOffset: -1 });
  try {
    await script.runInContext(context);
  } catch (thrown) {
    const error = thrown as Error;
    void error.stack;
    return observed(error.name, error.message, (seen.get(error) ?? []).flatMap(parsed));
  }
  return null;
}

export async function observe(
  source: string,
  guards: GuardForm,
  globals: Record<string, unknown> = {},
): Promise<Observed | null> {
  const program = compileRestricted(source, { guards, filename: FILE, async: true });
  if (!program.ok) throw new Error(program.errors.map(String).join("\n"));
  try {
    await execRestrictedAsync(program, { globals });
  } catch (error) {
    if (!(error instanceof GuestError)) throw error;
    const frames = error.guestStack.split("\n").filter((line) => line !== "");
    const made = observed(
      error.guestName,
      error.guestMessage,
      frames.flatMap((line) => parsed(line.trim().slice(3))),
    );
    const { line, column } = error.position ?? { line: 0, column: 0 };
    return { ...made, at: `${line}:${column}` };
  }
  return null;
}

function observed(name: string, message: string, frames: readonly string[]): Observed {
  return { name, message, at: /\S+$/.exec(frames[0] ?? "")?.[0] ?? "", frames };
}

/** `A.m (program.js:1:2)` as `A.m 1:2`; the harness' own function around the program is `<root>` under both. */
function parsed(frame: string): string[] {
  const found = /^(?:(.*?) \(?)?program\.js:(-?\d+):(\d+)\)?$/.exec(frame);
  if (found === null) return [`? ${frame}`];
  const [, name = "", line = "", column = ""] = found;
  if (line === "0" || Number(line) > END) return [];
  return [`${name === "" ? "-" : name} ${line}:${column}`];
}
