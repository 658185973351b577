import * as t from "@babel/types";
import { describe, expect, it } from "vitest";
import { CODES } from "../../src/diagnostics/codes.js";
import { NODE_TYPES } from "../../src/language/node-types.js";

describe("the node table", () => {
  it("decides on each of Babel's node types, and on nothing else", () => {
    const theirs = Object.keys(t.VISITOR_KEYS).sort();
    expect(theirs.length).toBeGreaterThan(200);
    // `Import` is kept although newer Babels parse `import()` as ImportExpression.
    expect([...NODE_TYPES.keys()].sort()).toEqual(theirs);
  });

  it("names an existing code for each refusal", () => {
    const unknown = [...NODE_TYPES.values()].filter((v) => v.kind === "refuse" && !(v.code in CODES));
    expect(unknown).toEqual([]);
  });
});
