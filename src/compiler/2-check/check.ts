import { forEachChild, type Node, type t } from "../../ast/index.js";
import { CODES, type Code } from "../../diagnostics/codes.js";
import type { Diagnostic, Point } from "../../diagnostics/diagnostic.js";
import {
  MOST_FINDINGS,
  makeDiagnostic,
  pointOf,
  type SourceText,
  START,
} from "../../diagnostics/make-diagnostic.js";
import { ABSENT_IDENTIFIERS, IDENTIFIER_HELP } from "../../language/absent.js";
import { NODE_TYPES } from "../../language/node-types.js";
import { forgetPlaces } from "../1-parse/params.js";
import type { Parsed } from "../1-parse/parse.js";
import { eachChild } from "../children.js";
import { importedNames } from "../imports.js";
import type { Settings } from "../options.js";
import { printScopes } from "../printed.js";
import { patternNames } from "../scope/patterns.js";
import type { Resolution } from "../scope/scope.js";
import { engineRefusal } from "./engine.js";
import { checkFields } from "./fields.js";
import { checkImport, checkImportedParams } from "./imports.js";
import { checkMember, checkName, type NameFinding, policyNode, spelledKey } from "./names.js";
import { checkReadonly } from "./readonly.js";
import { secondOpinion } from "./second-parser.js";

/** What surrounds a node, as far as the rules ask. */
interface Context {
  /** Inside a function that has its own `this` and `arguments`. */
  readonly ownThis: boolean;
  readonly ownArguments: boolean;
  readonly inFunction: boolean;
  /** Something around it is refused by the host's policy. */
  readonly refused: boolean;
  /** Inside a function of the source's own; in mode `function` its text is in one that it does not show. */
  readonly nested: boolean;
}

type Report = (
  node: Node,
  finding: NameFinding | { code: Code; message: string; help?: string; severity?: "warning" },
  name?: string,
) => void;

/** The second parser compares each name of a scope with every other. */
const MOST_NAMES = 10_000;

/** Collects every reason to refuse and every warning; without errors among them the rewriter may go on. */
export function check(
  source: SourceText,
  parsed: Parsed,
  resolution: Resolution,
  settings: Settings,
): readonly Diagnostic[] {
  const findings = new Map<string, Diagnostic>();
  let nodes = 0;
  /** The text that is looked at: a parameter's, then the source. */
  let text = source;
  const report: Report = (node, finding, name) => {
    const start = pointOf(node, "start");
    // One finding for each place.
    const key = `${text.filename}:${start.offset}`;
    if (findings.has(key) || findings.size >= MOST_FINDINGS) return;
    findings.set(
      key,
      makeDiagnostic(text, { ...finding, start, end: pointOf(node, "end"), nodeType: node.type, name }),
    );
  };

  const visit = (node: Node, key: string, parent: Node | null, context: Context, depth: number): void => {
    nodes++;
    if (nodes > settings.limits.nodes || depth > settings.limits.nesting) {
      return report(node, {
        code: "SOURCE_NESTING",
        message: "The source is nested too deeply or has too many parts.",
      });
    }
    const verdict = NODE_TYPES.get(node.type);
    if (verdict === undefined)
      report(node, { code: "SYNTAX_UNKNOWN", message: `\`${node.type}\` is not known to restrictedjs.` });
    else if (verdict.kind === "refuse")
      report(node, { code: verdict.code as Code, message: titleOf(verdict.code as Code) });
    rules(node, key, parent, context, settings, report);
    const field = checkFields(node);
    if (field !== null) report(node, field);
    const refusal = engineRefusal(node);
    if (refusal !== null) report(node, { code: "SYNTAX_ERROR", message: refusal });
    const policy = policyNode(node, settings, context.refused);
    if (policy !== null && policy !== "said around it") report(node, policy);
    const inner = contextOf(node, policy === null ? context : { ...context, refused: true });
    // What the table of fields does not know is walked all the same.
    const each = field === null ? eachChild : forEachChild;
    each(node, (child, childKey) =>
      visit(child, childKey, node, childContext(node, childKey, inner, context), depth + 1),
    );
  };

  const root: Context = {
    ownThis: false,
    ownArguments: false,
    inFunction: settings.mode === "function",
    refused: false,
    nested: false,
  };
  parsed.params.forEach((param, i) => {
    text = parsed.paramSources[i] ?? source;
    visit(param, "params", null, root, 0);
  });
  text = source;
  checkParams(parsed, report);
  visit(parsed.program, "program", null, root, 0);
  const imported = importedNames(parsed.program);
  checkImportedParams(imported, new Set(parsed.params.flatMap(patternNames)), parsed.program, report);
  checkReadonly(parsed, resolution, settings, report);
  const importedLocals = new Set(imported.map((i) => i.local));
  for (const [node, binding] of resolution.references) {
    if (binding !== null || node.type !== "Identifier" || !ABSENT_IDENTIFIERS.has(node.name)) continue;
    if (importedLocals.has(node.name)) continue;
    report(
      node,
      {
        code: "NAME_ABSENT",
        severity: "warning",
        message: `\`${node.name}\` exists only if the host provides it.`,
        ...identifierHelp(node.name),
      },
      node.name,
    );
  }
  if (settings.printed) checkPrinted(parsed, resolution, report);
  for (const comment of parsed.comments) checkComment(source, comment, findings);
  if (resolution.widestScope > MOST_NAMES) {
    const message = `One scope declares ${resolution.widestScope} names; the most is ${MOST_NAMES}.`;
    report(parsed.program, {
      code: "SOURCE_NESTING",
      message,
      help: "Keep the values in an array or a `Map`.",
    });
  }
  const inSource = (d: Diagnostic): number => (d.filename === source.filename ? 1 : 0);
  const found = [...findings.values()].sort(
    (a, b) => inSource(a) - inSource(b) || a.start.offset - b.start.offset,
  );
  if (found.some((d) => d.severity === "error")) return found;
  for (const param of parsed.params) forgetPlaces(param);
  const early = secondOpinion(source, parsed, settings);
  return early === null ? found : [...found, early];
}

function contextOf(node: Node, context: Context): Context {
  switch (node.type) {
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ObjectMethod":
    case "ClassMethod":
    case "ClassPrivateMethod":
      return { ...context, ownThis: true, ownArguments: true, inFunction: true, nested: true };
    case "ArrowFunctionExpression":
      return { ...context, inFunction: true, nested: true };
    case "ClassProperty":
    case "ClassPrivateProperty":
      return { ...context, ownThis: true };
    case "StaticBlock":
      return { ...context, ownThis: true, inFunction: false, nested: false };
    default:
      return context;
  }
}

/** A computed key is evaluated outside of the method or field it names. */
function childContext(node: Node, key: string, inner: Context, outer: Context): Context {
  return key === "key" && "computed" in node && node.computed === true ? outer : inner;
}

function rules(
  node: Node,
  key: string,
  parent: Node | null,
  context: Context,
  settings: Settings,
  report: Report,
): void {
  switch (node.type) {
    case "Identifier":
      if (isVariable(node, key, parent)) {
        const finding = checkName(node.name, settings);
        if (finding) report(node, finding, node.name);
        if (node.name === "arguments" && !context.ownArguments)
          report(node, refuse("SYNTAX_ARGUMENTS"), node.name);
      }
      return;
    case "ThisExpression":
      if (!context.ownThis) report(node, refuse("SYNTAX_THIS"));
      return;
    case "MemberExpression":
    case "OptionalMemberExpression":
      return checkKey(node.property, node.computed, settings, report);
    case "ObjectProperty":
      if (
        !settings.unguarded &&
        parent?.type === "ObjectExpression" &&
        !node.computed &&
        !node.shorthand &&
        spelledKey(node.key, false) === "__proto__"
      ) {
        return report(node.key, refuse("NAME_PROTO"), "__proto__");
      }
      return checkKey(node.key, node.computed, settings, report);
    case "ObjectMethod":
      return checkKey(node.key, node.computed, settings, report);
    case "ClassMethod":
      if (node.kind === "constructor") return;
      return checkKey(node.key, node.computed ?? false, settings, report);
    case "ClassProperty":
      return checkKey(node.key, node.computed ?? false, settings, report);
    case "ClassDeclaration":
    case "ClassExpression":
      if (node.superClass?.type === "NullLiteral") report(node.superClass, refuse("CLASS_NULL"));
      return;
    case "MetaProperty":
      if (node.meta.name === "import") report(node, refuse("SYNTAX_META"));
      else if (node.meta.name !== "new" || node.property.name !== "target")
        report(node, refuse("SYNTAX_PROPOSAL"));
      return;
    case "CallExpression":
      if (node.callee.type === "Import") report(node, refuse("SYNTAX_IMPORT"));
      return;
    case "ImportDeclaration":
      return checkImport(node, parent, settings, report);
    case "AwaitExpression":
    case "ForOfStatement":
      if (!context.nested && !settings.async && (node.type === "AwaitExpression" || node.await))
        report(node, refuse("SYNTAX_AWAIT"));
      return;
    case "ReturnStatement":
      if (!context.inFunction) report(node, refuse("SYNTAX_RETURN"));
      return;
    case "Directive":
      if (node.value.value !== "use strict") report(node, refuse("SYNTAX_DIRECTIVE"));
      return;
    case "VariableDeclaration":
      if (node.kind === "using" || node.kind === "await using") report(node, refuse("SYNTAX_PROPOSAL"));
      return;
    default:
  }
}

function checkKey(key: Node, computed: boolean, settings: Settings, report: Report): void {
  const name = spelledKey(key, computed);
  const finding = name === null ? null : checkMember(name, settings);
  if (finding && name !== null) report(key, finding, name);
}

/** Whether an identifier mentions a variable, function, class, parameter or label, not a property name. */
function isVariable(_node: t.Identifier, key: string, parent: Node | null): boolean {
  switch (parent?.type) {
    case "MemberExpression":
    case "OptionalMemberExpression":
      return key === "object" || parent.computed;
    case "ObjectProperty":
    case "ObjectMethod":
    case "ClassMethod":
    case "ClassProperty":
      return key !== "key" || parent.computed === true;
    case "ImportSpecifier":
      return key !== "imported";
    case "PrivateName":
    case "MetaProperty":
      return false;
    default:
      return true;
  }
}

/** With the option `printed`: text that nobody reads, and `printed` where nothing prints. */
function checkPrinted(parsed: Parsed, resolution: Resolution, report: Report): void {
  for (const { prints, reads } of printScopes(parsed, resolution)) {
    const [print] = prints;
    const [read] = reads;
    if (print !== undefined && read === undefined)
      report(print, { ...refuse("PRINT_UNREAD"), severity: "warning" }, "print");
    if (read !== undefined && print === undefined)
      report(read, { ...refuse("PRINT_EMPTY"), severity: "warning" }, "printed");
  }
}

function checkComment(source: SourceText, comment: t.Comment, findings: Map<string, Diagnostic>): void {
  const offset = (comment as { start?: number }).start ?? 0;
  const opening = source.text.slice(offset, offset + 2);
  if (opening === "//" || opening === "/*") return;
  if (findings.size >= MOST_FINDINGS) return;
  const code: Code = opening === "#!" ? "SYNTAX_HASHBANG" : "SYNTAX_HTML_COMMENT";
  const start: Point = comment.loc
    ? { line: comment.loc.start.line, column: comment.loc.start.column + 1, offset }
    : START;
  findings.set(`comment${offset}`, makeDiagnostic(source, { ...refuse(code), start, end: start }));
}

/** Mode `function`: the body's own `let`, `const` and `class` may not have a parameter's name. */
function checkParams(parsed: Parsed, report: Report): void {
  const params = new Set(parsed.params.flatMap(patternNames));
  for (const s of parsed.program.body) {
    const names =
      s.type === "VariableDeclaration" && s.kind !== "var"
        ? s.declarations.flatMap((d) => patternNames(d.id))
        : s.type === "ClassDeclaration" && s.id
          ? [s.id.name]
          : [];
    for (const name of names)
      if (params.has(name))
        report(s, { code: "SYNTAX_ERROR", message: `\`${name}\` is a parameter already.` }, name);
  }
}

function refuse(code: Code): { code: Code; message: string } {
  return { code, message: titleOf(code) };
}

function titleOf(code: Code): string {
  return CODES[code].title;
}

function identifierHelp(name: string): { readonly help?: string } {
  const help = Object.hasOwn(IDENTIFIER_HELP, name) ? IDENTIFIER_HELP[name] : undefined;
  return help === undefined ? {} : { help };
}
