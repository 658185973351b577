import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as dfd from "danfojs";
import { danfoPolicies } from "../../src/danfo/index.js";
import { execRestricted, RestrictedError } from "../../src/index.js";
import { go, plotlyPolicies, px } from "../../src/plotly/index.js";
import { type Block, root } from "./blocks.js";

dfd.tensorflow.env().set("IS_NODE", false);
const penguins = JSON.parse(
  readFileSync(join(root, "node_modules/vega-datasets/data/penguins.json"), "utf8"),
) as object[];

/** Runs a guest block with the penguins in `df`; returns the code it was refused with, or undefined. */
export function runGuestBlock(block: Block): string | undefined {
  const globals = { df: new dfd.DataFrame(penguins), px, go };
  const limits = { steps: 1_000_000, timeMs: 10_000 };
  try {
    execRestricted(block.text, { globals, policies: [...danfoPolicies, ...plotlyPolicies], limits });
    return undefined;
  } catch (error) {
    if (error instanceof RestrictedError) return `${error.code}${detailsOf(error)}`;
    throw error;
  }
}

function detailsOf(error: RestrictedError): string {
  const codes = (error.diagnostics ?? []).map((diagnostic) => diagnostic.code);
  return ` ${codes.join(" ")} ${error.message}`;
}
