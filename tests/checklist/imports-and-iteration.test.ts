import { describe, expect } from "vitest";
import { compileRestricted, execRestricted } from "../../src/index.js";
import { FORMS, run } from "../support/run.js";
import { covers, refusals, refused, spy, values } from "./support.js";

describe("imports", () => {
  refusals([
    { row: "test_os_import", source: "import fs from 'fs'", errors: ["1 SYNTAX_IMPORT"], native: false },
    { row: "test_os_import", source: "const fs = require('fs')", errors: ["1 NAME_FORBIDDEN"] },
    {
      row: "test_import_py3_builtins",
      source: "1;\nimport g from 'node:vm';\ng.x;",
      errors: ["2 SYNTAX_IMPORT"],
      native: false,
    },
    {
      row: "test_import_py3_as_builtins",
      source: "import { Script as Harmless } from 'node:vm'",
      errors: ["1 SYNTAX_IMPORT"],
      native: false,
    },
  ]);

  covers("test_os_import", () => {
    const modules = { stats: { mean: (xs: number[]) => xs.reduce((a, b) => a + b, 0) / xs.length } };
    const source = "import { mean } from 'stats'; mean([1, 2, 3])";
    for (const guards of FORMS) {
      const program = compileRestricted(source, { imports: ["stats"], guards });
      expect(execRestricted(program, { modules }).value).toBe(2);
      const other = compileRestricted("import fs from 'fs'", { imports: ["stats"], guards });
      expect(refused(other)).toEqual(["1 SYNTAX_IMPORT"]);
    }
  });
});

describe("iterating over the items of an object", () => {
  const source =
    "const d = { a: 'b' }; const out = []; for (const [k, v] of Object.entries(d)) out.push(k, v); out";

  values([{ row: "test_iterate_over_dict_items_plain", source, value: ["a", "b"] }]);

  covers("test_iterate_over_dict_items_safe", () => {
    const { value, calls } = spy(source, ["_getiter_", "_iter_unpack_sequence_", "_unpack_sequence_"]);
    expect(value).toEqual(["a", "b"]);
    expect(calls.filter((c) => c.endsWith(' [["a","b"]]'))).toHaveLength(1);
    expect(calls.filter((c) => c === '_unpack_sequence_ ["a","b"]')).toHaveLength(1);
    expect(run(source).value).toEqual(["a", "b"]);
  });
});
