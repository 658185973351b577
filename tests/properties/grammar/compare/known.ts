export interface Known {
  readonly why: string;
  /** A program that differs in this way. Once it no longer does, the row forgives nothing. */
  readonly example: string;
  /** What programs with the difference have in them, and what they show. */
  readonly source: RegExp;
  readonly detail: RegExp;
}

/** Differences that the documentation tells of. */
export const DOCUMENTED: readonly Known[] = [
  {
    why: "an async function stands in a function that can be extended",
    example: "class A extends (async function () {}) {}",
    source: /\basync\b[\s\S]*\b(?:extends|instanceof)\b|\b(?:extends|instanceof)\b[\s\S]*\basync\b/,
    detail: /natively (?:missing|TypeError|throws TypeError)/,
  },
];

/** A parameter list with a pattern in it. */
const PATTERN_PARAMETER = /\([^()]*[[{][\s\S]*\) (?:=> )?\{|\([^()]*[[{][\s\S]*\) => /;

/** Differences that are to be ended, not to be documented. */
export const OPEN: readonly Known[] = [
  {
    why: "a generator's nested patterns are bound when it first runs",
    example: "(function* ([[]]) {})();",
    source: /\*[^*;]*\([\s\S]*[[{]/,
    detail: /^(?!.*refused)/,
  },
  {
    why: "an empty rest pattern of a generator does not verify",
    example: "function* f(...[]) {}",
    source: /\*[^*;]*\([\s\S]*\.\.\.[[{]/,
    detail: /VERIFY_PATTERN/,
  },
  {
    why: "a parameter behind a pattern has no dead zone",
    example: "function f([b] = b) {} f();",
    source: PATTERN_PARAMETER,
    detail: /natively/,
  },
  {
    why: "the names of a loop's head are not in their dead zone while its source is evaluated",
    example: "const a = [[1]]; for (const [a] of [a]) ;",
    source: /for (?:await )?\((?:const|let) [[{]/,
    detail: /natively/,
  },
  {
    why: "the call form evaluates a method call's arguments before it reads the method",
    example: "log().m(log(0));",
    source: /[.\]\w]\(/,
    detail: /^call: /,
  },
  {
    why: "a statement without a value does not forget the value before it",
    example: "for (const a of [1]) { 2; if (0) {} }",
    source: /\b(?:try|for|if|while|switch)\b/,
    detail: /value .*, natively value /,
  },
  {
    why: "the call form gives no name to an anonymous class",
    example: "const a = class {}; a.name;",
    source: /\bclass\b/,
    detail: /function \/\d/,
  },
  {
    why: "the step that counts a class field's initialiser takes an anonymous class's name",
    example: "class A { m = class {}; } new A().m.name;",
    source: /= class(?: extends|\s*\{)/,
    detail: /function \/\d/,
  },
  {
    why: "the call form takes the rest of a primitive apart as an object",
    example: "const { ...a } = 0;",
    source: /\.\.\./,
    detail: /Reflect\.ownKeys called on non-object/,
  },
  {
    why: "a pattern that is assigned to in a parameter or a class field does not verify",
    example: "function f(a = ([{}] = [1])) {}",
    source: /\] = /,
    detail: /VERIFY_STASH/,
  },
  {
    why: "an update or an assignment as a key in a parameter or a class field does not verify",
    example: "function f(a = {}[(0 ? 0 : 0)[Symbol.iterator]++]) {}",
    source: /\+\+|--|=/,
    detail: /VERIFY_KEY/,
  },
  {
    why: "a nested pattern does not see that its iterator is no object",
    example: "const [[]] = { [Symbol.iterator]() {} };",
    source: /\[/,
    detail: /Result of the Symbol\.iterator method is not an object/,
  },
  {
    why: "a pattern's member target fails before the next step of the iterator",
    example: "function f() { [this.a] = iter([]); } f();",
    source: /\[[^\]]*\.\w+/,
    detail: /"return" .*natively "next"/,
  },
  {
    why: "what is assigned to a member is evaluated before the object's name is found in its dead zone",
    example: "try { a.b = log(1); } catch (e) {} const a = {};",
    source: /\.\w+ [^\s=]*= |\] [^\s=]*= /,
    detail: /natively (?:missing|.*ReferenceError)/,
  },
];

export const KNOWN: readonly Known[] = [...DOCUMENTED, ...OPEN];
