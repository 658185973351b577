import { createContext, runInContext } from "node:vm";
import type { Form } from "./text.js";
import { HARNESS } from "./harness-text.js";

type Harm = (text: string, names: readonly string[], form: Form, seed: number) => string | undefined;

/** Evaluates accepted texts among hostile values and tells what they did that no guard saw. */
export class Harness {
  readonly #context = createContext({});

  constructor() {
    runInContext(HARNESS, this.#context);
  }

  /** Nothing when the text did no harm. */
  harm(code: string, form: Form, seed: number): string | undefined {
    const ask = `harm(${JSON.stringify(code)}, ${JSON.stringify(form)}, ${seed})`;
    try {
      return runInContext(ask, this.#context, { timeout: 500, microtaskMode: undefined } as object) as ReturnType<Harm>;
    } catch (error) {
      const { code: failure } = error as { readonly code?: string };
      return failure === "ERR_SCRIPT_EXECUTION_TIMEOUT" ? "it runs without ticks" : `the harness failed: ${error}`;
    }
  }
}
