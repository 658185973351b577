import { describe, expect, test } from "vitest";
import { enter, guest, item, type Step } from "./guest.js";
import { frameOf, type Loose, seriesOf } from "./host.js";

const { NaN: nothing } = Number;

function values(data: unknown, ...steps: readonly Step[]): unknown {
  return guest(enter(Array.isArray(data) ? seriesOf(data) : frameOf(data)), ...steps, ["values"]);
}

function statistic(data: unknown[], name: string): unknown {
  return guest(enter(seriesOf(data)), [name]);
}

function fails(run: () => unknown): unknown {
  try {
    return run();
  } catch {
    return "throws";
  }
}

describe("where danfojs is wrong", () => {
  test("a query of a query", () => {
    const host = frameOf({ a: [1, 2, 3, 4], b: [4, 3, 2, 1] });
    const raw = (): unknown => {
      const once = host.query(host.a.gt(1));
      return once.query(once.b.gt(1)).values;
    };
    expect(fails(raw)).not.toEqual([
      [2, 3],
      [3, 2],
    ]);
    const once = guest(enter(host), ["query", [false, true, true, true]]) as object;
    expect(guest(once, ["query", guest(item(once, "b"), ["gt", 1])], ["values"])).toEqual([
      [2, 3],
      [3, 2],
    ]);
  });

  test("a query after a sort finds the sorted rows", () => {
    const host = frameOf({ v: [3, 1, 2] });
    const rawSorted = host.sortValues("v");
    expect(fails(() => rawSorted.query(rawSorted.v.eq(1)).values)).not.toEqual([[1]]);
    const sorted = guest(enter(host), ["sortValues", "v"]) as object;
    expect(guest(sorted, ["query", guest(item(sorted, "v"), ["eq", 1])], ["values"])).toEqual([[1]]);
  });

  test("text sorts forwards", () => {
    expect(seriesOf(["b", "c", "a"]).sortValues().values).not.toEqual(["a", "b", "c"]);
    expect(values(["b", "c", "a"], ["sortValues"])).toEqual(["a", "b", "c"]);
    expect(values(["b", "c", "a"], ["sortValues", { ascending: false }])).toEqual(["c", "b", "a"]);
  });

  test("sorting puts missing values last, keeps ties in order and takes several keys", () => {
    const data = { n: [2, nothing, 1, 2, null], i: [0, 1, 2, 3, 4], s: ["b", "a", "c", "a", "d"] };
    expect(frameOf(data).sortValues("n").n.values).not.toEqual([1, 2, 2, nothing, null]);
    expect(guest(enter(frameOf(data)), ["sortValues", "n"], ["column", "i"], ["values"])).toEqual([
      2, 0, 3, 1, 4,
    ]);
    expect(
      guest(enter(frameOf(data)), ["sortValues", "n", { ascending: false }], ["column", "i"], ["values"]),
    ).toEqual([0, 3, 2, 1, 4]);
    expect(
      guest(
        enter(frameOf(data)),
        ["sortValues", ["n", "s"], { ascending: [false, true] }],
        ["column", "i"],
        ["values"],
      ),
    ).toEqual([3, 0, 2, 1, 4]);
  });

  test("missing values are skipped in statistics", () => {
    const gaps = [1, nothing, null, undefined, 4];
    for (const [name, expected] of [
      ["mean", 2.5],
      ["sum", 5],
      ["count", 2],
      ["min", 1],
      ["max", 4],
      ["median", 2.5],
      ["var", 4.5],
      ["nUnique", 2],
    ] as const) {
      expect(statistic(gaps, name), name).toBe(expected);
    }
    expect(statistic(gaps, "std")).toBeCloseTo(2.1213203435596424, 15);
    for (const name of ["mean", "min", "max", "median", "std", "var"])
      expect(statistic([nothing, null], name), name).toBeNaN();
    expect(statistic([nothing], "sum")).toBe(0);
    expect(statistic([5], "std")).toBeNaN();
    expect(fails(() => seriesOf([nothing, nothing]).mean())).toBe("throws");
  });

  test("groups skip missing values, and rows without a key", () => {
    const data = { k: ["a", "a", "b", null, "b"], v: [1, nothing, null, 9, 4] };
    const df = enter(frameOf(data));
    expect(guest(df, ["groupby", "k"], ["agg", { v: ["mean", "sum", "count", "min"] }], ["values"])).toEqual([
      ["a", 1, 1, 1, 1],
      ["b", 4, 4, 1, 4],
    ]);
    expect(guest(df, ["groupby", "k"], ["size"], ["values"])).toEqual([
      ["a", 2],
      ["b", 2],
    ]);
    expect(
      guest(df, ["groupby", "k"], ["agg", { v: ["first", "last", "median", "nunique"] }], ["columns"]),
    ).toEqual(["k", "v_first", "v_last", "v_median", "v_nunique"]);
    expect(fails(() => frameOf(data).groupby(["k"]).agg({ v: "mean" }).values)).not.toEqual([
      ["a", 1],
      ["b", 4],
    ]);
  });

  test("keys never merge", () => {
    const data = { p: ["a-b", "a", "a-b"], q: ["c", "b-c", "c"], v: [1, 2, 4] };
    expect(frameOf(data).groupby(["p", "q"]).sum().shape[0]).toBe(1);
    expect(values(data, ["groupby", ["p", "q"]], ["sum"])).toEqual([
      ["a-b", "c", 5],
      ["a", "b-c", 2],
    ]);
    const mixed = { p: [1, "1", true, "true"], v: [1, 2, 3, 4] };
    expect(values(mixed, ["groupby", "p"], ["sum"])).toEqual([
      [1, 1],
      ["1", 2],
      [true, 3],
      ["true", 4],
    ]);
  });

  test("keys that look like whole numbers keep their order", () => {
    expect(values({ p: [2, 1, 2], v: [1, 2, 4] }, ["groupby", "p"], ["sum"])).toEqual([
      [2, 5],
      [1, 2],
    ]);
    expect(
      frameOf({ p: [2, 1, 2], v: [1, 2, 4] })
        .groupby(["p"])
        .sum().values,
    ).toEqual([
      [1, 2],
      [2, 5],
    ]);
  });

  test("double precision everywhere", () => {
    expect(values([0.1, 16777217], ["add", 0.2])).toEqual([0.1 + 0.2, 16777217.2]);
    expect(frameOf({ a: [0.1, 16777217] }).add(0.2).values[1][0]).toBe(16777216);
  });

  test("arithmetic and comparison with missing values", () => {
    expect(values([1, null, nothing], ["add", 1])).toEqual([2, nothing, nothing]);
    expect(values([1, null, nothing], ["lt", 2])).toEqual([true, false, false]);
    expect(values([1, null, nothing], ["ne", 1])).toEqual([false, true, true]);
    expect(values([1, nothing, 2], ["cumSum"])).toEqual([1, nothing, 3]);
    expect(seriesOf([1, null]).lt(2).values).toEqual([true, true]);
  });

  test("text and numbers are not ordered", () => {
    expect(() => values(["a", "b"], ["gt", 1])).toThrow(/compares text with the number 1/);
    expect(() => values([1, 2], ["add", "1"])).toThrow(/not text/);
    expect(() => values(["a"], ["mean"])).toThrow(/needs numbers/);
  });

  test("dtypes are found from all values, and text that looks like a number is text", () => {
    const host: Loose = frameOf({ zip: ["00501", "10001"], n: [1, 2] });
    expect(host.dtypes[0]).toBe("int32");
    expect(guest(enter(host), ["dtypes"])).toEqual(["string", "int32"]);
    const late = Array.from({ length: 30 }, (_, i) => (i < 25 ? i : "x"));
    expect(guest(enter(seriesOf(late)), ["dtype"])).toBe("string");
    expect(guest(enter(seriesOf([1, 2])), ["div", 4], ["dtype"])).toBe("float32");
  });

  test("describe skips text and missing values", () => {
    const data = { k: ["x", "y", "z"], v: [1, null, 3] };
    expect(fails(() => frameOf(data).describe().values)).not.toEqual([
      [2],
      [2],
      [Math.SQRT2],
      [1],
      [2],
      [3],
      [2],
    ]);
    expect(values(data, ["describe"])).toEqual([[2], [2], [Math.SQRT2], [1], [2], [3], [2]]);
  });

  test("statistics of a frame are by column, of the numeric ones", () => {
    const df = enter(frameOf({ a: [1, 3], k: ["x", "y"], b: [10, 20] }));
    expect(guest(df, ["mean"], ["index"])).toEqual(["a", "b"]);
    expect(guest(df, ["mean"], ["values"])).toEqual([2, 15]);
    expect(guest(df, ["count"], ["index"])).toEqual(["a", "k", "b"]);
  });

  test("head of none, and an empty frame, are frames", () => {
    const df = enter(frameOf({ a: [1, 2] }));
    expect(guest(df, ["head", 0], ["shape"])).toEqual([0, 1]);
    const none = guest(df, ["query", [false, false]]);
    for (const steps of [
      [["describe"]],
      [["groupby", "a"], ["size"]],
      [["sortValues", "a"]],
      [["dropNa"]],
      [["fillNa", 1]],
      [["mean"]],
    ] as const) {
      expect(guest(none, ...(steps as readonly Step[]), ["values"])).toBeDefined();
    }
  });
});

describe("new verbs", () => {
  const df = enter(frameOf({ a: [1, 2, 3], k: ["x", "y", "x"] }));

  test("assign", () => {
    const made = guest(df, [
      "assign",
      { twice: (row: { a: number }) => row.a * 2, b: [7, 8, 9], c: 0, d: item(df, "a") },
    ]);
    expect(guest(made, ["toRecords"])).toEqual([
      { a: 1, k: "x", twice: 2, b: 7, c: 0, d: 1 },
      { a: 2, k: "y", twice: 4, b: 8, c: 0, d: 2 },
      { a: 3, k: "x", twice: 6, b: 9, c: 0, d: 3 },
    ]);
  });

  test("first, last and a statistic's name that is taken", () => {
    expect(guest(df, ["groupby", "k"], ["first"], ["toRecords"])).toEqual([
      { k: "x", a: 1 },
      { k: "y", a: 2 },
    ]);
    expect(guest(df, ["groupby", "k"], ["last"], ["values"])).toEqual([
      ["x", 3],
      ["y", 2],
    ]);
    const clash = guest(df, ["rename", { k: "a_sum" }]);
    expect(() => guest(clash, ["groupby", "a_sum"], ["sum"])).toThrow(
      /Two columns of the result would be called `a_sum`/,
    );
  });

  test("dropNa and fillNa by column", () => {
    const gaps = enter(frameOf({ a: [1, nothing], b: [null, "x"], c: [1, 2] }));
    expect(guest(gaps, ["dropNa", { columns: ["a"] }], ["values"])).toEqual([[1, null, 1]]);
    expect(guest(gaps, ["dropNa", { axis: 0 }], ["columns"])).toEqual(["c"]);
    expect(guest(gaps, ["fillNa", [0, "none"], { columns: ["a", "b"] }], ["values"])).toEqual([
      [1, "none", 1],
      [0, "x", 2],
    ]);
  });

  test("valueCounts, unique and mode with gaps", () => {
    const gaps = enter(seriesOf(["x", null, "x", "y"]));
    expect(guest(gaps, ["valueCounts"], ["values"])).toEqual([2, 1]);
    expect(guest(gaps, ["unique"], ["values"])).toEqual(["x", null, "y"]);
    expect(guest(gaps, ["mode"])).toEqual(["x"]);
  });

  test("text: replacement is literal, and a gap is no match", () => {
    const text = enter(seriesOf(["a$", null, "b"]));
    expect(guest(text, ["str"], ["replace", "a", "$&$&"], ["values"])).toEqual(["$&$&$", nothing, "b"]);
    expect(guest(text, ["str"], ["includes", "a"], ["values"])).toEqual([true, false, false]);
    expect(() => guest(enter(seriesOf([1])), ["str"])).toThrow(/`str` is for text/);
  });
});
