import { constants, createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { KNOWN } from "../../../src/runtime/kernel/intrinsics/known.js";
import type * as Parts from "./entry.js";
import { KERNEL } from "./realm.js";
import { SAMPLES, WALK, type Walk } from "./walk.js";

const OPEN = "return [[].constructor.prototype, ({}).constructor.prototype, /x/.constructor.prototype]";

/** A tamed realm with all that its guests start from, and the walk that was made before taming. */
function reached(): {
  readonly found: ReadonlyMap<object, string>;
  readonly makers: readonly unknown[];
  readonly watched: readonly unknown[];
} {
  const { context, makers, walk } = planted("");
  const globals = tame(context).makeGlobals("utility");
  const samples = run(context, `return ${SAMPLES}`, globals) as Record<string, unknown>;
  return {
    found: walk({ ...globals, ...samples }),
    makers,
    watched: run(context, OPEN, globals) as unknown[],
  };
}

describe("all that a guest can reach", () => {
  const { found, makers, watched } = reached();

  it("is many things", () => {
    expect(found.size).toBeGreaterThan(700);
    for (const path of ["Math.max", "%generator%", "Array.prototype.map", "%arguments%"])
      expect([...found.values()]).toContain(path);
  });

  it("has nothing of the host's", () => {
    const foreign = [...found].filter(([object]) => {
      let top = object;
      for (let o: object | null = object; o !== null; o = Object.getPrototypeOf(o) as object | null) top = o;
      return top === Object.prototype || top === Function.prototype;
    });
    expect(foreign.map(([, path]) => path)).toEqual([]);
  });

  it("has no constructor of functions from text", () => {
    expect(makers.length).toBe(6);
    expect(makers.filter((maker) => found.has(maker as object))).toEqual([]);
    // Control: untamed, the same walk finds those of functions; nobody reaches `eval` and `Reflect` from the samples.
    const raw = planted("");
    const all = raw.walk(runInContext(SAMPLES, raw.context) as Record<string, unknown>);
    expect(raw.makers.filter((maker) => all.has(maker as object)).length).toBe(4);
  });

  it("is frozen, watched, sealed or the guest's own", () => {
    const typed = /^(?:get |set )?(?:\w+Array\.prototype|Int8Array\.\[\[Prototype\]\]\.prototype)$/;
    const loose = [...found].filter(
      ([object, path]) =>
        !Object.isFrozen(object) &&
        !watched.includes(object) &&
        !/^%[^%]+%(?:\.prototype|\.value|\.(?:\d|raw|cause|errors|groups|indices|a|promise|resolve|reject|m|s))*$|^%(?:async )?generator object%\.\[\[Prototype\]\]$|\(\)$/.test(
          path,
        ) &&
        !(typed.test(path) && !Object.isExtensible(object)),
    );
    expect(loose.map(([, path]) => path)).toEqual([]);
  });
});

describe("what some escape used", () => {
  // Written out once more: the table in `remove.ts` is what is tested.
  const GONE: Readonly<Record<string, string>> = {
    Object:
      "getPrototypeOf setPrototypeOf defineProperty defineProperties getOwnPropertyDescriptor getOwnPropertyDescriptors getOwnPropertyNames getOwnPropertySymbols",
    "Object.prototype": "__proto__ __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__",
    Symbol: "for keyFor",
    Array: "fromAsync",
    Error: "captureStackTrace stackTraceLimit prepareStackTrace",
    RegExp: "$1 $2 $3 $4 $5 $6 $7 $8 $9 input $_ lastMatch $& lastParen $+ leftContext $` rightContext $'",
    "(() => {}).constructor.prototype": "caller arguments",
    "[].values().constructor.prototype": "flatMap",
    "[].values().constructor": "concat",
    "Date.prototype": "toTemporalInstant",
    JSON: "rawJSON isRawJSON",
  };
  const rows = Object.entries(GONE).flatMap(([owner, names]) =>
    names.split(" ").map((name) => [owner, name]),
  );
  const has = (owner = "", name = ""): string =>
    `return Object.hasOwn(${owner.replaceAll("Object.prototype", "({}).constructor.prototype")}, ${JSON.stringify(name)})`;

  it.each(rows)("is in no realm of a guest: %s %s", (owner, name) => {
    const { context } = planted("");
    expect(run(context, has(owner, name), tame(context).makeGlobals("utility"))).toBe(false);
  });

  it("is what the engine has", () => {
    const { context } = planted("");
    const found = rows.filter(([owner, name]) =>
      run(context, has(owner, name), runInContext("globalThis", context) as object),
    );
    // Newer engines have all of it, the oldest lack six.
    expect(found.length).toBeGreaterThanOrEqual(rows.length - 7);
  });
});

it("members that programs may override are not assigned to on the shared object, frozen or not", () => {
  const assign = "const e = new Error('own'); e.name = 'Mine'; Error.prototype.name = e.name; return 1";
  for (const isFrozen of [true, false]) {
    const { context } = planted("");
    const globals = tame(context, isFrozen).makeGlobals("utility");
    expect(() => run(context, assign, globals)).toThrow(/of a shared object cannot be changed/);
    expect(run(context, "return new Error('x').name", globals)).toBe("Error");
  }
  // Control: the engine lets it.
  const { context } = planted("");
  expect(run(context, assign, runInContext("globalThis", context) as object)).toBe(1);
});

describe("what the table does not know", () => {
  it.each([
    ["a static", "Math.zz = () => 1", "return typeof Math.zz"],
    ["a method", "Array.prototype.zz = () => 1", "return typeof [].zz"],
    [
      "a getter",
      "Object.defineProperty(String.prototype, 'zz', { get() { return 1; }, configurable: true })",
      "return typeof ''.zz",
    ],
    ["a symbol", "Set.prototype[Symbol.zz = Symbol('Symbol.zz')] = () => 1", "return typeof Symbol.zz"],
    ["a member of a method", "Array.prototype.map.zz = () => 1", "return typeof [].map.zz"],
    ["a member of a global function", "parseInt.zz = () => 1", "return typeof parseInt.zz"],
    [
      "an iterator's method",
      "Object.getPrototypeOf([].values()).zz = () => 1",
      "return typeof [].values().zz",
    ],
    [
      "a generator's method",
      "Object.getPrototypeOf(function* () {}).prototype.zz = () => 1",
      "return typeof (function* () {})().zz",
    ],
    [
      "a fixed writable property",
      "Object.defineProperty(Math, 'zz', { value: () => 1, writable: true })",
      "return typeof Math.zz",
    ],
  ])("is deleted while the realm is made: %s", (_what, plant, probe) => {
    const { context } = planted(plant);
    // Control: it is there before.
    expect(run(context, probe, runInContext("globalThis", context) as object)).not.toBe("undefined");
    expect(run(context, probe, tame(context).makeGlobals("safe"))).toBe("undefined");
  });

  it.each([
    ["a fixed member", "Object.defineProperty(Math, 'zz', { value: () => 1 })"],
    ["a prototype between", "Object.setPrototypeOf(Map.prototype, Object.create(Object.prototype))"],
    ["a prototype of a method", "Object.setPrototypeOf(Math.max, class { static zz() {} })"],
  ])("ends the making of the realm when it cannot be deleted: %s", (_what, plant) => {
    expect(() => tame(planted(plant).context)).toThrow(/is not known; update restrictedjs/);
  });

  it("is named in no row twice, and no member twice in a row", () => {
    expect(new Set(KNOWN.map(({ path }) => path)).size).toBe(KNOWN.length);
    for (const { path, members } of KNOWN) expect(new Set(members).size, path).toBe(members.length);
  });
});

/** A raw context in which something was planted, and the functions there that make code from text. */
function planted(plant: string): {
  readonly context: object;
  readonly makers: readonly unknown[];
  readonly walk: Walk;
} {
  const vanilla = (constants as unknown as { DONT_CONTEXTIFY?: object }).DONT_CONTEXTIFY;
  const context = createContext(vanilla ?? {}, { codeGeneration: { strings: false, wasm: false } });
  runInContext(plant, context);
  const walk = runInContext(WALK, context) as Walk;
  const makers = runInContext(
    "[() => {}, async () => {}, function* () {}, async function* () {}].map((f) => f.constructor).concat([eval, Reflect])",
    context,
  ) as unknown[];
  return { context, makers, walk };
}

function tame(context: object, isFrozen = true): typeof Parts {
  const parts = runInContext(KERNEL, context) as typeof Parts;
  const limits = { stringLength: 2 ** 24, arrayLength: 2_000_000 };
  const limitError = (_code: string, message: string): never => {
    throw new Error(message);
  };
  parts.tameIntrinsics({
    charge() {},
    limits: () => limits,
    limitError,
    rejected: (error: unknown) => error,
    forbidden() {},
    watch: (run) => run(),
    clock() {},
    queues() {},
  });
  if (isFrozen) parts.freezeIntrinsics();
  parts.emptyGlobal();
  return parts;
}

function run(context: object, body: string, globals: object): unknown {
  const f = runInContext(
    `(function (G) { with (G) { return (function () { "use strict"; ${body} })(); } })`,
    context,
  );
  return (f as (g: object) => unknown)(globals);
}
