import { Choices } from "../choices.js";
import type { Context, FunctionContext } from "../context.js";
import { braces, expr, statements } from "../print.js";
import { Scope } from "../scope.js";
import { type Around, LEVEL, many, optional, type Slot, type Tree } from "../tree.js";

export const PARAMETERS: Slot = many("parameters", 3);
export const BODY: readonly Slot[] = [many("statement", 3), optional("any")];
export const FUNCTION_SLOTS: readonly Slot[] = [PARAMETERS, ...BODY];

export const PLAIN: FunctionContext = {
  isAsync: false,
  isGenerator: false,
  hasThis: true,
  hasArguments: true,
  hasNewTarget: true,
  superMember: false,
  superCall: false,
  returns: true,
};
export const METHOD: FunctionContext = { ...PLAIN, superMember: true };

export const FLAVOURS = ["", "", "", "*", "async", "async *"] as const;
export type Flavour = (typeof FLAVOURS)[number];

/** The flavour is the first choice of a function's tree. */
export function entersFunction(n: number): Around {
  const flavour = new Choices(n).pick(FLAVOURS);
  return { loop: false, generator: flavour.endsWith("*"), async: flavour.startsWith("async") };
}

/** The inside of a function of a given flavour. */
export function entersFlavour(flavour: Flavour): () => Around {
  const around = { loop: false, generator: flavour.endsWith("*"), async: flavour.startsWith("async") };
  return () => around;
}

export function entersLoop(_n: number, outer: Around): Around {
  return { ...outer, loop: true };
}

export function flavoured(fn: FunctionContext, flavour: Flavour): FunctionContext {
  return { ...fn, isAsync: flavour.startsWith("async"), isGenerator: flavour.endsWith("*") };
}

/** A place inside a new function: jumps end at it. */
export function inside(context: Context, fn: FunctionContext, scope: Scope): Context {
  return {
    ...context,
    scope,
    varScope: scope,
    fn,
    labels: [],
    canBreak: false,
    canContinue: false,
    declares: null,
    member: null,
  };
}

interface FunctionText {
  readonly parameters: string;
  readonly body: string;
  /** The body as one expression, where it is no more than that. */
  readonly value: string | null;
}

/** Parameters, then the body, of a function whose scope hangs below the context's. */
export function functionParts(
  [params = [], body = [], result = []]: Tree["slots"],
  context: Context,
  fn: FunctionContext,
  c: Choices,
  head = "",
): FunctionText {
  const outer = new Scope(context.scope);
  const quiet = inside(context, { ...fn, isAsync: false, isGenerator: false }, outer);
  const spread = params.length > 0 && c.chance(1, 5);
  const simple =
    !spread && params.every((p) => p.kind === "Parameter" && p.slots[0]?.[0]?.kind === "TargetName");
  const declaring: Context = { ...quiet, declares: "parameter" };
  const shown = params.map((p, i) => parameter(p, declaring, spread && i === params.length - 1));
  const own = inside(context, fn, new Scope(outer, true));
  const strict = simple && c.chance(1, 16) ? '"use strict";\n' : "";
  const parameters = `(${shown.join(", ")})`;
  if (body.length === 0 && result.length === 1 && strict === "" && head === "") {
    const value = expr(result, own);
    return { parameters, body: braces(`return ${value};`), value };
  }
  return { parameters, body: braces(`${strict}${head}${bodyText(body, result, own)}`), value: null };
}

/** `(parameters) { body }` */
export function functionText(
  slots: Tree["slots"],
  context: Context,
  fn: FunctionContext,
  c: Choices,
  head = "",
): string {
  const { parameters, body } = functionParts(slots, context, fn, c, head);
  return `${parameters} ${body}`;
}

function bodyText(body: readonly Tree[], result: readonly Tree[], context: Context): string {
  const text = statements(body, context);
  if (result.length === 0) return text;
  return `${text === "" ? "" : `${text}\n`}return ${expr(result, context, LEVEL.comma)};`;
}

export function parameter(tree: Tree, context: Context, spread: boolean): string {
  const [target, fallback] = tree.slots;
  const left = expr(target, context);
  if (spread) return `...${left}`;
  return fallback?.length ? `${left} = ${expr(fallback, { ...context, declares: null })}` : left;
}
