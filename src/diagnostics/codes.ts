/** Every diagnostic code, what it means, why it exists, and what to write instead. Codes are never reused. */
export interface CodeEntry {
  readonly title: string;
  readonly why: string;
  readonly help: string;
}

const entry = (title: string, why: string, help: string): CodeEntry => Object.freeze({ title, why, help });

export const CODES = Object.freeze({
  SOURCE_TYPE: entry(
    "The source is not a string.",
    "Only text can be parsed and checked.",
    "Pass the program as a string.",
  ),
  SOURCE_LENGTH: entry(
    "The source is longer than the limit.",
    "Parsing costs memory and time before any step is counted.",
    "Shorten the program, or raise `limits.sourceLength`.",
  ),
  SOURCE_TEXT: entry(
    "The source has a character that programs may not have.",
    "Null bytes and lone surrogates are read differently by different tools.",
    "Remove the character; in a string write an escape such as `\\u0000`.",
  ),
  SOURCE_NESTING: entry(
    "The source is nested too deeply.",
    "Deep nesting exhausts the stack of every tool that reads it.",
    "Split the expression into named parts.",
  ),
  SYNTAX_ERROR: entry(
    "The source is not JavaScript that can be parsed.",
    "Only strict ES2024 scripts are accepted.",
    "Correct the syntax at the marked place.",
  ),
  SYNTAX_UNKNOWN: entry(
    "The syntax is not known to restrictedjs.",
    "What is not known is refused.",
    "Write it with older syntax.",
  ),
  SYNTAX_IMPORT: entry(
    "`import` is not available.",
    "Modules would reach files, the network and the host's own code; the host lists those that it provides.",
    "Use the globals that the host provides, or ask it to list the module in `imports`.",
  ),
  IMPORT_MISSING: entry(
    "The module or its export is not provided to this run.",
    "Modules are looked up before the first step, and only among those that the host passes in `modules`.",
    "Import a name that the module has, or ask the host to provide it.",
  ),
  SYNTAX_EXPORT: entry(
    "`export` is not available.",
    "A program is a script; its top-level declarations are handed to the host as bindings.",
    "Declare the value at top level without `export`.",
  ),
  SYNTAX_META: entry("`import.meta` is not available.", "It names the host's files.", "Remove it."),
  SYNTAX_WITH: entry(
    "`with` is not available.",
    "It binds names that cannot be seen in the source.",
    "Name the members: `const { a, b } = object;`.",
  ),
  SYNTAX_DEBUGGER: entry(
    "`debugger` is not available.",
    "It would stop the host's process.",
    "Use `print(value)`.",
  ),
  SYNTAX_DECORATOR: entry(
    "Decorators are not available.",
    "They are calls hidden in a declaration.",
    "Call the function on the class or method after its declaration.",
  ),
  SYNTAX_HASHBANG: entry(
    "A `#!` line is not available.",
    "A program is not a command file.",
    "Remove the first line.",
  ),
  SYNTAX_HTML_COMMENT: entry(
    "HTML-like comments are not available.",
    "`<!--` and `-->` are read as comments by some parsers and as operators by others.",
    "Write `//`, or put spaces between the operators.",
  ),
  SYNTAX_PROPOSAL: entry(
    "The syntax is a proposal.",
    "Only syntax of ES2024 has been reviewed.",
    "Write it with standard syntax.",
  ),
  SYNTAX_TYPESCRIPT: entry(
    "TypeScript syntax is not available here.",
    "The program is compiled as JavaScript.",
    "Compile with `language: 'ts'`, or remove the types.",
  ),
  SYNTAX_TS_ENUM: entry(
    "`enum` is not available.",
    "It makes an object that is not in the source, and `const enum` copies values around at build time.",
    'Write `const Color = { Red: 0, Green: 1 } as const;`, or a union of strings: `type Color = "red" | "green";`.',
  ),
  SYNTAX_TS_NAMESPACE: entry(
    "`namespace` and `module` are not available.",
    "They make objects and functions that are not in the source.",
    "Write an object, `const Shapes = { area };`; to describe what the host provides, write `declare namespace`.",
  ),
  SYNTAX_TS_PARAMETER_PROPERTY: entry(
    "Parameter properties are not available.",
    "They make assignments that are not in the source.",
    "Declare the field and assign it: `x: number; constructor(x: number) { this.x = x; }`.",
  ),
  SYNTAX_TS_IMPORT: entry(
    "`import … =` is not available.",
    "It stands for `require`, or makes an alias that is not in the source.",
    'Write `import { name } from "module";`, or `const name = Some.name;` and `type T = Some.T;`.',
  ),
  SYNTAX_TS_EXPORT: entry(
    "`export =` and `export as namespace` are not available.",
    "A program is a script; its top-level declarations are handed to the host as bindings.",
    "End the program with the value, or declare it at top level.",
  ),
  SYNTAX_FLOW: entry(
    "Flow types are not available.",
    "The program is compiled as JavaScript.",
    "Remove the types.",
  ),
  SYNTAX_JSX: entry("JSX is not available.", "It is not JavaScript.", "Call the functions directly."),
  SYNTAX_THIS: entry(
    "Top-level `this` is not available.",
    "It would name the environment the program runs in.",
    "Use a variable, or `this` inside a method.",
  ),
  SYNTAX_ARGUMENTS: entry(
    "`arguments` is not available outside of a function.",
    "It would name the call that starts the program.",
    "Use a rest parameter: `(...args) => args`.",
  ),
  SYNTAX_RETURN: entry(
    "`return` outside of a function is not available.",
    "A program's value is its last expression.",
    "End the program with the expression whose value you want.",
  ),
  SYNTAX_FIELD: entry(
    "A part of the syntax is not known to restrictedjs.",
    "What is not known is refused.",
    "Write it with older syntax.",
  ),
  SYNTAX_AWAIT: entry(
    "Top-level `await` is not available in this mode.",
    "The host runs this program to its end at once.",
    "Wrap it in an `async` function, or ask the host to run it with `execRestrictedAsync`.",
  ),
  SYNTAX_DIRECTIVE: entry(
    "The directive is not available.",
    "Programs are always strict; other directives are for engines.",
    'Remove the line; `"use strict"` is always on.',
  ),
  SYNTAX_MODE: entry(
    "The source does not fit the mode it is compiled in.",
    "Mode `eval` takes exactly one expression.",
    "Write one expression, or compile in mode `exec`.",
  ),
  NAME_UNDERSCORE: entry(
    "Names that begin with an underscore are private.",
    "They belong to the library and to the host's private members.",
    "Choose a name without the leading underscore.",
  ),
  NAME_FORBIDDEN: entry(
    "The name is not available.",
    "It names the environment, or a way to turn text into code.",
    "Use the globals that the host provides.",
  ),
  NAME_ABSENT: entry(
    "The name exists only if the host provides it.",
    "It belongs to another environment.",
    "Use the globals that the host provides.",
  ),
  NAME_MEMBER: entry(
    "The member is not available.",
    "It leads from an object to its constructor, its prototype or the engine's internals.",
    "Use the object's own data; for data keyed by arbitrary words use a `Map`.",
  ),
  NAME_READONLY: entry(
    "The name is read-only here.",
    "The host keeps it for itself.",
    "Store the result under another name.",
  ),
  NAME_PROTO: entry(
    "`__proto__` in an object literal is not available.",
    "It sets the object's prototype.",
    "Use `class … extends …`.",
  ),
  CLASS_NULL: entry(
    "`extends null` is not available.",
    "Its instances would have no checked origin.",
    "Leave `extends null` out.",
  ),
  GUARD_MEMBER: entry(
    "The member is not available.",
    "It leads from an object to its constructor, its prototype or the engine's internals.",
    "Use the object's own data; for data keyed by arbitrary words use a `Map`.",
  ),
  GUARD_KEY: entry(
    "The key is not available.",
    "Only strings, numbers and known symbols may be property keys.",
    "Convert the key with `String(key)`.",
  ),
  GUARD_RECEIVER: entry(
    "The object is not one that this program may use.",
    "It was not made by this program and not handed to it by the host's policy.",
    "Use the values the host provides.",
  ),
  GUARD_WRITE: entry(
    "The object cannot be written to.",
    "It is shared with other programs or stands for an object of the host.",
    "Make a new value and store it under your own name.",
  ),
  GUARD_CALL: entry(
    "The function cannot be called from here.",
    "It is a way to turn text into code.",
    "Use ordinary functions.",
  ),
  HOST_TYPE: entry(
    "A host value has a type that no policy covers.",
    "What is not declared is refused at the border, so that nothing of the host leaks.",
    "Register a policy with `definePolicy`, or pass plain data.",
  ),
  HOST_ACCESSOR: entry(
    "A host object has a getter or setter.",
    "Reading it would run host code at a time nobody expects.",
    "Pass plain data, or register a policy.",
  ),
  HOST_PROXY: entry("A host value is a Proxy.", "Its traps cannot be checked.", "Pass plain data."),
  HOST_BIGINT: entry(
    "A bigint of the host's comes to a program that is not compiled for bigints.",
    "Programs that could make a huge bigint of it get guarded operators only when they mention bigints themselves.",
    "Compile the program with `bigints: true`, or pass a number or text.",
  ),
  FACET_MEMBER: entry(
    "The policy of a host object does not permit the member.",
    "Programs see of a host object what its policy names; another member is `undefined` to them, and told to `onAudit`.",
    "Use the members that the host provides, or ask it to permit this one.",
  ),
  EXPORT_FUNCTION: entry(
    "A function cannot leave the program as data.",
    "It would run with limits that have ended.",
    "Return data; or compile in mode `function` to get a callable.",
  ),
  EXPORT_TYPE: entry(
    "The value cannot leave the program.",
    "Only plain data and host objects that a policy exports can leave.",
    "Return plain objects, arrays, Maps, Sets, Dates or primitives.",
  ),
  OPTION_UNKNOWN: entry(
    "An option is not known.",
    "A misspelt option that is ignored is a hole.",
    "Check the spelling against the documentation.",
  ),
  OPTION_VALUE: entry(
    "An option has a value that is not accepted.",
    "Uncertain settings are refused.",
    "See the message for what is accepted.",
  ),
  OPTION_GLOBAL: entry(
    "A global has a name that cannot be given.",
    "It is a name of the library or one that guests may never use.",
    "Choose another name.",
  ),
  PROGRAM_UNKNOWN: entry(
    "The program was not made by `compileRestricted`.",
    "Only verified programs run.",
    "Pass the source text or the result of `compileRestricted`.",
  ),
  LIMIT_STEPS: entry(
    "The step limit is reached.",
    "The program ran too long or does not end.",
    "Check the loops, or ask the host for a higher limit.",
  ),
  LIMIT_TIME: entry(
    "The time limit is reached.",
    "The program ran too long or does not end.",
    "Do less work, or ask the host for a higher limit.",
  ),
  LIMIT_CALL_DEPTH: entry(
    "The call depth limit is reached.",
    "The program recurses too deeply.",
    "Use a loop instead of recursion.",
  ),
  LIMIT_ALLOCATION: entry(
    "The allocation limit is reached.",
    "The program asked for too much memory.",
    "Build smaller values, or ask the host for a higher limit.",
  ),
  LIMIT_STRING: entry(
    "The string length limit is reached.",
    "The program asked for too much memory.",
    "Build a shorter string.",
  ),
  LIMIT_ARRAY: entry(
    "The array length limit is reached.",
    "The program asked for too much memory.",
    "Build a shorter array.",
  ),
  LIMIT_BIGINT: entry(
    "A bigint is too large.",
    "The program computes with a bigint of more than 16,384 bits.",
    "Keep it smaller, by `% modulus` for example, or use numbers.",
  ),
  LIMIT_PRINT: entry("The output limit is reached.", "The program printed too much.", "Print less."),
  LIMIT_RESULT: entry(
    "The result is too large.",
    "The result has more parts than the host accepts.",
    "Return a summary.",
  ),
  LIMIT_ABORTED: entry("The host stopped the program.", "Its signal was aborted.", "Run the program again."),
  DANFO_FRAME: entry(
    "The danfojs object cannot be captured.",
    "Its inner state is not that of a danfojs frame.",
    "Make it with `new DataFrame(data)`.",
  ),
  DANFO_CELL: entry(
    "A cell holds something that is not data.",
    "Objects in cells would be shared between host and guest.",
    "Keep numbers, strings, booleans, dates and null in cells.",
  ),
  DANFO_COLUMN_NAME: entry(
    "A column name cannot be used.",
    "It would stand for something else than a column.",
    "Rename the column.",
  ),
  DANFO_EXPORT: entry(
    "The frame cannot be made into a danfojs frame.",
    "danfojs turns column names into properties, and this one would replace a member.",
    "Rename the column before the frame leaves.",
  ),
  DANFO_MISSING: entry(
    "danfojs is not installed.",
    "A frame leaves as a danfojs DataFrame.",
    "Install the optional peer `danfojs`.",
  ),
  PRINT_UNREAD: entry(
    "Prints, but never reads `printed`.",
    "With the option `printed` each function collects its own text, and nobody asks for this one.",
    "Return or use `printed` in the same function.",
  ),
  PRINT_EMPTY: entry(
    "Doesn't print, but reads `printed`.",
    "With the option `printed` each function collects its own text, and this one has none.",
    "Print in the same function, or leave `printed` out.",
  ),
  PLOTLY_MISSING: entry(
    "plotly.js-dist-min is not installed.",
    "A page needs Plotly to draw the figure.",
    "Install the optional peer `plotly.js-dist-min`, or name a URL.",
  ),
  GUEST_ERROR: entry(
    "The program threw an error.",
    "Nothing in the program caught it.",
    "See the message and the position.",
  ),
  VERIFICATION: entry(
    "The compiled program failed verification.",
    "This is a bug in restrictedjs, not in the program.",
    "Please report it with the program.",
  ),
  POLICY_NODE: entry(
    "The syntax is not available here.",
    "The host's language policy refuses it.",
    "Write it with other syntax, or ask the host what it allows.",
  ),
  POLICY_NAME: entry(
    "The name is not available here.",
    "The host's language policy refuses it.",
    "Choose another name.",
  ),
  POLICY_MEMBER: entry(
    "The member is not available here.",
    "The host's language policy refuses it.",
    "Use another member, or ask the host what it allows.",
  ),
  POLICY_INVALID: entry("A policy is not valid.", "See the message.", "Correct the policy's declaration."),
} satisfies Record<string, CodeEntry>);

export type Code = keyof typeof CODES;

export function isCode(code: string): code is Code {
  return Object.hasOwn(CODES, code);
}

export function codeEntry(code: string): CodeEntry | undefined {
  return isCode(code) ? CODES[code] : undefined;
}
