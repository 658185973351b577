import ts from "typescript";

const OPTIONS: ts.CompilerOptions = {
  noLib: true,
  noEmit: true,
  strict: true,
  allowJs: true,
  checkJs: true,
  types: [],
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
};

/** What TypeScript says of a guest program beside a declaration file and nothing else: `line: message`. */
export function typeErrors(declarations: string, program: string, name = "guest.js"): readonly string[] {
  const files = new Map([
    ["/globals.d.ts", declarations],
    [`/${name}`, program],
  ]);
  const host: ts.CompilerHost = {
    fileExists: (file) => files.has(file),
    readFile: (file) => files.get(file),
    getSourceFile: (file, options) => {
      const text = files.get(file);
      return text === undefined ? undefined : ts.createSourceFile(file, text, options);
    },
    getDefaultLibFileName: () => "/none.d.ts",
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (file) => file,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    writeFile: () => {},
  };
  const made = ts.createProgram({ rootNames: [...files.keys()], options: OPTIONS, host });
  return ts.getPreEmitDiagnostics(made).map((d) => {
    const line = d.file && d.start !== undefined ? d.file.getLineAndCharacterOfPosition(d.start).line + 1 : 0;
    return `${d.file?.fileName ?? ""}:${line}: ${ts.flattenDiagnosticMessageText(d.messageText, " ")}`;
  });
}
