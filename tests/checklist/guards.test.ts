import { describe, expect } from "vitest";
import { compileRestricted, definePolicy, saferGetattr } from "../../src/index.js";
import { FORMS, failure, run } from "../support/run.js";
import { covers, escapes, failureCode, refusals, spy, values } from "./support.js";

class Box {
  value = 1;
}
const box = definePolicy<Box>({
  name: "Box",
  brand: Box,
  members: {
    value: { kind: "get", get: (b) => b.value },
    set: {
      kind: "method",
      call: (b, [v]) => {
        b.value = Number(v);
      },
    },
  },
});

describe("built-ins under guards", () => {
  values([
    { row: "test_Guards_bytes", source: "new Uint8Array(1).length", value: 1 },
    {
      row: "test_Guards_sorted",
      source: "[[5, 2, 8, 1].toSorted((a, b) => a - b), [5, 2, 8, 1].sort(), sorted([5, 2, 8, 1])]",
      value: [
        [1, 2, 5, 8],
        [1, 2, 5, 8],
        [1, 2, 5, 8],
      ],
      native: false,
    },
    { row: "test_Guards__safe_builtins__1", source: "[1, 2, 3].slice(1)", value: [2, 3] },
    {
      row: "test_Guards__safe_builtins__2",
      source: `class C {
        value = 24;
        display() { return String(this.value); }
      }
      const c1 = new C();
      c1.value = 2411;
      const a = c1.value;
      c1.display();`,
      value: "2411",
    },
  ]);

  covers("test_Guards_bytes", () => {
    for (const form of FORMS) expect(failureCode("new Uint8Array(2 ** 40)", {}, form)).toBe("LIMIT_ARRAY");
  });

  covers("test_Guards__safe_builtins__1", () => {
    expect(spy("[1, 2, 3].slice(1)", ["_invoke_"]).calls).toEqual(["_invoke_ [1,2,3] slice [1]"]);
  });
});

describe("writing", () => {
  covers("test_Guards__guarded_setattr__1", () => {
    const source = "const k = 'b'; const o = {}; o.a = 1; o[k] = 2; delete o.a; delete o[k + k]; o";
    const { value, calls } = spy(source, ["_setattr_", "_setitem_", "_delattr_", "_delitem_"]);
    expect(value).toEqual({ b: 2 });
    expect(calls.map((c) => c.split(" ")[0])).toEqual(["_setattr_", "_setitem_", "_delattr_", "_delitem_"]);
    for (const form of FORMS) expect(run(source, {}, form).value).toEqual({ b: 2 });
  });

  covers("test_Guards__write_wrapper__1", () => {
    for (const form of FORMS) {
      const host = new Box();
      // Unguarded, the host's object takes whatever is written.
      expect(Object.assign(new Box(), { value: 9 }).value).toBe(9);
      for (const source of ["b.value = 9", "b['value'] = 9", "delete b.value", "b.x = 1", "b.value++"]) {
        const error = failure(source, { globals: { b: host }, policies: [box] }, form);
        expect([error.code, error.message]).toEqual([
          "GUARD_WRITE",
          expect.stringMatching(/cannot be written to/),
        ]);
      }
      expect(host).toEqual(new Box());
    }
  });

  covers("test_Guards__write_wrapper__2", () => {
    for (const form of FORMS) {
      const host = new Box();
      expect(run("b.set(5); b.value", { globals: { b: host }, policies: [box] }, form).value).toBe(5);
      expect(host.value).toBe(5);
    }
  });

  covers("test_Guards__guarded_unpack_sequence__1", () => {
    const source = "const [a, b, c] = [1, 2]; const xs = [3, 4]; const [d, e, f] = xs; [a, b, c, d, e, f]";
    const { value, calls } = spy(source, ["_unpack_sequence_"]);
    expect(value).toEqual([1, 2, undefined, 3, 4, undefined]);
    expect(calls.filter((c) => c === "_unpack_sequence_ [3,4]")).toHaveLength(1);
  });
});

describe("reading", () => {
  covers("test_Guards__safer_getattr__1a", () => {
    for (const form of FORMS) expect(run("'Hello {}'.format", {}, form).value).toBeUndefined();
    for (const form of FORMS)
      expect(failure("'{0.constructor}'.format({})", {}, form).message).toMatch(/format is not a function/);
  });

  covers("test_Guards__safer_getattr__1b", () => {
    expect(run("[typeof string.Formatter, typeof string.Template]", { builtins: "utility" }).value).toEqual([
      "undefined",
      "undefined",
    ]);
  });

  covers("test_Guards__safer_getattr__1c", () => {
    escapes("typeof String.prototype.replace.call", "function", "NAME_MEMBER");
    escapes("String['proto' + 'type'].at.call('abc', 1)", "b", "GUARD_MEMBER");
    for (const form of FORMS) {
      expect(run("String.raw`a${1}\\n`", {}, form).value).toBe("a1\\n");
      expect(failure("String.raw({ raw: { length: 2 ** 53 } })", {}, form).message).toMatch(
        /template literals/,
      );
    }
  });

  covers("test_Guards__safer_getattr__1d", () => {
    const source =
      "const o = { toString() { return '{0.constructor}' } }; ''.replace.call(o, '{0.constructor}', '$&')";
    for (const form of FORMS) expect(run(source, {}, form).value).toBe("{0.constructor}");
  });

  covers("test_Guards__safer_getattr__3", () => {
    const seen: unknown[] = [];
    const _getattr_ = (o: object, name: string): unknown => {
      seen.push(saferGetattr(o, name));
      return seen.at(-1);
    };
    const source = "class A { value = 2 } const a = new A(); a.value";
    expect(run(source, { guards: { _getattr_ } }, "call").value).toBe(2);
    expect(seen).toEqual([2]);
  });

  covers("test_Guards__safer_getattr__4", () => {
    const lying =
      "let n = 0; const k = { toString() { return n++ ? 'constructor' : 'ok' } }; const o = { ok: 1 };";
    for (const form of FORMS) {
      expect(run(`${lying} [o[k], n]`, {}, form).value).toEqual([1, 1]);
      expect(failureCode(`${lying} o[k]; o[k]`, {}, form)).toBe("GUARD_MEMBER");
    }
    escapes("typeof ({})[new String('constructor')]", "function", "GUARD_MEMBER");
  });

  covers("test_Guards__safer_getattr__5", () => {
    const targets = ["function () {}", "() => 1", "function* () {}", "async () => 1", "class {}"];
    for (const target of targets) {
      escapes(`const f = ${target}; typeof f.constructor`, "function", "NAME_MEMBER");
      escapes(
        `const f = ${target}; const k = 'constructor'; typeof f[k.slice(0)]`,
        "function",
        "GUARD_MEMBER",
      );
    }
    escapes("function* g() {} typeof g().constructor.constructor", "function", "NAME_MEMBER");
    for (const key of ["caller", "callee", "arguments", "prototype", "prepareStackTrace", "__proto__"])
      for (const form of FORMS)
        for (const on of ["(function () {})", "new Error('x')", "Error"])
          expect(failureCode(`const k = '${key}'.slice(0); ${on}[k]`, {}, form)).toBe("GUARD_MEMBER");
    const stack = run("new Error('x').stack").value as string;
    expect(stack.split("\n").slice(1)).toEqual(["    at <restricted>:1:1"]);
  });

  covers("test_Guards__safer_getattr_raise", () => {
    for (const form of FORMS)
      expect(run("const o = { a: 1 }; [o.a, o.b, o.b ?? 'default']", {}, form).value).toEqual([
        1,
        undefined,
        "default",
      ]);
    expect(
      run(
        "const o = {}; [o.a]",
        { guards: { _getattr_: (o: object, n: string) => saferGetattr(o, n) } },
        "call",
      ).value,
    ).toEqual([undefined]);
  });

  refusals([{ row: "test_call_py3_builtins", source: 'globalThis["x"]', errors: ["1 NAME_FORBIDDEN"] }]);

  covers("test_safer_getattr__underscore_name", () => {
    for (const source of ["const k = '__proto__'; [][k]", "([])['__pro' + 'to__']"]) {
      expect(compileRestricted(source).errors).toEqual([]);
      escapes(
        `typeof (() => { ${source.replace(/(\S*\]\[k\]|\(\[\]\).*)$/, "return $1")} })()`,
        "object",
        "GUARD_MEMBER",
      );
      for (const form of FORMS) expect(failure(source, {}, form).message).toMatch(/`__proto__` is private/);
    }
  });
});
