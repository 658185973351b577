import { type AnyNode, parse as acornParse } from "acorn";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFindings } from "../../../src/compiler/5-verify/findings.js";
import { NODE_TYPES, type NodeRow } from "../../../src/compiler/5-verify/node-types.js";
import { buildTree, wrongField } from "../../../src/compiler/5-verify/tree.js";
import { EVERY_NODE, fixtureSources, nodesOf, type TreeNode } from "../check/trees.js";

const ALLOWED = Object.entries(NODE_TYPES).filter(([, row]) => row.allowed) as [string, NodeRow][];
const COMMON = ["type", "start", "end"];

/** The trees of every source that the verifier's parser takes, programs' own nodes left out. */
const NODES: readonly TreeNode[] = [
  ...EVERY_NODE,
  ...fixtureSources("pass", "pass-explicit", "early"),
].flatMap((source) => {
  try {
    const sourceType = source.startsWith("import") ? "module" : "script";
    const tree = acornParse(source, { ecmaVersion: 2025, sourceType }) as unknown as TreeNode;
    return nodesOf(tree);
  } catch {
    return [];
  }
});
const SAMPLES = new Map(NODES.map((node) => [node.type, node]));
const wrong = (node: TreeNode): string | undefined =>
  wrongField(node as unknown as AnyNode, NODE_TYPES[node.type as AnyNode["type"]] as NodeRow);

describe("the verifier's table of fields", () => {
  it("has each field that its parser makes, and none that it does not", () => {
    const seen = new Map<string, Set<string>>();
    for (const node of NODES)
      for (const field of Object.keys(node))
        seen.set(node.type, (seen.get(node.type) ?? new Set()).add(field));
    for (const [type, row] of ALLOWED) {
      const fields = [...row.children.map((c) => c.field), ...Object.keys(row.scalars), ...COMMON];
      expect([type, [...(seen.get(type) ?? [])].sort()]).toEqual([type, fields.sort()]);
    }
  });

  it("accepts what the parser makes of public fixtures", () => {
    const allowed = NODES.filter((node) => NODE_TYPES[node.type as AnyNode["type"]].allowed);
    expect(allowed.length).toBeGreaterThan(10_000);
    // A default export alone has a declaration without a name.
    const refused = allowed.filter(
      (node) => wrong(node) !== undefined && !/^(?:Class|Function)Declaration$/.test(node.type),
    );
    expect(refused).toEqual([]);
  });
});

const VALUES: readonly unknown[] = [
  true,
  false,
  null,
  undefined,
  0,
  "",
  "x",
  "get",
  {},
  [],
  [0],
  [null],
  new Array(1),
  () => 0,
  { type: "Super" },
  [{ type: "Super" }],
];

describe("a field that was changed by hand", () => {
  const cases = ALLOWED.flatMap(([type, row]) => [
    ...row.children.map((c) => [type, c.field, c.holds] as const),
    ...Object.entries(row.scalars).map(([field, scalar]) => [type, field, scalar] as const),
  ]);
  it.each(cases)("%s.%s", (type, field, rule) => {
    const sample = SAMPLES.get(type) as TreeNode;
    const good = sample[field];
    const refused = VALUES.filter((value) => wrong({ ...sample, [field]: value }) === field);
    expect(refused.length).toBeGreaterThan(6);
    expect(refused).not.toContain(good);
    if (Array.isArray(rule))
      for (const value of VALUES) expect(refused.includes(value)).toBe(!rule.includes(value));
  });

  it("is refused when no row has it, and the whole text with it", () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.oneof(
          fc.constantFrom("phase", "decorators", "typeAnnotation", "declare", "accessor", "then"),
          fc.string(),
        ),
        fc.anything(),
        (at, field, value) => {
          const [type, row] = ALLOWED[at % ALLOWED.length] as [string, NodeRow];
          const known = [...row.children.map((c) => c.field), ...Object.keys(row.scalars), ...COMMON];
          fc.pre(!known.includes(field) && field !== "__proto__");
          const node = { ...(SAMPLES.get(type) as TreeNode), [field]: value };
          expect(wrong(node)).toBe(field);
          const findings = createFindings("", "t.js");
          buildTree(node as never, findings);
          expect(findings.list.map((d) => d.code)).toContain("VERIFY_NODE");
        },
      ),
      { numRuns: 500 },
    );
  });
});
