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

/**
 * Differences that are no decision of this library: to be ended, or places where V8 itself leaves the specification and
 * the restricted program does not.
 */
export const OPEN: readonly Known[] = [
  {
    why: "the second parser takes the slash behind an async function expression for a regular expression",
    example: "log(async function () {} / 1 + 2);",
    source: /\basync function[\s\S]*\} \/ /,
    detail: /is refused: .*SYNTAX_ERROR (?:Unterminated regular expression|Unexpected token)/,
  },
  {
    why: "V8 keeps the value of a `try` block that threw; the specification forgets it",
    example: "try { 1; const a = null.a; } catch {}",
    source: /\bcatch\b/,
    detail: /value undefined, natively value /,
  },
  {
    why: "V8 evaluates the keys of a class before it looks at what the class extends",
    example: "try { (class extends undefined { [log(1)]() {} }); } catch (e) {}",
    source: /\bextends\b[\s\S]*\[/,
    detail: /natively/,
  },
  {
    why: "the call form gives no name to an anonymous class behind a computed key",
    example: "const k = 'a'; ({ [k]: class {} })[k].name;",
    source: /\]: class\b/,
    detail: /^call: .*(?:function \/\d|value "")/,
  },
  {
    why: "the call form reads an argument's name in its dead zone before it reads the method",
    example: "function f(a = {}.b.c(a)) {} f();",
    source: /\w\(/,
    detail: /^call: .*Cannot access '\w+' before initialization.*natively .*TypeError/,
  },
  {
    why: "an update or an assignment as a key in a parameter or a class field does not verify",
    example: "function f(a = {}[(0 ? 0 : 0)[Symbol.iterator]++]) {}",
    source: /\+\+|--|=/,
    detail: /VERIFY_KEY/,
  },
  {
    why: "a pattern's member target is found to have no object before the next step of the iterator",
    example: "function f() { [this.a] = iter([]); } f();",
    source: /\[[^\]]*\.\w+/,
    detail: /"return" .*natively "next"/,
  },
  {
    why: "V8 looks up the object of a pattern's first target before it sees that there is nothing to take apart",
    example: "for ({ a: nope.b } of [undefined]) ;",
    source: /: \w+\.\w+/,
    detail: /natively .*ReferenceError/,
  },
  {
    why: "a computed key or an assigned value is evaluated before the object's name is found in its dead zone",
    example: "try { a.b = log(1); } catch (e) {} const a = {};",
    source: /\w\[|\.\w+ [^\s=]*= |\] [^\s=]*= /,
    detail: /natively (?:missing|.*ReferenceError)/,
  },
];

export const KNOWN: readonly Known[] = [...DOCUMENTED, ...OPEN];
