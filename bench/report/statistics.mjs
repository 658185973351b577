/** Quartiles by the nearest rank; the middle one is the median. */
export function quartiles(figures) {
  const sorted = figures.toSorted((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
  return { q1: at(0.25), median: at(0.5), q3: at(0.75) };
}

export function geometricMean(figures) {
  return Math.exp(figures.reduce((sum, x) => sum + Math.log(x), 0) / figures.length);
}

/** Three significant digits, never in powers of ten. */
export function short(x) {
  if (!Number.isFinite(x)) return "-";
  const size = Math.abs(x);
  if (size >= 100) return Math.round(x).toLocaleString("en").replaceAll(",", " ");
  return x.toFixed(size >= 10 ? 1 : 2);
}
