import { stringCharCodeAt, stringIndexOf, stringSlice } from "../intrinsics/primordials.js";
import { ALL, ANY_BUT_LINE_ENDS, anyCase, type Chars, complement, NONE, range, union } from "./chars.js";
import { ofCode, type Reader, readEscape } from "./escape.js";
import { BACK, char, choice, look, type Part, PLACE, repeat, START, sequence } from "./part.js";

export interface Flags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
  readonly u: boolean;
  readonly v: boolean;
  readonly y: boolean;
}

interface Parser extends Reader {
  readonly flags: Flags;
  depth: number;
  deepest: number;
  isStrange: boolean;
}

/** Deeper groups are given up on. */
const DEEPEST = 200;
const GIVEN_UP = -1;

export interface Parsed {
  readonly part: Part;
  readonly properties: number;
  /** Groups inside of groups, at most. */
  readonly nesting: number;
  /** It has what is not told apart here: groups with flags of their own, classes of strings. */
  readonly isStrange: boolean;
}

/** The parts of an expression that the engine has taken; null when its groups are too deep. */
export function parse(source: string, flags: Flags): Parsed | null {
  const parser: Parser = {
    source,
    flags,
    unicode: flags.u || flags.v,
    ignoreCase: flags.i,
    at: 0,
    properties: 0,
    depth: 0,
    deepest: 0,
    isStrange: flags.v && hasStrings(source),
  };
  const part = disjunction(parser, false);
  if (parser.depth === GIVEN_UP) return null;
  return { part, properties: parser.properties, nesting: parser.deepest, isStrange: parser.isStrange };
}

/** Properties and classes of the flag `v` that match several characters, or none. */
function hasStrings(source: string): boolean {
  const has = (name: string): boolean => stringIndexOf(source, name) >= 0;
  return has("\\q") || has("{RGI_") || has("{Basic_") || has("{Emoji_Keycap_");
}

function giveUp(parser: Parser): Part {
  parser.depth = GIVEN_UP;
  parser.at = parser.source.length;
  return PLACE;
}

function disjunction(parser: Parser, backwards: boolean): Part {
  const alternatives: Part[] = [];
  let n = 0;
  alternatives[n++] = alternative(parser, backwards);
  while (parser.source[parser.at] === "|") {
    parser.at++;
    alternatives[n++] = alternative(parser, backwards);
  }
  return n === 1 ? (alternatives[0] as Part) : choice(alternatives);
}

/** Behind `(?<=` the matcher goes from right to left. */
function alternative(parser: Parser, backwards: boolean): Part {
  const parts: Part[] = [];
  let n = 0;
  while (parser.at < parser.source.length) {
    const c = parser.source[parser.at];
    if (c === "|" || c === ")") break;
    parts[n++] = quantified(parser, term(parser, backwards));
  }
  if (backwards) {
    for (let i = 0; i < n >> 1; i++) {
      const other = parts[i] as Part;
      parts[i] = parts[n - 1 - i] as Part;
      parts[n - 1 - i] = other;
    }
  }
  return n === 1 ? (parts[0] as Part) : sequence(parts);
}

function term(parser: Parser, backwards: boolean): Part {
  const { source, flags } = parser;
  const c = source[parser.at] as string;
  switch (c) {
    case "(":
      return group(parser, backwards);
    case "[":
      return char(classOf(parser));
    case "\\":
      return escaped(parser);
    case "^":
      parser.at++;
      return flags.m ? PLACE : START;
    case "$":
      parser.at++;
      return PLACE;
    case ".":
      parser.at++;
      return char(flags.s ? ALL : ANY_BUT_LINE_ENDS);
    default: {
      parser.at++;
      const code = stringCharCodeAt(c, 0);
      // The second half of a pair, where characters are code points.
      if (parser.unicode && code >= 0xd800 && code < 0xdc00) parser.at++;
      return char(ofCode(parser, code).chars);
    }
  }
}

function group(parser: Parser, backwards: boolean): Part {
  if (++parser.depth > DEEPEST) return giveUp(parser);
  if (parser.depth > parser.deepest) parser.deepest = parser.depth;
  const { source } = parser;
  let looks = false;
  let behind = backwards;
  parser.at++;
  if (source[parser.at] === "?") {
    const kind = source[parser.at + 1];
    const next = source[parser.at + 2];
    if (kind === ":") parser.at++;
    else if (kind === "=" || kind === "!") {
      looks = true;
      behind = false;
      parser.at++;
    } else if (kind === "<" && (next === "=" || next === "!")) {
      looks = true;
      behind = true;
      parser.at += 2;
    } else if (kind === "<") parser.at = stringIndexOf(source, ">", parser.at);
    else {
      parser.isStrange = true;
      parser.at = stringIndexOf(source, ":", parser.at);
      if (parser.at < 0) return giveUp(parser);
    }
    parser.at++;
  }
  const body = disjunction(parser, behind);
  if (parser.depth === GIVEN_UP) return body;
  parser.depth--;
  parser.at++;
  return looks ? look(body) : body;
}

function escaped(parser: Parser): Part {
  const { source } = parser;
  const next = source[parser.at + 1] ?? "";
  if (next === "b" || next === "B") {
    parser.at += 2;
    return PLACE;
  }
  if (next >= "1" && next <= "9") {
    parser.at += 2;
    while ((source[parser.at] ?? "") >= "0" && (source[parser.at] ?? "") <= "9") parser.at++;
    return BACK;
  }
  if (next === "k") {
    const end = source[parser.at + 2] === "<" ? stringIndexOf(source, ">", parser.at) : -1;
    parser.at = end < 0 ? parser.at + 2 : end + 1;
    return BACK;
  }
  return char(readEscape(parser).chars);
}

/** With the flag `v` classes may hold classes, which are not told apart. */
function classOf(parser: Parser): Chars {
  const { source, flags, unicode } = parser;
  if (flags.v) {
    skipClass(parser);
    return ALL;
  }
  parser.at++;
  const negated = source[parser.at] === "^";
  if (negated) parser.at++;
  let chars: Chars = NONE;
  let isExact = true;
  while (parser.at < source.length && source[parser.at] !== "]") {
    const from = classAtom(parser);
    chars = union(chars, from.chars);
    isExact &&= from.chars !== ALL;
    if (source[parser.at] !== "-" || (source[parser.at + 1] ?? "]") === "]") continue;
    parser.at++;
    const to = classAtom(parser);
    isExact &&= to.chars !== ALL;
    const between = from.code < 0 || to.code < 0 ? range(45, 45) : range(from.code, to.code);
    chars = union(union(chars, to.chars), between);
  }
  parser.at++;
  // What a set is too large by would be missing from its complement.
  if (negated && !(isExact && !(flags.i && unicode && chars[4] !== 0))) return ALL;
  if (flags.i) chars = anyCase(chars, unicode);
  return negated ? complement(chars) : chars;
}

function classAtom(parser: Parser): { chars: Chars; code: number } {
  const { source } = parser;
  const c = source[parser.at] as string;
  if (c !== "\\") {
    parser.at++;
    let code = stringCharCodeAt(c, 0);
    if (parser.unicode && code >= 0xd800 && code < 0xdc00) {
      parser.at++;
      code = 0x10000;
    }
    return { chars: range(code, code), code };
  }
  if (source[parser.at + 1] === "b") {
    parser.at += 2;
    return { chars: range(8, 8), code: 8 };
  }
  return readEscape(parser);
}

function skipClass(parser: Parser): void {
  let level = 0;
  for (; parser.at < parser.source.length; parser.at++) {
    const c = parser.source[parser.at];
    if (c === "\\") {
      const kind = parser.source[++parser.at];
      if (kind === "p" || kind === "P") parser.properties++;
    } else if (c === "[") level++;
    else if (c === "]" && --level === 0) break;
  }
  parser.at++;
}

function quantified(parser: Parser, part: Part): Part {
  const { source } = parser;
  const c = source[parser.at];
  let least = 0;
  let most = Infinity;
  if (c === "+") least = 1;
  else if (c === "?") most = 1;
  else if (c === "{") {
    const counts = countsAt(parser);
    if (counts === null) return part;
    [least, most] = counts;
  } else if (c !== "*") return part;
  if (c !== "{") parser.at++;
  if (source[parser.at] === "?") parser.at++;
  return repeat(part, least, most);
}

/** `{2}`, `{2,}`, `{2,5}`; anything else is a brace, where the flag `u` is not set. */
function countsAt(parser: Parser): [number, number] | null {
  const { source } = parser;
  let at = parser.at + 1;
  const read = (): number => {
    const from = at;
    while ((source[at] ?? "") >= "0" && (source[at] ?? "") <= "9") at++;
    return at === from ? -1 : +stringSlice(source, from, at);
  };
  const least = read();
  if (least < 0) return null;
  let most = least;
  if (source[at] === ",") {
    at++;
    most = read();
    if (most < 0) most = Infinity;
  }
  if (source[at] !== "}") return null;
  parser.at = at + 1;
  return [least, most];
}
