/**
 * Member names that no guest may read, write, define, or destructure, in any spelling. Each is a way from an object
 * to its constructor, its prototype, its caller, or the engine's stack machinery. Names with a leading underscore
 * (`__proto__`, `__defineGetter__` …) are refused by rule, not by this list.
 */
export const FORBIDDEN_MEMBERS: ReadonlySet<string> = new Set([
  "constructor",
  "prototype",
  "caller",
  "callee",
  "arguments",
  "prepareStackTrace",
  "captureStackTrace",
  "stackTraceLimit",
]);

/** Shortest and longest forbidden member: lets a run-time check skip most keys by their length alone. */
export const FORBIDDEN_MEMBER_LENGTHS = { min: 6, max: 17 } as const;

/**
 * Identifiers that no guest may mention, free or bound: each names a way to turn text into code or to the environment.
 * `await` is a name in some scripts and a keyword in others: the same text must not mean two things.
 */
export const FORBIDDEN_IDENTIFIERS: ReadonlySet<string> = new Set([
  "await",
  "eval",
  "Function",
  "AsyncFunction",
  "GeneratorFunction",
  "AsyncGeneratorFunction",
  "globalThis",
  "process",
  "require",
  "constructor",
  "Proxy",
  "Reflect",
  "WebAssembly",
  "SharedArrayBuffer",
  "Atomics",
  "FinalizationRegistry",
  "WeakRef",
]);

/** Tried first: the tables of Unicode take a while to compile. */
const ASCII_IDENTIFIER = /^[A-Za-z$_][\w$]*$/;
const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/** The shape of a name, keywords included; escapes are not. */
export function isIdentifierName(name: string): boolean {
  return ASCII_IDENTIFIER.test(name) || IDENTIFIER.test(name);
}

/** What a refused member should be replaced by. */
export const MEMBER_HELP: Readonly<Record<string, string>> = Object.freeze({
  __proto__: null as never,
  constructor: "Test with `instanceof`, or keep the type's name in a field of your own.",
  prototype: "Write a method in the class, or `class … extends …`.",
  callee: "Give the function a name and call that.",
  caller: "Pass what the function needs as an argument.",
  arguments: "Use a rest parameter: `(...args) => args`.",
  captureStackTrace: "Throw an error; its `stack` has the program's own frames.",
});

/** A guest may use `_` by itself; every other leading underscore is private to the library. */
export function isUnderscoreName(name: string): boolean {
  return name.length > 1 && name.charCodeAt(0) === 95;
}

/** The library's own names begin and end with an underscore; no language policy can open one of these. */
export function isReservedShape(name: string): boolean {
  return name.length > 2 && name.charCodeAt(0) === 95 && name.charCodeAt(name.length - 1) === 95;
}

export function isForbiddenMember(name: string, open: ReadonlySet<string> = NONE): boolean {
  if (FORBIDDEN_MEMBERS.has(name)) return true;
  return isUnderscoreName(name) && (isReservedShape(name) || !open.has(name));
}

const NONE: ReadonlySet<string> = new Set();
