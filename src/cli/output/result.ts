import type { ExecResult } from "../../index.js";
import { describeValue, valueJson } from "./value.js";

/** The value of a successful run, as its last lines; nothing for `undefined`. */
export function resultText(result: ExecResult): string {
  return result.value === undefined ? "" : `${describeValue(result.value)}\n`;
}

export function resultJson({ value, printed, usage }: ExecResult): string {
  return `{"value":${valueJson(value)},"printed":${JSON.stringify(printed)},"usage":${JSON.stringify(usage)}}\n`;
}
