import { constants, runInThisContext } from "node:vm";
import type { GuardForm } from "../../compiler/options.js";
import type { Fixtures } from "../oracle/fixtures.js";
import type { Walls } from "../walls.js";

/** How a case is run: behind walls, or behind none at all, for the control. */
export interface Setup {
  readonly walls: Walls | "none";
  readonly form?: GuardForm;
}

/** What a host sees of a run: the value, or a promise of it. */
export type Engine = (code: string, fixtures: Fixtures, isAsync: boolean) => unknown;

/** Less than what the case is killed after. */
const TIME_MS = 300;

/** The library is loaded only where it is measured. */
export async function makeEngine({ walls, form }: Setup): Promise<Engine> {
  if (walls === "none") return unguarded;
  const { execWalls, execWallsAsync } = await import("../walls.js");
  const options = { walls, ...(form === undefined ? {} : { form }), limits: { timeMs: TIME_MS } };
  return (code, { globals, policies }, isAsync) => {
    const run = { ...options, globals, policies };
    // A host reads all that it is given.
    if (isAsync) return execWallsAsync(code, run).then((r) => [r.value, r.bindings, r.printed]);
    const result = execWalls(code, run);
    return [result.value, result.bindings, result.printed];
  };
}

/** The control: the case as a sloppy script in the host's own realm. */
const unguarded: Engine = (code, { globals }) => {
  for (const [name, value] of Object.entries(globals)) (globalThis as Record<string, unknown>)[name] = value;
  // So that `import()` of a `data:` address works; Node 20 before 20.10 has no such loader.
  const loader = constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
  return runInThisContext(code, { filename: "guest.js", importModuleDynamically: loader });
};
