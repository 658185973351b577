import fc from "fast-check";
import { expect, it } from "vitest";
import { GrammarProgram, programs } from "./arbitrary.js";
import { compare } from "./compare/compare.js";
import { PRODUCTIONS } from "./productions/index.js";
import { ignoreRejections } from "./property.js";
import { shrinkProgram } from "./shrink.js";
import type { Tree } from "./tree.js";

/** The counterexample that fast-check ends with when programs with a feature are said to be wrong. */
function smallest(seed: number, wrong: (source: string) => boolean): string {
  const found = fc.check(
    fc.property(programs(), ({ source }) => !wrong(source)),
    { seed, numRuns: 20_000 },
  );
  expect(found.failed).toBe(true);
  return found.counterexample?.[0].source ?? "";
}

it.each([
  ["a generator that delegates", /yield\* /, 120],
  ["a member of super", /super\./, 130],
  ["a jump out of finally", /finally \{\s*break/, 110],
  ["a nested pattern with a default", /\[\[[^\]]*\] = /, 100],
  ["an optional delete", /delete [^;]*\?\./, 80],
] as const)("shrinks to a few lines: %s", (_name, feature, length) => {
  for (const seed of [1, 2, 3]) {
    const source = smallest(seed, (text) => feature.test(text));
    expect(source).toMatch(feature);
    expect(source.length).toBeLessThan(length);
  }
});

it("a difference between the runs shrinks to what makes it", async () => {
  const restore = ignoreRejections();
  // A wrong oracle: natively each empty list is said to hold a zero.
  const planted = fc.asyncProperty(programs(), async ({ source }) => {
    const { kind, detail } = await compare(source, source.replaceAll("[]", "[0]"));
    if (kind === "different") throw new Error(detail);
  });
  try {
    for (const seed of [1, 2]) {
      const found = await fc.check(planted, { seed, numRuns: 2_000 });
      const source = found.counterexample?.[0].source ?? "";
      expect(source).toContain("[]");
      expect(source.length).toBeLessThan(40);
    }
  } finally {
    restore();
  }
});

it("a report shows the program as text", () => {
  const wrong = fc.property(programs(), ({ source }) => !/delete /.test(source));
  expect(() => fc.assert(wrong, { seed: 1, numRuns: 20_000 })).toThrow(/Counterexample: \[\n.*delete/s);
});

it("each step is a smaller program of the same grammar", () => {
  const size = (tree: Tree): number => 1 + tree.slots.flat().reduce((sum, t) => sum + size(t), 0);
  for (const program of fc.sample(programs(), { seed: 5, numRuns: 12 })) {
    for (const smaller of shrinkProgram(program.tree)) {
      expect(size(smaller)).toBeLessThanOrEqual(size(program.tree));
      for (const t of everything(smaller)) expect(PRODUCTIONS.has(t.kind) || t.kind === "Program").toBe(true);
      expect(typeof new GrammarProgram(smaller).source).toBe("string");
    }
  }
});

function everything(tree: Tree): readonly Tree[] {
  return [tree, ...tree.slots.flat().flatMap(everything)];
}
