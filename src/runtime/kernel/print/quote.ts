import { regexpExec, stringCharCodeAt, stringIncludes, stringSlice } from "../intrinsics/primordials.js";

const HEX = "0123456789abcdef";
const NAMED: Readonly<Record<number, string>> = {
  8: "\\b",
  9: "\\t",
  10: "\\n",
  12: "\\f",
  13: "\\r",
  92: "\\\\",
};

/** Text in the quotes that need the fewest escapes; control characters escaped, so that a log line stays a line. */
export function quote(text: string): string {
  const mark = !stringIncludes(text, "'")
    ? "'"
    : !stringIncludes(text, '"')
      ? '"'
      : !stringIncludes(text, "`") && !stringIncludes(text, "${")
        ? "`"
        : "'";
  const markCode = stringCharCodeAt(mark, 0);
  let out = mark;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = stringCharCodeAt(text, i);
    if (
      code >= 32 &&
      code !== 92 &&
      code !== markCode &&
      code !== 127 &&
      (code < 0x2028 || code > 0x202e) &&
      (code < 128 || code > 159)
    )
      continue;
    out += stringSlice(text, from, i) + escaped(code, markCode);
    from = i + 1;
  }
  return out + stringSlice(text, from) + mark;
}

function escaped(code: number, markCode: number): string {
  if (code === markCode) return `\\${markCode === 39 ? "'" : markCode === 34 ? '"' : "`"}`;
  const named = NAMED[code];
  if (named !== undefined) return named;
  const hex = (shift: number): string => HEX[(code >> shift) & 15] as string;
  return code < 256 ? `\\x${hex(4)}${hex(0)}` : `\\u${hex(12)}${hex(8)}${hex(4)}${hex(0)}`;
}

export function quoteKey(key: string): string {
  return regexpExec(/^[A-Za-z_$][\w$]*$/, key) === null ? quote(key) : key;
}
