import { describe, expect } from "vitest";
import { type CompileOptions, compileRestricted, type ExecOptions, execRestricted } from "../../src/index.js";
import { FORMS } from "../support/run.js";
import { covers, refused } from "./support.js";

type Callable = (...args: unknown[]) => unknown;

function made(body: string, compile: CompileOptions = {}, options: ExecOptions = {}): Callable[] {
  return FORMS.map((guards) => {
    const program = compileRestricted(body, { mode: "function", guards, ...compile });
    expect(program.errors.map(String)).toEqual([]);
    return execRestricted(program, options).value as Callable;
  });
}

describe("mode function", () => {
  covers("test_compile_restricted_function", () => {
    const lines: string[] = [];
    const onPrint = (line: { text: string }): void => void lines.push(line.text);
    for (const f of made(
      "print('Hello World!'); return 'Hello World!\\n';",
      { name: "hello_world" },
      { onPrint },
    )) {
      expect(f()).toBe("Hello World!\n");
      expect(f.name).toBe("hello_world");
    }
    expect(lines).toEqual(["Hello World!", "Hello World!"]);
  });

  covers("test_compile_restricted_function_func_wrapped", () => {
    const program = compileRestricted("n = n + 1; return n", { mode: "function", globalize: ["n"] });
    const [a, b] = [10, 20].map((n) => execRestricted(program, { globals: { n } }).value as Callable);
    expect([a?.(), a?.(), b?.(), a?.()]).toEqual([11, 12, 21, 13]);
  });

  covers("test_compile_restricted_function_with_arguments", () => {
    for (const f of made("return input1 + input2", { params: ["input1", "input2"] }))
      expect(f("Hello ", "World!")).toBe("Hello World!");
  });

  covers("test_compile_restricted_function_can_access_global_variables", () => {
    for (const f of made("return input + '!'", { globalize: ["input"] }, { globals: { input: "Hello" } }))
      expect(f()).toBe("Hello!");
  });

  covers("test_compile_restricted_function_pretends_the_code_is_executed_in_a_global_scope", () => {
    for (const guards of FORMS) {
      const program = compileRestricted("output = output + 'bar'", {
        mode: "function",
        globalize: ["output"],
        guards,
      });
      const globals = { output: "foo" };
      const result = execRestricted(program, { globals });
      (result.value as Callable)();
      // The name is the last value's getter for the host, as for every binding of a function.
      expect(result.bindings["output"] as unknown).toBe("foobar");
      expect(globals.output).toBe("foo");
    }
  });

  covers("test_compile_restricted_function_allows_invalid_python_identifiers_as_function_name", () => {
    for (const f of made("return 1", { name: "<foo>.bar.__baz__" })) {
      expect([f.name, f()]).toEqual(["<foo>.bar.__baz__", 1]);
    }
    const { code } = compileRestricted("return 1", { mode: "function", name: "<foo>.bar.__baz__" });
    expect(code).not.toContain("foo");
  });

  covers("test_compile_restricted_function_handle_SyntaxError", () => {
    expect(refused(compileRestricted("a(", { mode: "function" }))).toEqual(["1 SYNTAX_ERROR"]);
  });

  covers("test_compile_restricted_function_invalid_syntax", () => {
    expect(refused(compileRestricted("1=1", { mode: "function" }))).toEqual(["1 SYNTAX_ERROR"]);
  });

  covers(
    ["test_compile_restricted_function_pre_parse_exec", "test_compile_restricted_function_pre_parse_single"],
    () => {
      const literal = { type: "NumericLiteral", value: 1 };
      for (const tree of [
        { type: "Program", body: [], directives: [], sourceType: "script" },
        { type: "File", program: { type: "Program", body: [] } },
        literal,
        [literal],
      ])
        for (const mode of ["function", "eval", "exec"] as const)
          expect(() => compileRestricted(tree as never, { mode })).toThrow(
            expect.objectContaining({ code: "SOURCE_TYPE" }),
          );
    },
  );
});

describe("parameters and name", () => {
  const CONTROL = "a){}, evil = function (";

  covers("add: parameter injection", () => {
    // Put together as text, the parameter leaves its place and sets a variable of its surroundings.
    const text = `let evil; (function (${CONTROL}) { return 1 }); return typeof evil`;
    expect(new Function(text)()).toBe("function");
    for (const param of [
      CONTROL,
      "a, b",
      "a = 1) => 0, (b",
      "a) { return 2 } //",
      "a /*",
      "a\n//",
      "...a, b",
      "",
    ]) {
      const program = compileRestricted("return 1", { mode: "function", params: [param] });
      if (!program.ok) continue;
      const f = execRestricted(program).value as Callable;
      expect([param, f()]).toEqual([param, 1]);
    }
    expect(compileRestricted("return 1", { mode: "function", params: [CONTROL] }).ok).toBe(false);
  });

  covers("add: guarded parameter defaults", () => {
    for (const param of ["a = [].constructor", "{ b = eval } = {}", "[c = _x] = []"])
      expect(compileRestricted("return 1", { mode: "function", params: [param] }).ok).toBe(false);
    for (const f of made("return a", { params: ["a = {}[k.slice(0)]"] }, { globals: { k: "constructor" } }))
      expect(() => f()).toThrow(expect.objectContaining({ code: "GUARD_MEMBER" }));
    for (const f of made(
      "return a",
      { params: ["a = (() => { for (;;) ; })()"] },
      { limits: { steps: 1000 } },
    ))
      expect(() => f()).toThrow(expect.objectContaining({ code: "LIMIT_STEPS" }));
  });

  covers("add: parameter syntax error", () => {
    for (const param of ["1a", "a b", "(", "eval("]) {
      const { errors } = compileRestricted("return 1", { mode: "function", params: [param] });
      expect([
        param,
        errors.every((d) => d.code === "SYNTAX_ERROR" || d.code === "NAME_FORBIDDEN"),
        errors.length > 0,
      ]).toEqual([param, true, true]);
    }
  });

  covers("add: hostile function name", () => {
    for (const name of [
      "a\nb",
      "*/ evil() /*",
      "`${evil()}`",
      "'); evil(); ('",
      "__proto__",
      "constructor",
      "",
    ])
      for (const f of made("return 1", { name })) expect([f.name, f()]).toEqual([name, 1]);
  });
});
