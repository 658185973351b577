import { expect, describe as suite, test } from "vitest";
import { danfoPolicies } from "../../src/danfo/index.js";
import { framePolicy } from "../../src/danfo/policies/frame-policy.js";
import { groupByPolicy } from "../../src/danfo/policies/group-by-policy.js";
import { seriesPolicy } from "../../src/danfo/policies/series-policy.js";
import { stringsPolicy } from "../../src/danfo/policies/strings-policy.js";
import {
  type DescribedGlobal,
  definePolicy,
  describeGlobals,
  documented,
  type ExecOptions,
  execRestricted,
  type Policy,
} from "../../src/index.js";
import { figurePolicy } from "../../src/plotly/figure/policy.js";
import { go, px } from "../../src/plotly/index.js";
import { OPTION_TYPES, optionNames } from "../../src/plotly/px/documentation.js";
import { FUNCTIONS } from "../../src/plotly/px/functions.js";
import { makeFrame } from "./frames.js";

const only = (options: ExecOptions): readonly DescribedGlobal[] =>
  describeGlobals(options).globals.filter((global) => global.origin === "host");
const typeOf = (value: unknown, policies: readonly Policy[] = []): string =>
  only({ globals: { value }, policies })[0]?.type ?? "";

suite("the shape of data", () => {
  test.each([
    [1, "number"],
    ["secret", "string"],
    [null, "null"],
    [undefined, "undefined"],
    [10n, "bigint"],
    [[1, 2], "number[]"],
    [[], "any[]"],
    [[1, "a", null], "(number | string | null)[]"],
    [[{ a: 1 }, { a: "x", b: 2 }], "{ a: number | string; b?: number }[]"],
    [{ a: { "b c": [true] } }, '{ a: { "b c": boolean[] } }'],
    [{ a: { b: { c: { d: { e: 1 } } } } }, "{ a: { b: { c: { d: any } } } }"],
    [new Map([["k", 1]]), "Map<string, number>"],
    [new Set(["a"]), "Set<string>"],
    [new Date(0), "Date"],
    [/x/, "RegExp"],
    [new Uint8Array(2), "Uint8Array"],
    [new ArrayBuffer(2), "ArrayBuffer"],
    [Promise.resolve(1), "Promise<any>"],
    [new TypeError("x"), "Error"],
    [Object.create(null), "{}"],
    [(a: number): number => a, "(...args: any[]) => any"],
  ])("%o", (value, type) => {
    expect(typeOf(value)).toBe(type);
  });

  test("cycles and large values end", () => {
    const cycle: { self?: unknown; list: unknown[] } = { list: [] };
    cycle.self = cycle;
    cycle.list.push(cycle);
    expect(typeOf(cycle)).toBe("{ list: any[]; self: any }");
    const records = Array.from({ length: 900 }, () => ({
      a: Array.from({ length: 900 }, () => ({ b: [{ c: 1 }] })),
    }));
    expect(typeOf(records)).toBe("{ a: any }[]");
    const wide = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`k${i}`, [[[[i]]]]]));
    expect(typeOf(wide)).toContain("[name: string]: any");
    let deep: unknown = 1;
    for (let i = 0; i < 10_000; i++) deep = [deep];
    expect(typeOf(deep).length).toBeLessThan(100_000);
  });

  test("values are never told, only names and kinds", () => {
    const secret = "hunter2-never-shown";
    const ask = Object.assign(() => secret, {});
    const made = describeGlobals({
      globals: {
        secret,
        list: [secret],
        record: { password: secret, n: 424242 },
        map: new Map([[secret, secret]]),
        ask,
      },
      modules: { m: { secret } },
    });
    for (const text of [JSON.stringify(made), made.toDts()]) {
      expect(text).toContain("password");
      expect(text).not.toContain(secret);
      expect(text).not.toContain("424242");
    }
  });
});

suite("hostile host values", () => {
  test("no getter, trap, iterator or conversion runs", () => {
    const calls: string[] = [];
    const note = (what: string) => (): never => {
      calls.push(what);
      throw new Error(what);
    };
    const trapped = new Proxy(
      {},
      { get: note("get"), ownKeys: note("ownKeys"), getPrototypeOf: note("getPrototypeOf") },
    );
    const lying = {
      toString: note("toString"),
      toJSON: note("toJSON"),
      [Symbol.iterator]: note("iterator"),
      [Symbol.toPrimitive]: note("toPrimitive"),
    };
    const list = Object.assign([1], { [Symbol.iterator]: note("list iterator"), map: note("map") });
    const map = Object.assign(new Map([[1, 2]]), {
      [Symbol.iterator]: note("map iterator"),
      entries: note("entries"),
    });
    const thenable = { then: note("then") };
    const accessor = {
      get a(): number {
        return note("getter")();
      },
    };
    const globals = { trapped, lying, list, map, thenable, accessor, inner: { trapped } };
    const made = describeGlobals({ globals });
    JSON.stringify(made);
    made.toDts();
    expect(calls).toEqual([]);
    // They do run when they are asked.
    expect(() => String(lying)).toThrow();
    expect(() => Object.keys(trapped)).toThrow();
    expect(calls).toEqual(["toPrimitive", "ownKeys"]);
  });

  test("what the membrane refuses is described as refused", () => {
    class Custom {}
    const refused = {
      custom: new Custom(),
      deep: [{ c: new Custom() }],
      proxy: new Proxy({}, {}),
      accessor: {
        get a(): number {
          return 1;
        },
      },
      symbol: Symbol("s"),
      weak: new WeakMap(),
    };
    for (const [name, value] of Object.entries(refused)) {
      expect(only({ globals: { value } })[0], name).toMatchObject({ kind: "refused", type: "never" });
      expect(() => execRestricted("value", { globals: { value } }), name).toThrow(/host value/);
    }
  });

  test("members that guests cannot read are left out", () => {
    const value = JSON.parse('{"a":1,"_b":2,"__proto__":3,"constructor":4,"prototype":5,"_":6}') as object;
    expect(typeOf(value)).toBe("{ a: number; _: number }");
    expect(execRestricted("[value._, value.a, Object.keys(value)]", { globals: { value } }).value).toEqual([
      6,
      1,
      ["a", "constructor", "prototype", "_"],
    ]);
  });

  test("names that no program can mention are left out", () => {
    const globals = { "a b": 1, class: 2, "1": 3, let: 4, undefined: 5, ok: 6, été: 7 };
    expect(only({ globals }).map(({ name }) => name)).toEqual(["ok", "été"]);
  });

  test("the options are those of a run", () => {
    expect(() => describeGlobals({ nope: 1 } as never)).toThrow(/no option `nope`/);
    expect(() => describeGlobals({ globals: { eval: 1 } })).toThrow(/cannot be named `eval`/);
    expect(() => describeGlobals({ policies: [{} as never] })).toThrow(/definePolicy/);
  });
});

suite("policies", () => {
  class Account {
    constructor(readonly owners: readonly string[]) {}
  }
  class Lying {}
  const policy = definePolicy<Account>({
    name: "Bank account!",
    brand: Account,
    doc: "Somebody's money.",
    members: {
      balance: { kind: "get", get: () => 1, signature: "number", doc: "In cents." },
      pay: { kind: "method", call: () => 1, signature: "(to: Bank_account_, cents: number): Receipt" },
      close: { kind: "method", call: () => 1 },
    },
    items: {
      names: (account) => account.owners,
      get: () => 1,
      describe: (_, name) => ({ signature: "string", doc: `Share of ${name}.` }),
    },
    iterate: (account) => account.owners,
    elementType: "string",
  });

  test("facets have the permitted members, items and nothing else", () => {
    const made = describeGlobals({
      globals: { mine: new Account(["ann", "balance", "constructor"]) },
      policies: [policy],
    });
    const type = made.types.find((t) => t.origin === "policy");
    expect(type?.name).toBe("Bank_account_");
    expect(type?.members.flatMap((m) => m.declarations)).toEqual([
      "readonly balance: number",
      "pay(to: Bank_account_, cents: number): Receipt",
      "close(...args: any[]): any",
      "[Symbol.iterator](): ArrayIterator<string>",
    ]);
    const mine = made.globals.find((g) => g.name === "mine");
    expect(mine).toMatchObject({
      kind: "facet",
      base: "Bank_account_",
      type: "Bank_account_ & { readonly ann: string }",
      doc: "Somebody's money.",
    });
    expect(made.toDts()).toContain("type Receipt = any;");
    expect(made.toDts()).toContain("/** Share of ann. */ readonly ann: string;");
  });

  test("facets inside of data, and two policies of one name", () => {
    const other = definePolicy<Lying>({ name: "Bank account!", brand: Lying });
    expect(typeOf([new Account([]), new Lying()], [policy, other])).toBe(
      "(Bank_account_ | Bank_account__2)[]",
    );
    expect(typeOf({ a: new Account(["x"]) }, [policy])).toBe("{ a: Bank_account_ }");
    const map = definePolicy<Lying>({ name: "Map", brand: Lying });
    expect(typeOf(new Lying(), [map])).toBe("Map_2");
  });

  test.each([
    [{ doc: "two\nlines" }, /one line/],
    [{ doc: "*/ evil" }, /comment signs/],
    [{ doc: 5 as never }, /non-empty string/],
    [{ doc: "" }, /non-empty string/],
    [{ signature: "number; }" }, /brackets/],
    [{ signature: "(a: string" }, /brackets/],
    [{ signature: '"open' }, /quotes/],
    [{ signature: "number // rest" }, /brackets/],
  ])("documentation that cannot be used: %o", (given, message) => {
    const documentation: { readonly signature?: string; readonly doc?: string } = given;
    const member = { kind: "get", get: () => 1, ...documentation } as const;
    expect(() => definePolicy({ name: "X", brand: Lying, members: { a: member } })).toThrow(message);
    expect(() => documented(() => 1, documentation)).toThrow(message);
    if (documentation.doc !== undefined)
      expect(() => definePolicy({ name: "X", brand: Lying, doc: documentation.doc })).toThrow(message);
  });

  test("documentation does not change what a guest gets", () => {
    const f = documented((x: number) => 2 * x, { signature: "(x: number): number", doc: "Twice." });
    expect(execRestricted("[f(2), f.doc, f.signature, Object.keys(f)]", { globals: { f } }).value).toEqual([
      4,
      undefined,
      undefined,
      [],
    ]);
    expect(only({ globals: { f } })[0]).toMatchObject({
      kind: "function",
      type: "{ (x: number): number }",
      doc: "Twice.",
    });
    expect(() => documented(f, { nope: 1 } as never)).toThrow(/no `nope`/);
  });
});

suite("the library's own policies", () => {
  test.each(
    [framePolicy, seriesPolicy, groupByPolicy, stringsPolicy, figurePolicy].map((p) => [p.name, p] as const),
  )("%s: every member has a signature and a line", (_, policy) => {
    expect(policy.doc).toMatch(/\.$/);
    const members = Object.entries(policy.members ?? {});
    expect(members.length).toBeGreaterThan(5);
    for (const [name, permit] of members) {
      expect(permit.doc, name).toMatch(/\.$/);
      expect(permit.signature?.startsWith("(") || permit.signature?.startsWith("<"), name).toBe(
        permit.kind === "method" ? true : /^\(.*\)\[\]/.test(permit.signature ?? ""),
      );
    }
  });

  test("px and go are documented, option by option", () => {
    for (const name of Object.keys(FUNCTIONS))
      expect(
        optionNames(name).filter((option) => !Object.hasOwn(OPTION_TYPES, option)),
        name,
      ).toEqual([]);
    const used = new Set(Object.keys(FUNCTIONS).flatMap((name) => optionNames(name)));
    expect(Object.keys(OPTION_TYPES).filter((option) => !used.has(option))).toEqual([]);
    for (const global of only({ globals: { px, go } })) {
      expect(global).toMatchObject({ kind: "namespace", doc: expect.stringMatching(/\.$/) });
      for (const { name, doc } of global.members ?? [])
        if (name !== "colors") expect(doc, name).toMatch(/\.$/);
    }
  });

  test("a frame's columns are members with their types", async () => {
    const df = await makeFrame({
      name: ["x"],
      "Body Mass (g)": [1],
      shape: [1],
      _private: [1],
      constructor: [1],
    });
    const [global] = only({ globals: { df }, policies: danfoPolicies });
    expect(global?.members?.map(({ name, doc }) => [name, doc])).toEqual([
      ["name", "A column of string."],
      ["Body Mass (g)", "A column of int32."],
    ]);
    const source = "[df['Body Mass (g)'].dtype, Object.keys(df)]";
    expect(execRestricted(source, { globals: { df }, policies: danfoPolicies }).value).toEqual([
      "int32",
      ["name", "Body Mass (g)"],
    ]);
  });
});

test("the result is frozen, and JSON of it is data", () => {
  const made = describeGlobals({ globals: { a: { b: 1 } }, modules: { m: { x: 1 } } });
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    expect(Object.isFrozen(value)).toBe(true);
    for (const part of Object.values(value)) walk(part);
  };
  walk(made);
  const data = JSON.parse(JSON.stringify(made)) as typeof made;
  expect(Object.keys(data)).toEqual(["globals", "types", "modules"]);
  expect(data.modules[0]?.exports.map((e) => e.name)).toEqual(["x", "default"]);
});
