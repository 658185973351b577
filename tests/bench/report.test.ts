import { expect, test } from "vitest";
import { benchModule } from "./modules.js";

const { quartiles, geometricMean, short } = await benchModule<{
  quartiles: (figures: readonly number[]) => { q1: number; median: number; q3: number };
  geometricMean: (figures: readonly number[]) => number;
  short: (x: number) => string;
}>("report/statistics.mjs");
const { report } = await benchModule<{ report: (result: unknown) => string }>("report/report.mjs");
const { summarise } = await benchModule<{
  summarise: (name: string, cells: ReadonlyMap<string, unknown>) => Promise<unknown>;
}>("report/result.mjs");
const { between } = await benchModule<{ between: (page: string, text: string) => string }>("report/docs.mjs");

test("statistics of known figures", () => {
  expect(quartiles([9, 1, 8, 2, 7, 3, 6, 4, 5])).toEqual({ q1: 3, median: 5, q3: 7 });
  expect(quartiles([4])).toEqual({ q1: 4, median: 4, q3: 4 });
  expect(geometricMean([1, 4])).toBe(2);
  expect([0.123, 12.34, 123.4, 12345.6, Number.NaN].map(short)).toEqual([
    "0.12",
    "12.3",
    "123",
    "12 346",
    "-",
  ]);
});

const native = [10, 11, 9];
const cells = new Map<string, unknown>([
  ["native full", { scale: "full", times: native }],
  ["inline", { status: "ok", scale: "full", times: [12, 15, 18], nativeTimes: native }],
  ["quickjs", { status: "ok", scale: "small", times: [40, 50, 60], nativeTimes: [2, 2, 2] }],
  ["sval", { status: "slow", over: 1234 }],
  ["vm", { status: "slow", overMs: 60_000, reason: "no answer in 60000 ms (probe)" }],
  ["vm2", { status: "WRONG", reason: "1 instead of 2" }],
]);

test("a result becomes tables: ratios of medians, sizes, words and their reasons", async () => {
  const names = ["native", "inline", "quickjs", "sval", "vm", "vm2"];
  const text = report({
    version: "1.2.3",
    commit: "abc",
    date: "2030-01-01T00:00",
    node: "v20",
    v8: "11",
    cpu: "one",
    load: [0, 0, 0],
    options: { clock: "wall", rounds: 3, quick: false },
    engines: names.map((name) => ({ name, title: name, limit: "none" })),
    workloads: [await summarise("sieve", cells)],
  });
  const row = (name: string): string[] =>
    text
      .split("\n")
      .filter((line) => line.startsWith(`| ${name} `))
      .map((line) => line.replace(/ +/g, " "));
  expect(row("native")).toContain("| native | 1.00 |");
  expect(row("inline")[0]).toMatch(/^\| inline \| none \| 1\.50 \| 1\.50 sieve \| - \|/);
  expect(row("inline")).toContain("| inline | 1.50 |");
  expect(row("quickjs")).toContain("| quickjs | 25.0 s |");
  expect(row("sval")).toContain("| sval | > 1 234 |");
  expect(row("vm")).toContain("| vm | > 60.0 s |");
  expect(row("vm2")).toContain("| vm2 | WRONG |");
  expect(row("sieve")).toEqual(["| sieve | 10.0 | 1.50 | 1.20–1.80 |"]);
  expect(text).toContain("- vm2, sieve: WRONG, 1 instead of 2");
});

test("the docs keep what is outside the marks", () => {
  const page = "a\n<!-- bench: begin -->\nold\n<!-- bench: end -->\nz\n";
  expect(between(page, "new\n")).toBe("a\n<!-- bench: begin -->\n\nnew\n\n<!-- bench: end -->\nz\n");
  expect(() => between("no marks", "new")).toThrow("needs the marks");
});
