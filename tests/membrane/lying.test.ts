import vm from "node:vm";
import { describe, expect, it } from "vitest";
import { compileRestricted, execRestricted } from "../../src/index.js";
import { KINDS } from "../runtime/crash/kinds.js";

let hits = 0;
const hit = (): never => {
  hits++;
  return 1 as never;
};
const traps: ProxyHandler<object> = {
  get: () => hit(),
  has: () => hit(),
  getPrototypeOf: () => hit(),
  getOwnPropertyDescriptor: () => hit(),
  ownKeys: () => hit(),
};
const above = <T extends object>(value: T): T => Object.setPrototypeOf(value, new Proxy({}, traps)) as T;
const foreign = (source: string): unknown => vm.runInNewContext(source);
const revoked = (target: object): object => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};

class Bytes extends Uint8Array {
  static get [Symbol.species](): never {
    return hit();
  }
  override get length(): number {
    hits++;
    return 1e9;
  }
  override get byteLength(): number {
    return hit();
  }
  override get [Symbol.toStringTag](): never {
    return hit();
  }
}
class Pairs extends Map {
  override get size(): number {
    hits++;
    return 1e9;
  }
  override [Symbol.iterator] = hit;
  override entries = hit;
  override forEach = hit;
}
class Things extends Set {
  override get size(): number {
    hits++;
    return 1e9;
  }
  override [Symbol.iterator] = hit;
  override values = hit;
}
class Moment extends Date {
  override valueOf = hit;
  override getTime = hit;
  override [Symbol.toPrimitive] = hit;
}
class List extends Array {
  static override get [Symbol.species](): never {
    return hit();
  }
}
class Failure extends Error {
  override get message(): string {
    hits++;
    return "lie";
  }
  override get name(): string {
    hits++;
    return "Lie";
  }
  override get stack(): string {
    return hit();
  }
  override set stack(_text: string) {}
  override get cause(): unknown {
    return hit();
  }
}
class Plain {
  a = 1;
  get b(): number {
    return hit();
  }
}
class Store extends ArrayBuffer {
  override get byteLength(): number {
    hits++;
    return 1e9;
  }
}
const list = Object.assign(new List(), { extra: 1 });
Array.prototype.push.call(list, 1, 2);
const detached = new ArrayBuffer(8);
structuredClone(detached, { transfer: [detached] });

const COPIED: readonly (readonly [what: string, value: unknown, source: string, expected: unknown])[] = [
  ["a typed array with a lying length", new Bytes([1, 2]), "[v.length, v[1]]", [2, 2]],
  ["a Map with lying iterators", new Pairs(), "v.size", 0],
  ["a Set with lying iterators", new Things(), "v.size", 0],
  ["a Date with a lying valueOf", new Moment(7), "v.getTime()", 7],
  ["an array with a species", list, "[v.map((x) => x + 1).length, typeof v.extra]", [2, "undefined"]],
  [
    "an error with getters",
    new Failure("m"),
    "[v.name, v.message, typeof v.cause]",
    ["Error", "m", "undefined"],
  ],
  ["an ArrayBuffer with a lying length", new Store(4), "v.byteLength", 4],
  [
    "an object with conversions",
    { [Symbol.toPrimitive]: hit, valueOf: 1, toString: 2 },
    "Object.keys(v).length",
    2,
  ],
  ["symbol keys", { [Symbol("x")]: 1, [Symbol.iterator]: hit, a: 1 }, "Object.keys(v)", ["a"]],
  [
    "a RegExp with members",
    Object.assign(/a/g, { lastIndex: 3, exec: hit }),
    "[v.lastIndex, v.test('a')]",
    [0, true],
  ],
  [
    "a function with members",
    Object.assign(() => 1, { secret: 7 }),
    "[typeof v.secret, v()]",
    ["undefined", 1],
  ],
  ["a class with statics", Plain, "[typeof v, typeof v.prototype_]", ["function", "undefined"]],
  ["a Buffer", Buffer.from("ab"), "[v.length, v[0], typeof v.write]", [2, 97, "undefined"]],
  ["a Buffer of the pool", Buffer.from("xy").subarray(0, 1), "[v.buffer.byteLength, v.byteOffset]", [1, 0]],
  ["a resizable buffer", Reflect.construct(ArrayBuffer, [4, { maxByteLength: 16 }]), "v.byteLength", 4],
  ["a foreign object", foreign("({ a: [1, { b: 2 }] })"), "v.a[1].b", 2],
  ["a foreign array", foreign("[1, 2]"), "v.map((x) => x)", [1, 2]],
  ["a foreign Map", foreign("new Map([[1, 2]])"), "v.get(1)", 2],
  ["a foreign error", foreign("new TypeError('x')"), "[v.name, v.message]", ["TypeError", "x"]],
  ["a foreign function", foreign("(x) => x + 1"), "v(1)", 2],
  ["foreign bytes", foreign("new Uint8Array([1, 2])"), "v.length", 2],
  ["a foreign promise", foreign("Promise.resolve(1)"), "typeof v.then", "function"],
  ["an invalid Date", new Date(Number.NaN), "Number.isNaN(v.getTime())", true],
  [
    "an aggregate",
    new AggregateError([process], "x"),
    "[v.name, typeof v.errors]",
    ["AggregateError", "undefined"],
  ],
];

const REFUSED: readonly (readonly [what: string, value: unknown, code: string])[] = [
  ["a revoked Proxy", revoked({}), "HOST_PROXY"],
  ["a revoked Proxy of an array, inside", { a: [revoked([])] }, "HOST_PROXY"],
  ["a revoked Proxy of a function", revoked(() => 1), "HOST_PROXY"],
  ["a foreign Proxy", foreign("new Proxy({}, {})"), "HOST_PROXY"],
  ["an object that inherits of a Proxy", above({}), "HOST_PROXY"],
  ["an array that inherits of a Proxy", above(Array(2)), "HOST_PROXY"],
  ["a Map that inherits of a Proxy", above(new Map()), "HOST_PROXY"],
  ["an error that inherits of a Proxy", above(new Error("m")), "HOST_PROXY"],
  ["a function that inherits of a Proxy", above(() => 1), "HOST_PROXY"],
  ["one further up", Object.create(above({})), "HOST_PROXY"],
  ["a class instance", new Plain(), "HOST_TYPE"],
  ["a foreign class instance", foreign("new (class Q { a = 1 })()"), "HOST_TYPE"],
  ["a foreign object that inherits", foreign("Object.create({ a: 1 })"), "HOST_TYPE"],
  ["a foreign boxed number", foreign("Object(1)"), "HOST_TYPE"],
  ["a boxed bigint", Object(1n), "HOST_TYPE"],
  ["a boxed boolean", Object(true), "HOST_TYPE"],
  ["a boxed symbol", Object(Symbol.iterator), "HOST_TYPE"],
  ["a SharedArrayBuffer", new SharedArrayBuffer(2), "HOST_TYPE"],
  ["a detached buffer", detached, "HOST_TYPE"],
  ["a WeakRef", new WeakRef({}), "HOST_TYPE"],
  ["a WeakMap", new WeakMap(), "HOST_TYPE"],
  [
    "arguments",
    (function () {
      return arguments;
    })(),
    "HOST_TYPE",
  ],
  ["an iterator", [1][Symbol.iterator](), "HOST_TYPE"],
  ["a URL", new URL("http://a"), "HOST_TYPE"],
  ["the process", process, "HOST_TYPE"],
  ["the global object", globalThis, "HOST_TYPE"],
  // biome-ignore lint/security/noGlobalEval: it is what is refused
  ["eval", globalThis.eval, "HOST_TYPE"],
  ["Function", Function, "HOST_TYPE"],
  ["AsyncFunction", (async () => {}).constructor, "HOST_TYPE"],
];

/** What the program sees, or the code of the error, when the value comes as a global and from a host function. */
function seen(value: unknown, source: string): unknown[] {
  return KINDS.flatMap(([guards, realm]) =>
    [[source, { v: value }] as const, [`const v = f(); ${source}`, { f: () => value }] as const].map(
      ([text, globals]) => {
        try {
          return execRestricted(compileRestricted(text, { guards }), { ...realm, globals }).value;
        } catch (error) {
          return (error as { code?: string }).code;
        }
      },
    ),
  );
}

describe("values that lie", () => {
  it.each(COPIED)("%s is copied, and not asked", (_what, value, source, expected) => {
    hits = 0;
    expect(seen(value, source)).toEqual(Array(2 * KINDS.length).fill(expected));
    expect(hits).toBe(0);
  });

  it.each(REFUSED)("%s is refused, and not asked", (_what, value, code) => {
    hits = 0;
    expect(seen(value, "v")).toEqual(Array(2 * KINDS.length).fill(code));
    expect(hits).toBe(0);
  });

  it.each([
    () => new Bytes(1).length,
    () => new Pairs().size,
    () => new Things().size,
    () => "x" in above({}),
    () => +new Moment(1),
    () => new List(1).map(String),
    () => new Failure("m").name,
  ])("the lies are told to whoever asks: %s", (ask) => {
    hits = 0;
    try {
      ask();
    } catch {
      // A species that is no constructor.
    }
    expect(hits).toBeGreaterThan(0);
  });
});

it("an accessor at an index is read once, and what it gives is checked", () => {
  for (const [given, expected] of [
    [5, 5],
    [new Proxy({}, {}), "HOST_PROXY"],
    [process, "HOST_TYPE"],
  ] as const) {
    hits = 0;
    const value = Object.defineProperty([1, 2, 3], 1, {
      get: () => {
        hits++;
        return given;
      },
    });
    expect(seen(value, "v[1]")).toEqual(Array(2 * KINDS.length).fill(expected));
    expect(hits).toBe(2 * KINDS.length);
  }
});

it("a host object that has the realm's brand by chance is copied as any other", () => {
  const branded = Object.defineProperty({ a: 1 }, "_safe_", { value: true });
  const bare = Object.defineProperty(Object.assign(Object.create(null), { a: 1 }), "_safe_", { value: true });
  const map = Object.defineProperty(new Map([["a", 1]]), "_safe_", { value: true });
  expect(seen(branded, "v.a = 2; v.a")).toEqual(Array(2 * KINDS.length).fill(2));
  expect(seen(bare, "v.a = 2; v.a")).toEqual(Array(2 * KINDS.length).fill(2));
  expect(seen(map, "v.set('a', 2); v.get('a')")).toEqual(Array(2 * KINDS.length).fill(2));
  expect([branded.a, bare.a, map.get("a")]).toEqual([1, 1, 1]);
  expect(seen(Object.create(branded), "v")).toEqual(Array(2 * KINDS.length).fill("HOST_TYPE"));
});
