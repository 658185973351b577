import type { AnyNode } from "acorn";
import { CHECKS, type Damage, isHarmless, isStatement, UNTICKED_EXPRESSION, unwrap } from "./damages.js";
import type { Random } from "./random.js";
import type { GoodText, Spot } from "./text.js";

const slice = (text: GoodText, { start, end }: AnyNode): string => text.code.slice(start, end);
const splice = (text: GoodText, { start, end }: AnyNode, by: string): string =>
  text.code.slice(0, start) + by + text.code.slice(end);

const EXPRESSION = /(?:Expression|Literal|Identifier)$/;
const isExpression = ({ node, parent, field }: Spot): boolean =>
  EXPRESSION.test(node.type) &&
  node.type !== "ParenthesizedExpression" &&
  !(field === "property" || field === "key" || field === "label" || field === "params" || field === "id") &&
  parent !== undefined;

function edit(
  kind: string,
  places: (spot: Spot) => boolean,
  by: (text: GoodText, spot: Spot, random: Random) => string | undefined,
): Damage {
  return {
    kind,
    refused: false,
    apply: (text, random) => {
      const spot = random.pick(text.spots.filter(places));
      const replacement = spot && by(text, spot, random);
      return spot && replacement !== undefined ? splice(text, spot.node, replacement) : undefined;
    },
  };
}

const another = (places: (spot: Spot) => boolean, text: GoodText, random: Random): AnyNode | undefined =>
  random.pick(text.spots.filter(places))?.node;

const exchange: Damage = {
  kind: "exchange two statements",
  refused: false,
  apply: (text, random) => {
    const one = another(isStatement, text, random);
    const other = another(isStatement, text, random);
    if (one === undefined || other === undefined) return undefined;
    const [first, second] = one.start < other.start ? [one, other] : [other, one];
    if (first.end > second.start) return undefined;
    return (
      text.code.slice(0, first.start) +
      slice(text, second) +
      text.code.slice(first.end, second.start) +
      slice(text, first) +
      text.code.slice(second.end)
    );
  },
};

const BINARY = ["+", "-", "*", "<", "==", "===", "&", ">>>", "in", "instanceof", "**", "||", "&&", "??", ","];
const ASSIGN = ["=", "+=", "-=", "??=", "&&=", "||=", "<<="];
const OPERATED = /^(?:Binary|Logical|Assignment|Unary|Update)Expression$/;

function otherOperator(text: GoodText, { node }: Spot, random: Random): string | undefined {
  switch (node.type) {
    case "BinaryExpression":
    case "LogicalExpression":
      return `(${slice(text, node.left)}) ${random.pick(BINARY)} (${slice(text, node.right)})`;
    case "AssignmentExpression":
      return `${slice(text, node.left)} ${random.pick(ASSIGN)} ${slice(text, node.right)}`;
    case "UnaryExpression":
      return `${random.pick(["-", "+", "!", "typeof ", "void ", "delete ", "++"])}${slice(text, node.argument)}`;
    case "UpdateExpression":
      return `${random.pick(["--", "++"])}${slice(text, node.argument)}`;
    default:
      return undefined;
  }
}

const KEYS = [
  '"length"',
  '"map"',
  "0",
  '"0"',
  '"x"',
  "-1",
  "1n",
  "`a`",
  '"then"',
  "(1, 'a')",
  "zk",
  "_k_(zk)",
];

/** Damages that may leave a text that is proved: whoever accepts one of these must be right. */
export const NEUTRAL: readonly Damage[] = [
  // These prepare values; what reads the values is guarded by itself.
  unwrap(
    "remove a helper that guards nothing",
    /^_(?:object|has|groups|noctor|numeric|key|rest|inplacevar|printed)_$/,
    (args) => `(${args.at(-1) ?? "1"})`,
    () => true,
    false,
  ),
  unwrap("remove a guard that is not needed", CHECKS, ([operand]) => `(${operand})`, isHarmless, false),
  UNTICKED_EXPRESSION,
  edit("one expression for another", isExpression, (text, _spot, random) => {
    const other = another(isExpression, text, random);
    return other && slice(text, other);
  }),
  edit("one expression for another, in parentheses", isExpression, (text, _spot, random) => {
    const other = another(isExpression, text, random);
    return other && `(${slice(text, other)})`;
  }),
  edit(
    "one name for another",
    ({ node }) => node.type === "Identifier",
    (text, _spot, random) => {
      const other = another(({ node }) => node.type === "Identifier", text, random);
      return other && slice(text, other);
    },
  ),
  edit("a plain name for an expression", isExpression, () => "zz"),
  edit(
    "a plain name for an operand of a guard",
    ({ field }) => field === "arguments",
    () => "zz",
  ),
  edit("one statement for another", isStatement, (text, _spot, random) => {
    const other = another(isStatement, text, random);
    return other && slice(text, other);
  }),
  edit("delete a statement", isStatement, () => ""),
  edit("repeat a statement", isStatement, (text, { node }) => `${slice(text, node)} ${slice(text, node)}`),
  edit("a statement in a branch", isStatement, (text, { node }) => `if (zz) { ${slice(text, node)} }`),
  edit(
    "a statement behind a label",
    isStatement,
    (text, { node }) => `zl: { break zl; ${slice(text, node)} }`,
  ),
  edit("an expression in a branch", isExpression, (text, { node }) => `(zz && ${slice(text, node)})`),
  edit("an expression in a sequence", isExpression, (text, { node }) => `(0, ${slice(text, node)})`),
  edit("an assignment around an expression", isExpression, (text, { node }) => `(zz = ${slice(text, node)})`),
  exchange,
  edit("another operator", ({ node }) => OPERATED.test(node.type), otherOperator),
  edit(
    "another key",
    ({ field, parent }) =>
      (field === "property" || field === "key") &&
      parent !== undefined &&
      "computed" in parent &&
      parent.computed,
    (_text, _spot, random) => random.pick(KEYS),
  ),
  edit(
    "another kind of declaration",
    ({ node }) => node.type === "VariableDeclaration",
    (text, { node }, random) =>
      slice(text, node).replace(/^\w+/, () => random.pick(["var", "let", "const"]) ?? "var"),
  ),
  edit("a name that is written later", isStatement, (text, { node }, random) => {
    const id = another((spot) => spot.node.type === "Identifier" && spot.field !== "property", text, random);
    return id && `${slice(text, node)} ${slice(text, id)} = zz;`;
  }),
];
