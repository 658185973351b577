import { describe, expect } from "vitest";
import { compileRestricted, type ExecOptions } from "../../src/index.js";
import { FORMS, failure, run } from "../support/run.js";
import { covers, failureCode, spy } from "./support.js";

function printed(source: string, options: ExecOptions = {}): readonly string[] {
  const [inline, call] = FORMS.map((form) => run(source, options, form).printed.map((line) => line.text));
  expect(call).toEqual(inline);
  return inline ?? [];
}

describe("print and console", () => {
  covers("test_print_function__simple_prints", () => {
    for (const [source, text] of [
      ["print()", ""],
      ["print('Hello World!')", "Hello World!"],
      ["print('Hello', 'World!')", "Hello World!"],
      ["print('Hello', 'x', { sep: '' })", "Hellox"],
      ["print('Hello', 'x', { sep: '\\n' })", "Hello\nx"],
      ["print('Hello', 'x', { sep: undefined, end: null })", "Hello x"],
      ["print('Hello', 'x', { sep: '|', end: '!' })", "Hello|x!"],
      ["print('a', { file: { write: 1 } })", "a"],
      ["console.log('Hello', 'x')", "Hello x"],
      ["print(1, null, undefined, [1, 'a'], { b: 2 })", "1 null undefined [ 1, 'a' ] { b: 2 }"],
    ] as const)
      expect([source, ...printed(source)]).toEqual([source, text]);
  });

  covers("test_print_function_with_star_args", () => {
    expect(printed("print(...[1, 2, 3])")).toEqual(["1 2 3"]);
    expect(spy("const xs = [1, 2, 3]; print(...xs)", ["_apply_"]).calls).toEqual(["_apply_ f [1,2,3]"]);
  });

  covers("test_print_function_with_kw_args", () => {
    expect(printed("print(...[1, 2, 3], { sep: '-', end: '!' })")).toEqual(["1-2-3!"]);
  });

  covers("test_print_function__protect_file", () => {
    const source = "let called = 0; print('a', { file: { write() { called++ } } }); called";
    for (const form of FORMS) expect(run(source, {}, form).value).toBe(0);
    expect(printed("print('a', { file: { write: (s) => s } })")).toEqual(["a"]);
  });

  covers("test_print_function_pass_print_function", () => {
    const source = (f: string): string => `function doStuff(f) { f(1); f(2) } doStuff(${f})`;
    expect(printed(source("console.log"))).toEqual(["1", "2"]);
    expect(printed(source("print"))).toEqual(["1", "2"]);
  });

  covers("test_print_function_conditional_print", () => {
    expect(printed("function func(cond) { if (cond) print(1) } func(true)")).toEqual(["1"]);
    expect(printed("function func(cond) { if (cond) print(1) } func(false)")).toEqual([]);
  });

  covers("test_print_function_no_new_scope", () => {
    expect(printed("class A { static { print('a') } }")).toEqual(["a"]);
    expect(printed("[1, 2].forEach((x) => print(x))")).toEqual(["1", "2"]);
    expect(printed("const f = (x) => print(x); [1, 1].map(f)")).toEqual(["1", "1"]);
  });
});

describe("hostile values", () => {
  covers("add: logging hostile objects", () => {
    const source = `const called = [];
      const hook = (name) => function () { called.push(name); return 'x' };
      const o = { toString: hook('toString'), valueOf: hook('valueOf'), toJSON: hook('toJSON'), inspect: hook('inspect'),
        [Symbol.toPrimitive]: hook('toPrimitive'), get a() { called.push('getter'); return 1 },
        get [Symbol.toStringTag]() { called.push('tag'); return 'T' } };
      class A { get [Symbol.toStringTag]() { called.push('tag'); return 'T' } toString() { called.push('A'); return '' } }
      print(o); console.log(o, new A()); console.table([o]); console.error('%s %o %d', o, o, o);
      called`;
    for (const form of FORMS) expect(run(source, {}, form).value).toEqual([]);
    // The same hooks are called by what looks harmless natively.
    expect(`${{ toString: () => "called" }}`).toBe("called");
  });

  covers("add: log size limit", () => {
    for (const source of [
      "for (;;) print('x'.repeat(1000))",
      "for (;;) try { console.log('x'.repeat(1000)) } catch {}",
    ])
      for (const form of FORMS) expect(failureCode(source, {}, form)).toBe("LIMIT_PRINT");
    expect(failure("print('x'.repeat(60))", { limits: { printedBytes: 100 } }).code).toBe("LIMIT_PRINT");
    expect(compileRestricted("print(1)").ok).toBe(true);
  });
});
