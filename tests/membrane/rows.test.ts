import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import {
  compileRestricted,
  defineLanguagePolicy,
  definePolicy,
  type ExecOptions,
  execRestricted,
  RestrictedExpression,
} from "../../src/index.js";
import { codeOf } from "../support/run.js";

type Row = Record<string, unknown>;

const MANY = 200;
const table = (n = MANY): Row[] =>
  Array.from({ length: n }, (_, id) => ({
    id,
    name: `n${id % 9}`,
    price: id / 4,
    open: id % 2 === 0,
    note: null,
  }));
const given = (rows: unknown, source: string, options: ExecOptions = {}): unknown =>
  execRestricted(source, { ...options, globals: { ...options.globals, rows } }).value;
/** A table in which one row is another one. */
const withRow = (row: unknown, at: number): unknown[] => table().map((usual, i) => (i === at ? row : usual));
const PLACES = [0, 1, 100, MANY - 1];

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
});

describe("rows of one shape", () => {
  it("come in as copies that are the program's own", () => {
    const rows = table();
    expect(given(rows, "rows")).toEqual(rows);
    expect(given(rows, "rows.every((row) => row instanceof Object && Object.isExtensible(row))")).toBe(true);
    expect(given(rows, "for (const row of rows) row.id = -1; rows[5].id + rows[6].id")).toBe(-2);
    expect(given(rows, "rows[5].id + rows[6].id")).toBe(11);
    expect(rows[5]?.["id"]).toBe(5);
  });

  it("may be frozen, and the copies are not", () => {
    const rows = table().map((row) => Object.freeze(row));
    expect(given(rows, "rows[7].id = 70; rows[7].id")).toBe(70);
  });

  it.each(["id", "name"])("keep their identity, where `%s` stands first", (first) => {
    const rows = table().map((row) => ({ [first]: row[first], ...row }));
    const again = rows.map((row, i) => (i === 150 ? rows[3] : row));
    expect(again[3] === again[150]).toBe(true);
    expect(given(again, "rows[3] === rows[150] && rows[3] !== rows[4]")).toBe(true);
    expect(given({ all: rows, one: rows[9] }, "rows.all[9] === rows.one")).toBe(true);
    expect(given({ one: rows[9], all: rows }, "rows.all[9] === rows.one")).toBe(true);
    expect(given([...rows, { of: rows[9] }], `rows[9] === rows[${MANY}].of`)).toBe(true);
    expect(given({ a: rows, b: rows.slice(2) }, "rows.a[9] === rows.b[7]")).toBe(true);
  });

  it("are as they are when each is another one", () => {
    const value = fc.oneof(
      fc.integer(),
      fc.string(),
      fc.double({ noNaN: true }),
      fc.constantFrom(null, undefined, true, {}, []),
    );
    const name = fc.constantFrom(
      "a",
      "b",
      "c d",
      "2",
      "größe",
      "toString",
      'x"];',
      "\u2028",
      "\\",
      "`${1}`",
      "",
    );
    const row = fc.dictionary(name, value, { noNullPrototype: true });
    const rows = fc.array(fc.tuple(row, fc.integer({ min: 1, max: 90 })), { maxLength: 6 });
    fc.assert(
      fc.property(rows, (runs) => {
        const all = runs.flatMap(([of, times]) => Array.from({ length: times }, () => ({ ...of })));
        expect(given(all, "rows")).toEqual(all);
        expect(given(all, "rows.map((row) => Object.keys(row).join())")).toEqual(
          all.map((of) => Object.keys(of).join()),
        );
      }),
      { numRuns: 150 },
    );
  });

  it("count, all their parts", () => {
    const limits = { resultNodes: 900 };
    expect(given(table(100), "rows.length", { limits })).toBe(100);
    expect(codeOf(() => given(table(170), "rows.length", { limits }))).toBe("LIMIT_RESULT");
    const ask = { ask: () => table(1_000) };
    expect(codeOf(() => execRestricted("ask()", { globals: ask, limits: { steps: 5_000 } }))).toBe(
      "LIMIT_STEPS",
    );
    expect(codeOf(() => execRestricted("ask()", { globals: ask, limits: { steps: 9_000 } }))).toBe(
      "no error",
    );
  });
});

describe.each(PLACES)("among rows of one shape, at place %i,", (at) => {
  it("a getter is not run, and refused", () => {
    let ran = 0;
    const row = {
      ...table()[0],
      get price(): number {
        return ++ran;
      },
    };
    expect(
      withRow(row, at).reduce((sum: number, r) => sum + (r as { price: number }).price, 0),
    ).not.toBeNaN();
    expect(ran).toBe(1);
    expect(codeOf(() => given(withRow(row, at), "rows.length"))).toBe("HOST_ACCESSOR");
    expect(ran).toBe(1);
  });

  it("a setter without a getter is refused", () => {
    const row = Object.defineProperty({ ...table()[0] }, "note", { set() {}, enumerable: true });
    expect(codeOf(() => given(withRow(row, at), "rows.length"))).toBe("HOST_ACCESSOR");
  });

  it("a Proxy is refused, and none of its traps runs", () => {
    const traps: string[] = [];
    const handler = new Proxy({}, { get: (_, trap) => void traps.push(String(trap)) });
    const proxy = new Proxy({ ...table()[0] }, handler);
    expect([(proxy as Row)["id"], traps]).toEqual([0, ["get"]]);
    expect(codeOf(() => given(withRow(proxy, at), "rows.length"))).toBe("HOST_PROXY");
    const heir = Object.setPrototypeOf({ ...table()[0] }, proxy) as object;
    expect(codeOf(() => given(withRow(heir, at), "rows.length"))).toBe("HOST_PROXY");
    expect(traps).toEqual(["get"]);
  });

  it("an instance of a class is refused", () => {
    class Secret {
      id = 0;
      name = "";
      price = 0;
      open = true;
      note = null;
    }
    expect(codeOf(() => given(withRow(new Secret(), at), "rows.length"))).toBe("HOST_TYPE");
  });

  it("members that are not for programs stay behind", () => {
    const row = JSON.parse('{"id":1,"_secret":2,"__proto__":{"name":"x"},"_safe_":true}') as Row;
    expect(Object.hasOwn(row, "_secret")).toBe(true);
    expect(given(withRow(row, at), `[Object.keys(rows[${at}]), typeof rows[${at}].name]`)).toEqual([
      ["id"],
      "undefined",
    ]);
  });

  it("symbols, hidden members and what is inherited stay behind", () => {
    const row = Object.defineProperty({ ...table()[0], [Symbol.iterator]: 1 }, "hidden", { value: 1 });
    expect(given(withRow(row, at), `[Object.keys(rows[${at}]), rows[${at}].hidden]`)).toEqual([
      Object.keys(table()[0] ?? {}),
      undefined,
    ]);
    const short = { id: 1, name: "n", price: 2, open: true };
    Object.defineProperty(Object.prototype, "note", {
      value: "inherited",
      writable: true,
      enumerable: true,
      configurable: true,
    });
    try {
      expect((short as Row)["note"]).toBe("inherited");
      expect(given(withRow(short, at), `Object.hasOwn(rows[${at}], "note")`)).toBe(false);
    } finally {
      delete (Object.prototype as Row)["note"];
    }
  });

  it.each<[string, unknown, string, unknown]>([
    ["an undefined value", undefined, "undefined", true],
    ["a date", new Date(7), "object", true],
    ["a list", [1, 2], "object", true],
    ["an object", { deep: 1 }, "object", true],
    ["a function", () => 5, "function", false],
  ])("a row with %s is copied part by part", (_, note, type, returns) => {
    const rows = withRow({ ...table()[0], note }, at);
    expect(given(rows, `typeof rows[${at}].note`)).toBe(type);
    if (returns) expect(given(rows, "rows")).toEqual(rows);
    else expect(given(rows, `rows[${at}].note()`)).toBe(5);
  });

  it("other kinds of elements are what they always are", () => {
    for (const other of [undefined, null, 3, "text", [1], new Map([[1, 2]]), Object.create(null) as object])
      expect(given(withRow(other, at), "rows")).toEqual(withRow(other, at));
    expect(codeOf(() => given(withRow(12n, at), "rows.length"))).toBe("no error");
    expect(codeOf(() => given(withRow(Symbol("s"), at), "rows.length"))).toBe("HOST_TYPE");
    const forms = (function (..._: unknown[]) {
      // biome-ignore lint/complexity/noArguments: the object itself is wanted
      return arguments;
    })(1, 2);
    expect(codeOf(() => given(withRow(forms, at), "rows.length"))).toBe("HOST_TYPE");
  });

  it("an element that is an accessor is read once", () => {
    let reads = 0;
    const rows = table();
    Object.defineProperty(rows, at, {
      get: () => (reads++ === 0 ? { id: -1 } : new Proxy({}, {})),
      enumerable: true,
    });
    expect(given(rows, `rows[${at}].id`)).toBe(-1);
    expect(reads).toBe(1);
  });

  it("what a policy claims becomes a facet", () => {
    const policy = definePolicy<Row>({
      name: "Odd",
      brand: (value): value is Row => (value as Row)["note"] === "odd",
      members: { id: { kind: "get", get: (row) => row["id"] } },
    });
    const rows = withRow({ ...table()[0], id: 77, note: "odd" }, at);
    expect(given(rows, `[rows[${at}].id, Object.keys(rows[${at}]).length]`)).toEqual([77, 5]);
    expect(given(rows, `rows[${at}].id`, { policies: [policy] })).toBe(77);
    const source = `typeof rows[${at}].price`;
    expect([given(rows, source), given(rows, source, { policies: [policy] })]).toEqual([
      "number",
      "undefined",
    ]);
  });
});

it.each([
  ["a private name", '{"id":1,"_secret":1}'],
  ["a prototype", '{"id":1,"__proto__":{"inherited":1}}'],
  ["no prototype", '{"id":1,"__proto__":null}'],
])("%s stays behind where all rows have it", (_, text) => {
  const rows = Array.from({ length: MANY }, () => JSON.parse(text) as Row);
  expect(Object.keys(rows[9] ?? {})).toHaveLength(2);
  expect(given(rows, "[Object.keys(rows[9]), typeof rows[9].inherited, rows[9] instanceof Object]")).toEqual([
    ["id"],
    "undefined",
    true,
  ]);
});

it("names that one language policy refuses stay behind, whoever had them before", () => {
  const policy = defineLanguagePolicy({ refuseMembers: { price: true } });
  const rows = table();
  const source = "rows.map((row) => Object.keys(row).length).join('').slice(0, 3)";
  expect(given(rows, source)).toBe("555");
  const strict = compileRestricted(source, { policy });
  expect(strict.ok).toBe(true);
  expect(execRestricted(strict, { globals: { rows } }).value).toBe("444");
});

it("expressions get rows of one shape as copies, and others the long way", () => {
  const name = new RestrictedExpression("row.name");
  const price = new RestrictedExpression("(row.price = 5, row.price)");
  for (let i = 0; i < 300; i++) {
    const row = table(1)[0] as Row;
    expect([price.eval({ row }), row["price"]]).toEqual([5, 0]);
  }
  const getter = {
    ...table(1)[0],
    get name(): string {
      throw new Error("ran");
    },
  };
  expect(codeOf(() => name.eval({ row: getter }))).toBe("HOST_ACCESSOR");
  for (let i = 0; i < 100; i++) expect(name.eval({ row: { ...table(1)[0], name: i } })).toBe(i);
  expect(codeOf(() => name.eval({ row: getter }))).toBe("HOST_ACCESSOR");
  expect(codeOf(() => name.eval({ row: new Proxy(table(1)[0] as Row, {}) }))).toBe("HOST_PROXY");
  expect(codeOf(() => name.eval({ row: { ...table(1)[0], _name: 1, name: Symbol("s") } }))).toBe("HOST_TYPE");
});
