import ts from "typescript";

const OPTIONS: ts.CompilerOptions = {
  noLib: true,
  noEmit: true,
  strict: true,
  // Programs are JavaScript: their own parameters have no types.
  noImplicitAny: false,
  allowJs: true,
  checkJs: true,
  types: [],
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
};

const parsed = new Map<string, ts.SourceFile>();

/** What TypeScript says of a guest program beside a declaration file and nothing else. */
export function typeErrors(declarations: string, program: string): readonly string[] {
  return errorsOf(declarations, program, { ...OPTIONS, skipLibCheck: true });
}

/** What it says of the declaration file itself. */
export function declarationErrors(declarations: string): readonly string[] {
  return errorsOf(declarations, "export {};", OPTIONS);
}

function errorsOf(declarations: string, program: string, options: ts.CompilerOptions): readonly string[] {
  const files = new Map([
    ["/globals.d.ts", declarations],
    ["/guest.js", program],
  ]);
  const host: ts.CompilerHost = {
    fileExists: (file) => files.has(file),
    readFile: (file) => files.get(file),
    getSourceFile: (file, version) => {
      const text = files.get(file);
      if (text === undefined) return undefined;
      const known = parsed.get(text) ?? ts.createSourceFile(file, text, version);
      if (text === declarations) parsed.set(text, known);
      return known;
    },
    getDefaultLibFileName: () => "/none.d.ts",
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (file) => file,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    writeFile: () => {},
  };
  const made = ts.createProgram({ rootNames: [...files.keys()], options, host });
  return ts.getPreEmitDiagnostics(made).map((d) => {
    const line = d.file && d.start !== undefined ? d.file.getLineAndCharacterOfPosition(d.start).line + 1 : 0;
    return `${d.file?.fileName ?? ""}:${line}: ${ts.flattenDiagnosticMessageText(d.messageText, " ")}`;
  });
}
