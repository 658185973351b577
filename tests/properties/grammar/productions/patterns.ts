import type { Choices } from "../choices.js";
import { type Context, declare, declaredBy, remember } from "../context.js";
import { expr, writable } from "../print.js";
import { LEVEL, many, one, optional, type Production, primary, type Text, type Tree } from "../tree.js";
import { KEYS } from "./literals.js";

/** Places of a pattern that bind a name when the pattern declares. */
const NAMES: ReadonlySet<string> = new Set(["TargetName", "TargetMember"]);

/** The name places of a pattern, in order; defaults and keys bind nothing. */
export function namePlaces(tree: Tree): readonly Tree[] {
  if (NAMES.has(tree.kind)) return [tree];
  if (tree.kind === "PatternPart") return (tree.slots[0] ?? []).flatMap(namePlaces);
  if (tree.kind === "ArrayPattern" || tree.kind === "ObjectPattern")
    return (tree.slots[0] ?? []).flatMap(namePlaces);
  return [];
}

/** Declares the names of a pattern before it is printed; they are ready when the pattern is. */
export function hoistPattern(
  tree: Tree,
  context: Context,
  kind: "let" | "const" | "var",
  choices: Choices,
): void {
  for (const place of namePlaces(tree)) remember(context, place, [declare(context, kind, choices)]);
}

function bindingName(tree: Tree, context: Context, c: Choices): string {
  const known = declaredBy(context, tree)[0];
  const binding = known ?? declare(context, context.declares ?? "let", c);
  binding.ready = true;
  return binding.name;
}

function name(tree: Tree, context: Context, c: Choices): Text {
  if (context.declares !== null) return primary(bindingName(tree, context, c));
  return primary(writable(context, c) ?? "({}).a");
}

function memberTarget(slots: Tree["slots"], context: Context, c: Choices): Text {
  const [o, key] = slots;
  const inside: Context = { ...context, declares: null };
  const object = expr(o, inside, LEVEL.member);
  const { privates } = context;
  if (privates.length > 0 && c.chance(1, 3))
    return { text: `${object}.#${privates[c.int(privates.length)] as string}`, level: LEVEL.member };
  if (context.fn.superMember && c.chance(1, 4)) return { text: `super.${c.pick(KEYS)}`, level: LEVEL.member };
  const access = c.chance(1, 3) ? `[${expr(key, inside)}]` : `.${c.pick(KEYS)}`;
  return { text: `${object}${access}`, level: LEVEL.member };
}

function part(tree: Tree, context: Context): string {
  if (tree.kind !== "PatternPart") return "";
  const [target, fallback] = tree.slots;
  const left = expr(target, context);
  return fallback?.length ? `${left} = ${expr(fallback, { ...context, declares: null })}` : left;
}

/** `...target` instead of the last part; a rest of an object pattern is no pattern. */
function rest(tree: Tree, context: Context, plain: boolean): string {
  const target = tree.slots[0]?.[0];
  if (target === undefined) return "";
  if (plain && !NAMES.has(target.kind)) return "";
  return `...${expr([target], context)}`;
}

function keyed(tree: Tree, context: Context, c: Choices): string {
  const [target, fallback, key] = tree.slots;
  const leaf = target?.[0];
  if (leaf?.kind === "TargetName" && context.declares !== null && c.chance(1, 2)) {
    const left = expr(target, context);
    return fallback?.length ? `${left} = ${expr(fallback, { ...context, declares: null })}` : left;
  }
  const spelled =
    key?.length && c.chance(1, 2) ? `[${expr(key, { ...context, declares: null })}]` : c.pick(KEYS);
  return `${spelled}: ${part(tree, context)}`;
}

export const patterns: readonly Production[] = [
  {
    kind: "TargetName",
    in: { target: 10 },
    slots: [],
    print: (_, context, c, tree) => name(tree, context, c),
  },
  {
    kind: "TargetMember",
    in: { target: 3 },
    slots: [one("object"), one("key")],
    print: (slots, context, c, tree) =>
      context.declares !== null ? name(tree, context, c) : memberTarget(slots, context, c),
  },
  {
    kind: "PatternPart",
    in: { part: 10 },
    slots: [one("target"), optional("any"), optional("key")],
    print: (_, context, __, tree) => primary(part(tree, context)),
  },
  { kind: "PatternHole", in: { part: 1 }, slots: [], print: () => primary("") },
  {
    kind: "ArrayPattern",
    in: { target: 2, parts: 4 },
    slots: [many("part", 3)],
    print: ([parts = []], context, c) => {
      const spread = c.chance(1, 3);
      const shown = parts.map((tree, i) =>
        spread && i === parts.length - 1 ? rest(tree, context, false) : part(tree, context),
      );
      return primary(`[${shown.join(", ")}${shown.at(-1) === "" ? "," : ""}]`);
    },
  },
  {
    kind: "ObjectPattern",
    in: { target: 2, parts: 4 },
    slots: [many("part", 3)],
    print: ([parts = []], context, c) => {
      const spread = c.chance(1, 3);
      const shown = parts.map((tree, i) => {
        if (tree.kind !== "PatternPart") return "";
        const last = spread && i === parts.length - 1 ? rest(tree, context, true) : "";
        return last === "" ? keyed(tree, context, c) : last;
      });
      return primary(`{ ${shown.filter((s) => s !== "").join(", ")} }`);
    },
  },
];
