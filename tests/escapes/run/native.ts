import { inspect } from "node:util";
import { createContext, runInContext } from "node:vm";
import { CANARY, MARK } from "../../../src/testing/hostile/index.js";
import type { Engine } from "./oracle.js";

const POLLUTION = `[{}, [], () => 0, async () => 0, "", 1, true, 1n, Symbol(), /x/, new Map(), new Set(), new Error(), Promise.prototype,
  new Date(), new Uint8Array(), new ArrayBuffer(), function* () {}, [].values(), Math, JSON, Map, Object, [].map, Object.keys, ''.replace, ({}).toString]
  .some((o) => { for (o = Object(o); o; o = Object.getPrototypeOf(o)) if (Object.hasOwn(o, "${MARK}")) return true; })`;

/** No wall at all: the positive control. A context of its own only keeps the damage away from the next program. */
export const native: Engine = async (program, host) => {
  const canary = (globalThis as unknown as Record<string, unknown>)[CANARY];
  const print = (...values: unknown[]): void => {
    host.printed.push(inspect(values, { depth: 4, getters: true }));
  };
  const context = createContext({
    ...host.globals,
    print,
    structuredClone,
    process: { pid: 1, env: {}, cwd: () => "" },
    [CANARY]: canary,
  });
  const effects: string[] = [];
  const left: unknown[] = [];
  let ending: "ran" | "error" = "ran";
  try {
    const value: unknown = runInContext(`"use strict"; ${program.source}`, context, { timeout: 500 });
    left.push(program.async ? await settled(value) : value);
  } catch (error) {
    ending = "error";
    left.push(error);
  }
  try {
    if (runInContext(POLLUTION, context) === true) effects.push("a prototype was polluted");
  } catch {
    effects.push("a prototype was broken");
  }
  return { ending, left, effects };
};

/** A promise that never settles is not waited for. */
function settled(value: unknown): Promise<unknown> {
  const late = new Promise((done) => setTimeout(done, 5));
  return Promise.race([value, late]);
}
