import { expect, it } from "vitest";
import { compileRestricted, defaultGuards, execRestrictedAsync, PrintCollector } from "../../src/index.js";

/** An ordinary program, longer than any test of one guard: it groups, sorts, builds classes, waits and prints. */
const PROGRAM = `
import { tax } from "rates";
const orders = [
  { id: 1, who: "ann", items: [["pen", 2, 1.5], ["book", 1, 12]] },
  { id: 2, who: "bob", items: [["pen", 10, 1.2]] },
  { id: 3, who: "eve", items: [] },
];
class Basket {
  #lines = new Map();
  total = 0;
  static made = 0;
  constructor(who) { this.who = who; Basket.made++; }
  add([name, count, price], ...notes) {
    if (count in this && !(notes instanceof Array)) throw new RangeError(name);
    this.#lines.set(name, (this.#lines.get(name) ?? 0) + count);
    this.total += count * price;
    return this;
  }
  *[Symbol.iterator]() { yield* this.#lines; }
}
class Taxed extends Basket {
  get gross() { return Math.round(this.total * (1 + tax) * 100) / 100; }
}
const money = (strings, ...values) => strings.map((s, i) => s + (values[i] ?? "")).join("");
const baskets = {};
for (const { who, items, ...rest } of orders) {
  baskets[who] ??= new Taxed(who);
  for (const item of items) baskets[who].add(item, ...Object.keys(rest));
}
for (const [key, { total }] of Object.entries(baskets)) if (total === 0) delete baskets[key];
const report = [];
for (const who in baskets) {
  const [first, [name, count] = ["nothing", 0]] = baskets[who];
  report.push(money\`\${who} pays \${baskets[who].gross} for \${first[0]} and \${name}\`);
}
const stock = { pen: 20, old: 1 };
delete stock.old;
stock.pen -= orders.flatMap(({ items }) => items).filter(([name]) => name === "pen").length;
stock["pen" + ""]--;
let failed = 0;
try { baskets.carl.add([]); } catch (error) { failed += error instanceof TypeError ? 1 : 0; }
const later = await Promise.all(report.map(async (line) => { await null; return line.toUpperCase(); }));
const sum = (...xs) => xs.reduce((a, b) => a + b, 0);
let i = 0;
while (i < 3) i++;
for (const line of later) print(line);
({ later, stock, failed, made: Basket.made, sum: sum(...[1, 2], ...[3]), open: "open" in stock, i, copy: { ...stock } });
`;

it("TestActualPython: every guard is used: an ordinary program asks every guard there is", async () => {
  const hits = new Map<string, number>(Object.keys(defaultGuards).map((name) => [name, 0]));
  const count = (name: string): void => void hits.set(name, (hits.get(name) ?? 0) + 1);
  const output = new PrintCollector();
  const guards: Record<string, (...args: never[]) => unknown> = {};
  for (const [name, guard] of Object.entries(defaultGuards))
    guards[name] = (...args: never[]) => {
      count(name);
      return guard(...args);
    };
  guards._import_ = (name: string) => {
    count("_import_");
    return name === "rates" ? { tax: 0.19 } : undefined;
  };
  guards._print_ = () => {
    count("_print_");
    return output;
  };
  for (const name of ["_import_", "_print_"]) hits.set(name, 0);
  const program = compileRestricted(PROGRAM, { guards: "call", async: true, imports: ["rates"] });
  expect(program.errors.map(String)).toEqual([]);
  const { value, printed } = await execRestrictedAsync(program, { guards });
  expect(value).toEqual({
    later: ["ANN PAYS 17.85 FOR PEN AND BOOK", "BOB PAYS 14.28 FOR PEN AND NOTHING"],
    stock: { pen: 17 },
    failed: 1,
    made: 3,
    sum: 6,
    open: false,
    i: 3,
    copy: { pen: 17 },
  });
  expect(printed.map((line) => line.text)).toEqual((value as { later: string[] }).later);
  expect(output.call()).toBe(printed.map((line) => `${line.text}\n`).join(""));
  expect([...hits].filter(([, n]) => n === 0)).toEqual([]);
  // The same program without the host's guards.
  const plain = compileRestricted(PROGRAM, { async: true, imports: ["rates"] });
  expect((await execRestrictedAsync(plain, { modules: { rates: { tax: 0.19 } } })).value).toEqual(value);
});
