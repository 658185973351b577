import type { AnyNode, CallExpression } from "acorn";
import {
  CALL_GUARDS,
  COMMON_HELPERS,
  INLINE_HELPERS,
  SITE_GUARD,
  TEMPORARY,
} from "../language/runtime-names.js";
import type { Emitted } from "./emitted.js";
import type { GuardUse, Tick } from "./explanation.js";
import { literal, type Speller, speller } from "./spell.js";

/** What one verified text calls of the run time. */
export interface Uses {
  readonly guards: readonly GuardUse[];
  readonly ticks: readonly Tick[];
  /** Members read or written on a bare name without a guard. */
  readonly established: readonly { readonly name: string; readonly line: number }[];
}

const TICKS: ReadonlySet<string> = new Set(["_tick_", "_out_"]);
/** The operand is not the first argument. */
const OPERANDS: Readonly<Record<string, number>> = Object.freeze({ _inplacevar_: 1, _in_: 1 });
const MEMBER_GUARDS: ReadonlySet<string> = new Set([
  "_getattr_",
  "_getitem_",
  "_invoke_",
  "_setattr_",
  "_setitem_",
  "_delattr_",
  "_delitem_",
]);

/** Every call of a run-time name, by the one place in the source that it stands for. */
export function usesOf(text: Emitted): Uses {
  const guards: GuardUse[] = [];
  const ticks: Tick[] = [];
  const established: { name: string; line: number }[] = [];
  const spelling = speller(text.nodes);
  for (const node of text.nodes) {
    const name = runtimeCallee(node);
    if (name === undefined) {
      const bare = bareReceiver(node);
      if (bare !== undefined) established.push({ name: bare, line: text.placeOf(node).line });
    } else if (TICKS.has(name)) ticks.push(tick(text, node));
    else guards.push(use(text, node as CallExpression, name, spelling));
  }
  return { guards, ticks, established };
}

/** The public name of the guard that a node calls; sites lose their number. */
function runtimeCallee(node: AnyNode): string | undefined {
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier") return undefined;
  const { name } = node.callee;
  const [, kind] = SITE_GUARD.exec(name) ?? [];
  if (kind !== undefined) return `_${kind}_`;
  return TICKS.has(name) || [COMMON_HELPERS, INLINE_HELPERS, CALL_GUARDS].some((table) => table.has(name))
    ? name
    : undefined;
}

function use(text: Emitted, node: CallExpression, guard: string, { spell }: Speller): GuardUse {
  const { line, column } = text.placeOf(node);
  const args = node.arguments.map((a) => (a.type === "SpreadElement" ? a.argument : a));
  const index = Object.hasOwn(OPERANDS, guard) ? (OPERANDS[guard] ?? 0) : 0;
  const member = memberOf(text, node, guard, args);
  return Object.freeze({
    guard,
    text: spell(siteMember(text, node, guard) ?? node),
    operand: spell(args[index]),
    ...(member === undefined ? {} : { member }),
    line,
    column,
  });
}

/** `_g3_(df).shape`: the member stands outside of the site guard. */
function siteMember(text: Emitted, node: AnyNode, guard: string): AnyNode | undefined {
  const around = text.parentOf(node);
  if (!/^_[gow]_$/.test(guard) || around?.type !== "MemberExpression" || around.object !== node)
    return undefined;
  const called = text.parentOf(around);
  return called?.type === "CallExpression" && called.callee === around ? called : around;
}

function memberOf(
  text: Emitted,
  node: CallExpression,
  guard: string,
  args: readonly AnyNode[],
): string | undefined {
  if (MEMBER_GUARDS.has(guard)) return literal(args[1]);
  const around = siteMember(text, node, guard);
  const member = around?.type === "CallExpression" ? around.callee : around;
  if (member?.type !== "MemberExpression") return undefined;
  if (!member.computed && member.property.type === "Identifier") return member.property.name;
  return literal(member.property);
}

/** `row.a` with nothing around `row`; a literal's or `super`'s members are not meant. */
function bareReceiver(node: AnyNode): string | undefined {
  if (node.type !== "MemberExpression" || node.property.type === "PrivateIdentifier") return undefined;
  const { object } = node;
  if (object.type === "ThisExpression") return "this";
  return object.type === "Identifier" && !TEMPORARY.test(object.name) ? object.name : undefined;
}

const TICKED: Readonly<Record<string, Tick["of"]>> = Object.freeze({
  FunctionDeclaration: "function",
  FunctionExpression: "function",
  ArrowFunctionExpression: "function",
  ForStatement: "loop",
  ForInStatement: "loop",
  ForOfStatement: "loop",
  WhileStatement: "loop",
  DoWhileStatement: "loop",
  StaticBlock: "static block",
  TryStatement: "finally",
  PropertyDefinition: "class field",
});

function tick(text: Emitted, node: AnyNode): Tick {
  let around = text.parentOf(node);
  while (around !== undefined && !Object.hasOwn(TICKED, around.type)) around = text.parentOf(around);
  const root = around === undefined || text.parentOf(around) === undefined;
  const of = root ? "program" : (TICKED[around?.type ?? ""] ?? "program");
  const { line, column } = text.placeOf(around ?? node);
  return Object.freeze({ of, line, column });
}
