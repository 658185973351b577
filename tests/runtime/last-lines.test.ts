import { beforeEach, describe, expect, it } from "vitest";
import { definePolicy, execRestricted, type Policy } from "../../src/index.js";
import { discardEnvironment, environment } from "../../src/runtime/environment.js";
import type { Kernel } from "../../src/runtime/kernel/index.js";

class Thing {
  greet(): string {
    return "hello";
  }
}
const policies = [
  definePolicy<Thing>({
    name: "Thing",
    brand: Thing,
    members: { greet: { kind: "method", call: (thing) => thing.greet() } },
  }) as unknown as Policy,
];

function run(source: string): unknown {
  return execRestricted(source, { globals: { thing: new Thing(), hostFn: (x: unknown) => x }, policies })
    .value;
}

const evaluate = (text: string): unknown => environment().realm.evaluate(text, "test.js");

/** The realm is broken on purpose: each test has its own. */
beforeEach(() => discardEnvironment(environment()));

describe("what stands for something of the host's", () => {
  it.each(["thing", "thing.greet", "hostFn"])("is closed to writes: %s", (object) => {
    expect(() => run(`${object}.stolen = 1`)).toThrow(expect.objectContaining({ code: "GUARD_WRITE" }));
    // The control: the program's own is not.
    expect(run("const own = () => 0; own.stolen = 1")).toBe(1);
  });

  const DEFINE = "class Base { constructor(o) { return o; } } class Sub extends Base { stolen = 1; }";
  it.each(["thing", "thing.greet", "hostFn"])("is frozen behind that: %s", (object) => {
    const attack = (target: string): string => `${DEFINE} const o = ${target}; new Sub(o); o.stolen`;
    expect(() => run(attack(object))).toThrow(/not extensible/);
    expect(run(attack("{}"))).toBe(1);
  });

  it("has a frozen prototype and frozen getters", () => {
    const prototype = environment().realm.kernel.facets.shape({
      ...{ policy: 0, name: "Thing", getters: ["label"], setters: ["label"], methods: ["greet"] },
      ...{ iterable: true, resident: false, writeHelp: "" },
    });
    expect(Object.isFrozen(prototype)).toBe(true);
    for (const key of Reflect.ownKeys(prototype)) {
      const d = Object.getOwnPropertyDescriptor(prototype, key);
      for (const f of [d?.value, d?.get, d?.set])
        if (typeof f === "function") expect(Object.isFrozen(f), String(key)).toBe(true);
    }
  });
});

describe("a realm", () => {
  it("has an empty global object without a prototype", () => {
    // What a text that slipped past the compiler would find.
    expect(evaluate("[typeof Object, typeof Function, typeof Reflect, typeof eval].join()")).toBe(
      "undefined,undefined,undefined,undefined",
    );
    expect(evaluate("typeof hasOwnProperty + typeof constructor")).toBe("undefinedundefined");
    expect(() => evaluate("Error = 1; if (Error === 1) throw 'assigned'")).not.toThrow();
  });

  it("makes no code of text, and shows none of the library's", () => {
    for (const kind of ["() => 0", "async () => 0", "function* () {}", "async function* () {}"])
      expect(() => evaluate(`(${kind}).constructor("return 1")`), kind).toThrow(/made from text/);
    expect(evaluate("((a) => a + 1).toString() + [].map.toString()")).not.toMatch(/a \+ 1|apply/);
    expect(run("String((a) => a + 1)")).not.toContain("a + 1");
  });

  const of = (name: string): object =>
    (
      environment().realm.kernel.intrinsics[name as keyof Kernel["intrinsics"]] as {
        readonly prototype: object;
      }
    ).prototype;
  const BREAKS: readonly (readonly [what: string, how: (prototype: object) => unknown])[] = [
    ["a new member", (o) => Reflect.set(o, "leak", 1)],
    ["another member", (o) => Reflect.set(o, "toString", () => "")],
    ["no member", (o) => Reflect.deleteProperty(o, "toString")],
    ["no more members", (o) => Object.preventExtensions(o)],
    ["another attribute", (o) => Object.defineProperty(o, "toString", { enumerable: true })],
  ];
  it.each(BREAKS)("is told from one that was changed: %s", (_what, how) => {
    for (const name of ["Object", "Array"]) {
      discardEnvironment(environment());
      expect(environment().realm.kernel.check()).toBeNull();
      how(of(name));
      expect(environment().realm.kernel.check(), name).not.toBeNull();
    }
  });

  it("is told from one whose prototypes were changed", () => {
    Object.setPrototypeOf(of("Array"), null);
    expect(environment().realm.kernel.check()).not.toBeNull();
  });

  it("keeps the groups of a match for programs", () => {
    expect(run("/(?<a>x)/.exec('x').groups.a")).toBe("x");
  });
});
