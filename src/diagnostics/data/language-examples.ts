import { compiled, type Example, host, none, program } from "./example.js";

const NESTED = "1".padStart(500, "[").padEnd(999, "]");

/** A program that one host's language policy refuses. */
function policy(rules: string, wrong: string, right: string): Example {
  const run = (source: string): string =>
    `import { compileRestricted, defineLanguagePolicy, execRestricted } from "restrictedjs";\nconst policy = defineLanguagePolicy({ ${rules} });\nexecRestricted(compileRestricted("${source}", { policy }));`;
  return host(run(wrong), run(right));
}

const TS = { language: "ts" };

/** Codes of the source text, its syntax and its names. */
export const LANGUAGE_EXAMPLES: Readonly<Record<string, Example>> = {
  SOURCE_TYPE: host(
    'import { compileRestricted } from "restrictedjs";\ncompileRestricted(Buffer.from("1 + 1"));',
    'import { compileRestricted } from "restrictedjs";\ncompileRestricted(Buffer.from("1 + 1").toString());',
  ),
  SOURCE_LENGTH: program("const text = 'a long program';\ntext;", "1;", {
    limits: { sourceLength: 20 },
  }),
  SOURCE_TEXT: program("const text = 'a\0b';", "const text = 'a\\u0000b';"),
  SOURCE_NESTING: program(`${NESTED};`, "const inner = [[1]];\n[[inner]];"),
  SYNTAX_ERROR: program("const total = (1 + 2;", "const total = (1 + 2);"),
  SYNTAX_UNKNOWN: none(
    "Every node type of the parser is in the table; a newer parser could bring one that is not.",
  ),
  PRINT_UNREAD: compiled({ printed: true }, "print(1);", "print(1);\nprinted;"),
  PRINT_EMPTY: compiled({ printed: true }, "printed;", "print(1);\nprinted;"),
  SYNTAX_TS_ENUM: compiled(TS, "enum Color { Red, Green }", "const Color = { Red: 0, Green: 1 } as const;"),
  SYNTAX_TS_NAMESPACE: compiled(
    TS,
    "namespace Shapes { export const sides = 4; }",
    "const Shapes = { sides: 4 };",
  ),
  SYNTAX_TS_PARAMETER_PROPERTY: compiled(
    TS,
    "class Point { constructor(public x: number) {} }",
    "class Point {\n  x: number;\n  constructor(x: number) { this.x = x; }\n}",
  ),
  SYNTAX_TS_IMPORT: compiled(TS, 'import fs = require("fs");', "const lines: string[] = [];"),
  SYNTAX_TS_EXPORT: compiled(TS, "const total = 1;\nexport = total;", "const total = 1;\ntotal;"),
  SYNTAX_FIELD: none("Every field of every node is decided; a newer parser could bring one that is not."),
  POLICY_NODE: policy("refuseNodes: { classes: true }", "class Total {}", "const total = { sum: 0 };"),
  POLICY_NAME: policy("refuseNames: { df: true }", "const df = 1;", "const copy = 1;"),
  POLICY_MEMBER: policy("refuseMembers: { toString: true }", "(1).toString();", "String(1);"),
  SYNTAX_IMPORT: program(
    'import { mean } from "stats";',
    "const mean = (xs) => sum(xs) / len(xs);\nmean([1, 2]);",
  ),
  IMPORT_MISSING: host(
    'import { compileRestricted, execRestricted } from "restrictedjs";\nconst program = compileRestricted(\'import { mean } from "stats"; mean([1, 2]);\', { imports: ["stats"] });\nexecRestricted(program);',
    'import { compileRestricted, execRestricted } from "restrictedjs";\nconst program = compileRestricted(\'import { mean } from "stats"; mean([1, 2]);\', { imports: ["stats"] });\nexecRestricted(program, { modules: { stats: { mean: ([a, b]) => (a + b) / 2 } } });',
  ),
  SYNTAX_EXPORT: program("export const total = 1;", "const total = 1;"),
  SYNTAX_META: program("import.meta.url;", "const file = 'data.csv';"),
  SYNTAX_WITH: program("with (Math) { max(1, 2); }", "const { max } = Math;\nmax(1, 2);"),
  SYNTAX_DEBUGGER: program("const x = 1;\ndebugger;", "const x = 1;\nprint(x);"),
  SYNTAX_DECORATOR: program(
    "@logged class Total {}",
    "class Total {}\nconst logged = (C) => C;\nlogged(Total).name;",
  ),
  SYNTAX_JSX: program("<b>1</b>;", "({ tag: 'b', text: '1' });"),
  SYNTAX_TYPESCRIPT: program("const total: number = 1;", "const total = 1;"),
  SYNTAX_FLOW: none("The parser does not read Flow types, so that they are a SYNTAX_ERROR."),
  SYNTAX_PROPOSAL: program("-1 |> Math.abs;", "Math.abs(-1);"),
  SYNTAX_HASHBANG: program("#!/usr/bin/env node\n1;", "1;"),
  SYNTAX_HTML_COMMENT: program("1 <!-- 2\n;", "1; // 2"),
  SYNTAX_THIS: program("this.total = 1;", "let total = 1;\ntotal;"),
  SYNTAX_ARGUMENTS: program("arguments.length;", "const count = (...args) => args.length;\ncount(1, 2);"),
  SYNTAX_RETURN: program("const x = 2;\nreturn x * 2;", "const x = 2;\nx * 2;"),
  SYNTAX_AWAIT: program(
    "await Promise.resolve(1);",
    "async function main() { return await 1; }\nmain();\n0;",
  ),
  SYNTAX_DIRECTIVE: program('"use asm";\n1;', '"use strict";\n1;'),
  SYNTAX_MODE: host(
    'import { evalRestricted } from "restrictedjs";\nevalRestricted("");',
    'import { evalRestricted } from "restrictedjs";\nevalRestricted("1 + 2");',
  ),
  NAME_UNDERSCORE: program("const _total = 1;", "const total = 1;"),
  NAME_FORBIDDEN: program("eval('1 + 2');", "1 + 2;"),
  NAME_ABSENT: program("setTimeout(() => print(1), 100);", "print(1);"),
  NAME_MEMBER: program(
    "const o = [];\no.constructor.name;",
    "const o = [];\no instanceof Array ? 'Array' : 'other';",
  ),
  NAME_READONLY: host(
    'import { compileRestricted, execRestricted } from "restrictedjs";\nexecRestricted(compileRestricted("df = 1;", { readonlyNames: ["df"] }), { globals: { df: 0 } });',
    'import { compileRestricted, execRestricted } from "restrictedjs";\nexecRestricted(compileRestricted("const copy = df;", { readonlyNames: ["df"] }), { globals: { df: 0 } });',
  ),
  NAME_PROTO: program("({ __proto__: null });", "new Map();\n0;"),
  CLASS_NULL: program("class Bare extends null {}", "class Bare {}"),
};
