/**
 * How many steps the engine's backtracking matcher may need at worst, from the text of an expression alone. An upper
 * estimate: what is not plainly cheap counts as dear. Nothing but captured primordials and numbers.
 */
export interface Cost {
  /** Two ways for each of these: alternatives and optional parts that stand side by side. */
  readonly choices: number;
  /** The power of the subject's length; `Infinity` when a repeated part can itself match in several ways. */
  readonly degree: number;
  /** Groups inside of groups, at most. */
  readonly nesting: number;
}

interface Group {
  /** It can match one text in more than one way. */
  ambiguous: boolean;
  alternatives: number;
}

interface Scan {
  readonly source: string;
  /** Classes may hold classes. */
  readonly nested: boolean;
  /** It looks ahead or behind: a match may give back what it has read. */
  readonly looks: boolean;
  at: number;
  choices: number;
  degree: number;
}

const { apply } = Reflect;
const { log2 } = Math;
const charAt = String.prototype.charAt;
const nativeExec = RegExp.prototype.exec;
const textSlice = String.prototype.slice;
const slice = (text: string, from: number, to?: number): string =>
  apply(textSlice, text, [from, to]) as string;
const exec = (pattern: RegExp, text: string): RegExpExecArray | null =>
  apply(nativeExec, pattern, [text]) as RegExpExecArray | null;
const charOf = (text: string, at: number): string => apply(charAt, text, [at]) as string;

export function costOf(
  source: string,
  flags: { readonly m: boolean; readonly v: boolean; readonly y: boolean },
): Cost {
  const scan: Scan = {
    source,
    nested: flags.v,
    looks: exec(/\(\?<?[=!]/, source) !== null,
    at: 0,
    choices: 0,
    degree: 0,
  };
  const open: Group[] = [{ ambiguous: false, alternatives: 1 }];
  let depth = 0;
  let nesting = 0;
  while (scan.at < source.length) {
    const group = open[depth] as Group;
    const c = charOf(source, scan.at);
    if (c === "|") {
      group.alternatives++;
      group.ambiguous = true;
      scan.at++;
    } else if (c === "(") {
      open[++depth] = { ambiguous: false, alternatives: 1 };
      if (depth > nesting) nesting = depth;
      scan.at += (
        exec(
          /^\((?:\?(?:<?[=!]|<[^>]*>|[a-z-]*:))?/,
          slice(source, scan.at, scan.at + 200),
        ) as RegExpExecArray
      )[0].length;
    } else if (c === ")") {
      scan.at++;
      scan.choices += log2(group.alternatives);
      const parent = open[--depth] as Group;
      if (group.ambiguous) parent.ambiguous = true;
      quantified(scan, parent, group.ambiguous, depth === 0);
    } else {
      atom(scan, group, c);
      quantified(scan, group, false, depth === 0);
    }
  }
  const root = open[0] as Group;
  scan.choices += log2(root.alternatives);
  const anchored = flags.y || (!flags.m && root.alternatives === 1 && charOf(source, 0) === "^");
  return { choices: scan.choices, degree: scan.degree + (anchored ? 0 : 1), nesting };
}

/** One character, class, escape or assertion. A backreference matches a text that the subject chose. */
function atom(scan: Scan, group: Group, c: string): void {
  if (c === "[") {
    scan.at = endOfClass(scan);
    return;
  }
  if (c !== "\\") {
    scan.at++;
    return;
  }
  const next = charOf(scan.source, scan.at + 1);
  scan.at += 2;
  if ((next >= "1" && next <= "9") || next === "k") {
    group.ambiguous = true;
    scan.degree++;
  }
  // `\u{1F600}` and `\p{Lu}` are no quantifiers. `\u{61}` is one without the flag `u`, and is counted as one with it, too.
  if ((next === "u" || next === "p" || next === "P") && charOf(scan.source, scan.at) === "{") {
    const name = exec(/^\{(?!\d+(?:,\d*)?\})[^}]*\}/, slice(scan.source, scan.at));
    if (name !== null) scan.at += name[0].length;
  }
}

function endOfClass(scan: Scan): number {
  let level = 0;
  for (let i = scan.at; i < scan.source.length; i++) {
    const c = charOf(scan.source, i);
    if (c === "\\") i++;
    else if (c === "[" && (level === 0 || scan.nested)) level++;
    else if (c === "]" && --level === 0) return i + 1;
  }
  return scan.source.length;
}

/** What the quantifiers after a part, if there are any, add. */
function quantified(scan: Scan, around: Group, ambiguous: boolean, outermost: boolean): void {
  for (;;) {
    const found = exec(/^(?:[*+?]|\{(\d+)(,(\d*))?\})\??/, slice(scan.source, scan.at, scan.at + LONGEST));
    if (found === null) {
      if (exec(/^\{\d{20}/, slice(scan.source, scan.at, scan.at + LONGEST)) !== null) scan.degree = Infinity;
      return;
    }
    scan.at += found[0].length;
    const kind = charOf(found[0], 0);
    const least = kind === "?" || kind === "*" ? 0 : +(found[1] ?? 1);
    const most = kind === "?" ? 1 : found[2] === undefined ? least : +(found[3] ?? 0);
    const unbounded = kind === "*" || kind === "+" || (found[2] !== undefined && found[3] === "");
    if (ambiguous && (unbounded || most > 1)) scan.degree = Infinity;
    if (unbounded || most !== least) around.ambiguous = true;
    if (!unbounded) scan.choices += log2(most + 1);
    // Nothing after the last part can fail, so nothing makes it try again.
    else if (least > 1 || scan.looks || !isLast(scan, outermost)) scan.degree++;
  }
}

/** Characters of a quantifier: two counts. */
const LONGEST = 60;

function isLast({ source, at }: Scan, outermost: boolean): boolean {
  if (outermost && charOf(source, at) === "|") return true;
  for (let i = at; i < source.length; i++) if (charOf(source, i) !== ")") return false;
  return true;
}

/** Base-2 logarithm of the steps for a subject of that length. */
export function worst(cost: Cost, length: number): number {
  return cost.degree === Infinity ? Infinity : cost.choices + cost.degree * log2(length + 1);
}
