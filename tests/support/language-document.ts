import { CODES } from "../../src/diagnostics/codes.js";
import { ABSENT, ABSENT_IDENTIFIERS } from "../../src/language/absent.js";
import { FORBIDDEN_IDENTIFIERS, FORBIDDEN_MEMBERS } from "../../src/language/names.js";
import { NODE_TYPES } from "../../src/language/node-types.js";
import { GLOBALS } from "../../src/runtime/kernel/globals/table.js";
import { DEFAULT_LIMITS } from "../../src/runtime/limits/limits.js";

const list = (names: Iterable<string>): string =>
  [...names]
    .sort()
    .map((name) => `\`${name}\``)
    .join(", ");

const READONLY: readonly string[] = [
  "## Read-only names",
  "",
  'With `readonlyNames: ["df"]` the name `df` outside of functions means the host\'s value, from the first line to the last.',
  "`NAME_READONLY` refuses",
  "",
  "- every write to the host's `df`, at any depth: assignment, `+=`, `??=`, `++`, a pattern, the head of a loop;",
  "- every declaration of a `df` that is not inside a function: `var`, `let`, `const`, `function`, `class` (a class expression's name too), patterns,",
  "  heads of loops, `catch`, imports, and the parameters that the host names in mode `function`. Blocks, static blocks and class fields are not functions.",
  "",
  "A function may have its own `df`, as a parameter, a variable or its own name; what it does to that one is its own affair.",
  "The rule is about the name: whether `df.x = 1` is allowed is decided by the value's policy.",
  "",
  "```js host",
  'import assert from "node:assert";',
  'import { compileRestricted } from "restrictedjs";',
  "",
  'const codes = (source) => compileRestricted(source, { readonlyNames: ["df"] }).errors.map((d) => d.code);',
  'assert.deepEqual(codes("df = df.head(5);"), ["NAME_READONLY"]);',
  'assert.deepEqual(codes("for (const df of frames) print(df);"), ["NAME_READONLY"]);',
  'assert.deepEqual(codes("const rows = (df) => df.shape[0]; rows(df.head(5));"), []);',
  "```",
  "",
];

/** docs/language.md, made from the tables that the compiler and the run time use. */
export function languageDocument(): string {
  const allowed = [...NODE_TYPES].filter(([, v]) => v.kind === "allow").map(([name]) => name);
  const guarded = new Map<string, string[]>();
  const refused = new Map<string, string[]>();
  for (const [name, verdict] of NODE_TYPES) {
    if (verdict.kind === "guard") guarded.set(verdict.guard, [...(guarded.get(verdict.guard) ?? []), name]);
    if (verdict.kind === "refuse") refused.set(verdict.code, [...(refused.get(verdict.code) ?? []), name]);
  }
  return `${[
    "# The language",
    "",
    "Programs are strict ES2024 scripts. This page is made from the tables in `src/language` and beside them; a test keeps it so.",
    "",
    "```js guest",
    "const { a, ...rest } = { a: 1, b: [2, 3] };",
    "class Total { #sum = 0; add(x) { this.#sum += x; return this; } get value() { return this.#sum; } }",
    "const total = new Total();",
    "for (const x of [a, ...rest.b]) total.add(x);",
    "print(`total ${total.value}`);",
    "total.value;",
    "```",
    "",
    "```js guest refused NAME_MEMBER",
    "[].constructor;",
    "```",
    "",
    "## Names",
    "",
    `Never available, free or declared: ${list(FORBIDDEN_IDENTIFIERS)}.`,
    "",
    `Not there unless the host provides them (a warning, and a ReferenceError when reached): ${list(ABSENT_IDENTIFIERS)}.`,
    "",
    `Never available as members, in any spelling, written out or computed: ${list(FORBIDDEN_MEMBERS)}, and every name that begins with`,
    "an underscore (`_` by itself is an ordinary name). A host may open named ones, such as `_id`, with a [language policy](language-policy.md); names that",
    "begin with two underscores or begin and end with one stay closed.",
    "",
    "What a program looks for in vain, unless the host provides it. The error for such a name says what to write.",
    "",
    "| instead of | write | because |",
    "|---|---|---|",
    ...[...ABSENT]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, row]) => `| \`${name}\` | ${row.instead} | ${row.why} |`),
    "",
    ...READONLY,
    "## Globals of the `safe` set",
    "",
    "Besides `console`, `print` and the helpers `len range str int float bool list tuple sum min max enumerate zip sorted reversed any all abs round`:",
    "",
    "| names | why they are harmless |",
    "|---|---|",
    ...[...byReason()].map(([reason, names]) => `| ${list(names)} | ${reason} |`),
    "",
    "## Syntax",
    "",
    `Allowed as it is: ${list(allowed)}.`,
    "",
    "Every field of these is decided too (`src/language/node-fields.ts`): a field that is in no row, or holds a value that its row does",
    "not accept, is refused, so that a parser that learns a new word cannot bring it in by a flag on an old node.",
    "",
    "| guard | node types it claims |",
    "|---|---|",
    ...[...guarded]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([guard, names]) => `| ${guard} | ${list(names)} |`),
    "",
    "| refused with | node types |",
    "|---|---|",
    ...[...refused]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, names]) => `| \`${code}\` | ${list(names)} |`),
    "",
    "## Limits",
    "",
    "| limit | default |",
    "|---|---|",
    ...Object.entries(DEFAULT_LIMITS).map(
      ([name, value]) => `| \`${name}\` | ${value.toLocaleString("en-US")} |`,
    ),
    "",
    "## Codes",
    "",
    "| code | what | why | instead |",
    "|---|---|---|---|",
    ...Object.entries(CODES)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, e]) => `| \`${code}\` | ${e.title} | ${e.why} | ${e.help} |`),
    "",
    "## Known differences from the engine",
    "",
    "- An error that recursion causes by using up the stack ends the run; it cannot be caught.",
    "- Functions do not show their source: their text is `function name() { [guest code] }`.",
    "- Async functions are rewritten so that a rejection nobody hears cannot end the host's process: they have no",
    "  `Symbol.toStringTag` of their own, and `class … extends` of one fails at the first `new` and not before.",
    "- A computed key of `o[k] += v` and `o[k]++` is converted once, as the standard says; V8 converts it twice.",
    "- A method that objects inherit from a shared prototype cannot be replaced on one of them by assignment (`promise.then = f`,",
    "  `f.call = g`), save those of `Object`, `Array`, `RegExp` and errors and each `toString`; a class may define it.",
    "- `flat` and `flatMap` make plain arrays whatever the species; `concat` spreads arrays only.",
    "- In the call form, an anonymous class gets its name after its static parts have run if it mentions that name itself or cannot",
    "  bear it, and gets none from a computed key.",
    "- `_` by itself is the only identifier with a leading underscore, and `await` is no name.",
  ].join("\n")}\n`;
}

function byReason(): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { name, reason } of GLOBALS) groups.set(reason, [...(groups.get(reason) ?? []), name]);
  return groups;
}
