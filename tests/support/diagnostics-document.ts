import ts from "typescript";
import { diagnosticText } from "../../src/cli/output/diagnostics.js";
import { errorText } from "../../src/cli/output/errors.js";
import { compileRestricted, execRestricted, RestrictedError } from "../../src/index.js";

interface Mistake {
  readonly title: string;
  readonly source: string;
  /** What Svelte's compiler (5.57.3) prints for the same text in a `<script>`; absent where it accepts it. */
  readonly svelte?: string;
}

/** Ten mistakes that people make. */
export const MISTAKES: readonly Mistake[] = [
  {
    title: "A bracket that is not closed",
    source: "const total = (1 + 2;\nprint(total);",
    svelte: "js_parse_error: Unexpected token",
  },
  {
    title: "A missing comma",
    source: "const size = { width: 10 height: 20 };",
    svelte: "js_parse_error: Unexpected token",
  },
  {
    title: "A reserved word as a name",
    source: "const class = 'Adelie';",
    svelte: "js_parse_error: Unexpected keyword 'class'",
  },
  {
    title: "A name that the library keeps",
    source: "const _total = 1;",
    svelte:
      "(for $total) dollar_prefix_invalid: The $ prefix is reserved, and cannot be used for variables and imports",
  },
  { title: "A misspelt name", source: "const total = 1;\nprint(totl);" },
  { title: "A misspelt member", source: "const rows = [1, 2];\nrows.lenght.toFixed(1);" },
  {
    title: "A name declared twice",
    source: "let x = 1;\nlet x = 2;",
    svelte: "js_parse_error: Identifier 'x' has already been declared",
  },
  {
    title: "A value assigned to a constant",
    source: "const x = 1;\nx = 2;",
    svelte: "constant_assignment: Cannot assign to constant",
  },
  {
    title: "`return` outside of a function",
    source: "const x = 2;\nreturn x * 2;",
    svelte: "js_parse_error: 'return' outside of function",
  },
  { title: "The browser's window", source: "window.setTimeout(() => 1, 100);" },
];

function ours(source: string): string {
  const program = compileRestricted(source, { filename: "program.js" });
  if (!program.ok) return program.errors.map(diagnosticText).join("\n");
  const warnings = program.warnings.map(diagnosticText).join("\n");
  try {
    execRestricted(program);
  } catch (error) {
    if (error instanceof RestrictedError)
      return warnings === "" ? errorText(error, { filename: "program.js", text: source }) : warnings;
  }
  return warnings;
}

/** What `tsc --checkJs --strict` prints of the same text, without colours. */
function typescript(source: string): string {
  const options: ts.CompilerOptions = {
    allowJs: true,
    checkJs: true,
    strict: true,
    noEmit: true,
    types: [],
    target: ts.ScriptTarget.ES2024,
    lib: ["lib.es2024.d.ts"],
  };
  const host = ts.createCompilerHost(options);
  const file = "program.js";
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version) =>
    name === file ? ts.createSourceFile(name, source, version, true, ts.ScriptKind.JS) : read(name, version);
  host.fileExists = (name) => name === file;
  const program = ts.createProgram([file], options, host);
  // Where a name of TypeScript's own library is declared, and on which machine, says nothing here.
  const here = (d: ts.Diagnostic): ts.Diagnostic => ({
    ...d,
    relatedInformation: d.relatedInformation?.filter((r) => r.file?.fileName === file) ?? [],
  });
  const found = [...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()].filter(
    (d) => !/'print'/.test(ts.flattenDiagnosticMessageText(d.messageText, " ")),
  );
  const plain = ts.formatDiagnosticsWithColorAndContext(found.map(here), {
    getCurrentDirectory: () => "",
    getCanonicalFileName: (name) => name,
    getNewLine: () => "\n",
  });
  return plain.replace(/\u001b\[\d+m/g, "").trim();
}

/** docs/diagnostics.md: what we say, beside what TypeScript and Svelte say. */
export function diagnosticsDocument(): string {
  const sections = MISTAKES.map(({ title, source, svelte }, i) => {
    const theirs = typescript(source);
    return [
      `### ${i + 1}. ${title}`,
      "",
      ...block(source),
      "",
      "restrictedjs:",
      "",
      ...block(ours(source)),
      "",
      ...(theirs === "" ? ["TypeScript has nothing to say.", ""] : ["TypeScript:", "", ...block(theirs), ""]),
      ...(svelte === undefined ? [] : ["Svelte:", "", ...block(svelte), ""]),
    ].join("\n");
  });
  return `${[...INTRODUCTION, ...sections].join("\n").trimEnd()}\n`;
}

const INTRODUCTION: readonly string[] = `# Diagnostics

A diagnostic says where, what, why and what to write instead. It has a stable code with a section in [codes](codes.md), a message
of one sentence, the source lines with the place marked, and a help.

## Positions

Lines and columns count from 1; a column counts UTF-16 units, so that a tab is one column and most emoji are two. \`\\n\`, \`\\r\\n\`,
\`\\r\`, U+2028 and U+2029 end a line. \`offset\` counts from 0.

An error at run time points where the engine points natively: at the property of a read, the name of what is called, the operator
of an assignment. A limit points at the loop or function that ran out.

## Errors of a program

\`error.name\`, \`message\`, \`cause\` and \`instanceof\` are native, and so is the text of what the engine throws: the library never
shows in it. \`error.stack\` is there, with the program's own frames in its own lines and nothing else; frames of the host, of the
library and of native functions are left out. What nobody in the program catches reaches the host as a \`GuestError\` with
\`guestName\`, \`guestMessage\`, \`guestStack\` and \`position\`. Its \`help\` may say what was meant: names and members near to
what was written, never one that programs may not use. The program itself sees only the native text.

Known differences from V8's own text and places:

- In the inline form, \`u[key]\` on \`undefined\` reads \`Cannot read properties of undefined\`, without the key.
- In the inline form, an array pattern of a parameter over a value that cannot be iterated is \`(intermediate value) is not iterable\`.
- Where V8 points at what ran before (\`u.x++\`, \`delete u.x\`, \`extends\`, a name that is not defined), we point at the member or name.
- In a class body's own expressions V8 prints a value where we print the source text.
- Async callers (\`at async f\`) are not in the stack, because the library looks after every promise as well.

## Ten mistakes

The same text given to restrictedjs, to TypeScript (\`tsc --checkJs --strict\`, run by the tests that make this page), and, where its
compiler refuses it, to Svelte (what version 5.57.3 printed for the text in a \`<script>\`).
`.split("\n");

function block(text: string): readonly string[] {
  return ["```text", text.trimEnd(), "```"];
}
