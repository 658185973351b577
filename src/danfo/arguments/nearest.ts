/** The name most like `wanted`, when one is near enough to have been meant. */
export function nearest(wanted: string, names: readonly string[]): string | null {
  // Both bounds keep a hostile name, or a frame of very many columns, from costing more than the message is worth.
  if (wanted.length > 40) return null;
  let best: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const name of names.slice(0, 64)) {
    if (name.length > 40) continue;
    if (name.toLowerCase() === wanted.toLowerCase()) return name;
    const distance = editDistance(wanted.toLowerCase(), name.toLowerCase());
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
