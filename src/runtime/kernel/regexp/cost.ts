import { LONGEST_EXPRESSION } from "../../../language/regexp.js";
import { clz32, log2 } from "../intrinsics/primordials.js";
import { type Chars, isDisjoint, NONE, union } from "./chars.js";
import { type Flags, parse } from "./parse.js";
import type { Part } from "./part.js";
import { sizeOf } from "./size.js";

/**
 * How many steps the engine's backtracking matcher may need at worst, from the text of an expression alone. An upper
 * estimate: what is not plainly cheap counts as dear. Nothing but captured primordials and numbers.
 */
export interface Cost {
  /** Base-2 logarithm of the steps that the length of the subject has no part in. */
  readonly choices: number;
  /** The power of the subject's length; `Infinity` when a repeated part can itself match in several ways. */
  readonly degree: number;
  /** What `degree` is from one place in the subject, for an expression that is tried at one place only. */
  readonly stickyDegree: number;
  /** What the engine's code for it costs to make: see `sizeOf`. */
  readonly size: number;
  /** Groups inside of groups, at most. */
  readonly nesting: number;
}

/** `2 ** bits` times the subject's length to the power of `degree`. */
interface Growth {
  readonly degree: number;
  readonly bits: number;
}

interface Work {
  /** All that is tried from one place, in this part alone. */
  readonly steps: Growth;
  /** In how many ways it may be left, so that what follows is tried. */
  readonly ways: Growth;
  /** The next character alone decides at every choice: it walks, and does not search. */
  readonly walks: boolean;
}

interface Scan {
  /** A far walk may have been for nothing. */
  isVain: boolean;
}

const ONE: Growth = { degree: 0, bits: 0 };
const LINEAR: Growth = { degree: 1, bits: 0 };
const ENDLESS: Growth = { degree: Infinity, bits: 0 };
const STEP: Work = { steps: ONE, ways: ONE, walks: true };
const HOPELESS: Cost = { choices: 0, degree: Infinity, stickyDegree: Infinity, size: 0, nesting: 0 };

/** A class by a property of Unicode is a table of hundreds of ranges. */
const PROPERTY = 200;

export function costOf(source: string, flags: Flags): Cost {
  const parsed = source.length > LONGEST_EXPRESSION ? null : parse(source, flags);
  if (parsed === null) return { ...HOPELESS, size: Infinity };
  const { part, properties, nesting, isStrange } = parsed;
  const size = sizeOf(part) + properties * PROPERTY + source.length / 64;
  if (isStrange) return { ...HOPELESS, nesting, size: size + source.length };
  const scan: Scan = { isVain: false };
  const { steps } = walk(scan, part, NONE, true);
  const starts = isAnchored(part) ? 0 : startsOf(scan, part, steps);
  return {
    choices: steps.bits,
    degree: steps.degree + starts,
    stickyDegree: flags.y ? steps.degree : steps.degree + starts,
    size,
    nesting,
  };
}

/** Whether starting again at each character multiplies the steps, or only adds them up. */
function startsOf(scan: Scan, part: Part, steps: Growth): number {
  if (steps.degree === 0) return 1;
  // Each far walk ends before the next start, or with the match.
  return scan.isVain && (part.empty || !isDisjoint(part.looped, part.first)) ? 1 : 0;
}

function isAnchored(part: Part): boolean {
  if (part.kind === "sequence") return part.parts.length > 0 && isAnchored(part.parts[0] as Part);
  return part.kind === "start";
}

/**
 * `follow` is what may come after the part; nothing where the match is complete, for then nothing is tried again.
 * `isLast` tells that nothing after the part can fail.
 */
function walk(scan: Scan, part: Part, follow: Chars, isLast: boolean): Work {
  switch (part.kind) {
    case "sequence":
      return walkSequence(scan, part.parts, follow, isLast);
    case "choice":
      return walkChoice(scan, part.parts, follow, isLast);
    case "repeat":
      return walkRepeat(scan, part, follow, isLast);
    case "look": {
      const { steps } = walk(scan, part.body, NONE, false);
      return { steps, ways: ONE, walks: !part.unbounded };
    }
    case "back":
      scan.isVain = true;
      return { steps: LINEAR, ways: ONE, walks: false };
    default:
      return STEP;
  }
}

function walkSequence(scan: Scan, parts: readonly Part[], follow: Chars, isLast: boolean): Work {
  let after: Work = { steps: ONE, ways: ONE, walks: true };
  let next = follow;
  let last = isLast;
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i] as Part;
    const work = walk(scan, part, next, last);
    after = {
      steps: sum(work.steps, product(work.ways, after.steps)),
      ways: product(work.ways, after.ways),
      walks: work.walks && after.walks,
    };
    next = part.empty ? union(part.first, next) : part.first;
    last &&= !part.fails;
  }
  return after;
}

function walkChoice(scan: Scan, parts: readonly Part[], follow: Chars, isLast: boolean): Work {
  let all: Work | null = null;
  let seen = NONE;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as Part;
    const work = walk(scan, part, follow, isLast);
    const first = part.empty ? union(part.first, follow) : part.first;
    if (all === null) all = work;
    else {
      const join = isDisjoint(seen, first) ? larger : sum;
      all = {
        steps: join(all.steps, work.steps),
        ways: join(all.ways, work.ways),
        walks: all.walks && work.walks && join === larger,
      };
    }
    seen = union(seen, first);
  }
  return all ?? STEP;
}

function walkRepeat(
  scan: Scan,
  { body, least, most }: Part & { readonly kind: "repeat" },
  follow: Chars,
  isLast: boolean,
): Work {
  if (most === 0) return STEP;
  const again = most > 1 ? union(body.first, follow) : follow;
  const work = walk(scan, body, again, isLast && most === 1);
  const leaves = least === most || (!body.empty && isDisjoint(body.first, follow));
  const isOne = work.ways.degree === 0 && work.ways.bits === 0;
  if (most === Infinity) {
    if (!isLast) scan.isVain = true;
    if (body.empty || !isOne) return { steps: ENDLESS, ways: ENDLESS, walks: false };
    const steps = product(work.walks ? { degree: 0, bits: work.steps.bits } : work.steps, LINEAR);
    return { steps, ways: leaves ? ONE : LINEAR, walks: work.walks && leaves };
  }
  const stops: Growth = { degree: 0, bits: leaves ? 0 : log2(most - least + 1) };
  const ways = product(power(work.ways, most), stops);
  const steps = product(product(work.steps, power(work.ways, most - 1)), { degree: 0, bits: log2(most) });
  return { steps, ways, walks: work.walks && leaves };
}

function product(a: Growth, b: Growth): Growth {
  return { degree: a.degree + b.degree, bits: a.bits + b.bits };
}

function power(a: Growth, n: number): Growth {
  return n === 0 || (a.degree === 0 && a.bits === 0) ? ONE : { degree: a.degree * n, bits: a.bits * n };
}

function larger(a: Growth, b: Growth): Growth {
  return {
    degree: a.degree > b.degree ? a.degree : b.degree,
    bits: a.bits > b.bits ? a.bits : b.bits,
  };
}

/** At most twice the larger one; exactly as much, where both grow alike. */
function sum(a: Growth, b: Growth): Growth {
  const { degree, bits } = larger(a, b);
  return { degree, bits: bits + log2(1 + 2 ** ((a.bits < b.bits ? a.bits : b.bits) - bits)) };
}

/** Base-2 logarithm of the steps for a subject of that length. */
export function worst({ choices, degree }: Cost, length: number): number {
  const logarithm = degree === Infinity ? Infinity : choices + degree * log2(length + 1);
  // What is no number any more is large.
  return logarithm < Infinity ? logarithm : Infinity;
}

/**
 * Never below `worst`, and less work than a short match: whole numbers only. No number at all where the degree is infinite
 * and the length zero.
 */
export function roughly({ choices, degree }: Cost, length: number): number {
  return choices + degree * (32 - clz32(length));
}
