import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { captureFrame } from "../../src/danfo/index.js";
import { enter, guest, item, type Step } from "./guest.js";
import { type Danfo, FLIPPER, frameOf, type Loose, MASS, penguins, seriesOf, whole } from "./host.js";

const host = frameOf(penguins);
const hostWhole = frameOf(whole);
const df = captureFrame(host);
const clean = captureFrame(hostWhole);

/** Same columns, index and cells; numbers to twelve digits, because sums may be taken in another order. */
function expectSame(ours: unknown, theirs: Danfo): void {
  expect(guest(ours, ["columns"])).toEqual(theirs.columns);
  expect(guest(ours, ["index"])).toEqual(theirs.index);
  expect(rounded(guest(ours, ["values"]))).toEqual(rounded(theirs.values));
  expect(guest(ours, ["shape"])).toEqual(theirs.shape);
}

function rounded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rounded);
  return typeof value === "number" && Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
}

/** On the penguins, gaps and all. */
const onPenguins: readonly (readonly [string, readonly Step[], (df: Loose) => Danfo])[] = [
  ["the frame", [], (df) => df],
  ["head", [["head"]], (df) => df.head()],
  ["head of 12", [["head", 12]], (df) => df.head(12)],
  ["tail", [["tail", 3]], (df) => df.tail(3)],
  ["head of more than all", [["head", 1000]], (df) => df.head(1000)],
  ["loc columns", [["loc", { columns: ["Sex", MASS] }]], (df) => df.loc({ columns: ["Sex", MASS] })],
  [
    "loc rows",
    [["loc", { rows: [5, 1], columns: ["Sex"] }]],
    (df) => df.loc({ rows: [5, 1], columns: ["Sex"] }),
  ],
  ["iloc", [["iloc", { rows: [5, 1], columns: [0, 2] }]], (df) => df.iloc({ rows: [5, 1], columns: [0, 2] })],
  [
    "iloc slices",
    [["iloc", { rows: ["3:7"], columns: ["1:3"] }]],
    (df) => df.iloc({ rows: ["3:7"], columns: ["1:3"] }),
  ],
  ["drop", [["drop", { columns: ["Sex", "Island"] }]], (df) => df.drop({ columns: ["Sex", "Island"] })],
  ["drop rows", [["drop", { index: [0, 2] }]], (df) => df.drop({ index: [0, 2] })],
  ["rename", [["rename", { Sex: "sex" }]], (df) => df.rename({ Sex: "sex" })],
  ["dropNa rows", [["dropNa"]], (df) => df.dropNa()],
  ["fillNa", [["fillNa", 0]], (df) => df.fillNa(0)],
  ["isNa", [["isNa"]], (df) => df.isNa()],
];

describe("penguins", () => {
  test.each(onPenguins)("%s", (_, steps, theirs) => expectSame(guest(df, ...steps), theirs(host)));

  test("dtypes", () => expect(guest(df, ["dtypes"])).toEqual(host.dtypes));

  test("filter by masks", () => {
    expectSame(guest(df, ["query", guest(item(df, MASS), ["gt", 4000])]), host.query(host[MASS].gt(4000)));
    const both = host.query(host[MASS].gt(4000).and(host.Species.eq("Adelie")));
    const mask = guest(item(df, MASS), ["gt", 4000], ["and", guest(item(df, "Species"), ["eq", "Adelie"])]);
    expectSame(guest(df, ["filter", mask]), both);
    expectSame(guest(df, ["loc", { rows: mask }]), both);
  });

  test("addColumn", () => {
    const kilograms = guest(item(df, MASS), ["div", 1000]);
    const theirs = host.addColumn(
      "kg",
      host[MASS].values.map((mass: number | null) => (mass === null ? Number.NaN : mass / 1000)),
    );
    expectSame(guest(df, ["addColumn", "kg", kilograms]), theirs);
  });

  test.each(["mean", "sum", "count", "min", "max", "std", "var", "median"])("groups: %s", (name) => {
    const numeric = ["Species", "Island", MASS, FLIPPER];
    const ours = guest(
      clean,
      ["select", numeric],
      ["groupby", ["Species", "Island"]],
      ["col", [MASS, FLIPPER]],
      ["agg", { [MASS]: name, [FLIPPER]: name }],
    );
    expectSame(
      ours,
      hostWhole
        .loc({ columns: numeric })
        .groupby(["Species", "Island"])
        .agg({ [MASS]: name, [FLIPPER]: name }),
    );
  });

  test.each(["mean", "sum", "min", "max", "std", "var"])("groups, all columns: %s", (name) => {
    const numeric = ["Species", MASS, FLIPPER];
    const theirs = hostWhole.loc({ columns: numeric }).groupby(["Species"]);
    expectSame(guest(clean, ["select", numeric], ["groupby", "Species"], [name]), theirs[name]());
  });

  test("groups: count of text, several statistics of a column, one group", () => {
    expectSame(guest(clean, ["groupby", ["Island"]], ["count"]), hostWhole.groupby(["Island"]).count());
    const wanted = { [MASS]: ["mean", "max"], [FLIPPER]: "min" };
    expectSame(guest(clean, ["groupby", ["Sex"]], ["agg", wanted]), hostWhole.groupby(["Sex"]).agg(wanted));
    expect(guest(clean, ["groupby", ["Sex", "Island"]], ["ngroups"])).toBe(
      hostWhole.groupby(["Sex", "Island"]).ngroups,
    );
    const one = guest(clean, ["groupby", ["Island"]], ["getGroup", ["Dream"]], ["index"]);
    expect(one).toEqual(hostWhole.query(hostWhole.Island.eq("Dream")).index);
  });

  test.each([true, false])("sortValues by a number, ascending %s", (ascending) => {
    const ours = guest(clean, ["sortValues", MASS, { ascending }]);
    const theirs = hostWhole.sortValues(MASS, { ascending });
    expect(guest(item(ours as object, MASS), ["values"])).toEqual(theirs[MASS].values);
    expect([...(guest(ours, ["index"]) as number[])].sort()).toEqual([...theirs.index].sort());
  });

  test.each(["mean", "sum", "min", "max", "std", "var", "median", "count"])("columns: %s", (name) => {
    const theirs = hostWhole.loc({ columns: [MASS, FLIPPER] })[name]({ axis: 0 });
    expectSame(guest(clean, ["select", [MASS, FLIPPER]], [name]), theirs);
    const rows = hostWhole.loc({ columns: [MASS, FLIPPER] })[name]({ axis: 1 });
    expectSame(guest(clean, ["select", [MASS, FLIPPER]], [name, { axis: 1 }]), rows);
  });

  test("describe", () => {
    expectSame(guest(clean, ["describe"]), hostWhole.describe());
    expectSame(guest(item(clean, MASS), ["describe"]), hostWhole[MASS].describe());
  });

  test("text", () => {
    const species = item(df, "Species");
    const steps: readonly Step[] = [
      ["toLowerCase"],
      ["toUpperCase"],
      ["includes", "in"],
      ["startsWith", "A"],
      ["endsWith", "e"],
      ["replace", "e", "E"],
      ["trim"],
      ["len"],
    ];
    for (const [name, ...args] of steps)
      expectSame(guest(species, ["str"], [name, ...args]), host.Species.str[name](...args));
  });

  test("valueCounts, unique, nUnique", () => {
    expectSame(guest(item(df, "Species"), ["valueCounts"]), host.Species.valueCounts());
    expectSame(guest(item(df, "Species"), ["unique"]), host.Species.unique());
    expect(guest(item(df, "Species"), ["nUnique"])).toBe(host.Species.nUnique());
  });

  test("records and iteration", () => {
    expect(guest(df, ["toRecords"])).toEqual(penguins);
  });
});

const number = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 64),
);
const word = fc.constantFrom("x", "y", "zed", "b c", "É");
const rows = fc.array(fc.record({ a: number, b: number, k: word, l: word }, { noNullPrototype: true }), {
  minLength: 2,
  maxLength: 40,
});

describe("random tables", () => {
  test("whole frames, heads, tails and masks", () => {
    fc.assert(
      fc.property(rows, fc.nat(50), number, (data, n, limit) => {
        const theirs = frameOf(data);
        const ours = enter(theirs);
        expectSame(ours, theirs);
        if (n > 0) {
          expectSame(guest(ours, ["head", n]), theirs.head(n));
          expectSame(guest(ours, ["tail", n]), theirs.tail(n));
        }
        const mask = theirs.a.gt(limit);
        const ourMask = guest(item(ours, "a"), ["gt", limit]);
        expectSame(ourMask, mask);
        if (mask.values.includes(true)) expectSame(guest(ours, ["query", ourMask]), theirs.query(mask));
      }),
      { numRuns: 60 },
    );
  });

  test("arithmetic, comparison and statistics of Series", () => {
    fc.assert(
      fc.property(rows, number, (data, other) => {
        const theirs = frameOf(data);
        const ours = enter(theirs);
        const a = item(ours, "a");
        const b = item(ours, "b");
        for (const name of ["add", "sub", "mul", "div", "mod"]) {
          if (other !== 0) expectSame(guest(a, [name, other]), theirs.a[name](other));
          expectSame(guest(a, [name, b]), theirs.a[name](theirs.b));
          expectSame(guest(a, [name, theirs.b.values.slice()]), theirs.a[name](theirs.b.values));
        }
        for (const name of ["eq", "ne", "lt", "le", "gt", "ge"]) {
          expectSame(guest(a, [name, other]), theirs.a[name](other));
          expectSame(guest(a, [name, b]), theirs.a[name](theirs.b));
        }
        for (const name of ["mean", "median", "min", "max", "sum", "std", "var", "count", "nUnique"]) {
          expect(rounded(guest(a, [name])), name).toEqual(rounded(theirs.a[name]()));
        }
        expectSame(guest(a, ["abs"]), theirs.a.abs());
        expectSame(guest(a, ["round", 2]), theirs.a.round(2));
        expectSame(guest(a, ["cumSum"]), theirs.a.cumSum());
        expectSame(guest(a, ["unique"]), theirs.a.unique());
        expectSame(
          guest(a, ["map", (x: number) => x * 2]),
          theirs.a.map((x: number) => x * 2),
        );
        const sorted = guest(a, ["sortValues"]);
        expect(guest(sorted, ["values"])).toEqual(theirs.a.sortValues().values);
        expect(guest(item(ours, "k"), ["valueCounts"], ["values"])).toEqual(theirs.k.valueCounts().values);
      }),
      { numRuns: 40 },
    );
  });

  test("groups", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const theirs = frameOf(data);
        const ours = enter(theirs);
        const wanted = { a: ["mean", "sum", "min", "max", "count", "median"], b: "sum" };
        expectSame(guest(ours, ["groupby", ["k"]], ["agg", wanted]), theirs.groupby(["k"]).agg(wanted));
        expectSame(
          guest(ours, ["groupby", ["k", "l"]], ["agg", wanted]),
          theirs.groupby(["k", "l"]).agg(wanted),
        );
      }),
      { numRuns: 40 },
    );
  });

  test("a Series by itself", () => {
    const theirs = seriesOf([3, 1, 2], { index: ["x", "y", "z"], columns: ["n"] });
    const ours = enter(theirs);
    expectSame(ours, theirs);
    expect(guest(ours, ["at", "z"])).toBe(theirs.at("z"));
    expect(guest(ours, ["iat", 1])).toBe(theirs.iat(1));
    expectSame(guest(ours, ["iloc", ["1:3"]]), theirs.iloc(["1:3"]));
    expectSame(guest(ours, ["loc", ["z", "x"]]), theirs.loc(["z", "x"]));
  });
});
