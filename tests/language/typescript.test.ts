import * as t from "@babel/types";
import { describe, expect, it } from "vitest";
import { NODE_TYPES } from "../../src/language/node-types.js";
import { JAVASCRIPT_FIELDS, TYPESCRIPT_TYPES } from "../../src/language/typescript.js";

const theirs = Object.keys(t.VISITOR_KEYS);

describe("the TypeScript table", () => {
  it("decides on each of Babel's TypeScript node types, and on nothing else", () => {
    expect([...TYPESCRIPT_TYPES.keys()].sort()).toEqual(theirs.filter((n) => n.startsWith("TS")).sort());
  });

  it("every TypeScript type is refused where it is left in a tree, what has no JavaScript with a code of its own", () => {
    for (const [type, verdict] of TYPESCRIPT_TYPES) {
      const found = NODE_TYPES.get(type);
      expect(found?.kind).toBe("refuse");
      const code = found?.kind === "refuse" ? found.code : "";
      const own = verdict === "refuse" || verdict === "ambient";
      expect([type, /^SYNTAX_TS_/.test(code)]).toEqual([type, own]);
    }
  });

  it("decides on each field of each JavaScript node type that programs may have, and on no other", () => {
    const allowed = theirs.filter((n) => NODE_TYPES.get(n)?.kind !== "refuse");
    const fields = new Set(allowed.flatMap((n) => Object.keys(t.NODE_FIELDS[n] ?? {})));
    // Flow's, of another parser, and of parse options that are off: these may only be empty.
    const foreign = [
      "access",
      "comments",
      "implements",
      "mixins",
      "predicate",
      "superTypeParameters",
      "tokens",
      "variance",
    ];
    const undecided = [...fields].filter((f) => f !== "optional" && !JAVASCRIPT_FIELDS.has(f));
    expect(undecided.sort()).toEqual(foreign.filter((f) => !JAVASCRIPT_FIELDS.has(f)));
  });

  it("a field that may hold a TypeScript node and is JavaScript's own may hold JavaScript as well", () => {
    const types = [...JAVASCRIPT_FIELDS].filter(([, verdict]) => verdict === "type").map(([field]) => field);
    const holdsTypesOnly = new Set<string>();
    for (const [type, fields] of Object.entries(t.NODE_FIELDS)) {
      if (NODE_TYPES.get(type)?.kind === "refuse") continue;
      for (const [field, { validate }] of Object.entries(fields)) {
        const names = nodeNames(validate);
        if (names.length > 0 && names.every((name) => /^(?:TS|Noop$|Type)/.test(name)))
          holdsTypesOnly.add(field);
      }
    }
    expect([...holdsTypesOnly].filter((field) => !types.includes(field))).toEqual([]);
    expect(holdsTypesOnly.size).toBeGreaterThan(3);
  });
});

/** The node types that a validator of Babel's names. */
function nodeNames(validate: unknown): readonly string[] {
  const { oneOfNodeTypes = [], chainOf = [] } = (validate ?? {}) as {
    oneOfNodeTypes?: readonly string[];
    chainOf?: readonly unknown[];
  };
  return [...oneOfNodeTypes, ...chainOf.flatMap(nodeNames)];
}
