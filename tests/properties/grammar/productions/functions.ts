import type { Choices } from "../choices.js";
import { type Context, declare } from "../context.js";
import { expr, list } from "../print.js";
import { Scope } from "../scope.js";
import {
  assigning,
  LEVEL,
  many,
  member,
  one,
  optional,
  type Production,
  primary,
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
  functionParts,
  functionText,
  PLAIN,
  parameter,
} from "./function-text.js";

export function keyword(flavour: Flavour): string {
  return `${flavour.startsWith("async") ? "async " : ""}function${flavour.endsWith("*") ? "*" : ""}`;
}

function functionExpression(slots: Tree["slots"], context: Context, flavour: Flavour, c: Choices): string {
  const own = new Scope(context.scope);
  const binding = c.chance(1, 4)
    ? declare({ ...context, scope: own }, "function", c, "callable", true)
    : null;
  if (binding !== null) binding.open = true;
  const text = functionText(slots, { ...context, scope: own }, flavoured(PLAIN, flavour), c);
  return `${keyword(flavour)}${binding === null ? "" : ` ${binding.name}`}${text}`;
}

function arrow(slots: Tree["slots"], context: Context, isAsync: boolean, c: Choices): Text {
  const fn = { ...context.fn, isAsync, isGenerator: false, returns: true };
  const { parameters, body, value } = functionParts(slots, context, fn, c);
  const shown = value === null || c.chance(1, 6) ? body : value.startsWith("{") ? `(${value})` : value;
  return assigning(`${isAsync ? "async " : ""}${parameters} => ${shown}`);
}

export const functions: readonly Production[] = [
  {
    kind: "Parameter",
    in: { parameters: 4 },
    slots: [one("target")],
    print: (_, context, __, tree) => primary(parameter(tree, context, false)),
  },
  {
    kind: "DefaultParameter",
    in: { parameters: 2 },
    slots: [one("target"), one("any")],
    print: (_, context, __, tree) => primary(parameter(tree, context, false)),
  },
  {
    kind: "Arrow",
    in: { callable: 8, any: 3 },
    enters: entersFlavour(""),
    slots: FUNCTION_SLOTS,
    hint: "callable",
    print: (slots, context, c) => arrow(slots, context, c.chance(1, 8), c),
  },
  {
    kind: "Function",
    in: { callable: 5, any: 2 },
    enters: entersFunction,
    slots: FUNCTION_SLOTS,
    hint: "callable",
    print: (slots, context, c) => primary(functionExpression(slots, context, c.pick(FLAVOURS), c)),
  },
  {
    kind: "GeneratorCall",
    in: { iterable: 4, any: 1 },
    enters: entersFlavour("*"),
    slots: FUNCTION_SLOTS,
    hint: "iterable",
    print: (slots, context, c) => member(`(${functionExpression(slots, context, "*", c)})()`),
  },
  {
    kind: "AsyncCall",
    in: { promise: 6, any: 1 },
    enters: entersFlavour("async"),
    slots: FUNCTION_SLOTS,
    hint: "promise",
    print: (slots, context, c) => {
      const text = c.chance(1, 3)
        ? functionExpression(slots, context, "async", c)
        : arrow(slots, context, true, c).text;
      return member(`(${text})()`);
    },
  },
  {
    kind: "Yield",
    in: { any: 2 },
    likes: "generator",
    slots: [one("any")],
    print: ([e], context) => {
      const text = expr(e, context);
      return assigning(context.fn.isGenerator ? `yield ${text}` : text);
    },
  },
  {
    kind: "YieldAll",
    in: { any: 2, iterable: 1 },
    likes: "generator",
    slots: [one("iterable")],
    print: ([e], context) => {
      const text = expr(e, context);
      return assigning(context.fn.isGenerator ? `yield* ${text}` : text);
    },
  },
  {
    kind: "Await",
    in: { any: 2 },
    likes: "async",
    slots: [one("any")],
    print: ([e], context) => {
      const text = expr(e, context, LEVEL.unary);
      return { text: context.fn.isAsync ? `await ${text}` : text, level: LEVEL.unary };
    },
  },
  {
    kind: "Drain",
    in: { any: 2, iterable: 1 },
    slots: [one("iterable"), many("any", 3, 1)],
    hint: "iterable",
    print: ([iterator, sent = []], context, c) => {
      const steps = sent.map(
        (e) => `["${c.pick(["next", "next", "return", "throw"])}", ${expr([e], context)}]`,
      );
      return member(`drain(${expr(iterator, context)}, [${steps.join(", ")}])`);
    },
  },
  {
    kind: "Iter",
    in: { iterable: 4, any: 1 },
    slots: [many("any", 3)],
    hint: "iterable",
    print: ([items], context, c) => {
      const how = c.pick(["", "", "next", "return", "bad", "open", "result", "throw"]);
      return member(`iter([${list(items, context)}]${how === "" ? "" : `, "${how}"`})`);
    },
  },
  {
    kind: "Later",
    in: { iterable: 1 },
    slots: [many("any", 2)],
    hint: "iterable",
    print: ([items], context, c) => {
      const how = c.pick(["", "", "next", "return", "bad", "reject"]);
      return member(`later([${list(items, context)}]${how === "" ? "" : `, "${how}"`})`);
    },
  },
  {
    kind: "Return",
    in: { statement: 1 },
    slots: [optional("any")],
    print: ([e], context) => {
      const text = expr(e, context, LEVEL.comma, "");
      return { text: context.fn.returns ? `return ${text};` : `log(${text});`, level: 0 };
    },
  },
];
