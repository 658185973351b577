import { computes } from "./kinds.mjs";

export const workload = computes(
  "classes",
  "classes: methods, accessors, private fields, inheritance",
  { tiny: 100, small: 10_000, full: 200_000 },
  (size) => `
class Vector {
  constructor(x, y) { this.x = x; this.y = y; }
  add(other) { return new Vector(this.x + other.x, this.y + other.y); }
  get length() { return Math.sqrt(this.x * this.x + this.y * this.y); }
}
class Account {
  #balance = 0;
  deposit(amount) { this.#balance += amount; return this; }
  get balance() { return this.#balance; }
}
class Savings extends Account {
  #rate;
  constructor(rate) { super(); this.#rate = rate; }
  accrue() { return this.deposit(Math.floor(this.balance * this.#rate)); }
}
let v = new Vector(0, 0);
const account = new Savings(0.00001);
for (let i = 0; i < ${size}; i++) {
  v = v.add(new Vector(i % 3, 1));
  account.deposit(i % 10);
  if (i % 16 === 0) account.accrue();
}
return [Math.round(v.length), account.balance].join(" ");`,
);
