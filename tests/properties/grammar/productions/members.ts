import type { Choices } from "../choices.js";
import type { Context } from "../context.js";
import { expr, list } from "../print.js";
import {
  assigning,
  LEVEL,
  many,
  member,
  one,
  type Production,
  type Slot,
  type Text,
  type Tree,
} from "../tree.js";
import { KEYS } from "./literals.js";

const ARGUMENTS: Slot = many("argument", 3);
const OPERATORS = ["=", "+=", "-=", "**=", "??=", "||=", "&&=", "|="] as const;

type Slots = Tree["slots"];

/** `.a`, `["a"]` and a private name: what follows an object. */
function property(key: readonly Tree[] | undefined, context: Context, c: Choices): string {
  if (c.chance(1, 3)) return `[${expr(key, context)}]`;
  return `.${c.pick(KEYS)}`;
}

/** The object of a member expression: within a chain, or with the chain closed before it. */
function object(slot: readonly Tree[] | undefined, context: Context, open: boolean): Text {
  const text = expr(slot, context, open ? LEVEL.chain : LEVEL.member);
  return { text, level: open && text.includes("?.") ? LEVEL.chain : LEVEL.member };
}

function target([o, key]: Slots, context: Context, c: Choices): string {
  const privately = context.privates.length > 0 && c.chance(1, 3);
  const text = expr(o, context, LEVEL.member);
  if (!privately) return `${text}${property(key, context, c)}`;
  return `${text}.#${context.privates[c.int(context.privates.length)] as string}`;
}

export const members: readonly Production[] = [
  {
    kind: "Member",
    in: { any: 6, callable: 1, object: 1, iterable: 1 },
    slots: [one("object"), one("key")],
    print: ([o, key], context, c) => {
      const { text, level } = object(o, context, c.chance(1, 2));
      return { text: `${text}${property(key, context, c)}`, level };
    },
  },
  {
    kind: "OptionalMember",
    in: { any: 3, callable: 1 },
    slots: [one("any"), one("key")],
    print: ([o, key], context, c) => {
      const { text } = object(o, context, c.chance(1, 2));
      const name = c.chance(1, 3) ? `[${expr(key, context)}]` : c.pick(KEYS);
      return { text: `${text}?.${name}`, level: LEVEL.chain };
    },
  },
  {
    kind: "PrivateMember",
    in: { any: 2, object: 2, callable: 1 },
    slots: [one("object")],
    print: ([o], context, c) => {
      const { text, level } = object(o, context, c.chance(1, 2));
      const name = context.privates[c.int(context.privates.length)];
      return name === undefined
        ? { text, level }
        : { text: `${text}${c.pick([".", ".", "?."])}#${name}`, level: LEVEL.chain };
    },
  },
  {
    kind: "SuperMember",
    in: { any: 1, callable: 1 },
    slots: [one("key")],
    print: ([key], context, c) =>
      context.fn.superMember
        ? member(`super${property(key, context, c)}`)
        : member(`({})${property(key, context, c)}`),
  },
  {
    kind: "MemberAssign",
    in: { any: 5 },
    slots: [one("object"), one("key"), one("any")],
    print: (slots, context, c) => {
      const left = target(slots, context, c);
      return assigning(`${left} ${c.pick(OPERATORS)} ${expr(slots[2], context)}`);
    },
  },
  {
    kind: "MemberUpdate",
    in: { any: 2, number: 1 },
    slots: [one("object"), one("key")],
    hint: "number",
    print: (slots, context, c) => {
      const left = target(slots, context, c);
      const operator = c.pick(["++", "--"]);
      return c.chance(1, 2)
        ? { text: `${operator}${left}`, level: LEVEL.unary }
        : { text: `${left}${operator}`, level: LEVEL.update };
    },
  },
  {
    kind: "SuperAssign",
    in: { any: 1 },
    slots: [one("key"), one("any")],
    print: ([key, value], context, c) => {
      if (!context.fn.superMember) return assigning(expr(value, context));
      const left = `super${property(key, context, c)}`;
      if (c.chance(1, 4)) return { text: `${left}++`, level: LEVEL.update };
      return assigning(`${left} ${c.pick(OPERATORS)} ${expr(value, context)}`);
    },
  },
  {
    kind: "Delete",
    in: { any: 1 },
    slots: [one("object"), one("key")],
    print: ([o, key], context, c) => {
      const text = expr(o, context, LEVEL.chain);
      const dot = c.chance(1, 3) ? "?." : "";
      const name = property(key, context, c);
      return {
        text: `delete ${text}${dot === "" ? name : `?.${name.replace(/^\./, "")}`}`,
        level: LEVEL.unary,
      };
    },
  },
  {
    kind: "Call",
    in: { any: 8, callable: 1, object: 1, iterable: 1, promise: 2 },
    slots: [one("callable"), ARGUMENTS],
    print: ([f, args], context, c) => {
      const open = c.chance(1, 3);
      const { text, level } = object(f, context, open);
      return { text: `${text}(${list(args, context)})`, level };
    },
  },
  {
    kind: "MethodCall",
    in: { any: 5, object: 1, iterable: 1, promise: 1 },
    slots: [one("object"), one("key"), ARGUMENTS],
    print: ([o, key, args], context, c) => {
      const { text, level } = object(o, context, c.chance(1, 3));
      const name = c.pick(["m", "next", "a", "b", "toString", "valueOf", null, null]);
      const access = name === null ? `[${expr(key, context)}]` : `.${name}`;
      const callee = c.chance(1, 8) ? `(${text}${access})` : `${text}${access}`;
      return { text: `${callee}(${list(args, context)})`, level };
    },
  },
  {
    kind: "OptionalCall",
    in: { any: 3 },
    slots: [one("callable"), ARGUMENTS],
    print: ([f, args], context, c) => ({
      text: `${expr(f, context, c.chance(1, 2) ? LEVEL.chain : LEVEL.member)}?.(${list(args, context)})`,
      level: LEVEL.chain,
    }),
  },
  {
    kind: "OptionalMethodCall",
    in: { any: 3 },
    slots: [one("object"), one("key"), ARGUMENTS],
    print: ([o, key, args], context, c) => {
      const { text } = object(o, context, true);
      const access = property(key, context, c);
      const first = c.chance(1, 2);
      const second = !first || c.chance(1, 3);
      const name = first ? `?.${access.replace(/^\./, "")}` : access;
      return { text: `${text}${name}${second ? "?." : ""}(${list(args, context)})`, level: LEVEL.chain };
    },
  },
  {
    kind: "SuperCall",
    in: { any: 1 },
    slots: [ARGUMENTS],
    print: ([args], context) =>
      member(context.fn.superCall ? `super(${list(args, context)})` : `[${list(args, context)}]`),
  },
  {
    kind: "SuperMethodCall",
    in: { any: 1 },
    slots: [one("key"), ARGUMENTS],
    print: ([key, args], context, c) => {
      if (!context.fn.superMember) return member(`[${list(args, context)}]`);
      const dot = c.chance(1, 4) ? "?." : "";
      return {
        text: `super${property(key, context, c)}${dot}(${list(args, context)})`,
        level: dot === "" ? LEVEL.member : LEVEL.chain,
      };
    },
  },
  {
    kind: "New",
    in: { any: 3, object: 4 },
    slots: [one("callable"), ARGUMENTS],
    hint: "object",
    print: ([f, args], context, c) => {
      const callee = expr(f, context, LEVEL.primary);
      return member(c.chance(1, 8) ? `(new ${callee})` : `new ${callee}(${list(args, context)})`);
    },
  },
];
