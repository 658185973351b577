const LONGEST = 60;
const MOST = 12;

/** A guest's text in a message: in backticks, on one line, and never long. */
export function quote(text: string): string {
  const line = text.replace(/[\s`]+/g, " ");
  return `\`${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}\``;
}

export function list(names: readonly string[]): string {
  const shown = names.slice(0, MOST).map(quote).join(", ");
  return names.length > MOST ? `${shown} and ${names.length - MOST} more` : shown;
}

/** What a value is, without running anything of its own. */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object") return "an object";
  return typeof value === "undefined" ? "nothing" : `a ${typeof value}`;
}
