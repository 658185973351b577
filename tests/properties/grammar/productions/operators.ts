import type { Context } from "../context.js";
import { expr, reference, writable } from "../print.js";
import { assigning, LEVEL, one, type Production, type Text, type Tree } from "../tree.js";

const BINARY = [
  "+",
  "-",
  "*",
  "/",
  "%",
  "**",
  "==",
  "!=",
  "===",
  "!==",
  "<",
  "<=",
  ">",
  ">=",
  "&",
  "|",
  "^",
  "<<",
  ">>",
  ">>>",
] as const;
const COMPOUND = ["+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", ">>>=", "&=", "|=", "^="] as const;
const LOGICAL = ["&&", "||", "??"] as const;

/** In parentheses everywhere: V8 does not parse `f({ a: 1 }, [x] = y)`. */
function patternAssign([pattern, source]: Tree["slots"], context: Context): Text {
  const inside: Context = { ...context, declares: null };
  return { text: `${expr(pattern, inside)} = ${expr(source, inside)}`, level: LEVEL.comma };
}

export const operators: readonly Production[] = [
  {
    kind: "Log",
    in: { any: 7 },
    slots: [one("any")],
    print: ([e], context) => ({ text: `log(${expr(e, context)})`, level: LEVEL.member }),
  },
  {
    kind: "LogMark",
    in: { any: 3, number: 1 },
    slots: [],
    hint: "number",
    print: (_, { shared }) => ({ text: `log(${shared.counter++ % 100})`, level: LEVEL.member }),
  },
  {
    kind: "Binary",
    in: { any: 4, number: 3 },
    slots: [one("any"), one("any")],
    hint: "number",
    print: ([a, b], context, c) => ({
      text: `${expr(a, context, LEVEL.update)} ${c.pick(BINARY)} ${expr(b, context, LEVEL.unary)}`,
      level: LEVEL.binary,
    }),
  },
  {
    kind: "In",
    in: { any: 1 },
    slots: [one("key"), one("object")],
    print: ([a, b], context) => ({
      text: `${expr(a, context, LEVEL.unary)} in ${expr(b, context, LEVEL.unary)}`,
      level: LEVEL.binary,
    }),
  },
  {
    kind: "PrivateIn",
    in: { any: 1 },
    slots: [one("object")],
    print: ([b], context, c) => {
      const name = context.privates[c.int(context.privates.length)];
      const object = expr(b, context, LEVEL.unary);
      return name === undefined
        ? { text: object, level: LEVEL.unary }
        : { text: `#${name} in ${object}`, level: LEVEL.binary };
    },
  },
  {
    kind: "Instanceof",
    in: { any: 1 },
    slots: [one("any"), one("callable")],
    print: ([a, b], context) => ({
      text: `${expr(a, context, LEVEL.unary)} instanceof ${expr(b, context, LEVEL.unary)}`,
      level: LEVEL.binary,
    }),
  },
  {
    kind: "Logical",
    in: { any: 2, callable: 1, object: 1 },
    slots: [one("any"), one("any")],
    print: ([a, b], context, c) => ({
      text: `${expr(a, context, LEVEL.unary)} ${c.pick(LOGICAL)} ${expr(b, context, LEVEL.unary)}`,
      level: LEVEL.binary,
    }),
  },
  {
    kind: "Conditional",
    in: { any: 2, callable: 1, object: 1, iterable: 1 },
    slots: [one("any"), one("any"), one("any")],
    print: ([a, b, d], context) => ({
      text: `${expr(a, context, LEVEL.binary)} ? ${expr(b, context)} : ${expr(d, context)}`,
      level: LEVEL.conditional,
    }),
  },
  {
    kind: "Unary",
    in: { any: 2, number: 2 },
    slots: [one("any")],
    hint: "number",
    print: ([e], context, c) => ({
      text: `${c.pick(["!", "- ", "+ ", "~", "typeof ", "void "])}${expr(e, context, LEVEL.unary)}`,
      level: LEVEL.unary,
    }),
  },
  {
    kind: "TypeofName",
    in: { any: 1 },
    slots: [],
    print: (_, context, c) => ({ text: `typeof ${reference(context, c) ?? "nope"}`, level: LEVEL.unary }),
  },
  {
    kind: "Update",
    in: { any: 2, number: 1 },
    slots: [],
    hint: "number",
    print: (_, context, c) => {
      const name = writable(context, c);
      const operator = c.pick(["++", "--"]);
      if (name === null) return { text: "0", level: LEVEL.unary };
      return c.chance(1, 2)
        ? { text: `${operator}${name}`, level: LEVEL.unary }
        : { text: `${name}${operator}`, level: LEVEL.update };
    },
  },
  {
    kind: "Assign",
    in: { any: 4 },
    slots: [one("any")],
    print: ([e], context, c) => {
      const name = writable(context, c);
      const value = expr(e, context);
      return name === null ? assigning(value) : assigning(`${name} = ${value}`);
    },
  },
  {
    kind: "Compound",
    in: { any: 3 },
    slots: [one("any")],
    print: ([e], context, c) => {
      const name = writable(context, c);
      const operator = c.pick(COMPOUND);
      const value = expr(e, context);
      return name === null ? assigning(value) : assigning(`${name} ${operator} ${value}`);
    },
  },
  {
    kind: "LogicalAssign",
    in: { any: 1 },
    slots: [one("any")],
    print: ([e], context, c) => {
      const name = writable(context, c);
      const operator = c.pick(LOGICAL);
      const value = expr(e, context);
      return name === null ? assigning(value) : assigning(`${name} ${operator}= ${value}`);
    },
  },
  {
    kind: "PatternAssign",
    in: { any: 3 },
    slots: [one("parts"), one("object")],
    print: patternAssign,
  },
  {
    kind: "ArrayPatternAssign",
    in: { any: 2 },
    slots: [one("parts"), one("iterable")],
    print: patternAssign,
  },
];
