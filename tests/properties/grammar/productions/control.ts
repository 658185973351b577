import type { Choices } from "../choices.js";
import type { Context } from "../context.js";
import { block, braces, expr, named, printTree, statements } from "../print.js";
import { Scope } from "../scope.js";
import { LEVEL, many, one, optional, type Production, statement, type Tree } from "../tree.js";
import { entersLoop } from "./function-text.js";
import { hoistPattern } from "./patterns.js";

const BODY = many("statement", 3);
const KINDS = ["const", "let", "var"] as const;

const looping = (context: Context): Context => ({ ...context, canBreak: true, canContinue: true });

/** `for (const pattern of …)`: the head's text, in a scope of its own. */
function head(target: readonly Tree[] | undefined, context: Context, c: Choices): string {
  const tree = target?.[0];
  if (tree === undefined) return "const x";
  if (c.chance(1, 4)) return expr(target, { ...context, declares: null }, LEVEL.member);
  const kind = c.pick(KINDS);
  hoistPattern(tree, context, kind, c);
  return `${kind} ${expr(target, { ...context, declares: kind })}`;
}

function iteration(slots: Tree["slots"], outer: Context, c: Choices, word: "of" | "in"): string {
  const [target, source, body] = slots;
  // The names of the head are in their dead zone while the source is evaluated.
  const context = { ...looping(outer), scope: new Scope(outer.scope) };
  const right = expr(source, outer);
  const left = head(target, context, c);
  return `(${left} ${word} ${right}) ${block(body, context)}`;
}

function counted([body, update]: Tree["slots"], outer: Context, c: Choices): string {
  const context = { ...looping(outer), scope: new Scope(outer.scope) };
  const name = named(context, "loop", c, "number");
  const limit = c.pick(["2", "3", "1"]);
  const extra = update?.length && c.chance(1, 2) ? `, ${expr(update, context)}` : "";
  return `for (let ${name} = 0; ${name} < ${limit}; ${name}++${extra}) ${block(body, context)}`;
}

function counter(outer: Context, c: Choices): string {
  return named(outer, "loop", c, "number");
}

function labelled([body]: Tree["slots"], context: Context): string {
  const name = `l${context.shared.counter++}`;
  const loop = body?.[0]?.kind !== "LabelledBlock";
  const inner = { ...context, labels: [{ name, loop }, ...context.labels] };
  return `${name}: ${expr(body, inner, 0)}`;
}

function jump(context: Context, c: Choices, word: "break" | "continue"): string {
  const labels = context.labels.filter((l) => word === "break" || l.loop);
  if (labels.length > 0 && c.chance(1, 2)) return `${word} ${labels[c.int(labels.length)]?.name};`;
  const can = word === "break" ? context.canBreak : context.canContinue;
  return can ? `${word};` : `log("no ${word}");`;
}

export const control: readonly Production[] = [
  {
    kind: "For",
    in: { statement: 3, labelled: 2 },
    enters: entersLoop,
    slots: [BODY, optional("any")],
    print: (s, x, c) => statement(counted(s, x, c)),
  },
  {
    kind: "ForOf",
    in: { statement: 4, labelled: 2 },
    enters: entersLoop,
    slots: [one("target"), one("iterable"), BODY],
    print: (slots, context, c) => {
      const awaits = context.fn.isAsync && c.chance(1, 2);
      return statement(`for ${awaits ? "await " : ""}${iteration(slots, context, c, "of")}`);
    },
  },
  {
    kind: "ForIn",
    in: { statement: 2, labelled: 1 },
    enters: entersLoop,
    slots: [one("target"), one("object"), BODY],
    print: (slots, context, c) => statement(`for ${iteration(slots, context, c, "in")}`),
  },
  {
    kind: "While",
    in: { statement: 1 },
    enters: entersLoop,
    slots: [one("any"), BODY],
    print: ([test, body], context, c) => {
      const name = counter(context, c);
      const text = expr(test, context, LEVEL.unary);
      return statement(`let ${name} = 0;\nwhile (${name}++ < 2 && ${text}) ${block(body, looping(context))}`);
    },
  },
  {
    kind: "DoWhile",
    in: { statement: 1 },
    enters: entersLoop,
    slots: [one("any"), BODY],
    print: ([test, body], context, c) => {
      const name = counter(context, c);
      const text = expr(test, context, LEVEL.unary);
      return statement(
        `let ${name} = 0;\ndo ${block(body, looping(context))} while (${name}++ < 1 && ${text});`,
      );
    },
  },
  {
    kind: "Try",
    in: { statement: 5 },
    slots: [many("statement", 3), many("statement", 2), many("statement", 2), optional("target")],
    print: ([body, handler, last, parameter], context, c) => {
      const text = `try ${block(body, context)}`;
      const ends = last?.length ? ` finally ${block(last, context)}` : "";
      if (ends !== "" && c.chance(1, 3)) return statement(`${text}${ends}`);
      if (c.chance(1, 6)) return statement(`${text} catch ${block(handler, context)}${ends}`);
      const caught = { ...context, scope: new Scope(context.scope) };
      const pattern = parameter?.length && c.chance(1, 2);
      const name = pattern ? expr(parameter, { ...caught, declares: "catch" }) : named(caught, "catch", c);
      const mark = pattern ? "" : `log(${name});\n`;
      const inner = { ...caught, scope: new Scope(caught.scope, true) };
      return statement(
        `${text} catch (${name}) ${braces(`${mark}${statements(handler, inner)}`.trimEnd())}${ends}`,
      );
    },
  },
  {
    kind: "Switch",
    in: { statement: 2 },
    enters: entersLoop,
    slots: [one("any"), many("case", 3)],
    print: ([value, cases = []], context, c) => {
      const scope = new Scope(context.scope);
      const inner = { ...context, scope, canBreak: true };
      const head = `switch (${expr(value, context, LEVEL.comma)})`;
      for (const one of cases)
        for (const s of one.slots[1] ?? []) context.shared.productions.get(s.kind)?.hoist?.(s, inner);
      const fallback = c.int(cases.length + 2) - 1;
      const shown = cases.map((one, i) => {
        const test = i === fallback ? "default" : `case ${expr(one.slots[0], inner)}`;
        const body = (one.slots[1] ?? []).map((s) => printTree(s, inner).text).join("\n");
        return `${test}:\n${body.replace(/^/gm, "  ")}`;
      });
      return statement(`${head} ${braces(shown.join("\n"))}`);
    },
  },
  {
    kind: "Case",
    in: { case: 1 },
    slots: [one("any"), many("statement", 2)],
    print: () => statement(""),
  },
  {
    kind: "Labelled",
    in: { statement: 2 },
    slots: [one("labelled")],
    print: (s, x) => statement(labelled(s, x)),
  },
  {
    kind: "LabelledBlock",
    in: { labelled: 2 },
    enters: entersLoop,
    slots: [many("statement", 3)],
    print: ([body], context) => statement(block(body, context)),
  },
  {
    kind: "Break",
    in: { statement: 3 },
    likes: "loop",
    slots: [],
    print: (_, x, c) => statement(jump(x, c, "break")),
  },
  {
    kind: "Continue",
    in: { statement: 2 },
    likes: "loop",
    slots: [],
    print: (_, x, c) => statement(jump(x, c, "continue")),
  },
];
