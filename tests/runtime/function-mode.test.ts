import { describe, expect, it } from "vitest";
import {
  type CompileOptions,
  type CompileResult,
  compileRestricted,
  type ExecOptions,
  execRestricted,
  execRestrictedAsync,
  GuardError,
} from "../../src/index.js";

type Callable = (...args: unknown[]) => unknown;

const compile = (source: string, options: CompileOptions = {}): CompileResult =>
  compileRestricted(source, { mode: "function", ...options });
const make = (source: string, options: CompileOptions = {}, exec: ExecOptions = {}): Callable => {
  const program = compile(source, options);
  expect(program.errors.map(String)).toEqual([]);
  return execRestricted(program, exec).value as Callable;
};
const lines = (
  params: readonly string[],
  body = "return 1",
  options: CompileOptions = {},
): readonly string[] => compile(body, { params, ...options }).errors.map(String);

describe("parameters are parsed one by one", () => {
  const at = (n: number, place: string, text: string): readonly string[] => [
    `<restricted> (parameter ${n}):${place} ${text}`,
  ];
  const one = "SYNTAX_ERROR";

  it.each([
    ["a){}, evil = function('"],
    ["a) => (b"],
    ["a = 1) => 0, (b"],
    ["a, b"],
    [""],
    ["a <!-- x"],
    ["a) { } function b("],
  ])("a text that reaches out of its place is a diagnostic at the parameter: %s", (text) => {
    // Put together as `new Function` does it, some of these would be more than a parameter.
    const [found, ...more] = compile("return 1", { params: ["ok", text] }).errors;
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: one, filename: "<restricted> (parameter 2)" });
    expect(found?.message).toBe(`\`${text}\` is not one parameter.`);
    expect(found?.frame).toContain(text);
  });

  it.each([
    [["a", "a"], at(2, "1:1", `${one} \`a\` is a parameter already.`)],
    [["a", "{ x: [a] }"], at(2, "1:1", `${one} \`a\` is a parameter already.`)],
    [["...a, b"], at(1, "1:5", `${one} Rest element must be last element.`)],
    [["...a", "b"], at(1, "1:1", `${one} A rest parameter is the last one.`)],
    [
      ["a = b.constructor"],
      at(1, "1:7", "NAME_MEMBER The member `constructor` is not available to programs."),
    ],
    [
      ["a", "b = \n  c.__proto__"],
      at(2, "2:5", "NAME_UNDERSCORE The member `__proto__` is private: it begins with an underscore."),
    ],
    [["a = this"], at(1, "1:5", "SYNTAX_THIS Top-level `this` is not available.")],
    [["a = import('x')"], at(1, "1:5", "SYNTAX_IMPORT `import` is not available.")],
    [["_a"], at(1, "1:1", "NAME_UNDERSCORE `_a` is not a name for a program: it begins with an underscore.")],
    [["a\0"], at(1, "1:2", "SOURCE_TEXT The source contains a null byte.")],
    [["a ="], at(1, "1:4", `${one} The text ends in the middle of an expression.`)],
  ])("%j", (params, expected) => {
    expect(lines(params)).toEqual(expected);
  });

  it("findings of several parameters and of the body come together, each with its own place", () => {
    expect(lines(["a = x.constructor", "b = y.prototype"], "return z.caller")).toEqual([
      "<restricted> (parameter 1):1:7 NAME_MEMBER The member `constructor` is not available to programs.",
      "<restricted> (parameter 2):1:7 NAME_MEMBER The member `prototype` is not available to programs.",
      "<restricted>:1:10 NAME_MEMBER The member `caller` is not available to programs.",
    ]);
  });

  it("the body may not declare a parameter anew, and waits only in an async function", () => {
    expect(lines(["a"], "let a = 1")).toEqual(["<restricted>:1:1 SYNTAX_ERROR `a` is a parameter already."]);
    expect(lines(["{ a }"], "class a {}")).toEqual([
      "<restricted>:1:1 SYNTAX_ERROR `a` is a parameter already.",
    ]);
    expect(lines(["a"], "return await a")).toEqual([
      "<restricted>:1:8 SYNTAX_AWAIT Top-level `await` is not available in this mode.",
    ]);
    expect(make("var a; return a", { params: ["a"] })(3)).toBe(3);
  });

  it("defaults and patterns are guarded", () => {
    const key = "'const' + 'ructor'";
    for (const params of [[`a = (() => 1)[${key}]`], [`{ [${key}]: a }`], [`[{ [${key}]: a } = {}] = []`]]) {
      for (const guards of ["inline", "call"] as const) {
        const f = make("return a", { params, guards });
        expect(() => f()).toThrow(expect.objectContaining({ code: expect.stringMatching(/^GU/) }));
        expect(() => f({})).not.toThrow(/is not a function/);
      }
    }
    expect(
      make("return [a, b, rest]", { params: ["{ a } = { a: 1 }", "[b = a] = []", "...rest"] })(),
    ).toEqual([1, 1, []]);
  });

  it("`params` and its texts have a type", () => {
    for (const params of ["a", [1], {}] as never[])
      expect(() => compile("1", { params })).toThrow(expect.objectContaining({ code: "OPTION_VALUE" }));
    expect(() => compileRestricted("1", { params: ["a"] })).toThrow(GuardError);
  });
});

describe("the name", () => {
  it.each(["<foo>.bar.__baz__", "a\nb", "*/ evil() /*", "`${evil()}`", "'); evil(); ('", "constructor", ""])(
    "%j is `name` of the host's function and nowhere else",
    (name) => {
      const program = compile("throw new Error('x')", { name });
      expect(program.code).toBe(compile("throw new Error('x')").code);
      const f = execRestricted(program).value as Callable;
      expect(f.name).toBe(name);
      expect(() => f()).toThrow(expect.objectContaining({ guestStack: "    at <restricted>:1:7" }));
    },
  );
});

describe("calls", () => {
  it("each has fresh limits; a limit in one does not end the next", () => {
    const f = make("let n = 0; while (n < x) n++; return n", { params: ["x"] }, { limits: { steps: 100 } });
    expect([f(90), f(90), f(90)]).toEqual([90, 90, 90]);
    for (let i = 0; i < 3; i++) {
      expect(() => f(1e9)).toThrow(expect.objectContaining({ code: "LIMIT_STEPS" }));
      expect(f(5)).toBe(5);
    }
    const g = make("return 'x'.repeat(n)", { params: ["n"] }, { limits: { stringLength: 1000 } });
    expect(() => g(2000)).toThrow(expect.objectContaining({ code: "LIMIT_STRING" }));
    expect(g(2)).toBe("xx");
  });

  it("what the function throws is a GuestError, and the next call is not harmed", () => {
    const f = make("if (x) throw new RangeError('no ' + x); return 1", { params: ["x"] });
    expect(() => f(3)).toThrow(expect.objectContaining({ name: "GuestError", guestName: "RangeError" }));
    expect(f(0)).toBe(1);
    expect(() => f(class {})).not.toThrow(TypeError);
    expect(() => make("return () => 1")()).toThrow(expect.objectContaining({ code: "EXPORT_FUNCTION" }));
  });

  it("a call from inside of a call shares its limits", () => {
    let f: Callable = () => 0;
    const again = (n: number): unknown => f(n);
    const program = compile("return n === 0 ? 0 : 1 + again(n - 1)", { params: ["n"] });
    f = execRestricted(program, { globals: { again }, limits: { steps: 20 } }).value as Callable;
    expect(f(5)).toBe(5);
    expect(() => f(50)).toThrow(expect.objectContaining({ code: "LIMIT_STEPS" }));
    expect(f(5)).toBe(5);
  });

  it("one program makes many functions, each with its own globals", () => {
    const program = compile("return k * x", { params: ["x"] });
    const [a, b] = [2, 3].map((k) => execRestricted(program, { globals: { k } }).value as Callable);
    expect([a?.(5), b?.(5), a?.(6)]).toEqual([10, 15, 12]);
  });
});

describe("async functions", () => {
  const later = (ms: number, value: unknown): Promise<unknown> =>
    new Promise((resolve) => setTimeout(() => resolve(value), ms));

  it("are promises for the host, with fresh limits for each call", async () => {
    const source = "let n = 0; while (n < x) n++; await wait(1); while (n < 2 * x) n++; return { n }";
    const f = make(
      source,
      { params: ["x"], async: true, name: "job" },
      {
        globals: { wait: (ms: number) => later(ms, 0) },
        limits: { steps: 1000 },
      },
    );
    expect(f.name).toBe("job");
    expect(await f(400)).toEqual({ n: 800 });
    expect(await f(400)).toEqual({ n: 800 });
    await expect(f(600)).rejects.toMatchObject({ code: "LIMIT_STEPS" });
    expect(await f(400)).toEqual({ n: 800 });
    const shared = await Promise.allSettled([f(200), f(200)]);
    expect(shared.map((s) => s.status)).toEqual(["fulfilled", "fulfilled"]);
  });

  it("reject with what the function throws, and end when time is up", async () => {
    const f = make("await null; throw new Error('late')", { async: true });
    await expect(f()).rejects.toMatchObject({ name: "GuestError", guestMessage: "late" });
    const never = make("await new Promise(() => {})", { async: true }, { limits: { timeMs: 20 } });
    await expect(never()).rejects.toMatchObject({ code: "LIMIT_TIME" });
    const guarded = await execRestrictedAsync(compile("return await x", { params: ["x"], async: true }));
    expect(await (guarded.value as Callable)(Promise.resolve(4))).toBe(4);
  });

  it("a thenable of the guest's is not called by the host", async () => {
    const f = make("return { then(done) { n++; done(1); } }", { async: true }, { globals: {} });
    await expect(f()).rejects.toMatchObject({ name: "GuestError" });
    const held = make("return [{ then() { } }].length", { async: true });
    expect(await held()).toBe(1);
  });
});

describe("the host's own mistakes", () => {
  it.each([
    ["an unknown mode", { mode: "single" }, /`mode` must be one of 'exec', 'eval', 'function'/],
    ["a policy that was not defined", { policy: {} }, /made by defineLanguagePolicy/],
    ["no policy", { policy: null }, /made by defineLanguagePolicy/],
    ["an unknown option", { flags: 1 }, /no option `flags`/],
    ["a name that is no string", { mode: "function", name: Symbol("x") }, /`name` must be a string/],
  ])("%s", (_what, options, message) => {
    expect(() => compileRestricted("1", options as never)).toThrow(message);
    expect(() => compileRestricted("1", options as never)).toThrow(GuardError);
  });

  it("a source that is no string, in every mode; options that are no object", () => {
    for (const mode of ["exec", "eval", "function"] as const)
      for (const source of [1, null, undefined, {}, ["1"], Buffer.from("1"), Object("1")])
        expect(() => compileRestricted(source as never, { mode })).toThrow(
          expect.objectContaining({ code: "SOURCE_TYPE" }),
        );
    for (const options of [null, 1, "call"] as never[])
      expect(() => compileRestricted("1", options)).toThrow(GuardError);
  });
});

describe("CompileResult", () => {
  it("is frozen all through, and its lines read like RestrictedPython's", () => {
    for (const source of ["a + b; const c = 1", "a.constructor; eval(1)", "if ("]) {
      const result = compileRestricted(source, { filename: "job.js" });
      for (const part of [result, result.errors, result.warnings, result.usedNames, result.definedNames])
        expect(Object.isFrozen(part)).toBe(true);
    }
    const bad = compileRestricted("_a = 1;\n_b = 2", { filename: "job.js" });
    expect([bad.ok, bad.code, bad.usedNames, bad.definedNames]).toEqual([false, null, [], []]);
    expect(bad.errors.map(String)).toEqual([
      "job.js:1:1 NAME_UNDERSCORE `_a` is not a name for a program: it begins with an underscore.",
      "job.js:2:1 NAME_UNDERSCORE `_b` is not a name for a program: it begins with an underscore.",
    ]);
    const good = compileRestricted("const c = a + b; c", {});
    expect([good.usedNames, good.definedNames]).toEqual([["a", "b"], ["c"]]);
  });

  it("one expression after the other is a session: the value, then the names", () => {
    expect(execRestricted("4 * 6").value).toBe(24);
    const one = execRestricted("x = 4 * 6", { globals: { x: 0 } });
    expect(one.value).toBe(24);
    const program = compileRestricted("x = 4 * 6", { globalize: ["x"] });
    expect(execRestricted(program).bindings.x).toBe(24);
    expect(compileRestricted("a + b + func(x)", { mode: "eval" }).usedNames).toEqual(["a", "b", "func", "x"]);
  });
});
