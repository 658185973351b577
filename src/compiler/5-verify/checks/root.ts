import type { AnyNode, ExpressionStatement, MetaProperty } from "acorn";
import type { Context } from "../context.js";
import { ownerOfThis } from "../match.js";
import { isDirective } from "../ticks.js";

/** I3: what `this`, `super` and `new.target` refer to is never the root. */
export function checkNotRoot(node: AnyNode, cx: Context): void {
  if (ownerOfThis(node, cx) === cx.root) cx.report("VERIFY_ROOT_REFERENCE", node);
}

export function checkMetaProperty(node: MetaProperty, cx: Context): void {
  if (node.meta.name !== "new" || node.property.name !== "target") {
    cx.report("VERIFY_NODE", node);
    return;
  }
  checkNotRoot(node, cx);
}

export function checkDirective(node: ExpressionStatement, cx: Context): void {
  if (isDirective(node) && node.directive !== "use strict")
    cx.report("VERIFY_DIRECTIVE", node, node.directive);
}

/** The one function that is the text. Without its directive the rest would be read as sloppy code. */
export function checkRoot(cx: Context): void {
  const { root } = cx;
  if (root.id || root.params.length > 0 || root.generator) cx.report("VERIFY_ROOT", root);
  const [first] = root.body.body;
  if (!isDirective(first) || first.directive !== "use strict") cx.report("VERIFY_DIRECTIVE", root);
}
