import { createRequire } from "node:module";
import { GuardError } from "../../index.js";
import type { Maker } from "../frame.js";

interface Danfo {
  readonly DataFrame: Maker;
  readonly Series: Maker;
}

interface LoadedDanfo extends Danfo {
  readonly tensorflow: { env(): { set(flag: string, value: boolean): void } };
}

/**
 * The optional peer, loaded when a frame first leaves that did not come from a danfojs frame: importing it takes half
 * a second and 110 MB.
 * @throws GuardError `DANFO_MISSING` when it is not installed
 */
export function loadDanfo(resolve: (name: string) => unknown = createRequire(import.meta.url)): Danfo {
  let danfo: LoadedDanfo;
  try {
    danfo = resolve("danfojs") as LoadedDanfo;
  } catch (cause) {
    throw new GuardError({
      code: "DANFO_MISSING",
      message:
        "A DataFrame leaves as a danfojs DataFrame, and `danfojs` cannot be loaded; install it, or return `df.toRecords()`.",
      help: "npm install danfojs, with the overrides that docs/danfo.md gives",
      cause,
    });
  }
  // TensorFlow.js greets on the console otherwise.
  danfo.tensorflow.env().set("IS_NODE", false);
  return danfo;
}
