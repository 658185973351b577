import { Choices } from "../choices.js";
import { type Context, declare } from "../context.js";
import { braces, expr, list, printTree, statements } from "../print.js";
import { type Binding, Scope } from "../scope.js";
import {
  LEVEL,
  many,
  one,
  optional,
  type Production,
  primary,
  type Slot,
  type Text,
  type Tree,
} from "../tree.js";
import {
  entersFlavour,
  entersFunction,
  FLAVOURS,
  type Flavour,
  FUNCTION_SLOTS,
  flavoured,
  functionText,
  inside,
  METHOD,
} from "./function-text.js";
import { KEYS } from "./literals.js";

/** Slots of a class: what it extends, its members. */
export const CLASS_SLOTS: readonly Slot[] = [optional("base"), many("member", 4)];

const PRIVATE: ReadonlySet<string> = new Set(["PrivateField", "PrivateMethod", "PrivateAccessor"]);

/** `Name extends Base { … }`, with its private names in force. */
export function classText(
  [base, members = []]: Tree["slots"],
  context: Context,
  binding: Binding | null,
): string {
  const scope = new Scope(context.scope);
  const outer = { ...context, scope, declares: null };
  if (binding !== null) scope.bindings.push({ ...binding, ready: true, open: true });
  const heritage = base?.length ? ` extends ${expr(base, outer, LEVEL.member)}` : "";
  const own = members.filter((m) => PRIVATE.has(m.kind)).map(() => `p${context.shared.counter++}`);
  const inner: Context = { ...outer, privates: [...own, ...context.privates] };
  let nextPrivate = 0;
  let hasConstructor = false;
  const shown = members.flatMap((m) => {
    if (m.kind === "Constructor" && hasConstructor) return [];
    hasConstructor ||= m.kind === "Constructor";
    const name = PRIVATE.has(m.kind) ? (own[nextPrivate++] as string) : "";
    return [printMember(m, { ...inner, member: { name, derived: base?.length === 1 } })];
  });
  return `${binding === null ? "" : ` ${binding.name}`}${heritage} ${braces(shown.join("\n"))}`;
}

function printMember(tree: Tree, context: Context): string {
  return printTree(tree, context).text;
}

function key(slot: readonly Tree[] | undefined, context: Context, c: Choices): string {
  if (slot?.length && c.chance(1, 2)) return `[${expr(slot, context)}]`;
  return c.pick(["m", ...KEYS, '"x y"', "0", '"a"']);
}

/** No choice is left: a setter has exactly one parameter. */
const SINGLE = new Choices(0);

const isStatic = (c: Choices): string => (c.chance(1, 4) ? "static " : "");

function field(context: Context): Context {
  return inside(context, { ...METHOD, hasArguments: false, returns: false }, new Scope(context.scope));
}

function method(slots: Tree["slots"], context: Context, c: Choices, flavour: Flavour, name: string): string {
  const prefix = flavour === "" ? "" : flavour === "async" ? "async " : flavour;
  return `${prefix}${name}${functionText(slots, context, flavoured(METHOD, flavour), c)}`;
}

function constructorText(
  [params, body, , superArguments]: Tree["slots"],
  context: Context,
  c: Choices,
): Text {
  const derived = context.member?.derived ?? false;
  const fn = { ...METHOD, superCall: derived };
  const early =
    derived && !c.chance(1, 8)
      ? `super(${list(superArguments, inside(context, fn, new Scope(context.scope)))});\n`
      : "";
  return primary(`constructor${functionText([params ?? [], body ?? [], []], context, fn, c, early)}`);
}

const MEMBER_SLOTS: readonly Slot[] = [...FUNCTION_SLOTS, optional("key")];

export const classes: readonly Production[] = [
  {
    kind: "ClassExpression",
    in: { callable: 2, any: 1, base: 2 },
    enters: entersFlavour(""),
    slots: CLASS_SLOTS,
    hint: "class",
    print: (slots, context, c) => {
      const own = new Scope(context.scope);
      const binding = c.chance(1, 3) ? declare({ ...context, scope: own }, "class", c, "class", true) : null;
      return primary(`class${classText(slots, { ...context, scope: own }, binding)}`);
    },
  },
  {
    kind: "Base",
    in: { base: 6 },
    slots: [one("callable")],
    print: ([e], context) => printTree((e as Tree[])[0] as Tree, context),
  },
  {
    kind: "BuiltinBase",
    in: { base: 4 },
    slots: [],
    print: (_, __, c) =>
      primary(c.pick(["Array", "Error", "Map", "Set", "TypeError", "Promise", "RegExp", "Object", "String"])),
  },
  {
    kind: "Constructor",
    in: { member: 3 },
    slots: [...FUNCTION_SLOTS, many("argument", 2)],
    print: (slots, context, c) => constructorText(slots, context, c),
  },
  {
    kind: "Method",
    in: { member: 5 },
    enters: entersFunction,
    slots: MEMBER_SLOTS,
    print: (slots, context, c) => {
      const flavour = c.pick(FLAVOURS);
      const head = isStatic(c);
      const name = key(slots[3], context, c);
      return primary(`${head}${method(slots, context, c, flavour, name)}`);
    },
  },
  {
    kind: "Getter",
    in: { member: 3, property: 3 },
    slots: [...FUNCTION_SLOTS.slice(1), optional("key")],
    print: ([body, result, k], context, c) => {
      const head = context.member === null ? "" : isStatic(c);
      const name = key(k, context, c);
      return primary(`${head}get ${name}${functionText([[], body ?? [], result ?? []], context, METHOD, c)}`);
    },
  },
  {
    kind: "Setter",
    in: { member: 2, property: 2 },
    slots: [one("target"), many("statement", 2), optional("key")],
    print: ([target, body, k], context, c) => {
      const head = context.member === null ? "" : isStatic(c);
      const name = key(k, context, c);
      const parameter: Tree = { kind: "Parameter", n: 0, slots: [target ?? []] };
      return primary(
        `${head}set ${name}${functionText([[parameter], body ?? [], []], context, METHOD, SINGLE)}`,
      );
    },
  },
  {
    kind: "Field",
    in: { member: 4 },
    slots: [optional("any"), optional("key")],
    print: ([value, k], context, c) => {
      const head = isStatic(c);
      const name = key(k, context, c);
      return primary(`${head}${name}${value?.length ? ` = ${expr(value, field(context))}` : ""};`);
    },
  },
  {
    kind: "StaticBlock",
    in: { member: 1 },
    slots: [many("statement", 2)],
    print: ([body], context) => primary(`static ${braces(statements(body, field(context)))}`),
  },
  {
    kind: "PrivateField",
    in: { member: 3 },
    slots: [optional("any")],
    print: ([value], context, c) =>
      primary(
        `${isStatic(c)}#${context.member?.name}${value?.length ? ` = ${expr(value, field(context))}` : ""};`,
      ),
  },
  {
    kind: "PrivateMethod",
    in: { member: 2 },
    enters: entersFunction,
    slots: FUNCTION_SLOTS,
    print: (slots, context, c) => {
      const flavour = c.pick(FLAVOURS);
      const head = isStatic(c);
      return primary(`${head}${method(slots, context, c, flavour, `#${context.member?.name}`)}`);
    },
  },
  {
    kind: "PrivateAccessor",
    in: { member: 2 },
    slots: [many("statement", 1), optional("any"), optional("target")],
    print: ([body, result, target], context, c) => {
      const head = isStatic(c);
      const name = `#${context.member?.name}`;
      const get = `${head}get ${name}${functionText([[], body ?? [], result ?? []], context, METHOD, SINGLE)}`;
      if (!target?.length) return primary(get);
      const parameter: Tree = { kind: "Parameter", n: 0, slots: [target] };
      return primary(
        `${get}\n${head}set ${name}${functionText([[parameter], [], []], context, METHOD, SINGLE)}`,
      );
    },
  },
];
