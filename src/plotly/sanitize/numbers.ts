/** Counts and sizes that make Plotly draw without end, with the most that is let through and the least. */
const LIMITS: ReadonlyMap<string, readonly [least: number, most: number]> = new Map([
  ["nticks", [0, 50]],
  ["nbinsx", [0, 2_000]],
  ["nbinsy", [0, 2_000]],
  ["ncontours", [0, 200]],
  ["minorgridcount", [0, 50]],
  // Surfaces of isosurface and volume traces.
  ["count", [0, 50]],
  ["rows", [1, 100]],
  ["columns", [1, 100]],
  ["maxdepth", [-1, 1_000]],
]);

/** A number under its key, within limits; Plotly reads words such as "1e9" as numbers, so they are limited too. */
export function clampNumber(key: string, value: number): number {
  const limits = LIMITS.get(key);
  return limits === undefined ? value : Math.min(Math.max(limits[0], value), limits[1]);
}

export function isLimited(key: string): boolean {
  return LIMITS.has(key);
}
