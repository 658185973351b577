/**
 * Which characters a part of an expression may match: the 128 of ASCII one by one, and one bit for all others. Never too
 * few, sometimes too many: two sets that share nothing here share nothing.
 */
export type Chars = readonly [number, number, number, number, number];

export const NONE: Chars = [0, 0, 0, 0, 0];
export const ALL: Chars = [-1, -1, -1, -1, 1];

export function union(a: Chars, b: Chars): Chars {
  return [a[0] | b[0], a[1] | b[1], a[2] | b[2], a[3] | b[3], a[4] | b[4]];
}

export function isDisjoint(a: Chars, b: Chars): boolean {
  return ((a[0] & b[0]) | (a[1] & b[1]) | (a[2] & b[2]) | (a[3] & b[3]) | (a[4] & b[4])) === 0;
}

/** Exact for ASCII; of the others some are always left. */
export function complement(a: Chars): Chars {
  return [~a[0], ~a[1], ~a[2], ~a[3], 1];
}

export function range(from: number, to: number): Chars {
  const words = [0, 0, 0, 0];
  for (let c = from; c <= to && c < 128; c++) words[c >> 5] = (words[c >> 5] as number) | (1 << (c & 31));
  const [a, b, c, d] = words as [number, number, number, number];
  return [a, b, c, d, to >= 128 ? 1 : 0];
}

/** The bits of a to z, and of A to Z, in their words. */
const LETTERS = 0x07ff_fffe;
const K_AND_S = (1 << 11) | (1 << 19);

/** With the flag `i`. Where characters are code points, two letters have a third form: the sign of Kelvin and the long s. */
export function anyCase(a: Chars, unicode: boolean): Chars {
  const letters = (a[2] | a[3]) & LETTERS;
  const all = letters | (unicode && a[4] !== 0 ? K_AND_S : 0);
  return [a[0], a[1], a[2] | all, a[3] | all, a[4] | (unicode && (letters & K_AND_S) !== 0 ? 1 : 0)];
}

const digits = range(48, 57);
const word = union(union(digits, range(65, 90)), union(range(97, 122), range(95, 95)));
const space = union(union(range(9, 13), range(32, 32)), [0, 0, 0, 0, 1]);
const lineEnds = union(range(10, 10), range(13, 13));

/** By the letter of the escape. */
export const CLASSES: Readonly<Record<"d" | "D" | "w" | "W" | "s" | "S", Chars>> = {
  d: digits,
  D: complement(digits),
  w: word,
  W: complement(word),
  s: space,
  S: complement(space),
};
export const ANY_BUT_LINE_ENDS: Chars = complement(lineEnds);
