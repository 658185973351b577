import type { Expression, Node, Statement, t } from "../../ast/index.js";
import type { Parsed } from "../1-parse/parse.js";
import type { Settings } from "../options.js";
import type { Resolution } from "../scope/scope.js";
import { array, block, declare, id, object, property, ret } from "./build.js";
import { classNames } from "./class-names.js";
import { completionsOf, NO_COMPLETIONS } from "./completion.js";
import { type Frame, frame, type Lowering, type Site } from "./context.js";
import { dropEstablished } from "./establish.js";
import { lowerExpression } from "./lower/expression.js";
import { functionExpression, temporaries } from "./lower/function.js";
import { lowerStatement, lowerStatements } from "./lower/statement.js";
import { tick } from "./lower/tick.js";

export interface Rewritten {
  /** One function expression: the whole program. */
  readonly node: Expression;
  readonly sites: readonly Site[];
}

/** Inserts guards and ticks. Its output is not trusted: the verifier proves it again from the text. */
export function rewrite(parsed: Parsed, resolution: Resolution, settings: Settings): Rewritten {
  const sites: Site[] = [];
  let count = 0;
  const body = parsed.program.body.filter((s) => s.type !== "ImportDeclaration");
  const l: Lowering = {
    form: settings.guards,
    references: resolution.references,
    freeNames: resolution.freeNames,
    completions: settings.mode === "function" ? NO_COMPLETIONS : completionsOf(body),
    sites,
    classNames: namesOf(parsed, settings),
    refuses: (type) => settings.policy.nodes.has(type),
    expr: (node, f) => lowerExpression(l, f, node),
    stmt: (node, f) => lowerStatement(l, f, node),
    fresh: (letter) => `_${letter}${count++}_`,
  };
  const globalized = settings.globalize.filter((name) => resolution.freeNames.has(name));
  const f = frame();
  const statements =
    settings.mode === "function"
      ? functionProgram(l, parsed.params, body, globalized, settings)
      : program(l, f, body, [...resolution.topLevel, ...globalized]);
  const directives = [{ type: "Directive", value: { type: "DirectiveLiteral", value: "use strict" } }];
  const root = { ...block([tick(l), ...temporaries(f), ...statements]), directives };
  const isAsync = settings.async && settings.mode !== "function";
  const node = {
    type: "FunctionExpression",
    id: null,
    params: [],
    body: root,
    async: isAsync,
    generator: false,
  };
  if (settings.guards === "inline") dropEstablished(node as unknown as t.FunctionExpression);
  return { node: node as unknown as Expression, sites };
}

function namesOf(parsed: Parsed, settings: Settings): Lowering["classNames"] {
  return new Map(
    [parsed.program, ...parsed.params].flatMap((node) => [...classNames(node, settings.policy)]),
  );
}

/** The statements, then the completion value and the top-level declarations. */
function program(l: Lowering, f: Frame, body: readonly Statement[], names: readonly string[]): Statement[] {
  const lowered = lowerStatements(l, f, body);
  const bindings = names.map((name) => ({ ...property(id(name), id(name), false), shorthand: true }) as Node);
  return [declare("let", [[id("_cv_"), null]]), ...lowered, ret(array([id("_cv_"), object(bindings)]))];
}

/** The function, then a function for each name whose value outlives its calls. */
function functionProgram(
  l: Lowering,
  params: Parsed["params"],
  body: readonly Statement[],
  globalized: readonly string[],
  settings: Settings,
): Statement[] {
  const made = (params: Parsed["params"], body: readonly Statement[], async: boolean): Expression =>
    functionExpression(l, {
      type: "FunctionExpression",
      id: null,
      params,
      body: block([...body]),
      async,
      generator: false,
    } as unknown as t.FunctionExpression) as Expression;
  const bindings = globalized.map((name) => property(id(name), made([], [ret(id(name))], false), false));
  return [ret(array([made(params, body, settings.async), object(bindings)]))];
}
