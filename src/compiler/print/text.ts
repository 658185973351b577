/** A string literal in ASCII: what the text is read by need not agree with us about any other character. */
export function stringText(value: string): string {
  return PLAIN.test(value) ? `"${value}"` : `"${value.replace(SPECIAL, escaped)}"`;
}

const PLAIN = /^[ !#-[\]-~]*$/;
/** By code unit, so that a half of a pair is written as one. */
const SPECIAL = /[^ !#-[\]-~]/g;

const SHORT: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\b", "\\b"],
  ["\f", "\\f"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

function escaped(character: string, at: number, value: string): string {
  const short = SHORT.get(character);
  if (short !== undefined) return short;
  const code = character.charCodeAt(0);
  if (code === 0 && !/\d/.test(value.charAt(at + 1))) return "\\0";
  const hex = code.toString(16).toUpperCase();
  return code < 256 ? `\\x${hex.padStart(2, "0")}` : `\\u${hex.padStart(4, "0")}`;
}
