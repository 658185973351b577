import type { Node, t } from "../../ast/index.js";

const NOTHING = "(intermediate value)";

/**
 * An operand as V8 prints it in its own messages (`CallPrinter` in its sources), e.g. `o.f` in "o.f is not a function".
 * What V8 has no words for is `(intermediate value)`.
 */
export function nativeText(node: Node): string {
  return print(node) || NOTHING;
}

/** The subject of "… is not iterable": a call is printed without its arguments. */
export function iterableText(node: Node): { readonly text: string; readonly called: boolean } {
  const called = node.type === "CallExpression" || node.type === "OptionalCallExpression";
  return { text: nativeText(called ? (node.callee as Node) : node), called };
}

function print(node: Node): string {
  switch (node.type) {
    case "Identifier":
      return node.name;
    case "ThisExpression":
      return "this";
    case "StringLiteral":
      return `"${node.value}"`;
    case "NumericLiteral":
    case "BooleanLiteral":
      return String(node.value);
    case "BigIntLiteral":
      return node.value;
    case "NullLiteral":
      return "null";
    case "RegExpLiteral":
      return `/${node.pattern}/${node.flags}`;
    case "ArrayExpression":
      return `[${node.elements.map((e) => (e === null ? "" : nativeText(e))).join(",")}]`;
    case "ObjectExpression":
      return `{${node.properties.map((p) => nativeText(p.type === "ObjectProperty" ? p.value : p)).join("")}}`;
    case "TemplateLiteral":
      return node.expressions.map((e) => nativeText(e)).join("");
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return functionText(node);
    case "ClassExpression":
      return NOTHING.repeat((node.superClass ? 1 : 0) + members(node.body));
    case "MemberExpression":
    case "OptionalMemberExpression":
      return memberText(node);
    case "CallExpression":
    case "OptionalCallExpression":
      return `${nativeText(node.callee)}(...)`;
    case "TaggedTemplateExpression":
      return `${nativeText(node.tag)}(...)`;
    case "SpreadElement":
      return `(...${nativeText(node.argument)})`;
    case "ConditionalExpression":
      return NOTHING.repeat(3);
    case "AssignmentExpression":
      return NOTHING.repeat(2);
    default:
      return operatorText(node);
  }
}

function memberText(node: t.MemberExpression | t.OptionalMemberExpression): string {
  const object = node.object.type === "Super" ? NOTHING : nativeText(node.object);
  const link = node.optional === true ? "?" : "";
  const { property } = node;
  if (property.type === "PrivateName") return `${object}${link}.#${property.id.name}`;
  if (!node.computed && property.type === "Identifier") return `${object}${link}.${property.name}`;
  if (property.type === "StringLiteral" && !/^\d+$/.test(property.value))
    return `${object}${link}.${property.value}`;
  return `${object}${link === "" ? "" : "?."}[${nativeText(property)}]`;
}

/** V8 prints one placeholder for each statement of a function's body. */
function functionText(node: t.FunctionExpression | t.ArrowFunctionExpression): string {
  return NOTHING.repeat(node.body.type === "BlockStatement" ? node.body.body.length : 1);
}

function members(body: t.ClassBody): number {
  return body.body.filter((m) => !(m.type === "ClassMethod" && m.kind === "constructor")).length;
}

function operatorText(node: Node): string {
  switch (node.type) {
    case "UnaryExpression": {
      if (node.operator === "void" && node.argument.type === "NumericLiteral") return "undefined";
      const space = /^[a-z]/.test(node.operator) ? " " : "";
      if (node.operator === "-" && node.argument.type === "NumericLiteral") return `-${node.argument.value}`;
      return `(${node.operator}${space}${nativeText(node.argument)})`;
    }
    case "UpdateExpression":
      return node.prefix
        ? `(${node.operator}${nativeText(node.argument)})`
        : `(${nativeText(node.argument)}${node.operator})`;
    case "BinaryExpression":
    case "LogicalExpression":
      return `(${nativeText(node.left as Node)} ${node.operator} ${nativeText(node.right)})`;
    case "SequenceExpression":
      return `(${node.expressions.map((e) => nativeText(e)).join(" , ")})`;
    default:
      return "";
  }
}
