import { expr, reference } from "../print.js";
import { many, one, type Production, primary, type Slot } from "../tree.js";
import {
  entersFunction,
  FLAVOURS,
  FUNCTION_SLOTS,
  flavoured,
  functionText,
  METHOD,
} from "./function-text.js";
import { KEYS } from "./literals.js";

const NAMES = [...KEYS, "0", '"x y"', "1.5", '"a"'] as const;
const BODY: Slot = one("any");

/** Objects whose conversions the program writes itself, so that each shows when and how often it is asked. */
const HOSTILE: readonly (readonly [kind: string, text: (value: string) => string])[] = [
  ["ValueOf", (e) => `{ valueOf() { log("valueOf"); return ${e}; } }`],
  ["ToText", (e) => `{ toString() { log("toString"); return ${e}; } }`],
  [
    "BothConversions",
    (e) => `{ toString() { log("toString"); return "a"; }, valueOf() { log("valueOf"); return ${e}; } }`,
  ],
  ["ToPrimitive", (e) => `{ [Symbol.toPrimitive](hint) { log(hint); return ${e}; } }`],
  ["HasInstance", (e) => `{ [Symbol.hasInstance](x) { log(x); return ${e}; } }`],
  ["LoggingGetter", (e) => `{ get a() { log("get a"); return ${e}; }, set a(x) { log("set a", x); } }`],
  ["ThrowingGetter", (e) => `{ get a() { throw ${e}; }, b: 1 }`],
  [
    "ChangingGetter",
    (e) => `{ b: 0, get a() { this.b++; delete this.c; return this.b > 1 ? ${e} : null; }, c: 1 }`,
  ],
  ["Thenable", (e) => `{ then(done, fail) { log("then"); done(${e}); } }`],
  ["FailingThenable", (e) => `{ then(done, fail) { log("then"); fail(${e}); throw 1; } }`],
  ["ThrowingThen", (e) => `{ get then() { log("get then"); throw ${e}; } }`],
  [
    "IteratorObject",
    (e) =>
      `{ i: 0, [Symbol.iterator]() { return this; }, next() { return { value: ${e}, done: this.i++ > 1 }; } }`,
  ],
];

const EXTRA: Readonly<Record<string, Production["in"]>> = {
  IteratorObject: { iterable: 2 },
  Thenable: { promise: 2 },
  FailingThenable: { promise: 1 },
  ThrowingThen: { promise: 1 },
};

const hostile: readonly Production[] = HOSTILE.map(([kind, text]) => ({
  kind,
  in: { object: 1, any: 1, ...EXTRA[kind] },
  slots: [BODY],
  hint: kind === "IteratorObject" ? "iterable" : "object",
  // The value stands in a method of its own, where nothing of the function around it can be said.
  print: ([e], context) => {
    const fn = { ...METHOD };
    return primary(
      text(expr(e, { ...context, fn, labels: [], canBreak: false, canContinue: false, declares: null })),
    );
  },
}));

export const objects: readonly Production[] = [
  {
    kind: "Object",
    in: { object: 10, any: 5 },
    slots: [many("property", 4)],
    hint: "object",
    print: ([properties = []], context) => {
      const shown = properties.map((p) => expr([p], { ...context, member: null }, 0));
      return primary(shown.length === 0 ? "{}" : `{ ${shown.join(", ")} }`);
    },
  },
  {
    kind: "Property",
    in: { property: 8 },
    slots: [one("any")],
    print: ([e], context, c) => {
      const name = c.pick(NAMES);
      return primary(`${name}: ${expr(e, context)}`);
    },
  },
  {
    kind: "ComputedProperty",
    in: { property: 2 },
    slots: [one("key"), one("any")],
    print: ([k, e], context) => primary(`[${expr(k, context)}]: ${expr(e, context)}`),
  },
  {
    kind: "Shorthand",
    in: { property: 1 },
    slots: [],
    print: (_, context, c) => primary(reference(context, c) ?? "undefined"),
  },
  {
    kind: "SpreadProperty",
    in: { property: 2 },
    slots: [one("object")],
    print: ([e], context) => primary(`...${expr(e, context)}`),
  },
  {
    kind: "ObjectMethod",
    in: { property: 5 },
    enters: entersFunction,
    slots: FUNCTION_SLOTS,
    print: (slots, context, c) => {
      const flavour = c.pick(FLAVOURS);
      const prefix = flavour === "async" ? "async " : flavour;
      const name = c.pick(["m", ...NAMES, "[Symbol.iterator]", "valueOf", "then"]);
      return primary(`${prefix}${name}${functionText(slots, context, flavoured(METHOD, flavour), c)}`);
    },
  },
  ...hostile,
];
