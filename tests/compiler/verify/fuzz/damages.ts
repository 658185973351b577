import type { AnyNode, CallExpression } from "acorn";
import { BINDINGS, FORBIDDEN, RAW, RESERVED, WRITES } from "./injected.js";
import type { Random } from "./random.js";
import type { GoodText, Spot } from "./text.js";

/** One damage of one place; nothing where the text has no such place. */
export interface Damage {
  readonly kind: string;
  /** No text with this damage may be accepted. Of others the harness shows that they do no harm. */
  readonly refused: boolean;
  readonly apply: (text: GoodText, random: Random) => string | undefined;
}

const replace = (code: string, at: { readonly start: number; readonly end: number }, by: string): string =>
  code.slice(0, at.start) + by + code.slice(at.end);
const show = (text: GoodText, node: AnyNode | null | undefined): string =>
  node ? text.code.slice(node.start, node.end) : "";

const CHECK =
  /^_(?:[gows]\d+|k|caught|handled|getiter|keys|await|base|class|unpack_sequence|iter_unpack_sequence)_$/;

function calls(text: GoodText, name: RegExp): readonly (Spot & { readonly node: CallExpression })[] {
  return text.spots.filter(
    (spot): spot is Spot & { readonly node: CallExpression } =>
      spot.node.type === "CallExpression" &&
      spot.node.callee.type === "Identifier" &&
      name.test(spot.node.callee.name),
  );
}

/** Literals and `arguments` need no guard; the compiler gives them one all the same where that is simpler. */
export function isHarmless({ arguments: [operand] }: CallExpression): boolean {
  if (operand?.type === "Identifier") return operand.name === "arguments";
  return (
    operand?.type === "Literal" || operand?.type === "ArrayExpression" || operand?.type === "ObjectExpression"
  );
}

/** Replaces one of the calls of a name by what `by` makes of its arguments. */
export function unwrap(
  kind: string,
  name: RegExp,
  by: (args: readonly string[]) => string,
  accepts: (call: CallExpression) => boolean = () => true,
  refused = true,
): Damage {
  return {
    kind,
    refused,
    apply: (text, random) => {
      const call = random.pick(calls(text, name).filter(({ node }) => accepts(node)))?.node;
      return call && replace(text.code, call, by(call.arguments.map((argument) => show(text, argument))));
    },
  };
}

const list = (text = "[]"): string => text.replace(/^\[|\]$/g, "");

/** The guards that a neutral damage may take away are those of what needs none. */
export const CHECKS = /^_(?:[gows]\d+|k|getiter|keys|unpack_sequence)_$/;

const REMOVED: readonly Damage[] = [
  unwrap(
    "remove a guard or a check",
    CHECK,
    ([operand]) => `(${operand})`,
    (call) => !isHarmless(call),
  ),
  unwrap("read without guard", /^_getattr_$/, ([o, k]) => `(${o})[${k}]`),
  unwrap("read an item without guard", /^_getitem_$/, ([o, k]) => `(${o})[${k}]`),
  unwrap("write without guard", /^_set(?:attr|item)_$/, ([o, k, v]) => `((${o})[${k}] = ${v})`),
  unwrap("delete without guard", /^_del(?:attr|item)_$/, ([o, k]) => `(delete (${o})[${k}])`),
  unwrap("invoke without guard", /^_invoke_$/, ([o, k, args]) => `(${o})[${k}](${list(args)})`),
  unwrap("call without guard", /^_(?:call|apply)_$/, ([f, args]) => `(${f})(${list(args)})`),
  unwrap("construct without guard", /^_new_$/, ([f, args]) => `(new (${f})(${list(args)}))`),
  unwrap("tag without guard", /^_tag_$/, ([f]) => `(${f})`),
  unwrap("`in` without guard", /^_in_$/, ([k, o]) => `((${k}) in (${o}))`),
  unwrap("`instanceof` without guard", /^_instanceof_$/, ([x, f]) => `((${x}) instanceof (${f}))`),
];

const TICK = /if \(--_steps_ < 0\) _out_\(\);|_tick_\(\);/g;
const TICKED = /--_steps_ < 0 && _out_\(\),|_tick_\(\),/g;

const swapped: Damage = {
  kind: "swap a guard for another",
  refused: true,
  apply: (text, random) => {
    const call = random.pick(calls(text, /^_(?:[gows]\d+|k)_$/))?.node;
    if (call === undefined) return undefined;
    const name = show(text, call.callee);
    const letter = random.pick([..."gows"].filter((other) => other !== name[1]));
    return replace(text.code, call.callee, `_${letter}${name.replace(/\D/g, "") || "0"}_`);
  },
};

function unticked(kind: string, form: RegExp, refused: boolean): Damage {
  return {
    kind,
    refused,
    apply: (text, random) => {
      const tick = random.pick([...text.code.matchAll(form)]);
      return tick && replace(text.code, { start: tick.index, end: tick.index + tick[0].length }, "");
    },
  };
}

/** Of a generator's defaults the first that does anything is ticked; the compiler ticks them all. */
export const UNTICKED_EXPRESSION = unticked("remove the tick of an expression", TICKED, false);

const sloppy: Damage = {
  kind: "remove the directive",
  refused: true,
  apply: ({ code }) => code.replace(/"use strict";/, ""),
};

function declares({ node, parent, field }: Spot): boolean {
  if (node.type !== "Identifier") return false;
  if (field === "params" || field === "param") return true;
  return field === "id" && parent?.type !== "ClassExpression";
}

function renamed(kind: string, everywhere: boolean): Damage {
  return {
    kind,
    refused: true,
    apply: (text, random) => {
      const id = random.pick(text.spots.filter(declares))?.node;
      if (id?.type !== "Identifier") return undefined;
      const name = random.pick(RESERVED(text)) ?? "_g0_";
      if (!everywhere) return id.name === name ? undefined : replace(text.code, id, name);
      return [...text.spots]
        .filter(({ node }) => node.type === "Identifier" && node.name === id.name)
        .sort((a, b) => b.node.start - a.node.start)
        .reduce((code, { node }) => replace(code, node, name), text.code);
    },
  };
}

function injected(kind: string, snippets: (text: GoodText) => readonly string[]): Damage {
  return {
    kind,
    refused: true,
    apply: (text, random) => {
      const place = random.pick(text.spots.filter(isStatement))?.node;
      const snippet = random.pick(snippets(text));
      if (place === undefined || snippet === undefined) return undefined;
      return replace(text.code, { start: place.start, end: place.start }, ` ${snippet} `);
    },
  };
}

export function isStatement({ parent, field }: Spot): boolean {
  return field === "body" && (parent?.type === "BlockStatement" || parent?.type === "StaticBlock");
}

const forbiddenMember: Damage = {
  kind: "name a forbidden member",
  refused: true,
  apply: (text, random) => {
    // A class may have one method of the name `constructor`.
    const spot = random.pick(
      text.spots.filter(
        ({ parent, field }) =>
          (parent?.type === "MemberExpression" && !parent.computed && field === "property") ||
          (parent?.type === "Property" && !parent.computed && !parent.shorthand && field === "key") ||
          (parent?.type === "MethodDefinition" && !parent.computed && field === "key"),
      ),
    );
    const key = spot?.node;
    return key && key.type !== "PrivateIdentifier"
      ? replace(
          text.code,
          key,
          random.pick(
            FORBIDDEN.filter((name) => spot?.parent?.type !== "MethodDefinition" || name !== "constructor"),
          ) ?? "__proto__",
        )
      : undefined;
  },
};

const forbiddenKey: Damage = {
  kind: "name a forbidden key of a guard",
  refused: true,
  apply: (text, random) => {
    const key = random.pick(calls(text, /^_(?:get|set|del)attr_$/))?.node.arguments[1];
    return key && replace(text.code, key, JSON.stringify(random.pick(FORBIDDEN)));
  },
};

/** Damages that must be refused, whatever the text. */
export const REFUSED: readonly Damage[] = [
  ...REMOVED,
  swapped,
  unticked("remove a tick", TICK, true),
  sloppy,
  renamed("rename one declaration to a reserved name", false),
  renamed("rename a binding to a reserved name", true),
  injected("declare a reserved name", (text) => BINDINGS(text)),
  injected("write a reserved name", (text) => WRITES(text)),
  injected("inject a raw operation", () => RAW),
  forbiddenMember,
  forbiddenKey,
];
