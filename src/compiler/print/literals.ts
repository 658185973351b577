import type { Node } from "../../ast/index.js";
import type { NodeOf, Printer } from "./printer.js";
import { stringText } from "./text.js";

/** The source's own spelling of a value; nodes that the rewriter made have none. */
function spelling(node: Node & { readonly value: unknown }): string | undefined {
  const { extra } = node;
  const raw = extra?.["raw"];
  return typeof raw === "string" && extra?.["rawValue"] === node.value ? raw : undefined;
}

export function stringLiteral(p: Printer, node: NodeOf<"StringLiteral">): void {
  p.literal(spelling(node) ?? stringText(node.value));
}

export function numericLiteral(p: Printer, node: NodeOf<"NumericLiteral">): void {
  p.number(spelling(node) ?? String(node.value));
}

export function bigIntLiteral(p: Printer, node: NodeOf<"BigIntLiteral">): void {
  p.word(`${node.value}n`);
}

export function directiveLiteral(p: Printer, node: NodeOf<"DirectiveLiteral">): void {
  p.literal(spelling(node) ?? stringText(node.value));
}

export function regExpLiteral(p: Printer, node: NodeOf<"RegExpLiteral">): void {
  p.word(`/${node.pattern}/${node.flags}`);
}

export function templateLiteral(p: Printer, node: NodeOf<"TemplateLiteral">): void {
  const { quasis, expressions } = node;
  let part = `\`${quasis[0]?.value.raw ?? ""}`;
  for (let i = 0; i < expressions.length; i++) {
    p.literal(`${part}\${`);
    p.print(expressions[i] as Node, node);
    part = `}${quasis[i + 1]?.value.raw ?? ""}`;
  }
  p.literal(`${part}\``);
}
