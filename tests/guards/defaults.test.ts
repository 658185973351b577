import { describe, expect, it } from "vitest";
import {
  type ExecOptions,
  execRestricted,
  fullWriteGuard,
  GUARDED_DELETE,
  GUARDED_SET,
  GuardError,
  guardedDelattr,
  guardedIterUnpackSequence,
  guardedSetattr,
  guardedUnpackSequence,
  saferGetattr,
  saferGetattrRaise,
  saferGetitem,
  WRITABLE,
} from "../../src/index.js";
import { failure, run } from "../support/run.js";

const code = (f: () => unknown): string => {
  try {
    f();
  } catch (error) {
    return (error as { code?: string }).code ?? (error as Error).name;
  }
  return "none";
};
const inside = (name: string, guard: (...args: never[]) => unknown): ExecOptions => ({
  guards: { [name]: guard },
});

const HOSTILE_NAMES: readonly unknown[] = [
  { toString: () => "value" },
  Object("value"),
  ["value"],
  new Proxy({}, { get: () => () => "value" }),
  1n,
  true,
  null,
  undefined,
  () => "value",
];
const FORBIDDEN = ["constructor", "__proto__", "prototype", "caller", "_private", "__defineGetter__"];

describe("saferGetattr and saferGetitem", () => {
  it("read own data of host objects, and nothing else", () => {
    const o = {
      value: 2,
      nested: { a: 1 },
      get late() {
        throw new Error("ran");
      },
    };
    expect([saferGetattr(o, "value"), saferGetattr(o, "gone"), saferGetattr(o, "gone", 7)]).toEqual([
      2,
      undefined,
      7,
    ]);
    expect(saferGetattr(o, "toString", "absent")).toBe("absent");
    expect(code(() => saferGetattr(o, "late"))).toBe("GUARD_MEMBER");
    expect([saferGetitem([4, 5], 1), saferGetitem(o, "value"), saferGetitem([4], 9, 0)]).toEqual([5, 2, 0]);
    expect(code(() => saferGetattr(new Proxy(o, {}), "value"))).toBe("HOST_PROXY");
  });

  it("a name is a string, and is asked nothing", () => {
    const o = { value: 1 };
    for (const name of HOSTILE_NAMES) {
      // Used as a key as it is, it would be asked for its text.
      expect(code(() => saferGetattr(o, name))).toBe("GUARD_KEY");
      expect(code(() => guardedSetattr(o, name, 2))).toBe("GUARD_KEY");
      expect(code(() => guardedDelattr(o, name))).toBe("GUARD_KEY");
      if (typeof name === "object" || typeof name === "function")
        expect(code(() => saferGetitem(o, name))).toBe("GUARD_KEY");
    }
    expect(code(() => saferGetattr(o, Symbol.iterator))).toBe("GUARD_KEY");
    expect(code(() => saferGetitem([], Symbol.iterator))).toBe("GUARD_KEY");
    expect(o).toEqual({ value: 1 });
  });

  it("forbidden names are refused on the host's and on the guest's values", () => {
    const host = JSON.parse('{"__proto__": {"a": 1}, "_private": 1, "constructor": 2}');
    expect(host.constructor).toBe(2);
    for (const name of FORBIDDEN) {
      for (const read of [saferGetattr, saferGetitem]) {
        expect(code(() => read(host, name))).toBe("GuardError");
        expect(code(() => read("text", name))).toBe("GuardError");
      }
      expect(code(() => guardedSetattr({}, name, 1))).toBe("GuardError");
      expect(code(() => guardedDelattr(host, name))).toBe("GuardError");
      const refused = failure(
        "const o = {}; o.a",
        inside("_getattr_", (o) => saferGetattr(o, name)),
        "call",
      );
      expect(refused.code).toBe("GUARD_MEMBER");
    }
  });

  it("a guest's getter runs once; a missing member has its default, or is refused", () => {
    const fallback = inside("_getattr_", (o, k) => saferGetattr(o, k, 9));
    expect(
      run("let n = 0; const o = { get a() { n++; return 1; } }; [o.a, n, o.b]", fallback, "call").value,
    ).toEqual([1, 1, 9]);
    const strict = inside("_getattr_", (o, k) => saferGetattrRaise(o, k));
    expect(failure("const o = {}; o.b", strict, "call")).toMatchObject({
      code: "GUARD_MEMBER",
      message: "The object has no member `b`.",
    });
    expect(saferGetattrRaise({ a: 1 }, "a")).toBe(1);
    expect(saferGetattrRaise({}, "a", undefined)).toBe(undefined);
    expect(() => saferGetattrRaise({}, "a")).toThrow(GuardError);
  });
});

describe("fullWriteGuard, guardedSetattr, guardedDelattr", () => {
  class Plain {
    x = 1;
  }
  class Marked {
    x = 1;
    get [WRITABLE](): boolean {
      throw new Error("ran");
    }
  }
  class Open {
    [WRITABLE] = true;
    x = 1;
  }
  class Hooked {
    log: unknown[] = [];
    [GUARDED_SET](name: string, value: unknown): void {
      this.log.push([name, value]);
    }
    [GUARDED_DELETE](name: string): void {
      this.log.push([name]);
    }
  }

  it("plain data of the host's may be written, instances only when they say so", () => {
    const o: Record<string, unknown> = { a: 1 };
    guardedSetattr(o, "a", 2);
    guardedSetattr(o, "b", 3);
    guardedDelattr(o, "a");
    expect(o).toEqual({ b: 3 });
    const plain = new Plain();
    expect(code(() => guardedSetattr(plain, "x", 2))).toBe("GUARD_WRITE");
    expect(code(() => guardedDelattr(plain, "x"))).toBe("GUARD_WRITE");
    expect(code(() => fullWriteGuard(new Marked()))).toBe("GUARD_WRITE");
    expect(plain.x).toBe(1);
    const open = new Open();
    guardedSetattr(open, "x", 5);
    guardedDelattr(open, "x");
    expect(Object.keys(open)).toEqual([]);
    const hooked = new Hooked();
    guardedSetattr(hooked, "x", 5);
    guardedDelattr(hooked, "x");
    expect(hooked.log).toEqual([["x", 5], ["x"]]);
    expect(Object.keys(hooked)).toEqual(["log"]);
  });

  it("setters do not run, frozen objects and proxies are refused, methods are not replaced", () => {
    let ran = 0;
    const o = {
      set a(_: unknown) {
        ran++;
      },
    };
    expect(code(() => guardedSetattr(o, "a", 1))).toBe("GUARD_WRITE");
    expect(code(() => guardedSetattr({}, "toString", 1))).toBe("GUARD_WRITE");
    expect(code(() => guardedSetattr(Object.freeze({}), "a", 1))).toBe("GUARD_WRITE");
    expect(code(() => guardedDelattr(Object.freeze({ a: 1 }), "a"))).toBe("GUARD_WRITE");
    expect(code(() => guardedSetattr(new Proxy({}, {}), "a", 1))).toBe("HOST_PROXY");
    const trapped = Object.create(
      new Proxy(
        {},
        {
          getPrototypeOf: () => {
            ran++;
            return null;
          },
        },
      ),
    );
    expect(code(() => fullWriteGuard(trapped))).toBe("HOST_PROXY");
    for (const value of [null, undefined, 1, "text", Symbol(), () => 1, class {}])
      expect(code(() => fullWriteGuard(value))).toBe("GUARD_WRITE");
    // The name of the guest realm's own mark is only a name.
    class Forged {
      _open_ = true;
      _safe_ = true;
    }
    expect(code(() => fullWriteGuard(new Forged()))).toBe("GUARD_WRITE");
    expect(ran).toBe(0);
  });

  it("on the guest's values they do what the program could", () => {
    const write = inside("_setattr_", (o, k, v) => guardedSetattr(o, k, v));
    expect(run("const o = {}; o.a = 1; o", write, "call").value).toEqual({ a: 1 });
    expect(failure("Math.max = 1", write, "call").code).toBe("GUARD_WRITE");
    const leak = inside("_setattr_", (o, k) => guardedSetattr(o, k, process));
    expect(failure("const o = {}; o.a = 1", leak, "call").code).toBe("GUARD_WRITE");
    const remove = inside("_delattr_", (o, k) => guardedDelattr(o, k) ?? true);
    expect(run("const o = { a: 1, b: 2 }; delete o.a; o", remove, "call").value).toEqual({ b: 2 });
  });
});

describe("guarded unpacking", () => {
  it("asks the getiter once per list, and short lists give undefined", () => {
    const seen: unknown[] = [];
    const getiter = (x: unknown): unknown => {
      seen.push(x);
      return x;
    };
    const options: ExecOptions = {
      guards: {
        _unpack_sequence_: (x: never) => guardedUnpackSequence(x, getiter),
        _iter_unpack_sequence_: (x: never) => guardedIterUnpackSequence(x, getiter),
      },
    };
    expect(
      run(
        "const [a, b, c] = [1, 2]; const out = []; for (const [k, v] of [[1, 2], [3, 4]]) out.push(k + v); [a, b, c, out]",
        options,
        "call",
      ).value,
    ).toEqual([1, 2, undefined, [3, 7]]);
    expect(seen.length).toBe(4);
  });

  it("refuse what cannot be iterated, and host values that are no arrays", () => {
    const source = "const [a] = 5; a";
    const options = inside("_unpack_sequence_", (x) => guardedUnpackSequence(x));
    expect(failure(source, options, "call").message).toMatch(/not iterable/);
    expect(guardedUnpackSequence([1, 2])).toEqual([1, 2]);
    for (const value of [new Set([1]), { [Symbol.iterator]: () => [][Symbol.iterator]() }])
      expect(code(() => guardedUnpackSequence(value))).toBe("GUARD_RECEIVER");
    expect(code(() => guardedUnpackSequence(new Proxy([], {})))).toBe("HOST_PROXY");
  });
});

it("outside of a run the same rules hold", () => {
  const keep: unknown[] = [];
  execRestricted("keep({ a: 1, get b() { return 2; } })", {
    globals: { keep: 1 },
    guards: { _call_: () => 0 },
  });
  execRestricted(
    "const o = { a: 1 }; o.a",
    inside("_getattr_", (o) => keep.push(o)),
  );
  expect(saferGetattr(keep[0], "a")).toBe(1);
  expect(code(() => saferGetattr(keep[0], "constructor"))).toBe("GuardError");
});
