import type { EscapeCase } from "./corpus.js";
import { kindOf, type RunCasesOptions, reportsOf } from "./run-cases.js";

/** `fired`: the effect the case is after was seen. `n/a`: it says why it cannot be. `silent`: it proves nothing. */
export type ControlStatus = "fired" | "n/a" | "silent";

export interface ControlResult {
  readonly case: EscapeCase;
  readonly status: ControlStatus;
  readonly effects: readonly string[];
  readonly ended: string;
}

/** The positive control: runs each case without any sandbox, in a thread of its own. */
export async function runControls(
  cases: readonly EscapeCase[],
  options: Omit<RunCasesOptions, "walls" | "form" | "allow"> = {},
): Promise<readonly ControlResult[]> {
  const reports = await reportsOf(cases, { ...options, walls: "none" });
  return cases.map((one, i) => {
    const { effects = [], ended = "" } = reports[i] ?? {};
    const fired = effects.some((effect) => kindOf(effect) === one.oracle);
    return { case: one, status: fired ? "fired" : one.control === "n/a" ? "n/a" : "silent", effects, ended };
  });
}
