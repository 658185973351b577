import type { AnyNode, CallExpression } from "acorn";

/** A call of a guard in a proved text of the call form, with what the text itself says about the operands. */
export interface CallSite {
  readonly guard: string;
  /** Where the guard's name stands in the text. */
  readonly start: number;
  /** The member, or the operator, when it is written out. */
  readonly name?: string;
  /** How many values the written-out list of arguments has, when none of them is spread. */
  readonly arity?: number;
  /** Whether the method was read before its arguments. */
  readonly early?: boolean;
}

/** The guards whose calls the run time may make shorter, and where they say the name and the arguments. */
const GUARDS: ReadonlyMap<string, { readonly name?: number; readonly list?: number }> = new Map([
  ["_getattr_", { name: 1 }],
  ["_getitem_", {}],
  ["_setattr_", { name: 1 }],
  ["_setitem_", {}],
  ["_inplacevar_", { name: 0 }],
  ["_numeric_", {}],
  ["_call_", { list: 1 }],
  ["_invoke_", { name: 1, list: 2 }],
] as const);

/** Only calls by the guard's own free name: in a proved text nothing can shadow it. */
export function callSites(nodes: readonly AnyNode[]): readonly CallSite[] {
  return nodes.flatMap((node) => {
    if (node.type !== "CallExpression" || node.optional || node.callee.type !== "Identifier") return [];
    const guard = node.callee.name;
    const operands = GUARDS.get(guard);
    if (operands === undefined) return [];
    const { start } = node.callee;
    const name = operands.name === undefined ? undefined : textOf(node, operands.name);
    const arity = operands.list === undefined ? undefined : arityOf(node, operands.list);
    return [
      {
        guard,
        start,
        ...(name === undefined ? {} : { name }),
        ...(arity === undefined ? {} : { arity }),
        early: guard === "_invoke_" && node.arguments.length > 3,
      },
    ];
  });
}

function textOf(node: CallExpression, at: number): string | undefined {
  const operand = node.arguments[at];
  return operand?.type === "Literal" && typeof operand.value === "string" ? operand.value : undefined;
}

function arityOf(node: CallExpression, at: number): number | undefined {
  const list = node.arguments[at];
  if (list?.type !== "ArrayExpression") return undefined;
  return list.elements.every((e) => e !== null && e.type !== "SpreadElement")
    ? list.elements.length
    : undefined;
}
