import { describe, expect } from "vitest";
import { compileRestricted } from "../../src/index.js";
import { FORMS, native, run } from "../support/run.js";
import { covers, plain, refusals, refused, values } from "./support.js";

describe("assignment as an expression", () => {
  values([
    { row: ["test_works", "test_walrus_operator"], source: "let x = 1; if (x = x + 1) {} x", value: 2 },
    { row: "test_walrus_operator", source: "let y; const z = (y = 5) + y; [y, z]", value: [5, 10] },
  ]);

  refusals([{ row: "test_no_private_target", source: "if (_x_ = 1) {}", errors: ["1 NAME_UNDERSCORE"] }]);

  covers("test_simple_only", () => {
    const targets = [
      "[o.a]",
      "[o['b']]",
      "({ k: o.c })",
      "[...o.d]",
      "[[o.e = 3]]",
      "({ k: [o.f], ...o.g })",
    ];
    for (const target of targets) {
      const open = target.startsWith("(") ? target.slice(0, -1) : `(${target}`;
      const source = `const o = {}; const s = [[7]]; s.k = [8]; ${open} = s); o`;
      for (const form of FORMS) expect(plain(run(source, {}, form).value)).toEqual(plain(native(source)));
    }
    for (const source of [
      "(a, b) = 1",
      "f() = 1",
      "1 = 2",
      "a + b = 1",
      "new.target = 1",
      "(a?.b) = 1",
      "`x` = 1",
    ])
      expect([source, refused(compileRestricted(source))[0]]).toEqual([source, "1 SYNTAX_ERROR"]);
  });
});
