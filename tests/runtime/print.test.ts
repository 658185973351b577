import { describe, expect, it } from "vitest";
import {
  type Collector,
  compileRestricted,
  type ExecOptions,
  execRestricted,
  execRestrictedAsync,
  type GuardForm,
  PrintCollector,
  saferGetattr,
  verifyRestricted,
} from "../../src/index.js";
import { FORMS, failure, run } from "../support/run.js";

const factory = (make: (...args: never[]) => unknown): ExecOptions => ({ guards: { _print_: make } });

function printed(source: string, options: ExecOptions = {}, guards: GuardForm = "inline"): unknown {
  const program = compileRestricted(source, { printed: true, guards });
  expect(program.errors.map(String)).toEqual([]);
  expect(verifyRestricted(program.code ?? "", { guards }).map(String)).toEqual([]);
  return execRestricted(program, options).value;
}

describe("a `_print_` factory", () => {
  it("makes the collector that `print` and `console` write to, once per run", () => {
    const made: PrintCollector[] = [];
    const options = factory(() => {
      const collector = new PrintCollector();
      made.push(collector);
      return collector;
    });
    const source = "print('a', 1, { sep: '-', end: '!' }); console.warn({ b: [2] }); print(...[1, 2, 3]);";
    for (const form of FORMS) {
      const { printed: lines } = run(source, options, form);
      expect(lines.map((l) => [l.level, l.text])).toEqual([
        ["log", "a-1!"],
        ["warn", "{ b: [ 2 ] }"],
        ["log", "1 2 3"],
      ]);
    }
    expect(made.map((c) => c.call())).toEqual(["a-1!{ b: [ 2 ] }\n1 2 3\n", "a-1!{ b: [ 2 ] }\n1 2 3\n"]);
  });

  it("is given a `_getattr_`, the host's own when there is one", () => {
    const given: unknown[] = [];
    const make = (getattr: never): Collector => {
      given.push(getattr);
      return new PrintCollector();
    };
    execRestricted("print(1)", factory(make));
    expect(given[0]).toBeTypeOf("function");
    execRestricted("print(1)", { guards: { _print_: make, _getattr_: saferGetattr } });
    expect(given[1]).toBe(saferGetattr);
  });

  it("works with names that are passed on, and after `await`", async () => {
    const out = new PrintCollector();
    const source =
      "const f = (p) => { p('x'); }; f(print); f(console.log); await null; [1, 2].forEach(print); ";
    await execRestrictedAsync(
      source,
      factory(() => out),
    );
    expect(out.call()).toBe("x\nx\n1 0 [ 1, 2 ]\n2 1 [ 1, 2 ]\n");
  });

  it("that is none is refused before the program starts", () => {
    for (const made of [undefined, null, 1, {}, { write() {} }, () => {}])
      expect(() =>
        execRestricted(
          "print(1)",
          factory(() => made),
        ),
      ).toThrow(expect.objectContaining({ code: "OPTION_VALUE" }));
    expect(() => execRestricted("1", { guards: { _print_: 1 as never } })).toThrow(/must be a function/);
  });

  it("whose collector throws, lies or re-enters stays contained", () => {
    const collector = (write: () => unknown): ExecOptions => factory(() => ({ write, call: () => "" }));
    const thrower = collector(() => {
      throw Object.assign(new Error("disk /var/log/out is full"), { process });
    });
    // Natively, a host's error leads to the host's realm.
    expect(typeof new Error("x").constructor.constructor).toBe("function");
    const source =
      "let got; try { print(1) } catch (e) { got = [e instanceof Error, e.message, typeof e.process]; } got";
    expect(run(source, thrower).value).toEqual([true, "disk <path> is full", "undefined"]);
    expect(failure("print(1)", thrower).name).toBe("GuestError");
    expect(
      run(
        "print(1)",
        collector(() => process),
      ).value,
    ).toBe(undefined);
    const deep = collector(function again(): unknown {
      return [again()];
    });
    expect(["GUEST_ERROR", "LIMIT_CALL_DEPTH"]).toContain(failure("print(1)", deep).code);
    const inner = new PrintCollector();
    const reenters = collector(() =>
      execRestricted(
        "print('in')",
        factory(() => inner),
      ),
    );
    expect(run("print(1); print(2); 3", reenters).value).toBe(3);
    expect(inner.call()).toBe("in\nin\n");
  });

  it("does not lift the limit of what is printed", () => {
    const options = { ...factory(() => new PrintCollector()), limits: { printedBytes: 100 } };
    expect(failure("for (;;) try { print('xxxxxxxxxx') } catch {}", options).code).toBe("LIMIT_PRINT");
  });

  it("hears nothing from objects that lie about themselves", () => {
    const out = new PrintCollector();
    const source = `let ran = 0; const lie = () => { ran++; return 'lie'; };
      print({ toString: lie, toJSON: lie, [Symbol.toPrimitive]: lie, get x() { return lie(); } }); ran`;
    expect(
      run(
        source,
        factory(() => out),
      ).value,
    ).toBe(0);
    expect(out.call()).not.toContain("lie\n");
  });
});

describe("PrintCollector", () => {
  it("keeps text up to a length, and says when it dropped some", () => {
    const out = new PrintCollector(5);
    out.write("abc");
    expect([out.call(), out.truncated]).toEqual(["abc", false]);
    out.write("defg");
    out.write("h");
    expect([out.call(), out.truncated]).toEqual(["abcde", true]);
    expect(() => out.write({ toString: () => "x" } as never)).toThrow(/takes text/);
    for (const limit of [-1, 1.5, Number.NaN, "5" as never])
      expect(() => new PrintCollector(limit)).toThrow(expect.objectContaining({ code: "OPTION_VALUE" }));
  });
});

describe("the option `printed`", () => {
  const CASES: readonly (readonly [string, unknown])[] = [
    ["print('Hello', 'x'); printed", "Hello x\n"],
    ["print(...[1, 2, 3], { sep: '-', end: '!' }); printed", "1-2-3!"],
    [
      "function f1() { print('f1'); function inner() { print('inner'); return printed; } return inner() + printed; } print(f1(), { end: '' }); print('main'); printed",
      "inner\nf1\nmain\n",
    ],
    ["class A { static x = print('a'); static { print('b'); } } printed", "a\nb\n"],
    ["class A { m() { print('m'); return printed; } } print('o'); new A().m() + printed", "m\no\n"],
    ["[1, 2].forEach((x) => print(x)); printed", "1\n2\n"],
    ["[1, 2].forEach((x) => { print(x); }); printed", "1\n2\n"],
    ["function doStuff(func) { func(1); func(2); } doStuff(print); printed", "1\n2\n"],
    ["function func(cond) { if (cond) print(1); return printed; } [func(true), func(false)]", ["1\n", ""]],
    ["function f() { print(1); return printed; } [f(), f()]", ["1\n", "1\n"]],
    [
      "function f(a = print('default')) { print('body'); return printed; } [f(), printed]",
      ["body\n", "default\n"],
    ],
    ["function f({ a = print('p') } = {}) { return 1; } f(); printed", "p\n"],
    ["function* g(a = print('d')) { print('g'); yield printed; } [...g(), printed]", ["g\n", "d\n"]],
    [
      "const o = { get g() { print('get'); return printed; }, m: () => print('arrow') }; o.m(); [o.g, printed]",
      ["get\n", "arrow\n"],
    ],
    ["class A { p = print; } new A().p('x'); printed", "x\n"],
    ["[typeof print, typeof printed, { print }.print === print]", ["function", "string", true]],
    ["print`a`; const { length } = printed; length > 0", true],
    ["function f(print) { print('own'); return 1; } f((x) => x); let s = printed; s", ""],
    ["console.log('c'); printed", ""],
  ];
  for (const [source, value] of CASES)
    for (const form of FORMS)
      it(`${form}: ${source}`, () => {
        expect(printed(source, {}, form)).toEqual(value);
      });

  it("all of it is in the result, too", () => {
    const program = compileRestricted("function f() { print(1); return printed; }\nf(); print(2); printed", {
      printed: true,
    });
    expect(execRestricted(program).printed.map((l) => [l.text, l.line])).toEqual([
      ["1", 1],
      ["2", 2],
    ]);
    expect(program.usedNames).toEqual([]);
    expect(program.warnings).toEqual([]);
  });

  it("a function of mode `function` has a collector for each call", async () => {
    const options = { mode: "function", printed: true, params: ["x = print('outside')"] } as const;
    const f = execRestricted(compileRestricted("print('Hello World!'); return printed", options))
      .value as () => unknown;
    expect([f(), f()]).toEqual(["Hello World!\n", "Hello World!\n"]);
    const g = execRestricted(
      compileRestricted("await null; print(1); return printed", { ...options, params: [], async: true }),
    ).value as () => Promise<unknown>;
    expect(await g()).toBe("1\n");
  });

  it("a factory makes each scope's collector", () => {
    let made = 0;
    const upper = factory(() => {
      made++;
      const inner = new PrintCollector();
      return { write: (text: string) => inner.write(text.toUpperCase()), call: () => inner.call() };
    });
    expect(
      printed("function f() { print('a'); return printed; } print('b'); [f(), f(), printed]", upper),
    ).toEqual(["A\n", "A\n", "B\n"]);
    expect(made).toBe(3);
    for (const call of [() => 1, () => process, () => ({ toString: () => "x" })]) {
      const lying = factory(() => ({ write() {}, call }));
      expect(() => printed("print(1); printed", lying)).toThrow(/no string/);
    }
  });

  it("collectors are charged for", () => {
    const program = compileRestricted("function f() { print; } for (;;) f();", { printed: true });
    expect(() => execRestricted(program, { limits: { allocatedBytes: 1e5 } })).toThrow(
      expect.objectContaining({ code: "LIMIT_ALLOCATION" }),
    );
  });

  const warnings = (source: string, on = true): readonly string[] =>
    compileRestricted(source, { printed: on }).warnings.map(String);

  it("warns where text is not read, and where nothing prints", () => {
    expect(warnings("\nfunction foo() {\n  print(1);\n  return 1;\n}")).toEqual([
      "<restricted>:3:3 PRINT_UNREAD Prints, but never reads `printed`.",
    ]);
    expect(warnings("print(1);\nfunction foo() { print(2); return printed; } foo();")).toEqual([
      "<restricted>:1:1 PRINT_UNREAD Prints, but never reads `printed`.",
    ]);
    expect(warnings("function foo() {\n  return printed;\n}")).toEqual([
      "<restricted>:2:10 PRINT_EMPTY Doesn't print, but reads `printed`.",
    ]);
    expect(
      warnings("print(1); printed;\n[1].map(() => printed);\nclass A { m() { return printed; } }"),
    ).toEqual(["<restricted>:3:24 PRINT_EMPTY Doesn't print, but reads `printed`."]);
    expect(warnings("print(1)", false)).toEqual([]);
    expect(run("print(1); 2").value).toBe(2);
    expect(failure("printed").message).toBe("ReferenceError: printed is not defined");
  });

  it("the names cannot be bound or assigned", () => {
    for (const source of [
      "printed = 12",
      "print = 1",
      "function print() {}",
      "let printed",
      "const [print] = []",
    ])
      expect(compileRestricted(source, { printed: true }).errors.map((d) => d.code)).toEqual([
        "NAME_READONLY",
      ]);
    expect(() => compileRestricted("1", { printed: 1 as never })).toThrow(/must be one of true, false/);
    expect(() => compileRestricted("1", { printed: true, globalize: ["printed"] })).toThrow(/readonlyNames/);
  });
});
