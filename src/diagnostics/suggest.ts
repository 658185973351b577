/** Longer names, and names beyond this many, cost more to compare than a suggestion is worth. */
const LONGEST = 64;
const MOST = 2_000;

/**
 * The name among `known` that is most like `wrong`, when one is near enough to have been meant; upper and lower case do not count.
 *
 * @example nearestName("heda", ["head", "tail"]) // "head"
 */
export function nearestName(wrong: string, known: Iterable<string>): string | undefined {
  const wanted = wrong.toLowerCase();
  if (wanted.length === 0 || wanted.length > LONGEST) return undefined;
  let best: string | undefined;
  let least = (wanted.length < 4 ? 1 : Math.max(2, Math.floor(wanted.length / 3))) + 1;
  let seen = 0;
  for (const name of known) {
    if (name === wrong || name.length > LONGEST || ++seen > MOST) continue;
    const candidate = name.toLowerCase();
    if (candidate === wanted) return name;
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const away = distance(wanted, candidate);
    if (away < least) [best, least] = [name, away];
  }
  return best;
}

/** ` Did you mean …?`, or an empty text when nothing is near. */
export function didYouMean(wrong: string, known: Iterable<string>, prefix = ""): string {
  const near = nearestName(wrong, known);
  return near === undefined ? "" : ` Did you mean \`${prefix}${near}\`?`;
}

/** Letters to insert, delete, replace or swap with their neighbour (Damerau's distance, over three rows). */
function distance(a: string, b: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
