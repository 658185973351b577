/** A straight line through points, by least squares. */
export interface Line {
  readonly slope: number;
  readonly intercept: number;
  readonly rSquared: number;
}

export function leastSquares(xs: readonly number[], ys: readonly number[]): Line {
  const n = xs.length;
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / n;
  const mx = mean(xs);
  const my = mean(ys);
  let sxx = 0;
  let sxy = 0;
  let syy = 0;
  for (let i = 0; i < n; i++) {
    const dx = (xs[i] as number) - mx;
    const dy = (ys[i] as number) - my;
    sxx += dx * dx;
    sxy += dx * dy;
    syy += dy * dy;
  }
  const slope = sxx === 0 ? 0 : sxy / sxx;
  return {
    slope,
    intercept: my - slope * mx,
    rSquared: sxx === 0 || syy === 0 ? 0 : (sxy * sxy) / (sxx * syy),
  };
}

const ROBUST_ROUNDS = 3;

/**
 * Cleveland's locally weighted regression (1979) as statsmodels computes it, over points sorted by x:
 * tricube weights over `fraction` of the points, three robustifying rounds with bisquare weights.
 */
export function lowess(xs: readonly number[], ys: readonly number[], fraction = 2 / 3): number[] {
  const n = xs.length;
  const k = Math.min(n, Math.max(2, Math.floor(fraction * n + 1e-10)));
  let robust: number[] = new Array(n).fill(1);
  let fitted: number[] = [];
  for (let round = 0; round <= ROBUST_ROUNDS; round++) {
    fitted = fitAll(xs, ys, robust, k);
    robust = bisquare(ys.map((y, i) => Math.abs(y - (fitted[i] as number))));
  }
  return fitted;
}

function fitAll(
  xs: readonly number[],
  ys: readonly number[],
  robust: readonly number[],
  k: number,
): number[] {
  const n = xs.length;
  const fitted: number[] = [];
  let left = 0;
  for (let i = 0; i < n; i++) {
    const x = xs[i] as number;
    if (i > 0 && x === xs[i - 1]) {
      fitted.push(fitted[i - 1] as number);
      continue;
    }
    while (left + k < n && x > ((xs[left] as number) + (xs[left + k] as number)) / 2) left++;
    fitted.push(fitOne(xs, ys, robust, x, left, left + k) ?? (ys[i] as number));
  }
  return fitted;
}

function fitOne(
  xs: readonly number[],
  ys: readonly number[],
  robust: readonly number[],
  x: number,
  left: number,
  right: number,
): number | null {
  const radius = Math.max(x - (xs[left] as number), (xs[right - 1] as number) - x);
  const weights: number[] = [];
  let sum = 0;
  for (let j = left; j < right; j++) {
    const d = radius === 0 ? 0 : Math.min(1, Math.abs((xs[j] as number) - x) / radius);
    const w = (1 - d ** 3) ** 3 * (robust[j] as number);
    weights.push(w);
    sum += w;
  }
  if (sum <= 0) return null;
  let mean = 0;
  for (let j = left; j < right; j++) mean += ((weights[j - left] as number) / sum) * (xs[j] as number);
  let spread = 0;
  for (let j = left; j < right; j++)
    spread += ((weights[j - left] as number) / sum) * ((xs[j] as number) - mean) ** 2;
  let value = 0;
  for (let j = left; j < right; j++) {
    const slope = spread < 1e-12 ? 0 : ((x - mean) * ((xs[j] as number) - mean)) / spread;
    value += ((weights[j - left] as number) / sum) * (1 + slope) * (ys[j] as number);
  }
  return value;
}

function bisquare(residuals: readonly number[]): number[] {
  const sorted = residuals.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const median =
    sorted.length % 2 === 1
      ? (sorted[half] as number)
      : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
  return residuals.map((r) => {
    const scaled = median === 0 ? (r > 0 ? 1 : 0) : Math.min(1, r / (6 * median));
    return (1 - scaled ** 2) ** 2;
  });
}
