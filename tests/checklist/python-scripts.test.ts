import { execFileSync } from "node:child_process";
import { describe, expect } from "vitest";
import { compileRestricted, execRestricted } from "../../src/index.js";
import { FORMS, failure, run } from "../support/run.js";
import { covers, failureCode, refusals, values } from "./support.js";

describe("scripts of a web site", () => {
  values([
    {
      row: "testTupleUnpackAssignment",
      source: "const d = {}; let x; [d.a, x, [d['b']]] = [1, 2, [3]]; [d, x]",
      value: [{ a: 1, b: 3 }, 2],
    },
    {
      row: "testFibonacci",
      source:
        "const fib = (n) => { let [a, b] = [0, 1]; const out = []; while (out.length < n) { out.push(b); [a, b] = [b, a + b] } return out }; fib(10)",
      value: [1, 1, 2, 3, 5, 8, 13, 21, 34, 55],
    },
  ]);

  refusals([
    {
      row: "testSubversiveExcept",
      source: "try { throw 1 } catch (_getattr_) {}",
      errors: ["1 NAME_UNDERSCORE"],
    },
    {
      row: "testSubversiveExcept",
      source: "try { throw 1 } catch ({ a: [_write_] }) {}",
      errors: ["1 NAME_UNDERSCORE"],
    },
    {
      row: "testBadImports",
      source: "import 'fs';\nimport { a } from 'child_process';\nimport * as b from 'node:vm';",
      errors: ["1 SYNTAX_IMPORT", "2 SYNTAX_IMPORT", "3 SYNTAX_IMPORT"],
      native: false,
    },
    { row: "testBadImports", source: "require('fs')", errors: ["1 NAME_FORBIDDEN"] },
    {
      row: "testBadIdentifiers",
      source: "const __name__ = 1;\na._b;\n({ _c: 1 });\nfunction _d() {}",
      errors: ["1 NAME_UNDERSCORE", "2 NAME_UNDERSCORE", "3 NAME_UNDERSCORE", "4 NAME_UNDERSCORE"],
    },
  ]);

  covers("testAttributeAssignment", () => {
    const host = { title: "t" };
    for (const form of FORMS) {
      run("context.title = 'mine'; context.x = 1", { globals: { context: host } }, form);
      expect(host).toEqual({ title: "t" });
      for (const source of [
        "Math.x = 1",
        "JSON.parse = 1",
        "Array.from = 1",
        "print.x = 1",
        "console.log = 1",
      ])
        expect([source, failureCode(source, {}, form)]).toEqual([source, "GUARD_WRITE"]);
    }
  });

  covers("testRaiseSystemExit", () => {
    // Unrestricted, one line ends the process before it can say that it is alive.
    const alone = execFileSync(process.execPath, ["-e", "process.exit(0); console.log('alive')"], {
      encoding: "utf8",
    });
    expect(alone).toBe("");
    for (const source of ["process.exit(0)", "globalThis.process.exit(0)"])
      for (const form of FORMS) expect(failureCode(source, {}, form)).toBe("NAME_FORBIDDEN");
    for (const thrown of [
      "0",
      "null",
      "undefined",
      "'SystemExit'",
      "{ exit: true }",
      "new Error('x')",
      "Symbol('s')",
      "1n",
      "() => 1",
    ])
      for (const form of FORMS) {
        const error = failure(`throw ${thrown}`, {}, form);
        expect([thrown, error.name, error.code]).toEqual([thrown, "GuestError", "GUEST_ERROR"]);
      }
  });

  covers("tracebacks", () => {
    const source =
      "function inner(x) {\n  return x.y.z;\n}\nfunction outer() {\n  return inner({});\n}\nouter();";
    for (const guards of FORMS) {
      try {
        execRestricted(compileRestricted(source, { filename: "report.js", guards }));
        expect.unreachable();
      } catch (error) {
        const { message, guestStack, position } = error as {
          message: string;
          guestStack: string;
          position: object;
        };
        expect(message).toBe("TypeError: Cannot read properties of undefined (reading 'z')");
        expect(position).toMatchObject({ line: 2 });
        const frames = guestStack
          .split("\n")
          .filter((line) => /^\s*at /.test(line))
          .map((line) => line.trim().replace(/:\d+\)?$/, ""));
        expect(frames).toEqual(["at inner (report.js:2", "at outer (report.js:5", "at report.js:7"]);
      }
    }
  });

  covers("NSBind", () => {
    const globals = { context: { id: "page" }, container: { title: "Folder" }, traverse_subpath: ["a", "b"] };
    for (const form of FORMS)
      expect(run("[context.id, container.title, ...traverse_subpath]", { globals }, form).value).toEqual([
        "page",
        "Folder",
        "a",
        "b",
      ]);
    const program = compileRestricted("return context.id + n", { mode: "function", params: ["n"] });
    const f = execRestricted(program, { globals }).value as (n: number) => string;
    expect([f(1), f(2)]).toEqual(["page1", "page2"]);
  });
});
