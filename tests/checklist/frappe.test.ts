import { createRequire } from "node:module";
import { describe, expect } from "vitest";
import { definePolicy, evalRestricted, execRestricted } from "../../src/index.js";
import { GLOBALS } from "../../src/runtime/kernel/globals/table.js";
import { FORMS, failure, run } from "../support/run.js";
import { covers, escapes, failureCode, refusals, values } from "./support.js";

/** A query builder as an application would hand it out: it reads, and cannot be told to write. */
class Query {
  constructor(
    readonly rows: readonly Record<string, unknown>[],
    readonly tests: readonly ((row: Record<string, unknown>) => boolean)[] = [],
  ) {}
}
const query = definePolicy<Query>({
  name: "Query",
  brand: Query,
  members: {
    where: {
      kind: "method",
      call: (q, [column, value]) => new Query(q.rows, [...q.tests, (row) => row[String(column)] === value]),
    },
    run: { kind: "method", call: (q) => q.rows.filter((row) => q.tests.every((test) => test(row))) },
  },
});
const ROWS = [
  { name: "a", n: 1 },
  { name: "b", n: 2 },
];

describe("server scripts", () => {
  refusals([
    { row: "test_import_fails", source: "import os from 'os'", errors: ["1 SYNTAX_IMPORT"], native: false },
    { row: "test_import_fails", source: "import('os')", errors: ["1 SYNTAX_IMPORT"] },
    { row: "test_internal_attributes", source: "({}).__proto__", errors: ["1 NAME_UNDERSCORE"] },
    {
      row: "test_internal_attributes",
      source: "(() => 1).constructor;\n(() => 1).prototype;\n(() => 1).caller",
      errors: ["1 NAME_MEMBER", "2 NAME_MEMBER", "3 NAME_MEMBER"],
    },
  ]);

  covers("test_internal_attributes", () => {
    escapes("typeof ({}).constructor.constructor('return 1')", "function", "NAME_MEMBER");
    escapes(
      "const a = 'const', b = 'ructor'; typeof ({})[a + b][a + b]('return 1')",
      "function",
      "GUARD_MEMBER",
    );
  });

  covers("test_utils", () => {
    const utils = {
      formatDate: (ms: number) => new Date(ms).toISOString().slice(0, 10),
      nested: { add: (a: number, b: number) => a + b },
    };
    for (const form of FORMS)
      expect(
        run("[utils.formatDate(0), utils.nested.add(1, 2)]", { globals: { utils } }, form).value,
      ).toEqual(["1970-01-01", 3]);
  });

  covers("test_safe_eval", () => {
    const TABLE: readonly (readonly [string, unknown, Record<string, unknown>?])[] = [
      ["1 + 1", 2],
      ["'abc' + 'abc'", "abcabc"],
      ["v ? 'abc' : 'cde'", "cde", { v: 0 }],
      ["a.b.c === 1 && a.d", [1], { a: { b: { c: 1 }, d: [1] } }],
      ["xs.filter((x) => x > 1).length", 2, { xs: [1, 2, 3] }],
      ["Math.round(2.5) + round(2.5)", 5],
      ["Number('1') === 1 || nothing.here", true],
      ["[1, 2].includes(2) ? { ok: true } : null", { ok: true }],
    ];
    for (const [source, value, globals = {}] of TABLE)
      expect([source, evalRestricted(source, { globals })]).toEqual([source, value]);
    for (const source of [
      "(() => 1).constructor('return 1')()",
      "a = 1; b = 2",
      "import('os')",
      "process.exit()",
    ])
      expect(() => evalRestricted(source)).toThrow(expect.objectContaining({ name: "CompileError" }));
  });

  covers("test_safe_eval_wal", () => {
    const globals = { x: 40 };
    expect(evalRestricted("(x = 3) + x", { globals })).toBe(6);
    expect(evalRestricted("x", { globals })).toBe(40);
    expect(globals.x).toBe(40);
    expect(() => evalRestricted("y = 3")).toThrow(/y is not defined/);
  });

  covers("test_sql", () => {
    const ran: string[] = [];
    const sql = (text: string): unknown => {
      if (!/^\s*select\b[^;]*$/i.test(text)) throw new TypeError("Only one `select` is run.");
      ran.push(text);
      return ROWS;
    };
    for (const form of FORMS) {
      expect(run("sql('select name from t')[1].name", { globals: { sql } }, form).value).toBe("b");
      for (const text of ["drop table t", "select 1; drop table t"])
        expect(failure(`sql(${JSON.stringify(text)})`, { globals: { sql } }, form).message).toMatch(
          /Only one `select`/,
        );
      // A text that changes after the check: what the host function gets is a string, once and for all.
      const liar =
        "let n = 0; const t = { toString() { return n++ ? 'drop table t' : 'select 1' } }; sql(`${t}`); n";
      expect(run(liar, { globals: { sql } }, form).value).toBe(1);
    }
    expect(ran.filter((text) => /drop/.test(text))).toEqual([]);
  });

  covers("test_query_builder", () => {
    for (const form of FORMS) {
      const options = { globals: { table: new Query(ROWS) }, policies: [query] };
      expect(run("table.where('name', 'b').where('n', 2).run()", options, form).value).toEqual([
        { name: "b", n: 2 },
      ]);
      expect(failure("table.delete().run()", options, form).message).toMatch(/delete is not a function/);
      expect(run("[table.rows, table.tests]", options, form).value).toEqual([undefined, undefined]);
    }
    expect(ROWS).toHaveLength(2);
  });

  covers("frappe test_call", () => {
    const called: string[] = [];
    const listed = new Map<string, () => number>([["ping", () => called.push("ping")]]);
    const call = (name: unknown): unknown => {
      const f = typeof name === "string" ? listed.get(name) : undefined;
      if (f === undefined)
        throw new TypeError(`\`${String(name)}\` is not among the functions that may be called.`);
      return f();
    };
    for (const form of FORMS) {
      run("call('ping')", { globals: { call } }, form);
      for (const name of ["'secret'", "'constructor'", "'__proto__'", "['ping']"])
        expect(failure(`call(${name})`, { globals: { call } }, form).message).toMatch(/not among|TypeError/);
    }
    expect(called).toEqual(["ping", "ping"]);
  });

  covers("test_unsafe_objects", () => {
    // The test runner's `import` gives copies of namespaces; `require` gives the engine's own.
    const whole = createRequire(import.meta.url)("../modules/package.mjs") as Record<string, unknown>;
    const accessor = {
      get a() {
        return 1;
      },
    };
    for (const form of FORMS) {
      for (const [v, code] of [
        [whole, "HOST_TYPE"],
        [new (class Secret {})(), "HOST_TYPE"],
        [new Proxy({}, {}), "HOST_PROXY"],
        [accessor, "HOST_ACCESSOR"],
        [process, "HOST_TYPE"],
        [new WeakMap(), "HOST_TYPE"],
      ] as const)
        expect(failureCode("v", { globals: { v } }, form)).toBe(code);
      expect(() => execRestricted("1", { modules: { whole } })).toThrow(
        expect.objectContaining({ code: "OPTION_VALUE" }),
      );
    }
  });

  values([
    {
      row: "test_write_wrapper",
      source: "class A {} A.x = 1; const a = new A(); a.y = 2; delete a.y; a.z = 3; [A.x, a]",
      value: [1, { z: 3 }],
    },
  ]);

  covers("test_write_wrapper", () => {
    for (const source of [
      "Array.x = 1",
      "Object.keys = 1",
      "Error.y = 1",
      "delete Map.groupBy",
      "Date.now = () => 0",
    ])
      for (const form of FORMS)
        expect([source, failureCode(source, {}, form)]).toEqual([source, "GUARD_WRITE"]);
    expect(run("Date.now() > 0 && Object.keys({ a: 1 }).length").value).toBe(1);
  });

  covers("test_print", () => {
    for (const form of FORMS)
      expect(run("print('a', 1); print([2])", {}, form).printed.map((l) => l.text)).toEqual(["a 1", "[ 2 ]"]);
  });

  covers("test_safe_exec_disabled_by_default", () => {
    for (const name of [
      "Buffer",
      "setTimeout",
      "fetch",
      "module",
      "exports",
      "navigator",
      "structuredClone",
      "performance",
      "crypto",
      "URL",
      "TextEncoder",
    ])
      for (const form of FORMS)
        expect([name, run(`typeof ${name}`, {}, form).value]).toEqual([name, "undefined"]);
    expect(failure("print(1)", { builtins: "none" }).message).toMatch(/print is not defined/);
  });
});

/** Everything that can be reached from `roots` by reading, as a guest reads; `names` and `isMaker` are the test's. */
const WALK = `const seen = new Set(), bad = [], queue = roots.map((value, i) => [String(i), value]);
  while (queue.length > 0) {
    const [path, value] = queue.pop();
    if (value === null || (typeof value !== 'object' && typeof value !== 'function') || seen.has(value)) continue;
    seen.add(value);
    if (isMaker(value)) bad.push(path);
    for (const name of names(value)) {
      try { queue.push([path + '.' + name, value[name]]) } catch (e) { if (e instanceof RangeError) bad.push(name) }
    }
  }
  [seen.size, bad]`;
const HELPERS =
  "len range str int float bool list tuple sum min max enumerate zip sorted reversed any all abs round print console string math random sameType test reorder";

/** One of each kind, for what their prototypes hold. */
const INSTANCES =
  "[], {}, Object(''), Object(1), Object(true), Object(1n), Object(Symbol()), /x/g, 'a'.matchAll(/a/g), new Date(0), new Map(), new Map().keys(), new Set(), new Set().keys(), new WeakMap(), new WeakSet(), new ArrayBuffer(1), new Uint8Array(1), new DataView(new ArrayBuffer(1)), new Error(), Promise.resolve(1), () => 1, class {}, function* () {}, (function* () {})(), async () => {}, (async function* () {})(), [].values()";

/** Own and inherited keys, as only the host sees them: forbidden ones included. */
function namesOf(value: unknown): string[] {
  const out = new Set<string>();
  for (let at = value; at !== null && at !== undefined; at = Object.getPrototypeOf(at) as unknown)
    for (const key of Reflect.ownKeys(at as object)) if (typeof key === "string") out.add(key);
  return [...out];
}

const isMaker = (f: unknown): boolean =>
  typeof f === "function" && /^(?:Async)?(?:Generator)?Function$|^eval$/.test(f.name);

describe("what can be reached from the globals", () => {
  covers("test_ensure_getattrable_globals", () => {
    const names = [...GLOBALS.map((row) => row.name), ...HELPERS.split(" ")];
    const roots = names.filter((name) => name !== "Float16Array" || "Float16Array" in globalThis);
    const _call_ = (f: (...args: unknown[]) => unknown, args: unknown[]): unknown => {
      if (f.name === "names") return namesOf(args[0]);
      if (f.name === "isMaker") return isMaker(args[0]);
      return Reflect.apply(f, undefined, args);
    };
    const globals = { names: function names() {}, isMaker: function isMaker() {} };
    const options = {
      builtins: "utility",
      globals,
      guards: { _call_ },
      limits: { steps: 10_000_000 },
    } as const;
    const source = `const roots = [${roots.join(", ")}, ${INSTANCES}]; ${WALK}`;
    const [seen, bad] = run(source, options, "call").value as [number, string[]];
    expect(bad).toEqual([]);
    expect(seen).toBeGreaterThan(300);
    // Natively the same walk finds the way from any function to its maker.
    const natively = new Function(
      "names",
      "isMaker",
      `const roots = [Math]; ${WALK.replace(/\[seen\.size, bad\]$/, "return bad")}`,
    );
    expect((natively(namesOf, isMaker) as string[]).length).toBeGreaterThan(0);
  });
});
