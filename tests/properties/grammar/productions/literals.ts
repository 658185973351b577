import { expr, reference } from "../print.js";
import { LEVEL, many, one, optional, type Production, primary, type Text } from "../tree.js";

const NUMBERS = ["0", "1", "2", "3", "1.5", "NaN", "Infinity", "4294967296", "0x10", "1e21"] as const;
const STRINGS = ['"a"', '"b"', '""', '"1"', '"length"', '"x\\ny"', '"\\u{1F600}"', '"b,c"'] as const;
const REGEXPS = ["/a/", "/(a)|b/g", "/(?<x>a)(?<y>b)?/u", "/^$/", "/[ab]+/dy", "/(?<=a)b/i"] as const;
export const KEYS = ["a", "b", "c", "m", "length", "next"] as const;

/** A numeral needs parentheses before a dot. */
const numeral = (text: string): Text => ({ text, level: LEVEL.unary });

export const literals: readonly Production[] = [
  {
    kind: "Number",
    in: { any: 4, number: 6 },
    slots: [],
    hint: "number",
    print: (_, __, c) => numeral(c.pick(NUMBERS)),
  },
  {
    kind: "String",
    in: { any: 3, iterable: 1, key: 3 },
    slots: [],
    print: (_, __, c) => primary(c.pick(STRINGS)),
  },
  {
    kind: "Constant",
    in: { any: 2 },
    slots: [],
    print: (_, __, c) => primary(c.pick(["undefined", "null", "true", "false"])),
  },
  {
    kind: "BigInt",
    in: { any: 1, number: 1 },
    slots: [],
    print: (_, __, c) => numeral(c.pick(["0n", "1n", "7n"])),
  },
  {
    kind: "RegExp",
    in: { any: 1, object: 1 },
    slots: [],
    hint: "object",
    print: (_, __, c) => primary(c.pick(REGEXPS)),
  },
  {
    kind: "Template",
    in: { any: 2, key: 1 },
    slots: [many("any", 2)],
    print: ([parts], context) =>
      primary(`\`a${(parts ?? []).map((part) => `\${${expr([part], context)}}b`).join("")}\``),
  },
  {
    kind: "Tagged",
    in: { any: 2 },
    slots: [one("callable"), many("any", 2)],
    print: ([tag, parts], context, c) => {
      const raw = c.pick(["", "a", "\\n", "\\u{41}", "\\unicode"]);
      const holes = (parts ?? []).map((part) => `\${${expr([part], context)}}b`).join("");
      return { text: `${expr(tag, context, LEVEL.member)}\`${raw}${holes}\``, level: LEVEL.member };
    },
  },
  {
    kind: "Key",
    in: { key: 4 },
    slots: [],
    print: (_, __, c) => primary(`"${c.pick(KEYS)}"`),
  },
  {
    kind: "Index",
    in: { key: 2 },
    slots: [],
    hint: "number",
    print: (_, __, c) => numeral(c.pick(["0", "1", "2"])),
  },
  {
    kind: "KnownSymbol",
    in: { key: 1, any: 1 },
    slots: [],
    print: (_, __, c) => ({
      text: `Symbol.${c.pick(["iterator", "toPrimitive", "hasInstance", "asyncIterator", "toStringTag", "isConcatSpreadable"])}`,
      level: LEVEL.member,
    }),
  },
  {
    kind: "NewSymbol",
    in: { key: 1, any: 1 },
    slots: [],
    print: (_, __, c) => ({ text: `Symbol(${c.pick(['"s"', "", '"a"'])})`, level: LEVEL.member }),
  },
  { kind: "AnyKey", in: { key: 2 }, slots: [one("any")], print: ([e], context) => wrapped(expr(e, context)) },
  {
    kind: "LoggedKey",
    in: { key: 2 },
    slots: [one("key")],
    print: ([e], context) => ({ text: `log(${expr(e, context)})`, level: LEVEL.member }),
  },
  {
    kind: "Name",
    in: { any: 14 },
    slots: [],
    print: (_, context, c) => {
      const name = reference(context, c);
      return name === null ? numeral("0") : primary(name);
    },
  },
  {
    kind: "ObjectName",
    in: { object: 12, any: 1 },
    slots: [],
    hint: "object",
    print: (_, context, c) => primary(reference(context, c, "object") ?? "{}"),
  },
  {
    kind: "CallableName",
    in: { callable: 12, any: 1 },
    slots: [],
    hint: "callable",
    print: (_, context, c) => primary(reference(context, c, "callable") ?? "log"),
  },
  {
    kind: "IterableName",
    in: { iterable: 5 },
    slots: [],
    hint: "iterable",
    print: (_, context, c) => primary(reference(context, c, "iterable") ?? "[]"),
  },
  {
    kind: "PromiseName",
    in: { promise: 4 },
    slots: [],
    hint: "promise",
    print: (_, context, c) => {
      const name = reference(context, c, "promise");
      return name === null ? { text: "Promise.resolve()", level: LEVEL.member } : primary(name);
    },
  },
  {
    kind: "NumberName",
    in: { number: 4 },
    slots: [],
    hint: "number",
    print: (_, context, c) => {
      const name = reference(context, c, "number");
      return name === null ? numeral("0") : primary(name);
    },
  },
  {
    kind: "This",
    in: { any: 2, object: 4 },
    slots: [],
    hint: "object",
    print: (_, { fn }) => primary(fn.hasThis ? "this" : "{}"),
  },
  {
    kind: "Arguments",
    in: { any: 1, iterable: 1, object: 1 },
    slots: [],
    hint: "iterable",
    print: (_, { fn }) => primary(fn.hasArguments ? "arguments" : "[]"),
  },
  {
    kind: "NewTarget",
    in: { any: 1 },
    slots: [],
    print: (_, { fn }) => primary(fn.hasNewTarget ? "new.target" : "undefined"),
  },
  {
    kind: "Array",
    in: { any: 4, iterable: 8, object: 3 },
    slots: [many("element", 3)],
    hint: "iterable",
    print: ([elements], context) => {
      const parts = (elements ?? []).map((e) => expr([e], context));
      return primary(`[${parts.join(", ")}${parts.at(-1) === "" ? "," : ""}]`);
    },
  },
  {
    kind: "Element",
    in: { element: 10 },
    slots: [one("any")],
    print: ([e], context) => plain(expr(e, context)),
  },
  { kind: "Hole", in: { element: 1 }, slots: [], print: () => plain("") },
  {
    kind: "Spread",
    in: { element: 2, argument: 2 },
    slots: [one("iterable")],
    print: ([e], context) => plain(`...${expr(e, context)}`),
  },
  {
    kind: "Argument",
    in: { argument: 12 },
    slots: [one("any")],
    print: ([e], context) => plain(expr(e, context)),
  },
  {
    kind: "CallbackArgument",
    in: { argument: 2 },
    slots: [one("callable")],
    print: ([e], context) => plain(expr(e, context)),
  },
  {
    kind: "AnyObject",
    in: { object: 1, iterable: 1, callable: 1, number: 2, promise: 1 },
    slots: [one("any")],
    print: ([e], context) => ({ text: expr(e, context), level: LEVEL.assign }),
  },
  {
    kind: "Comma",
    in: { any: 1 },
    slots: [one("any"), one("any"), optional("any")],
    print: ([a, b, d], context) => ({
      text: [a, b, d].flatMap((s) => (s?.length ? [expr(s, context)] : [])).join(", "),
      level: LEVEL.comma,
    }),
  },
];

/** Parts of lists: the commas around them need no parentheses. */
function plain(text: string): Text {
  return { text, level: LEVEL.assign };
}

function wrapped(text: string): Text {
  return { text, level: LEVEL.assign };
}
