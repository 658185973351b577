/** `; did you mean \`x\`?` for the candidate nearest to `word`, or an empty text when none is near. */
export function didYouMean(word: string, candidates: readonly string[], prefix = ""): string {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const away = distance(word.toLowerCase(), candidate.toLowerCase());
    if (away < least) [best, least] = [candidate, away];
  }
  return best === undefined ? "" : `; did you mean \`${prefix}${best}\`?`;
}

/** Levenshtein distance, one row at a time. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 10) return 99;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
