/**
 * Where an error reads or points differently than V8's, on purpose or because the guards cannot know better.
 * `message`: the text differs; `place`: line and column of the throw; `frames`: which functions, or where in them.
 */
export interface Difference {
  readonly what: readonly ("message" | "place" | "frames")[];
  readonly why: string;
  readonly form?: "inline" | "call";
  readonly expressions?: readonly string[];
  readonly positions?: readonly string[];
}

export const DIFFERENCES: readonly Difference[] = [
  {
    what: ["message"],
    why: "The guard throws before the key is at hand, so the text ends before `(reading 'key')`.",
    form: "inline",
    expressions: ["u[k]", "u[s]", "o.a[k]", "n[k] = 1", "u[k] ??= 1"],
  },
  {
    what: ["message"],
    why: "V8 prints the value; the engine names the guard, and the value is gone when the message is mended.",
    form: "inline",
    expressions: [
      "[[a]] = [1]",
      "[...[a, ...b]] = 1",
      "[a, [b] = 1] = []",
      "(([a]) => a)(1)",
      "(([a] = 5) => a)()",
    ],
  },
  {
    what: ["message"],
    why: "V8 takes the nested array pattern for a property named `Symbol(Symbol.iterator)`.",
    expressions: ["({ q: [b] } = {})"],
  },
  {
    what: ["message"],
    why: "These names are constants here, and properties of the global object there.",
    expressions: ["undefined = 1", "NaN = 1", "Infinity++"],
  },
  {
    what: ["message", "place"],
    why: "A taming of the library checks first.",
    expressions: ["String.raw()", "Object.create(1)"],
  },
  {
    what: ["place"],
    why: "V8 points at whatever was evaluated before; we point at the member or name.",
    expressions: [
      ...[
        "u.x += 1",
        "u.x++",
        "--u.x",
        "u.x ||= 1",
        "delete u.x",
        "delete fr.a",
        "delete sealed.a",
        "delete [].length",
      ],
      ...[
        "({ a: t.x.y } = { a: 1 })",
        "[t.x.y] = [1]",
        "o[liar]",
        "c += 1",
        "this_is_missing",
        "missing()",
        "missing.x",
      ],
      ...[
        "missing + 1",
        "structured.x",
        "later",
        "typeof later",
        "later()",
        "later.x",
        "undeclared.a = 1",
        "undeclared++",
      ],
      ...["undeclared += 1", "big += 1", "undeclared ??= 1", "f(...u)", "A.chain({})"],
      ...["(class extends u {})", "(class extends o {})", "(class extends f {})", "(class extends 5 {})"],
    ],
  },
  {
    what: ["place"],
    why: "V8 points at the start of the function; we point at the pattern.",
    expressions: ["(([a]) => a)()", "(([a]) => a)(1)", "(([a] = 5) => a)()"],
  },
  {
    what: ["place"],
    why: "The tick makes V8 end such a constructor elsewhere; both places are in it.",
    expressions: [
      "new (class K extends A { constructor() {} })()",
      "new (class K extends A { constructor() { this.x = 1; super(); } })()",
    ],
  },
  {
    what: ["message", "frames"],
    why: "In these places V8 finds no source text and prints the value; the caller's place is the one before.",
    positions: ["static field", "static block", "computed key", "computed class key"],
  },
  {
    what: ["frames"],
    why: "V8 itself gives the caller of a class body another place.",
    expressions: [
      "(class B { static x = (B = 1); })",
      "(class { static x = u.y })",
      "(class { static { u.y; } })",
    ],
  },
];

/** What of an error in this program may differ. */
export function allowed(form: string, expression: string, position: string): ReadonlySet<string> {
  return new Set(
    DIFFERENCES.filter(
      (d) =>
        (d.form === undefined || d.form === form) &&
        (d.expressions === undefined || d.expressions.includes(expression)) &&
        (d.positions === undefined || d.positions.includes(position)),
    ).flatMap((d) => d.what),
  );
}
