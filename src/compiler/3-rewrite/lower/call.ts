import type { Expression, t } from "../../../ast/index.js";
import { type Argument, array, assign, call, id, num, seq } from "../build.js";
import { type Alloc, type Frame, guard, type Lowering, withTemps } from "../context.js";
import { isQuiet, siteText } from "../facts.js";
import { chainTag, lowerChainReceiver, ownTag } from "./chain.js";
import { keyArgument } from "./key.js";
import { type MemberNode, reference, superMember } from "./member.js";

type CallNode = t.CallExpression | t.OptionalCallExpression | t.NewExpression;

export function lowerArguments(l: Lowering, f: Frame, args: CallNode["arguments"]): Argument[] {
  return args.map((argument) => lowerArgument(l, f, argument as Expression | t.SpreadElement));
}

export function lowerArgument(l: Lowering, f: Frame, argument: Expression | t.SpreadElement): Argument {
  if (argument.type !== "SpreadElement") return l.expr(argument, f);
  const operand = l.expr(argument.argument, f);
  const site = { op: "spread", name: "", text: siteText(argument.argument) } as const;
  const guarded =
    l.form === "call" ? call("_getiter_", [operand], argument) : guard(l, "s", operand, site, argument);
  return { type: "SpreadElement", argument: guarded } as t.SpreadElement;
}

export function lowerCall(l: Lowering, f: Frame, node: t.CallExpression): Expression {
  const { callee } = node;
  if (callee.type === "Super") return call(callee, lowerArguments(l, f, node.arguments), node);
  if (callee.type === "OptionalMemberExpression") return lowerChainReceiver(l, f, callee, node);
  if (callee.type === "MemberExpression") return methodCall(l, f, callee, node);
  if (callee.type === "Import" || callee.type === "V8IntrinsicIdentifier") return node;
  const target = l.expr(callee, f);
  return plainCall(l, f, target, node);
}

/** A call without a receiver. */
export function plainCall(l: Lowering, f: Frame, target: Expression, node: CallNode): Expression {
  const args = lowerArguments(l, f, node.arguments);
  if (l.form === "inline") return call(target, args, node);
  const spread = node.arguments.some((a) => a.type === "SpreadElement");
  return call(spread ? "_apply_" : "_call_", [target, array(args)], node);
}

function methodCall(l: Lowering, f: Frame, callee: t.MemberExpression, node: t.CallExpression): Expression {
  if (callee.object.type === "Super")
    return call(superMember(l, f, callee), lowerArguments(l, f, node.arguments), node);
  if (callee.property.type === "PrivateName") {
    const ref = { ...callee, object: l.expr(callee.object, f) } as t.MemberExpression;
    return call(ref, lowerArguments(l, f, node.arguments), node);
  }
  if (l.form === "call")
    return withTemps(l, f, (alloc, inner) =>
      invoke(l, inner, alloc, l.expr(callee.object, inner), callee, node.arguments),
    );
  return withTemps(l, f, (alloc, inner) => {
    const { before, ref } = reference(l, inner, callee, "g", alloc);
    return seq([...before, call(ref, lowerArguments(l, inner, node.arguments), node)]);
  });
}

/** Call form: the method is read before the arguments are evaluated, where they could tell. */
export function invoke(
  l: Lowering,
  f: Frame,
  alloc: Alloc,
  object: Expression,
  link: MemberNode,
  args: CallNode["arguments"],
): Expression {
  const key = keyArgument(l, f, link.property as Expression, link.computed);
  const from = link.property;
  if (args.every((a) => isQuiet(l.references, a)))
    return call("_invoke_", [object, key.node, array(lowerArguments(l, f, args))], from);
  const [keepObject, receiver] = hold(alloc, object);
  const kept = [keepObject];
  let name = (): Expression => ({ ...key.node }) as Expression;
  if (key.name === null) {
    const [keepKey, held] = hold(alloc, key.node);
    kept.push(keepKey);
    name = held;
  }
  const read = call(key.name === null ? "_getitem_" : "_getattr_", [receiver(), name()], from);
  const [keepMethod, method] = hold(alloc, read);
  const list = array(lowerArguments(l, f, args));
  return seq([...kept, keepMethod, call("_invoke_", [receiver(), name(), list, method()], from)]);
}

export function lowerNew(l: Lowering, f: Frame, node: t.NewExpression): Expression {
  const callee = l.expr(node.callee as Expression, f);
  const args = lowerArguments(l, f, node.arguments);
  if (l.form === "call") return call("_new_", [callee, array(args)], node);
  return { type: "NewExpression", callee, arguments: args, loc: node.loc } as unknown as t.NewExpression;
}

/** The strings of a tagged template are one object per place; the tag stays native so that they still are. */
export function lowerTagged(l: Lowering, f: Frame, node: t.TaggedTemplateExpression): Expression {
  const quasi = l.expr(node.quasi, f) as t.TemplateLiteral;
  const make = (tag: Expression): Expression =>
    ({ type: "TaggedTemplateExpression", tag, quasi, loc: node.loc }) as unknown as Expression;
  const { tag } = node;
  if (tag.type === "MemberExpression" && tag.object.type !== "Super" && tag.property.type !== "PrivateName") {
    if (l.form === "call") {
      const key = keyArgument(l, f, tag.property, tag.computed);
      return make(call("_tag_", [l.expr(tag.object, f), key.node], node));
    }
    return withTemps(l, f, (alloc, inner) => {
      const { before, ref } = reference(l, inner, tag, "g", alloc);
      return seq([...before, make(ref)]);
    });
  }
  const own = tag.type === "MemberExpression" && l.form === "call" ? ownTag(l, f, tag) : null;
  const target = own ?? (tag.type === "OptionalMemberExpression" ? chainTag(l, f, tag) : l.expr(tag, f));
  return make(l.form === "call" ? call("_tag_", [target], node) : target);
}

/** Keeps an operand in a temporary: `(_t0_ = e)` to evaluate it, `_t0_` to use it. */
export function hold(
  alloc: () => t.Identifier,
  value: Expression,
): readonly [Expression, () => t.Identifier] {
  const name = alloc().name;
  return [assign(id(name), unnamed(value)), () => id(name)];
}

/** In a comma expression an anonymous function or class gets no name from the temporary that takes it. */
export function unnamed(value: Expression): Expression {
  return /^(?:Function|ArrowFunction|Class)Expression$/.test(value.type) ? seq([num(0), value]) : value;
}
