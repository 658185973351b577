import { describe, expect, it } from "vitest";
import { execRestrictedAsync } from "../../src/index.js";
import { FORMS, failure, run } from "../support/run.js";

/** The code a run with this host value ends in, or the guest's view of it. */
function seen(value: unknown, source: string, form: "inline" | "call" = "inline"): unknown {
  try {
    return run(source, { globals: { v: value } }, form).value;
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

describe("no member of a host value's own is asked when it is copied", () => {
  let hits = 0;
  const hit = (): never => {
    hits++;
    throw new Error("asked");
  };
  class LyingDate extends Date {
    override getTime = hit;
    override valueOf = hit;
  }
  class LyingMap extends Map {
    override forEach = hit;
    override entries = hit;
    override get size(): number {
      return hit();
    }
  }
  class LyingSet extends Set {
    override forEach = hit;
    override values = hit;
  }
  class LyingRegExp extends RegExp {
    override get source(): string {
      return hit();
    }
    override get flags(): string {
      return hit();
    }
  }
  class LyingError extends Error {
    override get stack(): string {
      return hit();
    }
    override set stack(_text: string) {}
    override toString = hit;
  }
  class LyingBytes extends Uint8Array {
    override get length(): number {
      return hit();
    }
    override get buffer(): ArrayBuffer {
      return hit();
    }
    override [Symbol.iterator] = hit;
  }
  class LyingList extends Array {
    override [Symbol.iterator] = hit;
    override map = hit;
  }
  const list = Object.defineProperty(new LyingList(), "constructor", { get: hit });
  Array.prototype.push.call(list, 1, 2);

  it.each([
    ["Date", new LyingDate(7), "v.getTime()", 7],
    ["Map", new LyingMap(), "v.size", 0],
    ["Set", new LyingSet(), "v.size", 0],
    ["RegExp", new LyingRegExp("a+", "gi"), "[v.source, v.flags]", ["a+", "gi"]],
    ["Error", new LyingError("m"), "v.message", "m"],
    ["typed array", new LyingBytes([1, 2]), "[v.length, v[1]]", [2, 2]],
    ["array", list, "[v.length, v[1]]", [2, 2]],
  ])("%s", (_name, value, source, expected) => {
    hits = 0;
    for (const form of FORMS) expect(seen(value, source, form)).toEqual(expected);
    expect(hits).toBe(0);
  });
});

describe("refused or copied", () => {
  const shared = new SharedArrayBuffer(4);
  const resizable = Reflect.construct(ArrayBuffer, [4, { maxByteLength: 16 }]) as ArrayBuffer & {
    resize(n: number): void;
  };
  const detached = new ArrayBuffer(8);
  const lost = new Uint8Array(detached);
  structuredClone(detached, { transfer: [detached] });
  const short = new Uint8Array(resizable, 2, 2);

  it.each([
    ["a Proxy", new Proxy({}, {}), "v", "HOST_PROXY"],
    ["a Proxy of a function", new Proxy(() => 1, {}), "v", "HOST_PROXY"],
    ["a Proxy of an array", new Proxy([1], {}), "v", "HOST_PROXY"],
    ["a Proxy inside", { a: [new Map([[1, new Proxy({}, {})]])] }, "v", "HOST_PROXY"],
    ["a registered symbol", Symbol.for("x"), "v", "HOST_TYPE"],
    ["a well-known symbol", Symbol.iterator, "v", "HOST_TYPE"],
    [
      "symbol keys",
      { [Symbol.toStringTag]: "T", [Symbol.for("k")]: 1, a: 1 },
      "`${v}` + v.a",
      "[object Object]1",
    ],
    ["a boxed number", Object(1), "v", "HOST_TYPE"],
    ["a boxed string", Object("x"), "v", "HOST_TYPE"],
    ["a generator", (function* () {})(), "v", "HOST_TYPE"],
    ["a DataView", new DataView(new ArrayBuffer(2)), "v", "HOST_TYPE"],
    ["a shared buffer", shared, "v", "HOST_TYPE"],
    ["a view of a shared buffer", new Uint8Array(shared), "v[0] = 9; v.length", 4],
    ["a resizable buffer", resizable, "v.byteLength", 4],
    ["a detached buffer", detached, "v.byteLength", "HOST_TYPE"],
    ["a view of a detached buffer", lost, "v.length", "HOST_TYPE"],
    [
      "an error with a cause",
      new Error("a", { cause: { secret: 1 } }),
      "[v.message, typeof v.cause]",
      ["a", "undefined"],
    ],
    ["an accessor", Object.defineProperty({}, "a", { get: () => 1, enumerable: true }), "v", "HOST_ACCESSOR"],
    ["a hidden accessor", Object.defineProperty({}, "a", { get: () => 1 }), "typeof v.a", "undefined"],
    [
      "an own __proto__",
      JSON.parse('{"__proto__": {"x": 1}, "a": 2}'),
      "[typeof v.x, Object.values(v).length]",
      ["undefined", 1],
    ],
    ["an own constructor", JSON.parse('{"constructor": {"prototype": 1}}'), "Object.keys(v).length", 1],
    ["array-like with a lying length", { length: 1e9, 0: 1 }, "[v.length, v[0]]", [1e9, 1]],
    ["a null prototype", Object.assign(Object.create(null), { a: 1 }), "v.a", 1],
  ])("%s", (_name, value, source, expected) => {
    for (const form of FORMS) expect(seen(value, source, form)).toEqual(expected);
  });

  it("a view that its buffer no longer reaches", () => {
    resizable.resize(1);
    for (const form of FORMS) expect(seen(short, "v.length", form)).toBe("HOST_TYPE");
    resizable.resize(4);
    for (const form of FORMS) expect(seen(short, "v.length", form)).toBe(2);
  });

  it("the guest's copy of shared bytes is its own", () => {
    const bytes = new Uint8Array(shared);
    run("v[0] = 9", { globals: { v: bytes } });
    expect(bytes[0]).toBe(0);
  });

  it("a function of the host's shows nothing that hangs on it", () => {
    const f = Object.assign(() => 1, { secret: 7 });
    for (const form of FORMS)
      expect(seen(f, "[typeof v.secret, v.name, v()]", form)).toEqual(["undefined", "", 1]);
  });
});

it("depth and length are bounded", () => {
  let deep: object = {};
  for (let i = 0; i < 1_000_000; i++) deep = { deep };
  expect(seen(deep, "v")).toBe("LIMIT_RESULT");
  let list: unknown[] = [];
  for (let i = 0; i < 1_000_000; i++) list = [list];
  expect(seen(list, "v")).toBe("LIMIT_RESULT");
  expect(failure("f()", { globals: { f: () => deep } }).code).toBe("LIMIT_RESULT");
  const limits = { resultNodes: 1_000 };
  const wide = Array(2_000);
  for (const v of [
    wide,
    new Uint8Array(2_000),
    new Set(wide.keys()),
    new Map([...wide.keys()].map((k) => [k, k])),
  ])
    expect(failure("v", { globals: { v }, limits }).code).toBe("LIMIT_RESULT");
  const started = performance.now();
  expect(seen(Array(4e9), "v")).toBe("LIMIT_RESULT");
  expect(performance.now() - started).toBeLessThan(1_000);
});

it("a run that has died is not charged for what the next one does", async () => {
  const limits = { allocatedBytes: 100_000 };
  const hungry = "await 0; for (let i = 0; i < 5000; i++) ; for (;;) new Uint8Array(50000)";
  await expect(execRestrictedAsync(hungry, { limits })).rejects.toMatchObject({ code: "LIMIT_ALLOCATION" });
  // Its own budget is far from used up when it goes on after its first wait.
  const next = await execRestrictedAsync("await 0; new Uint8Array(60000).length");
  expect(next.value).toBe(60_000);
});

it("a callback that the host calls from a timer is charged to its own run", async () => {
  const later = async (f: () => unknown): Promise<unknown> => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    return f();
  };
  const source = "await later(() => { new Uint8Array(90000); new Uint8Array(90000); return 1 })";
  const options = { globals: { later }, limits: { allocatedBytes: 100_000 } };
  await expect(execRestrictedAsync(source, options)).rejects.toMatchObject({ code: "LIMIT_ALLOCATION" });
});
