import { beforeEach, describe, expect, it } from "vitest";
import { verifyProgram } from "../../src/compiler/5-verify/verify.js";
import { type Program, programOf } from "../../src/compiler/compile.js";
import { compileRestricted, definePolicy, execRestricted, type Policy } from "../../src/index.js";
import { discardEnvironment, environment } from "../../src/runtime/environment.js";
import { evaluate as evaluateProgram } from "../../src/runtime/evaluate.js";
import type { Kernel } from "../../src/runtime/kernel/index.js";
import { createRealm } from "../../src/runtime/realm/realm.js";
import { execWalls, execWallsAsync } from "../../src/testing/index.js";

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

  it.each([false, true])("has a frozen prototype and frozen getters, resident: %s", (resident) => {
    const prototype = environment().realm.kernel.facets.shape({
      ...{ policy: 0, name: "Thing", getters: ["label"], setters: ["label"], methods: ["greet"] },
      ...{ iterable: true, resident, writeHelp: "" },
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

describe("a text", () => {
  it("is not evaluated when the verifier found fault with it", () => {
    const program = programOf(compileRestricted("1 + 1")) as Program;
    const code = '(function () { "use strict"; return [].constructor.constructor; })';
    const damaged: Program = {
      ...program,
      result: { ...program.result, code },
      verified: verifyProgram(code, { guards: "inline" }),
    };
    const { realm } = environment();
    const around = { provided: new Set<string>(), plain: true };
    expect(() => evaluateProgram(realm, damaged, 1, around)).toThrow(
      expect.objectContaining({ code: "VERIFICATION" }),
    );
    expect(evaluateProgram(realm, program, 1, around).factory).toBeTypeOf("function");
  });

  it("finds no name of the realm's, only what the host provides", () => {
    evaluate("let leaked = 5");
    expect(evaluate("leaked")).toBe(5);
    expect(run("typeof leaked")).toBe("undefined");
    expect(() => run("leaked")).toThrow("leaked is not defined");
    expect(() => run("leaked = 1")).toThrow("leaked is not defined");
    expect(evaluate("leaked")).toBe(5);
  });
});

it("a rejection that a program passes over is not left to the process", async () => {
  const told: unknown[] = [];
  const heard = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", (reason) => void told.push(reason));
  const soon = (): Promise<void> => new Promise((done) => void setTimeout(done, 10));
  try {
    execRestricted("fails(); p; 1", {
      globals: { fails: () => Promise.reject(new Error("unheard")), p: Promise.reject(new Error("unheard")) },
    });
    await soon();
    expect(told).toEqual([]);
    // The control: the process is told of one that nobody looks after.
    void Promise.reject(new Error("control"));
    await soon();
    expect(told).toEqual([expect.objectContaining({ message: "control" })]);
  } finally {
    process.removeAllListeners("unhandledRejection");
    for (const one of heard) process.on("unhandledRejection", one);
  }
});

describe("an error of the host's realm", () => {
  const CAUGHT =
    "let seen = 'nothing'; try { hostFn(); for (let i = 0; i < 1e5; i++) ; } catch (e) { seen = [e instanceof Error, e.message] } seen";

  it("that came by a wrapped function is not handed on", () => {
    const { kernel } = environment().realm;
    expect(run("try { hostFn() } catch (e) { 0 } 1")).toBe(1);
    (kernel as { wrapHost: Kernel["wrapHost"] }).wrapHost = () => () => {
      throw new TypeError("of the host");
    };
    expect(run(CAUGHT)).toEqual([true, "An error of the host was not passed on."]);
  });

  it("that came by a wrapped function is not handed to a promise's callback", async () => {
    const { kernel } = environment().realm;
    (kernel as { wrapHost: Kernel["wrapHost"] }).wrapHost = () => () => {
      throw new TypeError("of the host");
    };
    const source =
      "await Promise.resolve().then(() => hostFn()).catch((e) => [e instanceof Error, e.message])";
    const { value } = await execWallsAsync(source, { walls: "realm", globals: { hostFn: () => 0 } });
    expect(value).toEqual([true, "The host function failed."]);
  });

  it("does not come out of a call of the host's", () => {
    const failing = (): never => {
      throw new TypeError("of the host");
    };
    const port = {
      now: () => 0,
      frame: () => null,
      depth: () => 0,
      isError: () => false,
      describe: () => "",
    };
    const { kernel } = createRealm({ ...port, facet: failing, unauthorized: failing });
    let thrown: unknown;
    try {
      kernel.wrapHost(failing, "f")();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).not.toBeInstanceOf(Error);
    expect(kernel.isOwn(thrown as object)).toBe(true);
  });

  it.each(["both", "realm"] as const)("that came by the host's clock is not handed on: %s", (walls) => {
    const { now } = performance;
    const hostFn = (): void => {
      performance.now = () => {
        performance.now = now;
        throw new TypeError("of the host");
      };
    };
    try {
      expect(execWalls(CAUGHT, { walls, globals: { hostFn } }).value).toEqual([
        true,
        "The host function failed.",
      ]);
    } finally {
      performance.now = now;
    }
  });
});
