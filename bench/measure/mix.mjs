import { loadWorkload, WORKLOADS } from "../workloads/index.mjs";
import { openCell } from "./cell.mjs";

/**
 * Every program that computes, once, tiny: in a real process an engine's shared code has met other programs before, and what
 * is timed here must not be the first. A program that the engine refuses is its own row's matter.
 */
export async function mix(engine) {
  for (const name of WORKLOADS) {
    const { kind, sizes } = await loadWorkload(name);
    if (kind !== "compute") continue;
    try {
      const cell = await openCell(engine, name, sizes.tiny);
      await cell.time();
      await cell.close();
    } catch {
      // Its own row says why.
    }
  }
}
