import { type Context, createContext, runInContext } from "node:vm";
import { verifyProgram } from "../../../../src/compiler/5-verify/verify.js";
import { Random } from "./random.js";
import { Ended, standIns } from "./stand-ins.js";
import type { Form } from "./text.js";
import { FILENAME, Traps } from "./trap.js";

const STEPS = 2_000;
/** Far more than the steps take. */
const TIMEOUT_MS = 1_000;
/** Of eight free names so many are traps, in one round after the other. */
const TRAPS_OF_8 = [1, 4, 8] as const;
const RUNS_PER_CONTEXT = 300;
const RUNTIME_NAME = /\b_[a-z]+\d*_\b/g;
const SITE = /^_[gows]\d+_$/;

/** What a free name may be, besides a trap. Evaluated in the text's context, so that it is the text's own. */
const OWN_VALUES = [
  "({ a: { b: 1 }, b: [1, 2], x: () => TRAP, v: TRAP, m() { return TRAP; }, length: 1 })",
  "[1, [2, TRAP], { a: TRAP, b: {} }]",
  "((f, ...xs) => (typeof f === 'function' && f !== TRAP ? f(...xs) : f))",
  "(function () { return { a: TRAP, b: { c: TRAP } }; })",
  "(function* () { yield TRAP; yield [TRAP]; })()",
  "(class { a = TRAP; static b = TRAP; m() { return this; } })",
  "7",
  "'abc'",
  "undefined",
] as const;

/** Evaluates accepted texts among values that nothing may touch unguarded, and tells what touched one. */
export class Harness {
  #context: Context = createContext({}, { microtaskMode: "afterEvaluate" });
  #runs = 0;

  /** Nothing when the text did no harm. */
  harm(code: string, form: Form, seed: number): string | undefined {
    for (const traps of TRAPS_OF_8) {
      const found = this.#once(code, form, new Random(seed * 8 + traps), traps);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #once(code: string, form: Form, random: Random, share: number): string | undefined {
    if (this.#runs++ % RUNS_PER_CONTEXT === 0)
      this.#context = createContext({}, { microtaskMode: "afterEvaluate" });
    let touched: string | undefined;
    const traps = new Traps((operation) => {
      touched ??= `it ${operation} of an object without a guard`;
    });
    const bound = this.#bindings(code, form, traps, random, share);
    const make = `(function (${Object.keys(bound).join(", ")}) { "use strict"; return (${code}); })`;
    this.#context["go"] = () => {
      const made = runInContext(make, this.#context, { filename: FILENAME }) as (
        ...args: unknown[]
      ) => () => unknown;
      made(...Object.values(bound))();
    };
    try {
      runInContext("try { go(); } catch { }", this.#context, { timeout: TIMEOUT_MS });
    } catch (error) {
      const { code: failure } = error as { readonly code?: string };
      if (failure !== "ERR_SCRIPT_EXECUTION_TIMEOUT") return `the harness failed: ${error}`;
      return "it runs on without ticks";
    }
    return touched;
  }

  #bindings(code: string, form: Form, traps: Traps, random: Random, share: number): Record<string, unknown> {
    const bound: Record<string, unknown> = {};
    const known = standIns(traps);
    let left = STEPS;
    const out = (): never => {
      throw new Ended("steps");
    };
    for (const name of new Set(code.match(RUNTIME_NAME) ?? [])) {
      if (SITE.test(name)) bound[name] = known["site"];
      else if (Object.hasOwn(known, name)) bound[name] = known[name];
    }
    bound["_steps_"] = STEPS;
    bound["_out_"] = out;
    bound["_tick_"] = () => (--left < 0 ? out() : undefined);
    this.#context["TRAP"] = traps.make(form === "inline");
    for (const name of verifyProgram(code, { guards: form }).freeNames) {
      const own =
        name.startsWith("z") || random.below(8) < share
          ? "TRAP"
          : (random.pick([...OWN_VALUES, `globalThis.${name}`]) ?? "TRAP");
      bound[name] = runInContext(own, this.#context) as unknown;
    }
    return bound;
  }
}
