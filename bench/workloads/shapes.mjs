import { computes } from "./kinds.mjs";

export const workload = computes(
  "shapes",
  "polymorphism over eight shapes",
  { tiny: 10, small: 2500, full: 50_000 },
  (size) => `
const things = [
  { kind: 0, r: 1, area() { return 3 * this.r * this.r; } },
  { kind: 1, a: 2, b: 3, area() { return this.a * this.b; } },
  { kind: 2, s: 2, area() { return this.s * this.s; } },
  { kind: 3, base: 3, h: 4, area() { return (this.base * this.h) / 2; } },
  { p: 1, kind: 4, q: 2, area() { return this.p + this.q; } },
  { w: 5, area() { return this.w; }, kind: 5 },
  { area() { return 7; }, kind: 6, z: 1 },
  { u: 1, v: 2, t: 3, kind: 7, area() { return this.u * this.v * this.t; } },
];
let sum = 0;
for (let i = 0; i < ${size}; i++) {
  for (const thing of things) sum += thing.area() + thing.kind;
  things[i & 7].kind ^= 1;
}
return sum;`,
);
