import type { AnyNode } from "acorn";
import { isCallOf } from "./match.js";

/** What the text has when, and only when, the source has one of the `sources`: Babel's types or a policy's forms. */
interface Proof {
  readonly sources: readonly string[];
  readonly matches: (node: AnyNode) => boolean;
}

const type =
  (...types: readonly AnyNode["type"][]) =>
  (node: AnyNode): boolean =>
    types.includes(node.type);

const isFunction = type("FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression");

/**
 * The refusals of a language policy that can be proved about the text. A form that the rewriter itself uses (functions,
 * blocks, `if`, assignment …) or takes apart (optional chains, `++` on members) is not here: its refusal is the check
 * stage's word alone.
 */
const PROOFS: readonly Proof[] = [
  { sources: ["ClassDeclaration", "ClassExpression"], matches: type("ClassDeclaration", "ClassExpression") },
  { sources: ["WhileStatement"], matches: type("WhileStatement") },
  { sources: ["DoWhileStatement"], matches: type("DoWhileStatement") },
  { sources: ["ForStatement"], matches: type("ForStatement") },
  { sources: ["ForInStatement"], matches: type("ForInStatement") },
  { sources: ["ForOfStatement"], matches: type("ForOfStatement") },
  { sources: ["SwitchStatement"], matches: type("SwitchStatement") },
  { sources: ["ThrowStatement"], matches: type("ThrowStatement") },
  { sources: ["TryStatement"], matches: type("TryStatement") },
  { sources: ["LabeledStatement"], matches: type("LabeledStatement") },
  { sources: ["RegExpLiteral"], matches: (n) => n.type === "Literal" && n.regex !== undefined },
  { sources: ["BigIntLiteral"], matches: (n) => n.type === "Literal" && n.bigint !== undefined },
  { sources: ["TemplateLiteral"], matches: type("TemplateLiteral") },
  { sources: ["TaggedTemplateExpression"], matches: type("TaggedTemplateExpression") },
  { sources: ["NewExpression"], matches: (n) => n.type === "NewExpression" || isCallOf(n, "_new_") },
  { sources: ["YieldExpression"], matches: type("YieldExpression") },
  { sources: ["AwaitExpression"], matches: type("AwaitExpression") },
  { sources: ["ForAwaitStatement"], matches: (n) => n.type === "ForOfStatement" && n.await },
  {
    sources: ["GeneratorFunction"],
    matches: (n) => isFunction(n) && (n as { generator?: boolean }).generator === true,
  },
  { sources: ["AsyncFunction"], matches: (n) => isFunction(n) && (n as { async?: boolean }).async === true },
  {
    sources: ["DeleteExpression"],
    matches: (n) =>
      (n.type === "UnaryExpression" && n.operator === "delete") || isCallOf(n, "_delattr_", "_delitem_"),
  },
];

/** Node types and forms whose refusal the verifier proves; with more than one, all of them must be refused. */
export const PROVED: readonly (readonly string[])[] = PROOFS.map((proof) => proof.sources);

export type RefusedForm = (node: AnyNode) => string | undefined;

/** Finds a form in the text that a policy with these refusals cannot have let through. */
export function refusedForms(refused: { has(type: string): boolean }): RefusedForm {
  const proofs = PROOFS.filter(({ sources }) => sources.every((source) => refused.has(source)));
  if (proofs.length === 0) return () => undefined;
  return (node) => proofs.find(({ matches }) => matches(node))?.sources[0];
}
