import vm from "node:vm";
import { describe, expect, it } from "vitest";
import {
  compileRestricted,
  defaultGuards,
  type ExecOptions,
  execRestricted,
  execRestrictedAsync,
  fullWriteGuard,
  saferGetattr,
  saferGetitem,
} from "../../src/index.js";
import { run } from "../support/run.js";

const shared = (source: string, options: ExecOptions = {}): unknown =>
  run(source, { realm: "shared", ...options }, "call").value;

describe("the host's own realm behind the guards alone", () => {
  it("gives the host's own arrays, errors and promises", async () => {
    let seen: unknown;
    const look = (value: unknown): void => {
      seen = value;
    };
    shared("class A extends Array { last() { return super.at(-1); } } look(A.from([1, 2]).last());", {
      globals: { look },
    });
    expect(seen).toBe(2);
    expect(shared("[[] instanceof Array, new Map([[1, 2]]).get(1), [3, 1].sort().join()]")).toEqual([
      true,
      2,
      "1,3",
    ]);
    const { value } = await execRestrictedAsync("await Promise.all([1, (async () => 2)()])", {
      realm: "shared",
    });
    expect(value).toEqual([1, 2]);
  });

  it("asks for the call form", () => {
    const inline = compileRestricted("1");
    expect(() => execRestricted(inline, { realm: "shared" })).toThrow(/shared realm needs .*guards: 'call'/);
    expect(() => execRestricted("1", { realm: "mine" as never })).toThrow(/'isolated' or 'shared'/);
  });

  it("shows the program's own frames of errors that the engine collects in a result", async () => {
    const source =
      "const [{ reason }] = await Promise.allSettled([(async () => null.x)()]); [reason.message, reason.stack]";
    const { value } = await execRestrictedAsync(source, { realm: "shared" });
    const [message, stack] = value as readonly string[];
    expect(message).toBe("Cannot read properties of null (reading 'x')");
    expect(stack).toMatch(/restricted/);
    expect(stack).not.toMatch(/node:|\.ts|\.js|file:|_getattr_|_call_/);
  });

  it("gives the library's own guards, asked from an injected one, the rules of that realm", () => {
    const guards: readonly ExecOptions["guards"][] = [
      { _getattr_: (o: object, name: string) => defaultGuards["_getattr_"]?.(o, name) },
      { _getattr_: (o: object, name: string) => saferGetattr(o, name) },
      { _getitem_: (o: object, key: string) => saferGetitem(o, key) },
      { _write_: (o: object) => fullWriteGuard(o) },
      { _call_: (f: () => unknown, ...args: []) => defaultGuards["_call_"]?.(f, ...args) },
    ];
    for (const guard of guards) {
      const value = (source: string): unknown => shared(source, { guards: guard });
      expect(value("const o = { a: { b: [4] } }; o.a.x = 1; o.a.b[0] + o.a.x")).toBe(5);
      expect(value("[1, 2].map((x) => Math.max(x, 2)).join()")).toBe("2,2");
      expect(() => value("const k = 'constr' + 'uctor'; (() => 1)[k]")).toThrow(
        /`constructor` is not available/,
      );
      expect(() => value("Math.floor.note = 1")).toThrow(expect.objectContaining({ code: "GUARD_WRITE" }));
    }
    // Without a run the rules are those of the library's own realm again.
    expect(saferGetattr({ a: 1 }, "a")).toBe(1);
  });

  it("holds the same limits", () => {
    const limited = (source: string, code: string): void => {
      const options: ExecOptions = { realm: "shared", limits: { steps: 1e6 } };
      expect(() => execRestricted(source, options), source).toThrow(expect.objectContaining({ code }));
    };
    limited("for (;;);", "LIMIT_STEPS");
    limited("'x'.repeat(1e9)", "LIMIT_STRING");
    limited("new Array(4e9)", "LIMIT_ARRAY");
    limited("try { for (;;); } catch { } finally { 1; }", "LIMIT_STEPS");
  });

  it("shows errors with the program's own frames, and puts the host's formatter back", () => {
    const before = Object.getOwnPropertyDescriptor(Error, "prepareStackTrace");
    const stacks = [
      "new Error('x').stack",
      "try { null.x } catch (e) { e.stack }",
      "class E extends Error { constructor() { super('x'); this.kept = this.stack; } } new E().kept",
      "try { f() } catch (e) { e.stack }",
    ];
    for (const source of stacks) {
      const stack = shared(source, { globals: { f: () => JSON.parse("{") } }) as string;
      expect(stack, source).toMatch(/Error/);
      expect(stack, source).not.toMatch(/node:|\.ts|\.js|file:/);
    }
    expect(shared("JSON.stringify(new Error('q'), ['stack', 'message'])")).toBe('{"message":"q"}');
    expect(shared("JSON.stringify([{ own: 1 }], ['__proto__', 'constructor', 'own'])")).toBe('[{"own":1}]');
    // The control: the engine reads any name of the list, and shows what the host's own prototypes have.
    expect(JSON.stringify(new Error("q"), ["stack"])).toMatch(/at .*:\d+:\d+/);
    expect(JSON.stringify([{ own: 1 }], ["__proto__"])).toContain("__proto__");
    expect(Object.getOwnPropertyDescriptor(Error, "prepareStackTrace")).toEqual(before);
  });
});

/** Each reaches for an object of the host's realm that a realm of its own would not have; the value tells what came of it. */
const HOSTILE: readonly string[] = [
  "Math.stolen = 1",
  "[].push.stolen = 1",
  "[].push.call(Math, 1)",
  "[].push.call([].push, 1)",
  "Object.assign(Array, { stolen: 1 })",
  "Object.assign(Array.from, { stolen: 1 })",
  "[Math.sin, Array, [].map].map(Object.freeze); ''",
  "Object.values(math).map(Object.freeze); ''",
  "Object.values(math).forEach((f) => [].push.call(f, 1))",
  "let raw; class S { static { raw = super.call; } } raw.stolen = 1",
  "let raw; class S { static { raw = super.call; } } class X extends (function (o) { return o; }) { stolen = 1; constructor() { super(raw); } } new X()",
  "let raw; class S extends Array { m() { raw = super.map; } } new S().m(); Object.assign(raw, { stolen: 1 })",
  "let raw; class S extends Array { m() { return super.map ||= 1; } } Object.assign(new S().m(), { stolen: 1 })",
  "const o = { m() { return [super.toString]; } }; Object.assign(o.m()[0], { stolen: 1 })",
  "const o = { m() { const { hasOwnProperty: h } = { x: super.valueOf }; Object.assign(h, { stolen: 1 }); } }; o.m()",
  "class P extends Promise { static resolve(v) { Object.assign(super.resolve, { stolen: 1 }); return { then() {} }; } } P.race([1])",
  "class A extends Array { static get [Symbol.species]() { return function () { return Math; }; } } new A(1, 2).map((x) => x)",
  "Array.from.call(function () { return Math; }, [1, 2])",
  "Array.of.call(function () { return JSON; }, 1, 2)",
  "[][Symbol.unscopables].stolen = 1",
  "Symbol.stolen = 1; Error.stolen = 1",
  "const k = 'stackTrace' + 'Limit'; Error[k] = 0",
  "const k = 'prepareStack' + 'Trace'; Error[k] = () => 1",
  "function* g() {} const i = g(); Object.assign(i.next, { stolen: 1 })",
  "const { push } = []; Object.assign(push, { stolen: 1 })",
  "for (const { map } of [[]]) Object.assign(map, { stolen: 1 })",
  "Object.create(Array)",
  "Object.assign([].concat`a`, 1); Object.assign([].concat.bind, { stolen: 1 })",
  "Object.fromEntries.stolen = 1",
  "(async () => {}).call.stolen = 1",
  "new Map().get.stolen = 1; Map.stolen = 1",
];

/** The positive control: the same text, natively, in a realm that is thrown away. */
function changesAPlainRealm(source: string): boolean {
  const context = vm.createContext({});
  const look = `(() => { const seen = new Set(), out = []; const walk = (o, at) => {
    if ((typeof o !== "object" && typeof o !== "function") || o === null || seen.has(o)) return;
    seen.add(o); out.push(at + Reflect.ownKeys(o).length + Object.isExtensible(o));
    for (const k of Reflect.ownKeys(o)) { const d = Reflect.getOwnPropertyDescriptor(o, k); walk(d.value, at + "."); } };
    for (const k of ["Math", "JSON", "Array", "Error", "Symbol", "Map", "Promise", "Object", "Function"]) walk(globalThis[k], k);
    return out.join(); })()`;
  vm.runInContext("globalThis.math = { sin: Math.sin, cos: Math.cos }", context);
  const before: unknown = vm.runInContext(look, context);
  try {
    vm.runInContext(`"use strict"; {\n${source}\n}`, context);
  } catch {
    // Some throw after they have done it.
  }
  return vm.runInContext(look, context) !== before;
}

describe("nothing of the host's realm is changed or handed over", () => {
  it.each(HOSTILE)("%s", (source) => {
    const found = new Set<string>();
    // `run` compares the host's intrinsics before and after.
    try {
      shared(source, { builtins: "utility" });
      found.add("ran");
    } catch (error) {
      expect(String((error as Error).name)).toMatch(/^(?:GuardError|GuestError|CompileError)$/);
      found.add("refused");
    }
    expect(found.size).toBe(1);
    const natives = [
      Math,
      JSON,
      Array,
      Error,
      Symbol,
      Map,
      Array.from,
      [].push,
      [].map,
      Math.sin,
      Function.prototype.call,
    ];
    for (const native of natives) {
      expect(Object.hasOwn(native, "stolen")).toBe(false);
      expect(Object.isExtensible(native)).toBe(true);
      expect(Object.hasOwn(native, "0")).toBe(false);
    }
  });

  it("most of them change a realm that nobody guards", () => {
    const quiet = HOSTILE.filter((source) => !changesAPlainRealm(source));
    // Those that natively do nothing, or only with a name that is refused.
    expect(quiet.length / HOSTILE.length).toBeLessThan(0.35);
  });

  it("what the host keeps on its prototypes is not shown by a list of names", () => {
    const kept = { secret: "S", deep: { key: "K" } };
    Object.defineProperty(Map.prototype, "kept", { value: kept, configurable: true });
    const names = "['kept', 'secret', 'deep', 'key', 'own']";
    try {
      for (const [made, text] of [
        ["new Map()", "{}"],
        ["[new Map()]", "[{}]"],
        ["Object.assign(new (class M extends Map {})(), { own: 1 })", '{"own":1}'],
      ])
        expect(shared(`JSON.stringify(${made}, ${names})`)).toBe(text);
      // The control: the engine shows it.
      expect(JSON.stringify(new Map(), ["kept", "secret"])).toBe('{"kept":{"secret":"S"}}');
    } finally {
      Reflect.deleteProperty(Map.prototype, "kept");
    }
  });

  it("what the host itself added to its classes stays with the host", () => {
    const added = Object.assign(() => "host", { secret: 1 });
    Object.defineProperty(Array.prototype, "added", { value: added, configurable: true });
    try {
      expect(() => shared("[].added")).toThrow(expect.objectContaining({ code: "GUARD_RECEIVER" }));
      expect(() => shared("class A extends Array { m() { return super.added(); } } new A().m()")).toThrow(
        expect.objectContaining({ code: "GUARD_RECEIVER" }),
      );
      expect(() => shared("[].added()")).toThrow(expect.objectContaining({ code: "GUARD_RECEIVER" }));
    } finally {
      Reflect.deleteProperty(Array.prototype, "added");
    }
  });
});
