import { describe, expect, it } from "vitest";
import {
  compileRestricted,
  defineLanguagePolicy,
  definePolicy,
  type ExecOptions,
  execRestricted,
  freezeData,
  RestrictedExpression,
} from "../../src/index.js";
import { codeOf } from "../support/run.js";

type Row = Record<string, unknown>;

const table = (n = 100): Row[] =>
  Array.from({ length: n }, (_, id) => ({
    id,
    name: `n${id % 9}`,
    tags: ["a", "b"],
    at: { x: id, y: null },
  }));
const run = (source: string, rows: unknown, options: ExecOptions = {}): unknown =>
  execRestricted(source, { ...options, globals: { rows, ...options.globals } }).value;

describe.each(["isolated", "shared"] as const)("frozen data, %s realm:", (realm) => {
  const given = (source: string, rows: unknown, options: ExecOptions = {}): unknown =>
    run(source, rows, { realm, ...options });

  it("is what it was, in every run", () => {
    const rows = freezeData(table());
    for (let i = 0; i < 3; i++) expect(given("rows", rows)).toEqual(table());
    expect(given("rows", freezeData([]))).toEqual([]);
    expect(given("rows", freezeData({ a: [1, [2]], b: null }))).toEqual({ a: [1, [2]], b: null });
    expect(given("[rows.length, rows[0].length, rows[1]]", freezeData([["a"], "b"]))).toEqual([2, 1, "b"]);
  });

  it.each([
    ["a member", "rows[3].id = -1", "rows[3].id", 3],
    ["a new member", "rows[3].mark = 1", "typeof rows[3].mark", "undefined"],
    ["a member taken away", "delete rows[3].id", "rows[3].id", 3],
    ["a member of a part", "rows[3].at.x = -1", "rows[3].at.x", 3],
    ["an element of a part", "rows[3].tags[0] = 'mark'", "rows[3].tags[0]", "a"],
    ["a part that grows", "rows[3].tags.push('mark')", "rows[3].tags.length", 2],
    ["Object.assign", "Object.assign(rows[3], { id: -1 })", "rows[3].id", 3],
  ])("%s cannot be changed for the next run", (_, change, look, value) => {
    // Natively, and with data that is not frozen, the change is seen.
    const usual = table();
    expect(given(`${change}; ${look}`, usual)).not.toBe(value);
    const rows = freezeData(table());
    expect(codeOf(() => given(change, rows))).toBe("GUEST_ERROR");
    expect(given(look, rows)).toBe(value);
  });

  it.each(["id", "name"])("flat rows cannot be changed for the next run either, with `%s` first", (first) => {
    const flat = (): Row[] =>
      table().map(({ id, name }) => ({ [first]: first === "id" ? id : name, id, name }));
    const change = "rows[3].id = rows[99].id = -1";
    expect(given(`${change}; rows[3].id`, flat())).toBe(-1);
    const rows = freezeData(flat());
    for (let i = 0; i < 2; i++) expect(codeOf(() => given(change, rows))).toBe("GUEST_ERROR");
    expect(given("rows", rows)).toEqual(flat());
    expect(given("rows.every((row) => Object.isFrozen(row))", rows)).toBe(true);
  });

  it("takes no symbols either", () => {
    const change = "const s = Symbol('mark'); rows[3][s] = 1; rows[3][s]";
    expect(given(change, table())).toBe(1);
    expect(codeOf(() => given(change, freezeData(table())))).toBe("GUEST_ERROR");
  });

  it("an array is each run's own", () => {
    const rows = freezeData(table());
    expect(given("rows.reverse(); rows.push(1); rows.length = 50; rows[0] = 'mark'; rows.length", rows)).toBe(
      50,
    );
    expect(given("[rows.length, rows[0].id, rows[99].id]", rows)).toEqual([100, 0, 99]);
    expect(given("Object.freeze(rows); 1", rows)).toBe(1);
    expect(given("rows.push(1)", rows)).toBe(101);
  });

  it("a class of the program's own cannot leave a mark that the next run reads", () => {
    const rows = freezeData(table());
    const stamp = `class Same { constructor(o) { return o; } }
      class Stamp extends Same { #mark = 1; static has(o) { return #mark in o; } static put(o) { new Stamp(o); } }`;
    const look = `${stamp} [Stamp.has(rows[3]), new WeakSet().has(rows[3])]`;
    execRestricted(`${stamp} try { Stamp.put(rows[3]); } catch {} new WeakSet([rows[3]]);`, {
      realm,
      globals: { rows },
    });
    expect(given(look, rows)).toEqual([false, false]);
  });

  it("one run gives each part one identity, and two mentions one array", () => {
    const rows = freezeData(table());
    expect(given("rows.a === rows.b && rows.a[1] === rows.b[1]", { a: rows, b: rows })).toBe(true);
    const row = { id: 1 };
    expect(given("rows[0] === rows[70]", freezeData(Array.from({ length: 90 }, () => row)))).toBe(true);
  });

  it("comes as an argument and a result as well", () => {
    const rows = freezeData(table());
    const globals = { ask: () => rows };
    expect(given("ask()[3] === ask()[3] && ask() !== ask()", undefined, { globals })).toBe(true);
    const program = compileRestricted("row.id = 5;", {
      mode: "function",
      params: ["row"],
      guards: realm === "shared" ? "call" : "inline",
    });
    const f = execRestricted(program, { realm }).value as (row: unknown) => unknown;
    expect(codeOf(() => f({ id: 1 }))).toBe("no error");
    expect(codeOf(() => f(freezeData({ id: 1 })))).toBe("GUEST_ERROR");
    const expression = new RestrictedExpression("(row.id = 5)", { realm });
    for (let i = 0; i < 100; i++) expect(expression.eval({ row: { id: i } })).toBe(5);
    const kept = freezeData({ id: 1 });
    expect(codeOf(() => expression.eval({ row: kept }))).toBe("GUEST_ERROR");
    expect(codeOf(() => expression.map([{ id: 1 }, kept]))).toBe("GUEST_ERROR");
    const mixed = Array.from({ length: 90 }, (_, i) => (i === 50 ? kept : { id: i }));
    expect(codeOf(() => given("rows[49].id = 0", mixed))).toBe("no error");
    expect(codeOf(() => given("rows[50].id = 0", mixed))).toBe("GUEST_ERROR");
  });

  it("what a policy claims is a facet in the runs that have the policy", () => {
    const policy = definePolicy<Row>({
      name: "Third",
      brand: (value): value is Row => (value as Row)["id"] === 3,
      members: { id: { kind: "get", get: (row) => row["id"] } },
    });
    const rows = freezeData(table());
    const look = "[rows[3].id, typeof rows[3].name, rows[4].id]";
    for (let i = 0; i < 2; i++) {
      expect(given(look, rows)).toEqual([3, "string", 4]);
      expect(given(look, rows, { policies: [policy] })).toEqual([3, "undefined", 4]);
    }
  });

  it("names that a language policy refuses stay behind where it holds, and private ones everywhere", () => {
    const policy = defineLanguagePolicy({ refuseMembers: { price: true } });
    const rows = freezeData([{ id: 1, price: 2, _secret: 3 }]);
    const guards = realm === "shared" ? "call" : "inline";
    const look = "Object.keys(rows[0]).join()";
    for (let i = 0; i < 2; i++) {
      const globals = { rows };
      expect(execRestricted(compileRestricted(look, { guards }), { realm, globals }).value).toBe("id,price");
      expect(execRestricted(compileRestricted(look, { guards, policy }), { realm, globals }).value).toBe(
        "id",
      );
    }
  });

  it("the limit of parts holds at the first and at later times", () => {
    const rows = freezeData(table());
    expect(codeOf(() => given("rows.length", rows, { limits: { resultNodes: 300 } }))).toBe("LIMIT_RESULT");
    expect(given("rows.length", rows)).toBe(100);
    expect(codeOf(() => given("rows.length", rows, { limits: { resultNodes: 99 } }))).toBe("LIMIT_RESULT");
  });

  it("a run inside of a run has it as well", () => {
    const rows = freezeData(table());
    const globals = { inner: () => run("rows[3] instanceof Object && rows[3].id", rows, { realm }) };
    expect(given("[inner(), rows[3] instanceof Object && rows[3].id]", rows, { globals })).toEqual([3, 3]);
  });
});

describe("freezeData", () => {
  it("freezes all of it and gives it back", () => {
    const rows = table();
    expect(Object.isFrozen(rows[3]?.["tags"])).toBe(false);
    expect(freezeData(rows)).toBe(rows);
    expect(freezeData(rows)).toBe(rows);
    expect([rows, rows[3], rows[3]?.["tags"], rows[3]?.["at"]].every((part) => Object.isFrozen(part))).toBe(
      true,
    );
    const cycle: Row = { list: [] };
    (cycle["list"] as unknown[]).push(cycle);
    expect(Object.isFrozen(freezeData(cycle)["list"])).toBe(true);
  });

  const deep = (): object => {
    let value: object = {};
    for (let i = 0; i < 2_000; i++) value = { value };
    return value;
  };
  it.each<[string, string, () => unknown]>([
    ["a function", "HOST_TYPE", () => () => {}],
    ["a symbol", "HOST_TYPE", () => Symbol("s")],
    ["a bigint", "HOST_TYPE", () => 1n],
    ["a date", "HOST_TYPE", () => new Date()],
    ["a Map", "HOST_TYPE", () => new Map()],
    ["a typed array", "HOST_TYPE", () => new Uint8Array(2)],
    ["an instance", "HOST_TYPE", () => new (class Point {})()],
    ["an array of a class", "HOST_TYPE", () => new (class List extends Array {})()],
    ["a promise", "HOST_TYPE", () => Promise.resolve(1)],
    [
      "a getter",
      "HOST_ACCESSOR",
      () => ({
        get a() {
          throw new Error("ran");
        },
      }),
    ],
    [
      "an element with a getter",
      "HOST_ACCESSOR",
      () => Object.defineProperty([], 0, { get: () => 1, enumerable: true }),
    ],
    [
      "a Proxy",
      "HOST_PROXY",
      () =>
        new Proxy(
          {},
          {
            ownKeys() {
              throw new Error("ran");
            },
          },
        ),
    ],
    ["what is too deep", "HOST_TYPE", deep],
  ])("refuses %s, and freezes nothing then", (_, expected, make) => {
    const value = make();
    const rows = [{ id: 1 }, { id: 2, value }];
    expect(codeOf(() => freezeData(rows))).toBe(expected);
    if (typeof value === "object") expect(codeOf(() => freezeData(value as object))).toBe(expected);
    expect([rows, rows[0], rows[1]].some((part) => Object.isFrozen(part))).toBe(false);
    rows[0] = { id: 9 };
    expect(rows[0].id).toBe(9);
  });

  it.each([[undefined], [null], [5], ["text"], [() => {}]])("refuses %s by itself", (value) => {
    expect(codeOf(() => freezeData(value as never))).toBe("HOST_TYPE");
  });
});
