import { describe, expect } from "vitest";
import {
  type CompileOptions,
  compileRestricted,
  type Diagnostic,
  evalRestricted,
  execRestricted,
  execRestrictedAsync,
} from "../../src/index.js";
import { run } from "../support/run.js";
import { covers, refusals, refused } from "./support.js";

const MODES = ["exec", "eval", "function"] as const;

describe("input that is the host's mistake", () => {
  covers("test_compile__compile_restricted_invalid_code_input", () => {
    for (const mode of MODES)
      for (const source of [undefined, null, 1, {}, ["1"], new String("1"), { type: "Program" }])
        expect(() => compileRestricted(source as never, { mode })).toThrow(
          expect.objectContaining({ code: "SOURCE_TYPE" }),
        );
  });

  covers("test_compile__compile_restricted_invalid_policy_input", () => {
    for (const mode of MODES)
      for (const policy of [{}, { openNames: new Set() }, class {}, "strict", []])
        expect(() => compileRestricted("1", { mode, policy } as never)).toThrow(
          expect.objectContaining({ code: "OPTION_VALUE" }),
        );
  });

  covers("test_compile__compile_restricted_invalid_mode_input", () => {
    expect(() => compileRestricted("1", { mode: "invalid" } as never)).toThrow(
      expect.objectContaining({
        code: "OPTION_VALUE",
        message: "`mode` must be one of 'exec', 'eval', 'function'",
      }),
    );
  });

  covers("test_compile__compile_restricted_exec__2", () => {
    // No spelling of "no policy" turns the checks off.
    for (const policy of [null, false, 0, ""])
      expect(() => compileRestricted("1", { policy } as never)).toThrow(
        expect.objectContaining({ code: "OPTION_VALUE" }),
      );
    expect(compileRestricted("eval(1)", { policy: undefined } as never).ok).toBe(false);
    for (const option of ["restricted", "unrestricted", "unsafe"])
      expect(() => compileRestricted("1", { [option]: true } as CompileOptions)).toThrow(
        expect.objectContaining({ code: "OPTION_UNKNOWN" }),
      );
  });
});

describe("results", () => {
  covers("test_compile__compile_restricted_exec__1", () => {
    const program = compileRestricted("const a = 42");
    expect(program).toMatchObject({ ok: true, errors: [], warnings: [], usedNames: [], definedNames: ["a"] });
    expect(Object.isFrozen(program)).toBe(true);
    expect(execRestricted(program).bindings["a"]).toBe(42);
  });

  covers("test_compile__compile_restricted_single__1", () => {
    const { value, bindings } = run("var x = 4 * 6; x");
    expect([value, bindings["x"]]).toEqual([24, 24]);
    const program = compileRestricted("x = 4 * 6", { globalize: ["x"] });
    const result = execRestricted(program);
    expect([result.value, result.bindings["x"]]).toEqual([24, 24]);
  });

  covers("test_compile__compile_restricted__2", () => {
    expect(() => compileRestricted("x = 4 * 6", { mode: "single" } as never)).toThrow(
      expect.objectContaining({ code: "OPTION_VALUE" }),
    );
    expect(run("4 * 6").value).toBe(24);
  });

  covers("test_compile__compile_restricted_eval__2", () => {
    expect(evalRestricted("4 * 6")).toBe(24);
  });

  covers("test_compile__compile_restricted_eval__used_names", () => {
    const { usedNames } = compileRestricted("a + b + func(x)", { mode: "eval" });
    expect([...usedNames].sort()).toEqual(["a", "b", "func", "x"]);
  });

  covers("test_compile_restricted", () => {
    const { warnings } = compileRestricted("let a = 1;\nwindow;\nfetch(a);");
    expect(warnings.map((d) => `${d.start.line} ${d.severity} ${d.code} ${d.name}`)).toEqual([
      "2 warning NAME_ABSENT window",
      "3 warning NAME_ABSENT fetch",
    ]);
  });

  covers("test_compile_restricted_eval", () => {
    const source = "1;\n2;\neval('q = 1');";
    for (const start of [execRestricted, evalRestricted] as const) {
      const text = start === evalRestricted ? "\n\neval('q = 1')" : source;
      expect(() => start(text)).toThrow(
        expect.objectContaining({
          name: "CompileError",
          position: expect.objectContaining({ line: 3, column: 1 }),
          message: expect.stringContaining("`eval` is not available to programs"),
        }),
      );
    }
  });

  covers("test_compile___compile_restricted_mode__1", async () => {
    // The realm's three unfrozen intrinsics are looked over after each run. Nothing a guest can write gets there, so
    // the change is made by the host, through an injected guard that hands it one of them.
    const events: string[] = [];
    const reach = (o: object): object => Object.getPrototypeOf(o) as object;
    const poison = (o: object, _name: string, value: unknown): unknown => {
      Object.defineProperty(reach(o), "poison", { value, configurable: true });
      return value;
    };
    const program = compileRestricted("const o = {}; o.x = 1;", { guards: "call" });
    execRestricted(program, { guards: { _setattr_: poison }, onAudit: (e) => void events.push(e.type) });
    expect(events).toEqual(["realm"]);
    expect(run("({}).poison").value).toBeUndefined();
    await expect(execRestrictedAsync("({}).poison")).resolves.toMatchObject({ value: undefined });
  });
});

describe("diagnostics", () => {
  const at = (d: Diagnostic | undefined): unknown => [d?.code, d?.start.line, d?.start.column];

  covers("test_compile__invalid_syntax", () => {
    const { errors, code } = compileRestricted("1 = 2");
    expect([code, errors.length]).toEqual([null, 1]);
    expect(at(errors[0])).toEqual(["SYNTAX_ERROR", 1, 1]);
    expect(errors[0]?.message).toMatch(/left-hand side/i);
    expect(() => execRestricted("1 = 2")).toThrow(expect.objectContaining({ name: "CompileError" }));
  });

  refusals([
    {
      row: "test_compile__compile_restricted_exec__3",
      source: "_a = 42;\n_b = 43",
      errors: ["1 NAME_UNDERSCORE", "2 NAME_UNDERSCORE"],
    },
    {
      row: "test_compile__compile_restricted_exec__10",
      source: "let a;\nwith (a) {}",
      errors: ["2 SYNTAX_WITH"],
      native: false,
    },
    { row: "test_compile__compile_restricted_exec__10", source: "1;\n2;\n017", errors: ["3 SYNTAX_ERROR"] },
    {
      row: "test_compile__compile_restricted_eval__1",
      source: "let x",
      errors: ["1 SYNTAX_MODE"],
      options: { mode: "eval" },
    },
    {
      row: "test_compile__compile_restricted_eval__1",
      source: "function a() {};\n1",
      errors: ["1 SYNTAX_MODE"],
      options: { mode: "eval" },
    },
  ]);

  covers("test_compile__compile_restricted_exec__4", () => {
    const program = compileRestricted("fetch; a(");
    expect(refused(program)).toEqual(["1 SYNTAX_ERROR"]);
    expect([program.warnings, program.usedNames, program.definedNames, program.map]).toEqual([
      [],
      [],
      [],
      null,
    ]);
  });

  covers("test_compile__compile_restricted_exec__5", () => {
    for (const [source, found] of [
      ["a = 5\0;", "1 SOURCE_TEXT"],
      ["'\ud800'", "1 SOURCE_TEXT"],
      ["1;\n<!-- x", "2 SYNTAX_HTML_COMMENT"],
    ] as const)
      expect(refused(compileRestricted(source))).toEqual([found]);
    expect(run("'\u2028\u2029'.length").value).toBe(2);
    expect(run("\uFEFF1 + 1").value).toBe(2);
  });
});
