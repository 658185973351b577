import type { Expression, Node, Statement, t } from "../../ast/index.js";
import type { SourceText } from "../../diagnostics/make-diagnostic.js";
import type { Parsed } from "../1-parse/parse.js";
import { createPlaces } from "../native/places.js";
import { type Task, tasksOf } from "../native/tasks.js";
import type { Settings } from "../options.js";
import { printScopes } from "../printed.js";
import type { Resolution } from "../scope/scope.js";
import { array, block, call, declare, id, object, property, ret } from "./build.js";
import { classNames } from "./class-names.js";
import { completionsOf, NO_COMPLETIONS } from "./completion.js";
import { type Frame, frame, type Lowering, type Site } from "./context.js";
import { dropEstablished } from "./establish.js";
import { lowerExpression } from "./lower/expression.js";
import { collector, functionExpression, temporaries } from "./lower/function.js";
import { lowerStatement, lowerStatements } from "./lower/statement.js";
import { tick } from "./lower/tick.js";
import { sizesOf } from "./sizes.js";

export interface Rewritten {
  /** One function expression: the whole program. */
  readonly node: Expression;
  readonly sites: readonly Site[];
  readonly tasks: readonly Task[];
}

/** Inserts guards and ticks. Its output is not trusted: the verifier proves it again from the text. */
export function rewrite(
  source: SourceText,
  parsed: Parsed,
  resolution: Resolution,
  settings: Settings,
): Rewritten {
  const sites: Site[] = [];
  let count = 0;
  const body = parsed.program.body.filter((s) => s.type !== "ImportDeclaration");
  const printNames = new Map<Node, Expression>();
  const collectors = new Map<Node | null, string>();
  const l: Lowering = {
    printNames,
    collectors,
    form: settings.guards,
    references: resolution.references,
    freeNames: resolution.freeNames,
    completions: settings.mode === "function" ? NO_COMPLETIONS : completionsOf(body),
    sites,
    places: createPlaces(source),
    tasks: { count: 0 },
    classNames: namesOf(parsed, settings),
    sizes: sizesOf(parsed, resolution, settings.guards, settings.bigints),
    refuses: (type) => settings.policy.nodes.has(type),
    expr: (node, f) => lowerExpression(l, f, node),
    stmt: (node, f) => lowerStatement(l, f, node),
    fresh: (letter) => `_${letter}${count++}_`,
  };
  if (settings.printed) placeCollectors(parsed, resolution, l.fresh, printNames, collectors);
  const globalized = settings.globalize.filter((name) => resolution.freeNames.has(name));
  const f = frame();
  const statements =
    settings.mode === "function"
      ? functionProgram(l, parsed, body, globalized, settings, collectors)
      : program(l, f, body, [...resolution.topLevel, ...globalized]);
  // In mode `function` the program's own text is one function further in.
  const outer = settings.mode === "function" ? [null] : [null, parsed.program];
  const directives = [{ type: "Directive", value: { type: "DirectiveLiteral", value: "use strict" } }];
  const root = {
    ...block([tick(l), ...outer.flatMap((b) => collector(l, b)), ...temporaries(f), ...statements]),
    directives,
  };
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
  const tasks = l.tasks.count === 0 ? [] : tasksOf(parsed.program);
  return { node: node as unknown as Expression, sites, tasks };
}

function namesOf(parsed: Parsed, settings: Settings): Lowering["classNames"] {
  return new Map(
    [parsed.program, ...parsed.params].flatMap((node) => [...classNames(node, settings.policy)]),
  );
}

/** With the option `printed`: a collector for each scope that prints, and what its names stand for. */
function placeCollectors(
  parsed: Parsed,
  resolution: Resolution,
  fresh: Lowering["fresh"],
  printNames: Map<Node, Expression>,
  collectors: Map<Node | null, string>,
): void {
  for (const { body, prints, reads } of printScopes(parsed, resolution)) {
    const name = fresh("t");
    collectors.set(body, name);
    for (const node of prints) printNames.set(node, call("_printer_", [id(name)], node));
    for (const node of reads) printNames.set(node, call("_printed_", [id(name)], node));
  }
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
  parsed: Parsed,
  body: readonly Statement[],
  globalized: readonly string[],
  settings: Settings,
  collectors: Map<Node | null, string>,
): Statement[] {
  const main = block([...body]);
  const own = collectors.get(parsed.program);
  if (own !== undefined) collectors.set(main, own);
  const made = (params: Parsed["params"], body: t.BlockStatement, async: boolean): Expression =>
    functionExpression(l, {
      type: "FunctionExpression",
      id: null,
      params,
      body,
      async,
      generator: false,
    } as unknown as t.FunctionExpression) as Expression;
  const bindings = globalized.map((name) =>
    property(id(name), made([], block([ret(id(name))]), false), false),
  );
  return [ret(array([made(parsed.params, main, settings.async), object(bindings)]))];
}
