import { describe, expect, test } from "vitest";
import { captureFrame, captureSeries, danfoPolicies, toDanfo, toRecords } from "../../src/danfo/index.js";
import { loadDanfo } from "../../src/danfo/leave/load-danfo.js";
import { GuardError, tableOf } from "../../src/index.js";
import { enter, guest, item, policyOf } from "./guest.js";
import { dfd, frameOf, penguins, seriesOf, snapshot } from "./host.js";

function code(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error instanceof GuardError ? error.code : error;
  }
}

function matched(value: object): string | undefined {
  return danfoPolicies.find((policy) => policy.matches(value))?.name;
}

describe("what is recognized", () => {
  const host = frameOf({ a: [1, 2], b: ["x", "y"] });

  test("frames and series, of the exported classes and of those that danfojs returns", () => {
    for (const frame of [host, host.copy(), host.head(1), host.query(host.a.gt(1))])
      expect(matched(frame)).toBe("danfojs DataFrame");
    for (const series of [host.a, seriesOf([1]), host.a.add(1)])
      expect(matched(series)).toBe("danfojs Series");
    expect(host.copy() instanceof dfd.DataFrame).toBe(false);
  });

  test("nothing that only looks like one", () => {
    const fields = { ...host };
    const methods = Object.fromEntries(
      Object.getOwnPropertyNames(dfd.DataFrame.prototype).map((name) => [name, () => 1]),
    );
    const lookalikes: readonly object[] = [
      {},
      [],
      fields,
      { ...fields, ...methods },
      Object.assign(Object.create(null), fields),
      Object.assign(Object.create({ ...methods }), fields),
      Object.create(host),
      Object.create(dfd.DataFrame.prototype),
      structuredClone({ ...fields, $config: {} }),
      dfd.DataFrame,
      dfd.DataFrame.prototype,
    ];
    for (const value of lookalikes) expect(matched(value)).toBeUndefined();
    expect(code(() => captureFrame(fields))).toBe("DANFO_FRAME");
    expect(code(() => captureSeries(host))).toBe("DANFO_FRAME");
    expect(code(() => toRecords(host))).toBe("DANFO_FRAME");
  });

  test("a column named like a field or a member neither runs nor hides anything", () => {
    const odd = frameOf([[1, 2]], { columns: ["shape", "values"] });
    expect(matched(odd)).toBe("danfojs DataFrame");
    expect(guest(enter(odd), ["shape"])).toEqual([1, 2]);
    let ran = false;
    const trap = frameOf({ a: [1] });
    Object.defineProperty(trap, "values", {
      get: () => {
        ran = true;
      },
    });
    expect(toRecords(captureFrame(trap))).toEqual([{ a: 1 }]);
    expect(ran).toBe(false);
  });
});

describe("capture", () => {
  test("later changes of the host's are not seen", () => {
    const host = frameOf({ a: [1, 2] });
    const df = captureFrame(host);
    host.addColumn("a", [9, 9], { inplace: true });
    host.values[0][0] = 8;
    expect(toRecords(df)).toEqual([{ a: 1 }, { a: 2 }]);
  });

  test("the rows are the truth where danfojs's two copies have drifted", () => {
    const host = frameOf({ a: [1, 2] });
    host.copy().asType("a", "string");
    expect(host.a.values).toEqual([1, 2]);
    expect(host.values).toEqual([["1"], ["2"]]);
    expect(toRecords(captureFrame(host))).toEqual([{ a: "1" }, { a: "2" }]);
  });

  test("low memory mode", () => {
    expect(
      toRecords(captureFrame(frameOf([[1, "x"]], { columns: ["a", "b"], config: { lowMemoryMode: true } }))),
    ).toEqual([{ a: 1, b: "x" }]);
  });

  test("Dates are text inside and Dates outside", () => {
    const date = new Date(86_400_000);
    const host = frameOf(
      [
        [date, 1],
        [null, 2],
      ],
      { columns: ["d", "n"], dtypes: ["datetime", "int32"] },
    );
    const df = captureFrame(host);
    date.setFullYear(1999);
    expect(toRecords(df)).toEqual([
      { d: "1970-01-02T00:00:00.000Z", n: 1 },
      { d: null, n: 2 },
    ]);
    expect(guest(df, ["dtypes"])).toEqual(["datetime", "int32"]);
    const out = toDanfo(df) as { values: unknown[][] };
    expect(out.values).toEqual([
      [new Date(86_400_000), 1],
      [null, 2],
    ]);
    expect(guest(item(df, "d"), ["eq", new Date(86_400_000)], ["values"])).toEqual([true, false]);
    expect((toDanfo(item(df, "d") as never) as { values: unknown[] }).values).toEqual([
      "1970-01-02T00:00:00.000Z",
      null,
    ]);
  });

  test("labels are kept", () => {
    const host = frameOf({ a: [1, 2, 3] }, { index: ["x", "y", "z"] });
    expect(guest(enter(host), ["tail", 2], ["index"])).toEqual(["y", "z"]);
    expect((toDanfo(guest(enter(host), ["tail", 2]) as never) as { index: unknown[] }).index).toEqual([
      "y",
      "z",
    ]);
  });

  test("names: numbers become text, repeated ones are numbered, others are refused", () => {
    const host = frameOf([[1, 2, 3]], { columns: ["a", "b", "c"] });
    host.$columns = ["a", "a", 7];
    expect(guest(enter(host), ["columns"])).toEqual(["a", "a_2", "7"]);
    host.$columns = ["a", {}, "c"];
    expect(code(() => captureFrame(host))).toBe("DANFO_COLUMN_NAME");
  });

  test("cells that are objects are refused, not shared", () => {
    for (const cell of [{}, [1], () => 1, Symbol("s")])
      expect(
        code(() => captureFrame(frameOf([[1, cell]], { columns: ["a", "b"], dtypes: ["int32", "string"] }))),
      ).toBe("DANFO_CELL");
    const big = captureFrame(
      frameOf([[10n, 2n ** 70n]], { columns: ["a", "b"], dtypes: ["int32", "string"] }),
    );
    expect(toRecords(big)).toEqual([{ a: 10, b: "1180591620717411303424" }]);
  });

  test("a Table for px: names, length and copies of columns", () => {
    const df = captureFrame(frameOf({ a: [1, 2], b: ["x", "y"] }));
    const table = tableOf(df);
    expect([table?.names, table?.length, table?.column("b"), table?.column("none")]).toEqual([
      ["a", "b"],
      2,
      ["x", "y"],
      [],
    ]);
    (table?.column("a") as number[])[0] = 99;
    expect(toRecords(df)[0]).toEqual({ a: 1, b: "x" });
    expect(tableOf(item(df, "a"))?.column("a")).toEqual([1, 2]);
  });
});

describe("leaving", () => {
  const host = frameOf(penguins);
  const df = captureFrame(host);

  test("a frame leaves as a frame of the host's own class, with the same bits", () => {
    const out = toDanfo(df);
    expect(out).toBeInstanceOf(dfd.DataFrame);
    expect(snapshot(out)).toBe(snapshot(host));
    expect(out).not.toBe(host);
    const grouped = toDanfo(guest(df, ["groupby", "Species"], ["size"]) as never) as { columns: unknown };
    expect(grouped.columns).toEqual(["Species", "group_size"]);
  });

  test("arrays of what left are not ours", () => {
    const out = toDanfo(df) as { values: unknown[][]; columns: string[]; index: unknown[] };
    (out.values[0] as unknown[])[0] = "changed";
    out.columns[0] = "changed";
    out.index[0] = "changed";
    expect(guest(df, ["iat", 0, 0])).toBe("Adelie");
    expect(guest(df, ["columns"])).toContain("Species");
  });

  test("series, series of series, empty ones", () => {
    const out = toDanfo(item(df, "Species") as never);
    expect(out).toBeInstanceOf(dfd.NDframe);
    expect(snapshot(out)).toBe(snapshot(host.Species));
    expect(toDanfo(enter(seriesOf([1, 2])) as never)).toBeInstanceOf(dfd.Series);
    for (const steps of [
      ["query", new Array(penguins.length).fill(false)],
      ["select", []],
    ] as const) {
      expect((toDanfo(guest(df, [...steps]) as never) as { shape: number[] }).shape[0]).toBe(0);
    }
    const first = toDanfo(enter(seriesOf([1, null])) as never) as { values: unknown[] };
    expect(first.values).toEqual([1, null]);
  });

  test("rows taken twice lose their labels, which danfojs refuses to repeat", () => {
    const twice = guest(df, ["iloc", { rows: [3, 3], columns: [0] }]);
    expect(guest(twice, ["index"])).toEqual([3, 3]);
    expect((toDanfo(twice as never) as { index: unknown[] }).index).toEqual([0, 1]);
  });

  test("a guest's column cannot replace a member of the host's frame", () => {
    for (const name of [
      "columns",
      "shape",
      "toString",
      "$data",
      "constructor",
      "hasOwnProperty",
      "groupby",
    ]) {
      expect(
        code(() => toDanfo(guest(df, ["addColumn", name, 1]) as never)),
        name,
      ).toBe("DANFO_COLUMN_NAME");
    }
    const raw = frameOf({ a: [1] });
    expect(() => raw.rename({ a: "columns" }).columns.length).toThrow(RangeError);
    const own = enter(frameOf([[1]], { columns: ["size"] }));
    expect(toRecords(captureFrame(toDanfo(own as never)))).toEqual([{ size: 1 }]);
  });

  test("a GroupBy has no way out", () => {
    expect(policyOf(guest(df, ["groupby", "Sex"]) as object).export).toBeUndefined();
    expect(policyOf(df).export).toBe(toDanfo);
  });

  test("without danfojs the refusal says what to do", () => {
    const missing = (): never => {
      throw new Error("Cannot find module");
    };
    expect(code(() => loadDanfo(missing))).toBe("DANFO_MISSING");
    expect(() => loadDanfo(missing)).toThrow(/return `df.toRecords\(\)`/);
  });
});

describe("printing", () => {
  const df = captureFrame(frameOf(penguins));

  test("a frame", () => {
    const text = policyOf(df).describe?.(
      guest(df, ["select", ["Species", "Body Mass (g)"]], ["head", 12]) as never,
    );
    expect(text?.split("\n").slice(0, 5)).toEqual([
      "   Species  Body Mass (g)",
      "0  Adelie            3750",
      "1  Adelie            3800",
      "2  Adelie            3250",
      "3  Adelie             NaN",
    ]);
    expect(text?.split("\n").slice(-2)).toEqual(["… 2 more", "[12 rows x 2 columns]"]);
    expect(text?.split("\n")).toHaveLength(13);
  });

  test("a Series, and text that would fake lines", () => {
    expect(guest(item(df, "Species"), ["head", 1], ["toString"])).toBe(
      "   Species\n0  Adelie\n[1 values, string]",
    );
    const fake = enter(frameOf([["x\n[0 rows]", "y".repeat(1e5)]], { columns: ["a\u2028b", "c"] }));
    expect((guest(fake, ["toString"]) as string).split(/[\n\u2028]/)).toHaveLength(3);
    expect((guest(fake, ["toString"]) as string).length).toBeLessThan(200);
  });

  test("iteration gives records, and cells", () => {
    expect([...(policyOf(df).iterate?.(df as never) ?? [])]).toEqual(penguins);
    const series = item(df, "Species");
    expect([...(policyOf(series).iterate?.(series as never) ?? [])]).toEqual(
      penguins.map((row) => row.Species),
    );
  });
});
