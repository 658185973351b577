import { describe, expect, test } from "vitest";
import { captureFrame } from "../../src/danfo/index.js";
import { enter, guest, item, meter, metered, policyOf, type Step } from "./guest.js";
import { frameOf, type Loose, seriesOf, snapshot } from "./host.js";

const data = { a: [3, 1, 2], b: [1.5, Number.NaN, 2.5], k: ["x", "y", "y"], columns: [1, 2, 3] };

/** Without the column that danfojs cannot have. */
function makeHost(): Loose {
  const { columns: _, ...rest } = data;
  return frameOf(rest);
}

/** Answers one thing to a check and another to a use, and says so when it is asked at all. */
function liar(asked: () => void): object {
  const answer = (...args: unknown[]): string => {
    // `assign` calls it as a column's function, with a row: that is no conversion.
    if (typeof args[0] !== "object") asked();
    return "constructor";
  };
  return { toString: answer, valueOf: answer, [Symbol.toPrimitive]: answer, length: 1, 0: "constructor" };
}

const nasty: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  -1,
  1.5,
  Number.NaN,
  Infinity,
  1e300,
  10n,
  "",
  "a",
  "constructor",
  "__proto__",
  "prototype",
  "toString",
  "$data",
  "0:9",
  "-1:",
  "a.b",
  Symbol("s"),
  [],
  [[]],
  [["constructor"]],
  ["constructor"],
  ["a", "a"],
  [null],
  [true],
  [true, false, true],
  new Array(5),
  {},
  { a: "constructor" },
  { constructor: "mean" },
  { rows: ["constructor"], columns: ["constructor"] },
  { columns: "__proto__" },
  { a: ["mean", "constructor"] },
  { inplace: true },
  { axis: 0, inplace: true },
  Object.create(null),
  JSON.parse('{"__proto__": 1}'),
  new Date(Number.NaN),
  /x/,
  () => "constructor",
  () => ({}),
  () => {
    throw new Error("guest");
  },
  new Map(),
];

const everyMember: readonly (readonly [string, (host: Loose) => unknown])[] = [
  ["DataFrame", (host) => enter(host)],
  ["Series of numbers", (host) => item(enter(host), "a")],
  ["Series of text", (host) => item(enter(host), "k")],
  ["Str", (host) => guest(item(enter(host), "k"), ["str"])],
  ["GroupBy", (host) => guest(enter(host), ["groupby", ["k"]])],
];

/** What must never come out: functions, symbols, and prototypes or classes of the host. */
function expectHarmless(value: unknown, path: string): void {
  if (typeof value === "function" || typeof value === "symbol")
    throw new Error(`${path} gave a ${typeof value}`);
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const each of value.slice(0, 50)) expectHarmless(each, path);
    return;
  }
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype === Object.prototype || prototype === null) {
    expect(value).not.toBe(Object.prototype);
    for (const each of Object.values(value)) expectHarmless(each, path);
    return;
  }
  expect(policyOf(value).capture, path).toBeUndefined();
  expect(Object.isFrozen(value), path).toBe(true);
}

describe("every member with every nasty argument", () => {
  test.each(everyMember)(
    "%s",
    (_, makeTarget) => {
      const host = makeHost();
      const before = snapshot(host);
      const target = makeTarget(host) as object;
      const shown = policyOf(target).describe?.(target as never);
      for (const [name, permit] of Object.entries(policyOf(target).members ?? {})) {
        if (permit.kind === "get") {
          if (name !== "str" || shown?.includes("string"))
            expectHarmless(permit.get(target as never, meter()), name);
          continue;
        }
        for (const a of nasty)
          for (const b of [undefined, ...nasty.slice(-8)]) {
            const context = meter();
            let asked = 0;
            for (const args of [
              [a, b],
              [liar(() => asked++), a],
              [a, liar(() => asked++)],
              [[liar(() => asked++)], a],
            ]) {
              try {
                expectHarmless(permit.call(target as never, args, context), name);
              } catch (error) {
                // Ours end in what to do; the guest's own passes through.
                const message = (error as Error).message;
                if (message !== "guest") expect(message, name).toMatch(/^[^\n]{10,500}\.$/);
                if (message !== "guest")
                  expect(["TypeError", "RangeError"], `${name}: ${message}`).toContain((error as Error).name);
              }
            }
            expect(asked, `${name} asked a liar`).toBe(0);
            expect(context.used()).toBeGreaterThan(0);
          }
      }
      expect(snapshot(host)).toBe(before);
      expect(policyOf(target).describe?.(target as never)).toBe(shown);
    },
    60_000,
  );
});

/** Gadgets of raw danfojs: what they give there, and that the same steps give nothing here. */
const gadgets: readonly (readonly [
  string,
  (host: Loose) => unknown,
  unknown,
  (host: Loose) => readonly [unknown, ...Step[]],
])[] = [
  [
    "iat to Function",
    (host) => host.iat(["constructor"], ["constructor"]),
    Function,
    (host) => [enter(host), ["iat", ["constructor"], ["constructor"]]],
  ],
  [
    "iat to Array",
    (host) => host.iat(0, ["constructor"]),
    Array,
    (host) => [enter(host), ["iat", 0, ["constructor"]]],
  ],
  [
    "Series.iat to Array",
    (host) => host.a.iat(["constructor"]),
    Array,
    (host) => [item(enter(host), "a"), ["iat", ["constructor"]]],
  ],
  [
    "Series.iat to a prototype",
    (host) => host.a.iat(["__proto__"]),
    Array.prototype,
    (host) => [item(enter(host), "a"), ["iat", ["__proto__"]]],
  ],
  [
    "Series.map with an object",
    () => seriesOf(["a", "constructor"]).map({}).values[1],
    Object,
    () => [enter(seriesOf(["a", "constructor"])), ["map", {}]],
  ],
  [
    "rename of rows",
    (host) => host.setIndex({ index: ["constructor", "b", "c"] }).rename({}, { axis: 0 }).index[0],
    Object,
    (host) => [enter(host), ["rename", {}, { axis: 0 }]],
  ],
  [
    "groupby with a fake array",
    (host) => host.groupby({ map: () => ["constructor"] }).keyToValue,
    undefined,
    (host) => [enter(host), ["groupby", { map: () => ["constructor"] }]],
  ],
];

describe("gadgets", () => {
  test.each(gadgets)("%s", (_, raw, found, steps) => {
    const host = makeHost();
    const leaked = raw(host);
    if (found === undefined) expect(JSON.stringify(leaked)).not.toBe("{}");
    else expect(leaked).toBe(found);
    const fresh = makeHost();
    const before = snapshot(fresh);
    const [target, ...chain] = steps(fresh);
    expect(() => guest(target, ...chain)).toThrow(TypeError);
    expect(snapshot(fresh)).toBe(before);
  });
});

/** What changes the host through raw danfojs, and what the guest writes instead. */
const damage: readonly (readonly [string, (host: Loose) => unknown, (df: object) => unknown])[] = [
  [
    "values",
    (host) => {
      host.values[0][0] = 99;
    },
    (df) => {
      (guest(df, ["values"]) as unknown[][])[0] = [99];
    },
  ],
  [
    "cells of values",
    (host) => {
      host.values[0][0] = 99;
    },
    (df) => {
      ((guest(df, ["values"]) as unknown[][])[0] as unknown[])[0] = 99;
    },
  ],
  [
    "a column's values",
    (host) => {
      host.a.values[0] = 99;
    },
    (df) => {
      (guest(item(df, "a"), ["values"]) as unknown[])[0] = 99;
    },
  ],
  [
    "index",
    (host) => {
      host.index[0] = 99;
    },
    (df) => {
      (guest(df, ["index"]) as unknown[])[0] = 99;
    },
  ],
  [
    "columns",
    (host) => {
      host.columns[0] = "z";
    },
    (df) => {
      (guest(df, ["columns"]) as unknown[])[0] = "z";
    },
  ],
  [
    "dtypes",
    (host) => {
      host.dtypes[0] = "string";
    },
    (df) => {
      (guest(df, ["dtypes"]) as unknown[])[0] = "string";
    },
  ],
  [
    "a copy's rows",
    (host) => host.copy().asType("a", "string"),
    (df) => guest(df, ["copy"], ["assign", { a: ["1", "2", "3"] }]),
  ],
  [
    "fillNa of columns",
    (host) => host.fillNa(7, { columns: ["b"] }),
    (df) => guest(df, ["fillNa", 7, { columns: ["b"] }]),
  ],
  [
    "addColumn over a column",
    (host) => host.addColumn("a", [7, 8, 9]),
    (df) => guest(df, ["addColumn", "a", [7, 8, 9]]),
  ],
  [
    "drop in place",
    (host) => host.drop({ columns: ["a"], inplace: true }),
    (df) => guest(df, ["drop", { columns: ["a"] }]),
  ],
  [
    "sort in place",
    (host) => host.sortValues("a", { inplace: true }),
    (df) => guest(df, ["sortValues", "a"]),
  ],
  [
    "duplicates from the end",
    (host) => host.k.dropDuplicates({ keep: "last" }),
    (df) => guest(item(df, "k"), ["unique"]),
  ],
];

describe("the host's frame stays as it is", () => {
  test.each(damage)("%s", (_, raw, safe) => {
    const control = makeHost();
    const intact = snapshot(control);
    raw(control);
    expect(snapshot(control)).not.toBe(intact);
    const host = makeHost();
    const df = enter(host);
    const rows = JSON.stringify(guest(df, ["toRecords"]));
    safe(df);
    expect(snapshot(host)).toBe(intact);
    expect(JSON.stringify(guest(df, ["toRecords"]))).toBe(rows);
  });
});

describe("callbacks", () => {
  const host = makeHost();
  const before = snapshot(host);
  const df = enter(host);

  test("what they throw passes through, and nothing is half done", () => {
    const boom = new Error("boom");
    const bang = (): never => {
      throw boom;
    };
    for (const step of [
      ["filter", bang],
      ["assign", { z: bang }],
    ] as const)
      expect(() => guest(df, [...step])).toThrow(boom);
    for (const name of ["map", "apply"]) expect(() => guest(item(df, "a"), [name, bang])).toThrow(boom);
    expect(guest(df, ["columns"])).toEqual(["a", "b", "k"]);
  });

  test("records are fresh: changing them changes nothing", () => {
    const ruin = (row: Record<string, unknown>): boolean => {
      for (const key of Object.keys(row)) row[key] = "ruined";
      return true;
    };
    expect(guest(df, ["filter", ruin], ["values"])).toEqual(guest(df, ["values"]));
    expect(guest(df, ["assign", { z: ruin }], ["select", ["a", "b", "k"]], ["values"])).toEqual(
      guest(df, ["values"]),
    );
  });

  test("garbage is refused as a cell", () => {
    for (const garbage of [{}, [], () => 1, Symbol("s"), new Map(), df, Promise.resolve(1)]) {
      expect(() => guest(item(df, "a"), ["map", () => garbage])).toThrow(/`map` takes strings, numbers/);
      expect(() => guest(df, ["assign", { z: () => garbage }])).toThrow(TypeError);
      expect(() => guest(df, ["filter", () => garbage])).toThrow(/true or false/);
    }
  });

  test("they may re-enter", () => {
    const inner = (value: unknown): unknown =>
      (guest(df, ["filter", (row: { a: number }) => row.a === value], ["shape"]) as number[])[0];
    expect(guest(item(df, "a"), ["map", inner], ["values"])).toEqual([1, 1, 1]);
  });

  test("a function's own `call` and `apply` are not used", () => {
    const f = Object.assign((x: number) => x + 1, { call: () => 666, apply: () => 666 });
    expect(guest(item(df, "a"), ["map", f], ["values"])).toEqual([4, 2, 3]);
  });

  test("the host is as it was", () => expect(snapshot(host)).toBe(before));
});

describe("names", () => {
  const names = [
    "columns",
    "shape",
    "constructor",
    "__proto__",
    "a.b",
    "$data",
    "toString",
    "hasOwnProperty",
  ];
  const df = names.reduce<object>(
    (frame, name, i) =>
      name === "__proto__" ? frame : (guest(frame, ["addColumn", name, [i, i, i]]) as object),
    enter(makeHost()),
  );

  test("any name but `__proto__` is a column like others", () => {
    for (const name of names.filter((each) => each !== "__proto__")) {
      expect(guest(df, ["column", name], ["values"]), name).toEqual(new Array(3).fill(names.indexOf(name)));
      expect(guest(df, ["groupby", [name]], ["agg", { a: "sum" }], ["values"]), name).toEqual([
        [names.indexOf(name), 6],
      ]);
      expect(Object.getOwnPropertyNames((guest(df, ["toRecords"]) as object[])[0])).toContain(name);
    }
    expect(guest(df, ["shape"])).toEqual([3, 10]);
    expect(() => guest(df, ["addColumn", "__proto__", 1])).toThrow(/no column called `__proto__`/);
    expect(() => guest(df, ["rename", { a: "__proto__" }])).toThrow(TypeError);
    expect(() => guest(df, ["assign", JSON.parse('{"__proto__": 1}')])).toThrow(TypeError);
    expect(() => guest(enter(makeHost()), ["column", "constructor"])).toThrow(/no column `constructor`/);
  });

  test("the host's own odd names are reachable, and records of them are plain", () => {
    const host = frameOf([[1, 2, 3]], { columns: ["values", "__proto__", "a.b"] });
    const odd = enter(host);
    expect(guest(odd, ["column", "__proto__"], ["values"])).toEqual([2]);
    const [record] = guest(odd, ["toRecords"]) as object[];
    expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
    expect(Object.keys(record as object)).toEqual(["values", "__proto__", "a.b"]);
  });

  test("values that are names of prototypes group, count and map like others", () => {
    const words = enter(seriesOf(["constructor", "__proto__", "constructor"]));
    expect(guest(words, ["valueCounts"], ["index"])).toEqual(["constructor", "__proto__"]);
    expect(guest(words, ["valueCounts"], ["values"])).toEqual([2, 1]);
    const grouped = guest(
      enter(frameOf({ k: ["constructor", "__proto__"], v: [1, 2] })),
      ["groupby", "k"],
      ["sum"],
      ["values"],
    );
    expect(grouped).toEqual([
      ["constructor", 1],
      ["__proto__", 2],
    ]);
  });

  test("an error names what was meant and stays short", () => {
    expect(() => guest(df, ["column", "Shape"])).toThrow(
      /There is no column `Shape`; did you mean `shape`\?/,
    );
    const long = "x".repeat(1e6);
    expect(() => guest(df, ["column", long])).toThrow(/^There is no column `x{60}…`/);
    expect(() => guest(df, ["sortValues", "a", { inplace: true }])).toThrow(
      /no `inplace`.*`df = df.sortValues\(…\)`/,
    );
    expect(() => guest(df, ["sortValues", "a", { ascend: true }])).toThrow(
      /no option `ascend`; use `ascending`/,
    );
  });
});

describe("work is charged", () => {
  const big = captureFrame(
    frameOf({
      a: Array.from({ length: 1000 }, (_, i) => i % 7),
      b: Array.from({ length: 1000 }, (_, i) => i),
      k: Array.from({ length: 1000 }, (_, i) => `k${i % 10}`),
    }),
  );
  const costs: readonly (readonly [string, number, readonly Step[]])[] = [
    ["head", 1, [["head"]]],
    ["values", 1000, [["values"]]],
    ["toRecords", 1000, [["toRecords"]]],
    ["filter", 2000, [["filter", () => true]]],
    ["sortValues", 1000 * Math.log2(1000), [["sortValues", "a"]]],
    ["groupby", 1000, [["groupby", ["k"]]]],
    [
      "agg",
      3000,
      [
        ["groupby", ["k"]],
        ["agg", { a: ["mean", "sum"] }],
      ],
    ],
    ["describe", 3000, [["describe"]]],
    ["iloc of many slices", 100_000, [["iloc", { rows: new Array(100).fill("0:1000") }]]],
  ];

  test.each(costs)("%s costs at least %d", (_, least, steps) => {
    const context = meter();
    metered(context, big, ...steps);
    expect(context.used()).toBeGreaterThanOrEqual(least);
  });

  test("an error costs more than a call: its message takes work", () => {
    const context = meter();
    expect(() => metered(context, big, ["column", "kk"])).toThrow();
    expect(context.used()).toBeGreaterThan(2000);
  });

  test("long texts cost by their length", () => {
    const texts = enter(seriesOf(Array.from({ length: 20 }, (_, i) => `${"x".repeat(32_000)}${i}`)));
    for (const name of ["sortValues", "unique", "valueCounts", "max"]) {
      const context = meter();
      metered(context, texts, [name]);
      expect(context.used(), name).toBeGreaterThan(20_000);
    }
  });

  test("a budget that is used up stops a verb before its work", () => {
    const stop = new Error("out of steps");
    let left = 100;
    const context = {
      charge(steps: number): void {
        left -= steps;
        if (left < 0) throw stop;
      },
    };
    let calls = 0;
    expect(() =>
      metered(context, big, [
        "filter",
        () => {
          calls++;
          return true;
        },
      ]),
    ).toThrow(stop);
    expect(calls).toBe(0);
  });
});
