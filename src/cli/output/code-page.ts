import type { CodeExplanation } from "../../index.js";

/** What `explain CODE` prints. */
export function codePage(entry: CodeExplanation): string {
  const head = `${entry.code}\n${entry.title}\n\nWhy: ${entry.why}\nInstead: ${entry.help}\n`;
  const { example, instead } = entry;
  if (example === undefined || instead === undefined) return head;
  const given = entry.options ?? entry.compile;
  const options = given === undefined ? "" : `, with ${JSON.stringify(given)}`;
  return `${head}\n${entry.side === "host" ? "Host" : "Program"} that is refused${options}:\n\n${indented(example)}\n\nAccepted:\n\n${indented(instead)}\n`;
}

function indented(text: string): string {
  return shown(text).replace(/^/gm, "    ");
}

/** Long lines and control characters are cut and spelled. */
function shown(text: string): string {
  const plain = text.replaceAll("\0", "\u2400");
  return plain.length > 400 ? `${plain.slice(0, 60)} … (${plain.length} characters)` : plain;
}
