import { describe, expect } from "vitest";
import { type CompileResult, compileRestricted, execRestricted } from "../../src/index.js";
import { FORMS } from "../support/run.js";
import { covers } from "./support.js";

const compiled = (source: string): readonly CompileResult[] =>
  FORMS.map((guards) => compileRestricted(source, { printed: true, guards }));

/** `line code` of the warnings, the same in both forms. */
function warnings(source: string): readonly string[] {
  const [inline, call] = compiled(source).map((r) => {
    expect(r.errors.map(String)).toEqual([]);
    return r.warnings.map((d) => `${d.start.line} ${d.code}`);
  });
  expect(call).toEqual(inline);
  return inline ?? [];
}

describe("`printed`, for programs written for RestrictedPython", () => {
  covers("test_print_function__nested_print_collector", () => {
    const source = `function f() {
        function f2() { print('inner'); return printed }
        print(f2(), { end: '' });
        print('f1');
        return printed;
      }
      print(f(), { end: '' });
      print('main');
      printed`;
    for (const program of compiled(source)) expect(execRestricted(program).value).toBe("inner\nf1\nmain\n");
  });

  covers("test_print_function__with_printed_no_print", () => {
    expect(warnings("function foo() {\n  return printed;\n}")).toEqual(["2 PRINT_EMPTY"]);
    for (const program of compiled("function foo() { return printed } foo()"))
      expect(execRestricted(program).value).toBe("");
  });

  covers("test_print_function__with_printed_no_print_nested", () => {
    const source =
      "function foo() {\n  function bar() {\n    1;\n    return printed;\n  }\n  print(1);\n  return printed;\n}";
    expect(warnings(source)).toEqual(["4 PRINT_EMPTY"]);
  });

  covers("test_print_function__with_print_no_printed", () => {
    const source = "function foo() {\n  1;\n  print('a');\n}";
    expect(warnings(source)).toEqual(["3 PRINT_UNREAD"]);
    for (const guards of FORMS) expect(compileRestricted(source, { guards }).warnings).toEqual([]);
  });

  covers("test_print_function__with_print_no_printed_nested", () => {
    const source =
      "function foo() {\n  function bar() {\n    1;\n    print('a');\n  }\n  print(1);\n  return printed;\n}";
    expect(warnings(source)).toEqual(["4 PRINT_UNREAD"]);
  });
});
