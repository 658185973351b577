import type { SourceText } from "../../diagnostics/make-diagnostic.js";

export interface SourceMap {
  readonly version: number;
  readonly sources: readonly string[];
  readonly names: readonly string[];
  readonly mappings: string;
  readonly sourcesContent?: readonly (string | null)[];
}

/** Names are as they were in the source, so that the map has none. */
export function sourceMap(places: ArrayLike<number>, source: SourceText): SourceMap {
  return Object.freeze({
    version: 3,
    sources: Object.freeze([source.filename]),
    names: Object.freeze([]),
    mappings: mappings(places),
    sourcesContent: Object.freeze([source.text]),
  });
}

/** Four numbers for each place: line and column of the text, line and column of the source. */
function mappings(places: ArrayLike<number>): string {
  let text = "";
  let [line, column, sourceLine, sourceColumn] = [0, 0, 0, 0];
  let isFirst = true;
  for (let i = 0; i < places.length; i += 4) {
    const at = (n: number): number => places[i + n] as number;
    while (line < at(0)) {
      text += ";";
      line++;
      column = 0;
      isFirst = true;
    }
    if (!isFirst) text += ",";
    isFirst = false;
    // The second number is the source's: there is one.
    text += `${digits(at(1) - column)}A${digits(at(2) - sourceLine)}${digits(at(3) - sourceColumn)}`;
    [column, sourceLine, sourceColumn] = [at(1), at(2), at(3)];
  }
  return text;
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** A number in base 64, five bits a digit, the sign in the lowest bit. */
function digits(value: number): string {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1;
  let text = "";
  do {
    const more = rest >>> 5 === 0 ? 0 : 32;
    text += DIGITS.charAt((rest & 31) | more);
    rest >>>= 5;
  } while (rest > 0);
  return text;
}
