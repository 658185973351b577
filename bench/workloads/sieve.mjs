import { computes } from "./kinds.mjs";

export const workload = computes(
  "sieve",
  "sieve of Eratosthenes",
  { tiny: 500, small: 40_000, full: 800_000 },
  (size) => `
const n = ${size};
const composite = new Array(n + 1).fill(false);
let count = 0;
for (let i = 2; i <= n; i++) {
  if (composite[i]) continue;
  count++;
  for (let j = i * 2; j <= n; j += i) composite[j] = true;
}
return count;`,
);
