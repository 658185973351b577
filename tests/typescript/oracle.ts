import ts from "typescript";

export interface Transpiled {
  readonly code: string;
  readonly map: string;
}

/** What TypeScript's own compiler makes of a program, file by file, as the newest JavaScript. */
export function transpiled(source: string): Transpiled {
  const { outputText, sourceMapText = "" } = ts.transpileModule(source, {
    fileName: "program.ts",
    compilerOptions: {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      useDefineForClassFields: true,
      sourceMap: true,
    },
  });
  // The directive that TypeScript may put first would be the value of a program that has none.
  const code = outputText
    .replace(/^"use strict";/, ";            ")
    .replace(/\/\/# sourceMappingURL=.*\s*$/, "");
  return { code, map: sourceMapText };
}
