import { codeEntry } from "../diagnostics/codes.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { isModuleName } from "../language/modules.js";
import { FORBIDDEN_IDENTIFIERS, FORBIDDEN_MEMBERS, isReservedShape } from "../language/names.js";
import type { Allowance } from "./explanation.js";

type Row = (diagnostic: Diagnostic) => Allowance;

const never = (effect: string): Allowance => ({ possible: false, effect });
const option = (text: string, effect: string): Allowance => ({ possible: true, option: text, effect });

/** What a host would have to open, and what that opens, for the codes that some option can turn. */
const ROWS: Readonly<Record<string, Row>> = Object.freeze({
  NAME_UNDERSCORE: underscore,
  NAME_MEMBER: ({ name }) => never(`It cannot be allowed: \`${name}\` ${leadsTo(name)}.`),
  NAME_FORBIDDEN: ({ name }) => never(`It cannot be allowed: \`${name}\` ${leadsTo(name)}.`),
  NAME_READONLY: ({ name }) =>
    option(
      `leave \`${name}\` out of readonlyNames`,
      `Programs may then give \`${name}\` another value for the rest of their run; the host's own value does not change.`,
    ),
  POLICY_NODE: () => byPolicy("that syntax"),
  POLICY_NAME: ({ name }) => byPolicy(`the name \`${name}\``),
  POLICY_MEMBER: ({ name }) => byPolicy(`the member \`${name}\``),
  SYNTAX_IMPORT: imported,
  SYNTAX_TYPESCRIPT: () =>
    option(
      "language: 'ts'",
      "Types are then taken out of the program before it is checked; nothing else changes.",
    ),
  SYNTAX_AWAIT: () =>
    option(
      "async: true",
      "The program then runs with `execRestrictedAsync` only, and the host waits for what it awaits, up to `limits.timeMs`.",
    ),
  SYNTAX_RETURN: () =>
    option("mode: 'function'", "The text is then the body of a function that the host calls."),
  SYNTAX_MODE: () => option("mode: 'exec'", "The text may then hold statements, loops and declarations."),
  SOURCE_LENGTH: () =>
    option(
      "limits: { sourceLength }",
      "Parsing and checking take memory and time in proportion, before any step is counted.",
    ),
  SOURCE_NESTING: () =>
    option(
      "limits: { nesting, nodes }",
      "Deep nesting uses up the stack of the compiler; raise it in small steps.",
    ),
});

/** What it would cost to allow what a diagnostic refuses. Codes without a row cannot be allowed, for their own reason. */
export function allowance(diagnostic: Diagnostic): Allowance {
  const row = Object.hasOwn(ROWS, diagnostic.code) ? ROWS[diagnostic.code] : undefined;
  if (row !== undefined) return Object.freeze(row(diagnostic));
  const entry = codeEntry(diagnostic.code);
  return Object.freeze(never(`It cannot be allowed. ${entry?.why ?? "What is not known is refused."}`));
}

function underscore({ name = "" }: Diagnostic): Allowance {
  if (isReservedShape(name) || name.startsWith("__"))
    return never(`It cannot be allowed: names such as \`${name}\` are the library's or the engine's own.`);
  return option(
    `policy: defineLanguagePolicy({ openNames: ['${name}'] })`,
    `Programs may then use \`${name}\` as a variable, and read and write the member \`${name}\` of every object they reach; ` +
      "members of that name in the host's data cross to them.",
  );
}

/** The language allows it; the host's own policy does not. */
function byPolicy(what: string): Allowance {
  return option(
    `policy: one that does not refuse ${what}`,
    "The language policy is the host's own rule: what it was made for no longer holds.",
  );
}

function imported({ name, nodeType }: Diagnostic): Allowance {
  if (nodeType === "ImportDeclaration" && isModuleName(name))
    return option(
      `imports: ['${name}']`,
      `Programs may then import what the host passes as \`modules['${name}']\` and its subpaths; nothing is loaded from disk or network.`,
    );
  return never("It cannot be allowed: it would load code that the host has not listed.");
}

const LEADS: Readonly<Record<string, string>> = Object.freeze({
  await: "is a keyword where programs may wait",
  constructor: "leads to the object's class, and from any function to `Function`, which turns text into code",
  prototype: "leads to what all objects of a class share",
  caller: "leads to the function that called, the host's included",
  callee: "leads to the function that runs",
  arguments: "leads to the arguments of another call",
  prepareStackTrace: "gives the functions and receivers of the frames on the stack",
  captureStackTrace: "gives the frames on the stack",
  stackTraceLimit: "changes the engine's errors for everybody",
  eval: "turns text into code that nothing has checked",
  globalThis: "is the environment itself",
  process: "is the host's process",
  require: "loads modules of the host's",
  Proxy: "answers a guard's question one way and the engine's another",
  Reflect: "reads and writes past the guards",
  WebAssembly: "runs code that nothing has checked",
  SharedArrayBuffer: "shares memory and gives an exact clock",
  Atomics: "blocks the host's thread",
  FinalizationRegistry: "shows when memory is freed, and runs code after the program has ended",
  WeakRef: "shows when memory is freed",
});

function leadsTo(name = ""): string {
  if (Object.hasOwn(LEADS, name)) return LEADS[name] ?? "";
  if (/Function$/.test(name)) return "turns text into code that nothing has checked";
  return "leads out of what the program may use";
}

/** Names whose reason is written down; a test compares them with the language's own lists. */
export const EXPLAINED_NAMES: readonly string[] = Object.freeze(
  [...FORBIDDEN_IDENTIFIERS, ...FORBIDDEN_MEMBERS].filter(
    (name) => Object.hasOwn(LEADS, name) || /Function$/.test(name),
  ),
);
