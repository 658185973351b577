import { Choices } from "../choices.js";
import { type Context, declare, declaredBy, remember } from "../context.js";
import { expr, hintOf, list } from "../print.js";
import type { Binding } from "../scope.js";
import { many, one, type Production, statement, type Tree } from "../tree.js";
import { CLASS_SLOTS, classText } from "./classes.js";
import {
  entersFlavour,
  entersFunction,
  FLAVOURS,
  FUNCTION_SLOTS,
  flavoured,
  functionText,
  PLAIN,
} from "./function-text.js";
import { keyword } from "./functions.js";
import { hoistPattern } from "./patterns.js";

const KINDS = ["const", "let", "var"] as const;

function hoistOne(tree: Tree, context: Context, kind: Binding["kind"]): void {
  remember(context, tree, [declare(context, kind, new Choices(tree.n))]);
}

/** The kind of a declaration is the first choice of its tree, when it is hoisted and when it is printed. */
function kindOf(tree: Tree): (typeof KINDS)[number] {
  return new Choices(tree.n).pick(KINDS);
}

function binding(tree: Tree, context: Context): Binding {
  const [found] = declaredBy(context, tree);
  if (found === undefined) throw new TypeError(`\`${tree.kind}\` was not hoisted`);
  return found;
}

export const declarations: readonly Production[] = [
  {
    kind: "Declare",
    in: { statement: 12 },
    slots: [one("any")],
    hoist: (tree, context) => hoistOne(tree, context, kindOf(tree)),
    print: ([value], context, _, tree) => {
      const own = binding(tree, context);
      const text = expr(value, context);
      own.ready = true;
      own.hint = hintOf(value?.[0], context);
      return statement(`${kindOf(tree)} ${own.name} = ${text};`);
    },
  },
  ...(["object", "iterable", "callable", "promise"] as const).map(
    (sort): Production => ({
      kind: `Declare ${sort}`,
      in: { statement: sort === "promise" ? 1 : 4 },
      slots: [one(sort)],
      hoist: (tree, context) => hoistOne(tree, context, kindOf(tree)),
      print: ([value], context, _, tree) => {
        const own = binding(tree, context);
        const text = expr(value, context);
        own.ready = true;
        own.hint = sort;
        return statement(`${kindOf(tree)} ${own.name} = ${text};`);
      },
    }),
  ),
  {
    kind: "DeclareEmpty",
    in: { statement: 1 },
    slots: [],
    hoist: (tree, context) => hoistOne(tree, context, "let"),
    print: (_, context, __, tree) => {
      const own = binding(tree, context);
      own.ready = true;
      return statement(`let ${own.name};`);
    },
  },
  {
    kind: "DeclarePattern",
    in: { statement: 5 },
    slots: [one("parts"), one("object")],
    hoist: (tree, context) => {
      const pattern = tree.slots[0]?.[0];
      if (pattern) hoistPattern(pattern, context, kindOf(tree), new Choices(tree.n));
    },
    print: ([pattern, value], context, _, tree) => {
      const text = expr(value, context);
      return statement(`${kindOf(tree)} ${expr(pattern, { ...context, declares: kindOf(tree) })} = ${text};`);
    },
  },
  {
    kind: "DeclareIterated",
    in: { statement: 3 },
    slots: [many("part", 3), one("iterable")],
    hoist: (tree, context) => hoistPattern(arrayPattern(tree), context, kindOf(tree), new Choices(tree.n)),
    print: ([, value], context, _, tree) => {
      const text = expr(value, context);
      const declares = kindOf(tree);
      return statement(`${declares} ${expr([arrayPattern(tree)], { ...context, declares })} = ${text};`);
    },
  },
  {
    kind: "DeclareFunction",
    in: { statement: 7 },
    enters: entersFunction,
    slots: [...FUNCTION_SLOTS, many("argument", 2)],
    hoist: (tree, context) => hoistOne(tree, context, "function"),
    print: (slots, context, c, tree) => {
      const calls = slots[3];
      const own = binding(tree, context);
      const flavour = c.pick(FLAVOURS);
      own.open = true;
      const text = functionText(slots, context, flavoured(PLAIN, flavour), c);
      own.open = false;
      own.ready = true;
      own.hint = "callable";
      const call = c.chance(1, 4)
        ? ""
        : `\ntry { log(${own.name}(${list(calls, context)})); } catch (e) { log(e); }`;
      return statement(`${keyword(flavour)} ${own.name}${text}${call}`);
    },
  },
  {
    kind: "DeclareClass",
    in: { statement: 5 },
    enters: entersFlavour(""),
    slots: [...CLASS_SLOTS, many("argument", 2)],
    hoist: (tree, context) => {
      const c = new Choices(tree.n);
      remember(context, tree, [declare(context, "class", c), declare(context, "var", c, "object")]);
    },
    print: (slots, context, _, tree) => {
      const [, made] = declaredBy(context, tree);
      const own = binding(tree, context);
      const text = classText(slots, context, own);
      own.ready = true;
      own.hint = "callable";
      const call = `\nvar ${made?.name};\ntry { log(${made?.name} = new ${own.name}(${list(slots[2], context)})); } catch (e) { log(e); }`;
      return statement(`class${text}${call}`);
    },
  },
];

function arrayPattern(tree: Tree): Tree {
  return { kind: "ArrayPattern", n: tree.n, slots: [tree.slots[0] ?? []] };
}
