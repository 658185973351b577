import type { t } from "../ast/index.js";

/** One name that an `import` declaration binds. */
export interface ImportedName {
  readonly local: string;
  readonly module: string;
  /** The name of the export; `default`, or `*` for the whole module. */
  readonly name: string;
  /** Where the guest wrote it; line and column from 1. */
  readonly line: number;
  readonly column: number;
}

/** The names of an export or import specifier, which may be written as strings. */
export function specifierName(name: t.Identifier | t.StringLiteral): string {
  return name.type === "Identifier" ? name.name : name.value;
}

/** The modules a program names, once each, with those that bind nothing. */
export function importedModules(program: t.Program): readonly string[] {
  const found = new Set<string>();
  for (const s of program.body) if (s.type === "ImportDeclaration") found.add(s.source.value);
  return [...found];
}

export function importedNames(program: t.Program): readonly ImportedName[] {
  const found: ImportedName[] = [];
  for (const declaration of program.body) {
    if (declaration.type !== "ImportDeclaration") continue;
    for (const s of declaration.specifiers) {
      const at = s.loc?.start;
      const name =
        s.type === "ImportSpecifier"
          ? specifierName(s.imported)
          : s.type === "ImportDefaultSpecifier"
            ? "default"
            : "*";
      found.push({
        local: s.local.name,
        module: declaration.source.value,
        name,
        line: at?.line ?? 1,
        column: (at?.column ?? 0) + 1,
      });
    }
  }
  return found;
}
