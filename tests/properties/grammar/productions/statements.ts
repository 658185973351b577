import { block, expr, reference } from "../print.js";
import { LEVEL, many, one, optional, type Production, statement } from "../tree.js";

/** Not at the start of a statement: these would be read as a block or a declaration. */
const AMBIGUOUS = /^(?:["'{]|function\b|class\b|async function\b|let\s*\[)/;

export function sentence(text: string): string {
  return AMBIGUOUS.test(text) ? `(${text});` : `${text};`;
}

export const simple: readonly Production[] = [
  {
    kind: "Expression",
    in: { statement: 8 },
    slots: [one("any")],
    print: ([e], context) => statement(sentence(expr(e, context, LEVEL.comma))),
  },
  {
    kind: "Attempt",
    in: { statement: 8 },
    slots: [one("any")],
    print: ([e], context) =>
      statement(`try { ${sentence(expr(e, context, LEVEL.comma))} } catch (e) { log(e); }`),
  },
  {
    kind: "LogStatement",
    in: { statement: 5 },
    slots: [one("any")],
    print: ([e], context) => statement(`log(${expr(e, context)});`),
  },
  {
    kind: "LogName",
    in: { statement: 3 },
    slots: [],
    print: (_, context, c) => statement(`log(${reference(context, c) ?? '"here"'});`),
  },
  {
    kind: "Print",
    in: { statement: 1 },
    slots: [one("any")],
    print: ([e], context) => statement(`print("p", \`\${${expr(e, context)}}\`);`),
  },
  {
    kind: "YieldStatement",
    in: { statement: 5 },
    likes: "generator",
    slots: [one("any")],
    print: ([e], context, c) => {
      const { isGenerator, isAsync } = context.fn;
      const text = expr(e, context, isAsync && !isGenerator ? LEVEL.unary : LEVEL.assign);
      if (isGenerator && !(isAsync && c.chance(1, 3))) return statement(`log(yield ${text});`);
      return statement(isAsync ? `log(await (${text}));` : `log(${text});`);
    },
  },
  {
    kind: "Settle",
    in: { statement: 4 },
    slots: [one("promise")],
    print: ([e], context) => {
      return statement(
        `try { settle("s${context.shared.counter++ % 100}", ${expr(e, context)}); } catch (e) { log(e); }`,
      );
    },
  },
  { kind: "Empty", in: { statement: 0.5 }, slots: [], print: () => statement(";") },
  {
    kind: "Throw",
    in: { statement: 1 },
    slots: [one("any")],
    print: ([e], context) => statement(`throw ${expr(e, context, LEVEL.comma)};`),
  },
  {
    kind: "Block",
    in: { statement: 2 },
    slots: [many("statement", 3)],
    print: ([body], context) => statement(block(body, context)),
  },
  {
    kind: "If",
    in: { statement: 3 },
    slots: [one("any"), many("statement", 2), many("statement", 1)],
    print: ([test, yes, no], context) => {
      const head = `if (${expr(test, context, LEVEL.comma)}) ${block(yes, context)}`;
      return statement(no?.length ? `${head} else ${block(no, context)}` : head);
    },
  },
  {
    kind: "IfExpression",
    in: { statement: 1 },
    slots: [one("any"), one("any"), optional("any")],
    print: ([test, yes, no], context) => {
      const head = `if (${expr(test, context)}) ${sentence(expr(yes, context))}`;
      return statement(no?.length ? `${head} else ${sentence(expr(no, context))}` : head);
    },
  },
];
