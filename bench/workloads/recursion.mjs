import { computes } from "./kinds.mjs";

export const workload = computes(
  "recursion",
  "recursion (Fibonacci)",
  { tiny: 1, small: 20, full: 400 },
  (size) => `
function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
let sum = 0;
for (let i = 0; i < ${size}; i++) sum += fib(17);
return sum;`,
);
