import { computes } from "./kinds.mjs";

export const workload = computes(
  "closures",
  "closures, generators, destructuring, spread",
  { tiny: 50, small: 2500, full: 50_000 },
  (size) => `
const counter = () => { let n = 0; return { up: (by = 1) => (n += by), get: () => n }; };
function* pairs(limit) { for (let i = 0; i < limit; i++) yield [i, { left: i * 2, right: -i }]; }
const compose = (...fs) => (x) => fs.reduce((v, f) => f(v), x);
const step = compose((x) => x + 1, (x) => x * 2, (x) => x % 1009);
const total = counter();
let last = [0, 0, 0];
for (const [i, { left, right: r, missing = 3 }] of pairs(${size})) {
  const [a, ...rest] = [left, r, missing, ...last];
  last = rest.slice(0, 3);
  const options = { a, ...{ b: i }, c: last.length };
  total.up(step(options.a + options.b) + options.c);
}
return [total.get(), ...last].join(",");`,
);
