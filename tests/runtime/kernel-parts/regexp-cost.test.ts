import { describe, expect, it } from "vitest";
import { type Cost, costOf, roughly, worst } from "../../../src/runtime/kernel/regexp/cost.js";
import { type Flags, parse } from "../../../src/runtime/kernel/regexp/parse.js";
import { createMatcher } from "./regexp-matcher.js";

const flagsOf = (r: RegExp): Flags => ({
  i: r.ignoreCase,
  m: r.multiline,
  s: r.dotAll,
  u: r.unicode,
  v: (r as { unicodeSets?: boolean }).unicodeSets === true,
  y: r.sticky,
});
const costFor = (r: RegExp): Cost => costOf(r.source, flagsOf(r));

/** Where the watchdog is set, and where an expression is refused: `matching.ts`. */
const DEAR = 25;
const TOO_LARGE = 2 ** 14;
/** What an expression is usually matched with: a line, a cell, a token. */
const LINE = 200;

/** Everyday expressions, with the power of the subject's length. */
const CHEAP: readonly (readonly [RegExp, number])[] = [
  [/"(?:[^"\\]|\\.)*"/, 2],
  [/"(?:[^"\\]|\\.)*"/y, 2],
  [/'(?:\\.|[^'\\])*'/, 2],
  [/"[^"]*"/, 1],
  [/"(?:[^"]|"")*"/, 2],
  [/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/, 2],
  [/^\d{4}-\d{2}-\d{2}$/, 0],
  [/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?$/, 1],
  [/^[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\.[a-zA-Z]{2,}$/, 2],
  [/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 2],
  [/^\w+(?:[.-]\w+)*@\w+(?:[.-]\w+)*\.\w{2,3}$/, 1],
  [/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/, 1],
  [/^[+-]?\d+(\.\d+)?$/, 1],
  [/^-?\d{1,3}(?:,\d{3})*(?:\.\d+)?$/, 1],
  [/\s+/g, 1],
  [/^\s+|\s+$/g, 2],
  [/\s*,\s*/, 2],
  [/\w+/g, 1],
  [/\b\w/g, 1],
  [/[^a-z0-9]+/gi, 1],
  [/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 1],
  [/^#?([a-f\d]{2})([a-f\d]{2})([a-f\d]{2})$/i, 0],
  [/^(?:\d{1,3}\.){3}\d{1,3}$/, 0],
  [/https?:\/\/[^\s/$.?#].[^\s]*/, 1],
  [/<[^>]+>/g, 2],
  [/<[^<>]+>/g, 1],
  [/\/\*[\s\S]*?\*\//g, 2],
  [/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//, 2],
  [/\/\/.*$/gm, 2],
  [/\$\{([^}]+)\}/g, 2],
  [/\{\{\s*(\w+)\s*\}\}/g, 1],
  [/\B(?=(\d{3})+(?!\d))/g, 2],
  [/^(?=.*[A-Z])(?=.*\d).{8,}$/, 1],
  [/^\p{L}[\p{L}\p{N}_]*$/u, 1],
  [/\r?\n/, 1],
  [/^(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am|pm)?$/i, 1],
  [/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g, 2],
  [/\s*([()+*/^-]|\d+(?:\.\d+)?)/y, 2],
  [/\b(?:const|let|var|function|return|if|else|for|while)\b/, 1],
  [/[?&]([^=&]+)=([^&]*)/g, 2],
  [/^(\w+)\s*=\s*(.*)$/, 2],
  [/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i, 0],
  [/(\w+)=(\d+)/g, 2],
];

/** Shapes of published advisories: each needs more steps than anyone waits for, some on 30 characters. */
const CATASTROPHIC: readonly RegExp[] = [
  /(a+)+$/,
  /^(a+)+$/,
  /([a-zA-Z]+)*$/,
  /(a|aa)+$/,
  /(a|a?)+$/,
  /(.*a){20}$/,
  /^(([a-z])+.)+[A-Z]([a-z])+$/,
  /^([a-zA-Z0-9])(([.-]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$/,
  /^(\w+\s?)*$/,
  /(?:\w+\s*)+:/,
  /^\s*(?:[\w-]+\s*)*=/,
  /(x+x+)+y/,
  /(.|\n)*?<\/b>x(?:(.|\n)*)+$/,
  /^(?:.*,)*[^,]*$/,
  /(?:a*)*b/,
  /(?:a*?)+?b/,
  /(\d+)*\./,
  /^(?:\d+\.?)+$/,
  /^((?:\w|-)+\.?)+$/,
  /("(?:[^"]|\\")*")+$/,
  /<(?:[^>]|"[^"]*")*>/,
  /^(?:\/?[^/]*)*$/,
  /(?:[^\s]+\s*)*$/,
  /^(?:[01]?\d?)*$/,
  /(?<=(a+)+)b/,
  /(?!(?:a|ab|b)*c)d/,
  /(a*)*\1b/,
  /((a+)b?)+c/,
  /(?:(?:a|b)|(?:b|c))+d/,
  /(?:[k]|\u212a)+x/iu,
  /(?:\W|\w)*?(?:s|\S)*x/i,
  /(?:a|A)+x/i,
  /(?:\x61|A)+x/i,
  /(?:\u0061|\x41)+x/i,
  /(?:ab?b?)*c/,
  new RegExp(`${"a?".repeat(28)}${"a".repeat(28)}`),
];

/** What the estimate does not know the steps of: they are taken for as many as there can be. */
const STRANGE: readonly (readonly [source: string, flags: string])[] = [
  ["(?i:a|A)+x", ""],
  ["(?-i:a|A)+x", "i"],
  ["(?:[\\q{a|aa}])+x", "v"],
];

describe("what an expression may cost", () => {
  for (const [source, flags] of STRANGE)
    it(`nobody knows: ${source}`, () => {
      expect(worst(costOf(source, { ...flagsOf(/x/), i: flags === "i", v: flags === "v" }), 40)).toBe(
        Infinity,
      );
    });

  it("a reference back is compared character by character", () => {
    // It is the comparing that takes a second.
    expect(worst(costFor(/(a*)\1b/), 2_000)).toBeGreaterThan(DEAR);
    expect(worst(costFor(/(a*)b/), 2_000)).toBeLessThan(DEAR);
  });

  for (const [regexp, degree] of CHEAP)
    it(`nothing much: ${regexp}`, () => {
      const cost = costFor(regexp);
      expect(cost.degree).toBe(degree);
      expect(worst(cost, LINE)).toBeLessThan(DEAR);
      expect(cost.size).toBeLessThan(1_000);
    });

  for (const regexp of CATASTROPHIC)
    it(`too much: ${String(regexp).slice(0, 100)}`, () => {
      expect(worst(costFor(regexp), 40)).toBeGreaterThan(DEAR);
    });

  it("an expression that is tried at one place only walks a text once", () => {
    expect(costFor(/"(?:[^"\\]|\\.)*"/y)).toMatchObject({ degree: 2, stickyDegree: 1 });
    expect(costFor(/"(?:[^"\\]|\\.)*"/)).toMatchObject({ degree: 2, stickyDegree: 2 });
  });

  it("the rough figure is never below the exact one", () => {
    const lengths = [0, 1, 2, 3, 7, 8, 255, 256, 65_535, 65_536, 2 ** 29 - 25];
    const costs = [/a/, /a*b/, /^(?:a|b|ab)*$/, /(a+)+b/, /(a?){30}b/, /.*.*.*x/s].map(costFor);
    expect(costs.some(({ degree }) => degree === Infinity)).toBe(true);
    for (const cost of costs)
      for (const length of lengths) expect(roughly(cost, length) < worst(cost, length)).toBe(false);
    // Not the same everywhere: it is rough.
    expect(roughly(costFor(/a/), 4)).toBeGreaterThan(worst(costFor(/a/), 4));
    expect(roughly(costFor(/(a+)+b/), 0) <= DEAR).toBe(false);
  });

  it("what is no number any more is dear", () => {
    const many = "9".repeat(400);
    expect(worst(costOf(`(?:a?b?){${many}}`, flagsOf(/x/)), 3)).toBe(Infinity);
    expect(worst(costOf(`(?:(?:a?b?){1${"0".repeat(307)}}){1${"0".repeat(307)}}`, flagsOf(/x/)), 3)).toBe(
      Infinity,
    );
  });
});

/** All that the engine needs seconds to make code of. */
const LARGE: readonly string[] = [
  `${"a?".repeat(50)}${"a".repeat(50)}`,
  `${"(?:a|bc)?".repeat(40)}${"d".repeat(16)}`,
  `${"(?:a?b?)".repeat(30)}${"c".repeat(16)}`,
  `${"a?".repeat(5_000)}b`,
  "(?:a|b\\b|c\\b|d\\b)".repeat(200),
  `${"(?:".repeat(300)}a${")".repeat(300)}`,
  "a".repeat(200_000),
  `${"(?:(?:a?a?a?){0,3}){0,2}".repeat(10)}${"a".repeat(9)}`,
];

describe("the size of an expression", () => {
  for (const source of LARGE)
    it(`too large: ${source.slice(0, 60)}`, () => {
      expect(costOf(source, flagsOf(/x/)).size).toBeGreaterThan(TOO_LARGE);
    });

  it("properties of Unicode count", () => {
    expect(costOf("[^\\p{L}]".repeat(100), flagsOf(/x/iu)).size).toBeGreaterThan(TOO_LARGE);
    expect(costOf("[^\\p{L}]", flagsOf(/x/iu)).size).toBeLessThan(1_000);
  });

  /** Millions of places, though hardly any of them has a choice. */
  const wide = (deep: number, letters: number): string =>
    `${"(?:".repeat(deep)}${"a".repeat(letters)}${"){2,}".repeat(deep)}`;

  it("is told in a moment, whatever the expression", () => {
    const start = performance.now();
    expect(costOf(wide(150, 20_000), flagsOf(/x/)).size).toBeGreaterThan(TOO_LARGE);
    expect(performance.now() - start).toBeLessThan(1_500);
  });

  it("is too large where it is not told to its end", () => {
    const tail = wide(30, 300);
    expect(costOf(`${LARGE[0]}${tail}`, flagsOf(/x/)).size).toBeGreaterThan(TOO_LARGE);
    // So much of it is the first part's, which stands before all that is looked at.
    expect(costOf(wide(5, 300), flagsOf(/x/)).size).toBeLessThan(TOO_LARGE);
  });

  it("a list of a thousand words is not too large", () => {
    const words = Array.from({ length: 1_000 }, (_, i) => `word${i}`).join("|");
    expect(costOf(`^(?:${words})$`, flagsOf(/x/)).size).toBeLessThan(TOO_LARGE);
  });
});

/** A generator of numbers that repeats. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function randomSource(next: (below: number) => number, depth: number): string {
  const part = (): string => {
    switch (next(depth > 0 ? 9 : 4)) {
      case 0:
      case 1:
        return ["a", "b", "c"][next(3)] as string;
      case 2:
        return ["[ab]", "[^a]", ".", "\\w", "[bc]"][next(5)] as string;
      case 3:
        return ["$", "\\b", "^", "(?!a)", "(?=b)", "d"][next(6)] as string;
      case 4:
      case 5:
        return `(?:${randomSource(next, depth - 1)})`;
      case 6:
        return `(?:${randomSource(next, depth - 1)}|${randomSource(next, depth - 1)})`;
      case 7:
        return `(?=${randomSource(next, depth - 1)})`;
      default:
        return `(${randomSource(next, depth - 1)})`;
    }
  };
  let out = "";
  for (let n = 1 + next(3); n > 0; n--) {
    const one = part();
    const isPlace = /^(?:\$|\\b|\^|\(\?[=!])/.test(one);
    out += one + (isPlace ? "" : ["", "", "*", "+", "?", "{0,2}", "*?", "{2}"][next(8)]);
  }
  return out;
}

it("no text makes a matcher that counts need more steps than the estimate", () => {
  const next = numbers(20_260_101);
  let compared = 0;
  for (let i = 0; i < 6_000; i++) {
    const source = randomSource(next, 3);
    const flags = flagsOf(/x/);
    const cost = costOf(source, flags);
    const parsed = parse(source, flags);
    if (cost.degree > 4 || parsed === null) continue;
    for (let j = 0; j < 6; j++) {
      const letters = ["a", "ab", "abc", "b", "ac", "aab"][j] as string;
      let text = "";
      while (text.length < 40) text += letters[next(letters.length)];
      const steps = createMatcher(parsed.part, text).steps(2 ** 22);
      // The engine sees that `^` fails everywhere but at the start; the counting one tries.
      const most = 2 ** worst(cost, text.length) * (source.length + 1) * 4 + 3 * text.length;
      expect(
        steps,
        `${source} on ${text}: degree ${cost.degree}, choices ${cost.choices}`,
      ).toBeLessThanOrEqual(most);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(10_000);
});
