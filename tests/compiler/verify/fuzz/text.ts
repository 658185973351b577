import { type AnyNode, parseExpressionAt } from "acorn";
import fc from "fast-check";
import { compileRestricted } from "../../../../src/compiler/compile.js";
import { PROGRAMS } from "../../../conformance/programs.js";
import { programs } from "../../../properties/grammar/arbitrary.js";

export type Form = "inline" | "call";

/** A node with where it hangs; made by a walk that shares nothing with the verifier's. */
export interface Spot {
  readonly node: AnyNode;
  readonly parent: AnyNode | undefined;
  readonly field: string;
}

/** A compiled text that is proved, and its nodes. */
export interface GoodText {
  readonly code: string;
  readonly form: Form;
  readonly spots: readonly Spot[];
}

/** What the compiler makes of the conformance programs and of `count` random ones, in both forms. */
export function goodTexts(seed: number, count: number): readonly GoodText[] {
  const random = fc.sample(programs(), { seed, numRuns: count }).map(({ source }) => source);
  return [...PROGRAMS, ...random].flatMap((source) =>
    [textOf(source, "inline"), textOf(source, "call")].flat(),
  );
}

function textOf(source: string, form: Form): readonly GoodText[] {
  const { code } = compileRestricted(source, { guards: form });
  return code === null ? [] : [{ code, form, spots: spotsOf(code) }];
}

export function spotsOf(code: string): readonly Spot[] {
  const root = parseExpressionAt(code, 0, { ecmaVersion: 2025 });
  const spots: Spot[] = [];
  const visit = (value: unknown, parent: AnyNode | undefined, field: string): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, parent, field);
    else if (typeof value === "object" && value !== null && "type" in value) {
      const node = value as AnyNode;
      spots.push({ node, parent, field });
      for (const [name, child] of Object.entries(node)) visit(child, node, name);
    }
  };
  visit(root, undefined, "");
  return spots;
}
