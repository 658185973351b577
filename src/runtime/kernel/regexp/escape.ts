import { stringCharCodeAt, stringIndexOf, stringSlice } from "../intrinsics/primordials.js";
import { ALL, anyCase, type Chars, CLASSES, range } from "./chars.js";

export interface Reader {
  readonly source: string;
  /** With the flags `u` or `v`: characters are code points, and escapes mean more. */
  readonly unicode: boolean;
  readonly ignoreCase: boolean;
  at: number;
  /** Properties of Unicode: each is a large table to the engine. */
  properties: number;
}

/** What an escape stands for: one character, a set, or a place in a class of places (`\b`, `\1`) that the caller knows. */
export interface Escape {
  readonly chars: Chars;
  /** The character's number, or -1 for a set. */
  readonly code: number;
}

const CONTROLS: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, v: 11, f: 12 };

/** Reads the escape whose backslash is at `reader.at`. */
export function readEscape(reader: Reader): Escape {
  const { source } = reader;
  const letter = source[reader.at + 1] ?? "";
  reader.at += 2;
  switch (letter) {
    case "d":
    case "D":
    case "s":
    case "S":
      return { chars: CLASSES[letter], code: -1 };
    case "w":
    case "W":
      // Then the forms of two letters outside of ASCII count, and make the complement hard to tell.
      return { chars: reader.unicode && reader.ignoreCase ? ALL : CLASSES[letter], code: -1 };
    case "p":
    case "P":
      return reader.unicode ? property(reader) : one(reader, letter);
    case "x":
      return hex(reader, 2) ?? one(reader, letter);
    case "u":
      return codePoint(reader) ?? hex(reader, 4) ?? one(reader, letter);
    case "c":
      return letterAfter(reader);
    case "0":
    case "1":
    case "2":
    case "3":
    case "4":
    case "5":
    case "6":
    case "7":
      return octal(reader);
    default:
      return CONTROLS[letter] === undefined
        ? one(reader, letter)
        : ofCode(reader, CONTROLS[letter] as number);
  }
}

export function ofCode(reader: Reader, code: number): Escape {
  const chars = range(code, code);
  return { chars: reader.ignoreCase ? anyCase(chars, reader.unicode) : chars, code };
}

function one(reader: Reader, letter: string): Escape {
  return letter === "" ? { chars: ALL, code: -1 } : ofCode(reader, stringCharCodeAt(letter, 0));
}

function property(reader: Reader): Escape {
  reader.properties++;
  const end = stringIndexOf(reader.source, "}", reader.at);
  reader.at = end < 0 ? reader.source.length : end + 1;
  return { chars: ALL, code: -1 };
}

/** `\u{1F600}`; without the flag `u` that is a `u`, sixty-one times. */
function codePoint(reader: Reader): Escape | null {
  if (!reader.unicode || reader.source[reader.at] !== "{") return null;
  const end = stringIndexOf(reader.source, "}", reader.at);
  const code = +`0x${stringSlice(reader.source, reader.at + 1, end)}`;
  reader.at = end < 0 ? reader.source.length : end + 1;
  return code >= 0 ? ofCode(reader, code) : { chars: ALL, code: -1 };
}

function hex(reader: Reader, digits: number): Escape | null {
  let code = 0;
  for (let i = 0; i < digits; i++) {
    const digit = hexDigit(stringCharCodeAt(reader.source, reader.at + i));
    if (digit < 0) return null;
    code = code * 16 + digit;
  }
  reader.at += digits;
  return ofCode(reader, code);
}

function hexDigit(c: number): number {
  if (c >= 48 && c <= 57) return c - 48;
  const letter = c | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/** `\cA`. Without a letter after it the backslash stands for itself: then the set is too large, and the `c` is read as well. */
function letterAfter(reader: Reader): Escape {
  const code = stringCharCodeAt(reader.source, reader.at) | 32;
  if (code >= 97 && code <= 122) {
    reader.at++;
    return ofCode(reader, code & 31);
  }
  return { chars: ALL, code: -1 };
}

/** Octal escapes of old; `\0` is the one that is left with the flag `u`. Too large a set, but never too many characters. */
function octal(reader: Reader): Escape {
  for (let i = 0; i < 2; i++) {
    const c = stringCharCodeAt(reader.source, reader.at);
    if (c >= 48 && c <= 55) reader.at++;
  }
  return { chars: ALL, code: -1 };
}
