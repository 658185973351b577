import type { GuardForm } from "../../../src/compiler/options.js";
import { CompileError, GuardError } from "../../../src/index.js";
import { MARK } from "../../../src/testing/hostile/index.js";
import { execWalls, execWallsAsync, type Walls } from "../../../src/testing/index.js";
import { foreignIn } from "./foreign.js";
import { POLICIES } from "./host.js";
import type { Ended, Engine } from "./oracle.js";

const LIMITS = { steps: 50_000, timeMs: 1_000, allocatedBytes: 2 ** 24, resultNodes: 10_000 };

/** What the next program of the same realm must not find. */
const NEXT = `[{}, [], () => 0, "", 1, /x/, new Map(), new Error("x"), Promise.resolve(1), Math, JSON, Map, Object, [].map,
  Object.keys, "".replace, ({}).toString].map((o) => o.${MARK})`;

/** Programs behind one wall or both. */
export function walled(walls: Walls, form?: GuardForm): Engine {
  return async (program, host) => {
    const options = {
      walls,
      ...(form === undefined ? {} : { form }),
      globals: host.globals,
      policies: POLICIES,
      limits: LIMITS,
    };
    const { source } = program;
    let ended: Ended;
    try {
      const result = program.async ? await execWallsAsync(source, options) : execWalls(source, options);
      const values = shown(result);
      ended = {
        ending: "ran",
        left: [result.printed, ...values],
        effects: foreign("the result", values, false),
      };
    } catch (error) {
      ended = { ending: endingOf(error), left: [error], effects: [] };
    }
    ended = { ...ended, effects: [...ended.effects, ...foreign("a host function", host.received, true)] };
    if (program.goal !== "pollute" || ended.ending === "refused") return ended;
    const found = execWalls(NEXT, { walls, limits: LIMITS }).value as readonly unknown[];
    return found.some((x) => x !== undefined)
      ? { ...ended, effects: [...ended.effects, "the next program found a polluted prototype"] }
      : ended;
  };
}

function endingOf(error: unknown): "refused" | "guard" | "error" {
  if (error instanceof CompileError) return "refused";
  return error instanceof GuardError ? "guard" : "error";
}

function foreign(where: string, values: readonly unknown[], mayHold: boolean): readonly string[] {
  for (const value of values) {
    const found = foreignIn(value, mayHold);
    if (found !== null) return [`${where} was given ${found}`];
  }
  return [];
}

/** The value is copied when it is read, and the copy may be refused. */
function shown(result: { readonly value: unknown }): readonly unknown[] {
  try {
    return [result.value];
  } catch (error) {
    return [error];
  }
}

/** Whether this build has what a set-up needs. */
export function has(walls: Walls): boolean {
  try {
    return execWalls("1 + 1;", { walls }).value === 2;
  } catch (error) {
    if (error instanceof GuardError && error.code === "OPTION_VALUE") return false;
    throw error;
  }
}
