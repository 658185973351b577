import fc from "fast-check";

/** What a text is damaged with: beginnings without ends, what engines and parsers read differently, our own names. */
const PIECES: readonly string[] = [
  ..."(){}[]<>;,.:?=+-*/%&|^!~@#\\'\"`_$ \n\t0n",
  ..."\u2028\u2029\ufeff\0\ud800\udc00\u00a0\u180e\u200c\u200d\u{1d49c}\u017f\u212a\u1c89\ua7cb\u{1e5d0}",
  ..."... => ?. ?? ??= ||= **= >>>= <!-- --> #! // /* */ ${ `${ }` <T> <T>( !. !: ?: : @d #x".split(" "),
  ..."await yield async let static of get set new super this arguments eval import export class function".split(
    " ",
  ),
  ..."extends typeof delete void in instanceof return break continue switch case default for while do try".split(
    " ",
  ),
  ..."catch finally throw with debugger const var if else null true new.target import.meta import( using".split(
    " ",
  ),
  ..."enum namespace module declare abstract type interface as satisfies is asserts accessor readonly".split(
    " ",
  ),
  ..."keyof infer unique override implements private public global constructor prototype undefined".split(
    " ",
  ),
  ..."_ _x __proto__ _g0_ _w0_ _steps_ _out_ _t0_ _u0_ _k_ _cv_ _getattr_ _caught_ _handled_ globalThis".split(
    " ",
  ),
  "/(?<a>.)(?<a>.)/",
  "/(?<a>.)|(?<a>.)/",
  "/(?i:a)/",
  "/[/",
  "/(/",
  "/a/gg",
  "/a/v",
  "/[a--b]/v",
  "/\\p{Script=Kawi}/u",
  "/\\p{L}\\p{Nope}/u",
  "/(?<=a)\\k<b>/u",
  "/{1}/u",
  "/a{2,1}/",
  "/[b-a]/",
  "/\\u{110000}/u",
  "/(?<\u{1d49c}>.)/",
  "0b2",
  "0o8",
  "0x",
  "08",
  "010",
  "1__0",
  "1_",
  "1e999",
  "1e-999",
  "-0",
  "5e-324",
  "0x1fffffffffffff1",
  "00n",
  "1.5n",
  "3in []",
  "3.in",
  ".5.",
  "1..a",
  "'\\u{110000}'",
  "'\\x'",
  "'\\08'",
  "'\\\n'",
  "`\\u{`",
  "t`\\u{`",
  "\\u{61}",
  "\\u0061",
  "\\u{62}reak",
  "ev\\u0061l",
  "'use strict'",
  "'use asm'",
  " as any",
  " satisfies T",
  ": T",
  "type X = 1;",
  "interface X {}",
  "a?.b!.c",
  "if (a) ",
  "label: ",
  "({ __proto__: null, '__proto__': 1 })",
  "async (x) => await x",
  "function* g() { yield* g() }",
  "for await (const x of y) ;",
  "class A extends B { #p; static { } [k] = 1 }",
  "([a, {b}], ...c) => 0",
];

export type Edit = (text: string, other: string) => string;

const place = fc.double({ min: 0, max: 1, noNaN: true });

const edits: readonly fc.Arbitrary<Edit>[] = [
  fc.tuple(place, fc.constantFrom(...PIECES)).map(
    ([at, piece]) =>
      (s) =>
        splice(s, at, 0, piece),
  ),
  fc.tuple(place, fc.constantFrom(...PIECES)).map(
    ([at, piece]) =>
      (s) =>
        onTokens(s, (t) => t.toSpliced(index(t, at), 0, ` ${piece} `)),
  ),
  fc.tuple(place, fc.constantFrom(...PIECES)).map(
    ([at, piece]) =>
      (s) =>
        onTokens(s, (t) => t.toSpliced(index(t, at), 1, piece)),
  ),
  fc.tuple(place, fc.nat(3)).map(
    ([at, count]) =>
      (s) =>
        splice(s, at, count, ""),
  ),
  fc.tuple(place, fc.nat(3)).map(
    ([at, count]) =>
      (s) =>
        onTokens(s, (t) => t.toSpliced(index(t, at), count + 1)),
  ),
  fc.tuple(place, place).map(
    ([from, to]) =>
      (s) =>
        onTokens(s, (t) => swapped(t, index(t, from), index(t, to))),
  ),
  fc.tuple(place, place, fc.nat(6)).map(
    ([from, to, count]) =>
      (s) =>
        onTokens(s, (t) =>
          t.toSpliced(index(t, to), 0, ...t.slice(index(t, from), index(t, from) + count + 1)),
        ),
  ),
  fc.tuple(place, place).map(
    ([from, to]) =>
      (s, other) =>
        s.slice(0, at(s, from)) + other.slice(at(other, to)),
  ),
  fc.tuple(place, place).map(
    ([from, to]) =>
      (s, other) =>
        splice(s, from, 0, other.slice(0, at(other, to))),
  ),
  fc.tuple(place, fc.string({ unit: "binary", maxLength: 4 })).map(
    ([at, noise]) =>
      (s) =>
        splice(s, at, 0, noise),
  ),
];

/** One to three edits, one after the other. */
export const edit: fc.Arbitrary<Edit> = fc
  .array(fc.oneof(...edits), { minLength: 1, maxLength: 3 })
  .map((list) => (text: string, other: string) => list.reduce((s, one) => one(s, other), text));

function at(text: string, where: number): number {
  return Math.floor(where * text.length);
}

function index(tokens: readonly string[], where: number): number {
  return Math.floor(where * tokens.length);
}

function splice(text: string, where: number, count: number, piece: string): string {
  const start = at(text, where);
  return text.slice(0, start) + piece + text.slice(start + count);
}

function onTokens(text: string, change: (tokens: readonly string[]) => readonly string[]): string {
  return change(text.match(/[\p{ID_Continue}$]+|\s+|./gsu) ?? []).join("");
}

function swapped(tokens: readonly string[], from: number, to: number): readonly string[] {
  const [one = "", other = ""] = [tokens[from], tokens[to]];
  return tokens.map((token, i) => (i === from ? other : i === to ? one : token));
}
