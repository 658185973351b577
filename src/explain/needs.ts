import type { Parsed } from "../compiler/1-parse/parse.js";
import { importedModules, importedNames } from "../compiler/imports.js";
import type { Resolution } from "../compiler/scope/scope.js";
import type { Position } from "../diagnostics/errors.js";
import { builtinSetOf } from "../runtime/builtins.js";
import type { NeededGlobal, NeededModule } from "./explanation.js";

const CONSTANTS: ReadonlySet<string> = new Set(["undefined", "NaN", "Infinity", "arguments"]);

/** Free names in the order of their first use, with who provides each. */
export function neededGlobals(parsed: Parsed, resolution: Resolution): readonly NeededGlobal[] {
  const imported = new Set(importedNames(parsed.program).map((i) => i.local));
  const places = new Map<string, Position[]>();
  for (const [node, binding] of resolution.references) {
    if (binding !== null || node.type !== "Identifier") continue;
    if (CONSTANTS.has(node.name) || imported.has(node.name)) continue;
    const at = { line: node.loc?.start.line ?? 1, column: (node.loc?.start.column ?? 0) + 1 };
    places.set(node.name, [...(places.get(node.name) ?? []), at]);
  }
  const found = [...places].map(([name, all]): NeededGlobal => {
    const [first = { line: 1, column: 1 }] = all.toSorted((a, b) => a.line - b.line || a.column - b.column);
    return Object.freeze({
      name,
      ...first,
      provider: builtinSetOf(name) ?? "host",
      uses: all.length,
      assigned: resolution.assignedFree.has(name),
    });
  });
  return Object.freeze(found.sort((a, b) => a.line - b.line || a.column - b.column));
}

export function neededModules(parsed: Parsed): readonly NeededModule[] {
  const names = importedNames(parsed.program);
  const found = importedModules(parsed.program).map((name): NeededModule => {
    const statement = parsed.program.body.find(
      (s) => s.type === "ImportDeclaration" && s.source.value === name,
    );
    const at = statement?.loc?.start;
    const exports = names.filter((i) => i.module === name).map((i) => i.name);
    return Object.freeze({
      name,
      exports: Object.freeze([...new Set(exports)]),
      line: at?.line ?? 1,
      column: (at?.column ?? 0) + 1,
    });
  });
  return Object.freeze(found);
}
