import type { Expression, Node, t } from "../../../ast/index.js";
import { nativeText } from "../../native/text.js";
import { block, call, id } from "../build.js";
import { type Frame, frame, guard, type Lowering, SCRATCH } from "../context.js";
import { isInert } from "../facts.js";
import { lowerFunction, temporaries } from "./function.js";
import { lowerKey } from "./key.js";
import { lowerStatements } from "./statement.js";
import { tick, tickedExpression } from "./tick.js";

export function lowerClass(l: Lowering, f: Frame, node: t.ClassExpression | t.ClassDeclaration): t.Class {
  const superClass = node.superClass ? base(l, f, node.superClass as Expression) : null;
  const body = { type: "ClassBody", body: node.body.body.map((m) => lowerMember(l, f, m as Node)) };
  const own = l.form === "call" ? l.classNames.get(node) : undefined;
  const name = own?.own === true ? id(own.name) : (node.id ?? null);
  return { type: node.type, id: name, superClass, body, loc: node.loc } as unknown as t.Class;
}

function base(l: Lowering, f: Frame, node: Expression): Expression {
  const lowered = l.expr(node, f);
  const from = l.places.at(l.places.value(node));
  if (l.form === "call") return call("_base_", [lowered], from);
  return guard(l, "g", lowered, { op: "class", name: null, text: nativeText(node) }, from);
}

function lowerMember(l: Lowering, f: Frame, node: Node): Node {
  switch (node.type) {
    case "ClassMethod":
    case "ClassPrivateMethod": {
      const { params, body } = lowerFunction(l, node);
      const isAsync = node.async === true && node.generator === true;
      const common = {
        kind: node.kind,
        static: node.static === true,
        async: isAsync,
        generator: node.generator === true,
        params,
        body,
        loc: node.loc,
      };
      if (node.type === "ClassPrivateMethod")
        return { type: node.type, key: node.key, ...common } as unknown as Node;
      const key = lowerKey(l, f, node.key as Expression, node.computed ?? false);
      return { type: node.type, key: key.node, computed: key.computed, ...common } as unknown as Node;
    }
    case "ClassProperty": {
      const key = lowerKey(l, f, node.key as Expression, node.computed ?? false);
      const value = node.value ? field(l, node.value) : null;
      return {
        type: node.type,
        key: key.node,
        computed: key.computed,
        static: node.static === true,
        value,
        loc: node.loc,
      } as unknown as Node;
    }
    case "ClassPrivateProperty":
      return {
        type: node.type,
        key: node.key,
        static: node.static === true,
        value: node.value ? field(l, node.value) : null,
        loc: node.loc,
      } as unknown as Node;
    case "StaticBlock": {
      const own = frame();
      const statements = lowerStatements(l, own, node.body);
      return {
        type: "StaticBlock",
        body: block([tick(l, node), ...temporaries(own), ...statements]).body,
        loc: node.loc,
      } as unknown as Node;
    }
    default:
      return node;
  }
}

/** Creating an instance runs its field initialisers, and no other code need be there to count it. */
function field(l: Lowering, value: Expression): Expression {
  return isInert(l, value)
    ? l.expr(value, SCRATCH)
    : tickedExpression(l, l.expr(bearingName(l, value), SCRATCH), value);
}

/** Behind a tick the engine would not name an anonymous class; it bears the name itself where nothing can tell. */
export function bearingName(l: Lowering, value: Expression): Expression {
  const given = l.classNames.get(value);
  if (l.form === "call" || given?.own !== true) return value;
  return { ...value, id: id(given.name) } as t.ClassExpression;
}
