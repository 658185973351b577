import type { AnyNode, CallExpression } from "acorn";
import { SITE_GUARD, TEMPORARY } from "../language/runtime-names.js";

const LONGEST = 40;
const DEEPEST = 12;
const SOMETHING = "…";

/** Writes a node of the emitted text as a programmer would: `_getattr_(df, "shape")` is `df.shape`. */
export interface Speller {
  spell(node: AnyNode | null | undefined): string;
}

export function speller(nodes: readonly AnyNode[]): Speller {
  const held = temporaries(nodes);
  return { spell: (node) => cut(write(node, held, 0)) };
}

/** What each temporary holds; one that gets several values stays unknown. */
function temporaries(nodes: readonly AnyNode[]): ReadonlyMap<string, AnyNode | null> {
  const held = new Map<string, AnyNode | null>();
  const add = (target: AnyNode, value: AnyNode | null | undefined): void => {
    if (target.type !== "Identifier" || !TEMPORARY.test(target.name) || !value) return;
    held.set(target.name, held.has(target.name) ? null : value);
  };
  for (const node of nodes) {
    if (node.type === "AssignmentExpression" || node.type === "AssignmentPattern") add(node.left, node.right);
    if (node.type === "VariableDeclarator") add(node.id, node.init);
  }
  return held;
}

type Held = ReadonlyMap<string, AnyNode | null>;

function write(node: AnyNode | null | undefined, held: Held, depth: number): string {
  if (!node || depth > DEEPEST) return SOMETHING;
  const inner = (child: AnyNode | null | undefined): string => write(child, held, depth + 1);
  switch (node.type) {
    case "Identifier":
      return TEMPORARY.test(node.name) ? inner(held.get(node.name)) : node.name;
    case "Literal":
      return node.raw ?? SOMETHING;
    case "ThisExpression":
      return "this";
    case "Super":
      return "super";
    case "ArrayExpression":
      return node.elements.length === 0 ? "[]" : "[…]";
    case "ObjectExpression":
      return node.properties.length === 0 ? "{}" : "{…}";
    case "TemplateLiteral":
      return "`…`";
    case "ArrowFunctionExpression":
      return "(…) => …";
    case "FunctionExpression":
      return "function";
    case "ClassExpression":
      return `class${node.id ? ` ${node.id.name}` : ""}`;
    case "ParenthesizedExpression":
      return inner(node.expression);
    case "AssignmentExpression":
      return inner(node.right);
    case "MemberExpression":
      return member(inner(node.object), node.property, node.computed, inner);
    case "CallExpression":
      return node.callee.type === "Identifier" && isRuntime(node.callee.name)
        ? guarded(node.callee.name, node, inner)
        : `${inner(node.callee)}(${args(node.arguments)})`;
    default:
      return SOMETHING;
  }
}

type Inner = (node: AnyNode | null | undefined) => string;

const FORMS: Readonly<Record<string, (a: readonly AnyNode[], inner: Inner) => string>> = Object.freeze({
  _getattr_: ([o, k], inner) => member(inner(o), k, true, inner),
  _getitem_: ([o, k], inner) => member(inner(o), k, true, inner),
  _invoke_: ([o, k, a], inner) => `${member(inner(o), k, true, inner)}(${listed(a)})`,
  _setattr_: ([o, k], inner) => `${member(inner(o), k, true, inner)} = …`,
  _setitem_: ([o, k], inner) => `${member(inner(o), k, true, inner)} = …`,
  _delattr_: ([o, k], inner) => `delete ${member(inner(o), k, true, inner)}`,
  _delitem_: ([o, k], inner) => `delete ${member(inner(o), k, true, inner)}`,
  _inplacevar_: ([op, x], inner) => `${inner(x)} ${literal(op) ?? "…="} …`,
  _call_: ([f, a], inner) => `${inner(f)}(${listed(a)})`,
  _apply_: ([f], inner) => `${inner(f)}(...…)`,
  _new_: ([f, a], inner) => `new ${inner(f)}(${listed(a)})`,
  _tag_: ([f, k], inner) => `${k === undefined ? inner(f) : member(inner(f), k, true, inner)}\`…\``,
  _instanceof_: ([a, b], inner) => `${inner(a)} instanceof ${inner(b)}`,
  _in_: ([k, o], inner) => `${inner(k)} in ${inner(o)}`,
  _base_: ([f], inner) => `extends ${inner(f)}`,
  _await_: ([p], inner) => `await ${inner(p)}`,
  _caught_: () => "catch",
});

function guarded(name: string, { arguments: given }: CallExpression, inner: Inner): string {
  const form = Object.hasOwn(FORMS, name) ? FORMS[name] : undefined;
  const nodes = given.map((a) => (a.type === "SpreadElement" ? a.argument : a));
  // Every other guard checks one operand and stands for it.
  return form === undefined ? inner(nodes[0]) : form(nodes, inner);
}

function member(owner: string, key: AnyNode | undefined, computed: boolean, inner: Inner): string {
  const object = owner === SOMETHING ? "(…)" : owner;
  const name = computed ? literal(key) : key?.type === "Identifier" ? key.name : undefined;
  if (name !== undefined && /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)) return `${object}.${name}`;
  if (key?.type === "PrivateIdentifier") return `${object}.#${key.name}`;
  return `${object}[${inner(key)}]`;
}

export function literal(node: AnyNode | undefined): string | undefined {
  return node?.type === "Literal" && typeof node.value === "string" ? node.value : undefined;
}

function isRuntime(name: string): boolean {
  return SITE_GUARD.test(name) || /^_\w+_$/.test(name);
}

function args(given: readonly unknown[]): string {
  return given.length === 0 ? "" : SOMETHING;
}

function listed(node: AnyNode | undefined): string {
  return node?.type === "ArrayExpression" ? args(node.elements) : SOMETHING;
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${[...text].slice(0, LONGEST - 1).join("")}…`;
}
