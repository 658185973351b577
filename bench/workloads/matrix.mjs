import { computes } from "./kinds.mjs";

export const workload = computes(
  "matrix",
  "matrix product, 60 by 60",
  { tiny: 1, small: 3, full: 60 },
  (size) => `
const n = 60;
const make = (f) => Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => f(i, j)));
const a = make((i, j) => i + j / 2);
const b = make((i, j) => i - j / 3);
let sum = 0;
for (let r = 0; r < ${size}; r++) {
  const c = [];
  for (let i = 0; i < n; i++) {
    const row = [];
    for (let j = 0; j < n; j++) {
      let s = 0;
      for (let k = 0; k < n; k++) s += a[i][k] * b[k][j];
      row.push(s);
    }
    c.push(row);
  }
  sum += c[r % n][(r * 7) % n];
}
return Math.round(sum);`,
);
