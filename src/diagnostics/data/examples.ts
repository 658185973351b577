import type { Example } from "./example.js";
import { LANGUAGE_EXAMPLES } from "./language-examples.js";
import { RUN_EXAMPLES } from "./run-examples.js";

export const EXAMPLES: Readonly<Record<string, Example>> = Object.freeze({
  ...LANGUAGE_EXAMPLES,
  ...RUN_EXAMPLES,
});
