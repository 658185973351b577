/** A function or constant of a built-in set: its type as TypeScript writes it, and what it is for. */
export interface HelperRow {
  readonly signature: string;
  readonly doc: string;
}

type Rows = Readonly<Record<string, HelperRow>>;

const row = (signature: string, doc: string): HelperRow => Object.freeze({ signature, doc });

/** Functions of every built-in set; Python's names. */
export const HELPER_ROWS: Rows = Object.freeze({
  len: row("(value: any): number", "How many characters, elements or keys there are."),
  range: row(
    "(stop: number): number[]; (start: number, stop: number, step?: number): number[]",
    "The whole numbers from `start` (0) up to but without `stop`.",
  ),
  str: row("(value?: any): string", "The value as text."),
  int: row(
    "(value: number | string | boolean | bigint, base?: number): number | bigint",
    "The whole part of a number, or the whole number that a text spells.",
  ),
  float: row("(value: number | string | boolean | bigint): number", "The number that a text spells."),
  bool: row(
    "(value?: any): boolean",
    "Whether the value is true as in Python: empty lists and texts are not.",
  ),
  list: row("<T>(source?: Iterable<T>): T[]", "A new array of the elements."),
  tuple: row("<T>(source?: Iterable<T>): readonly T[]", "A frozen array of the elements."),
  sum: row("<T extends number | bigint>(source: Iterable<T>, start?: T): T", "The sum of numbers."),
  min: row(
    "<T>(source: Iterable<T>, how?: { key?: (value: T) => any; default?: any } | ((value: T) => any)): T; <T>(...values: T[]): T",
    "The smallest element, by `key` when it is given.",
  ),
  max: row(
    "<T>(source: Iterable<T>, how?: { key?: (value: T) => any; default?: any } | ((value: T) => any)): T; <T>(...values: T[]): T",
    "The largest element, by `key` when it is given.",
  ),
  enumerate: row("<T>(source: Iterable<T>, start?: number): [number, T][]", "Pairs of position and element."),
  zip: row(
    "<A, B>(a: Iterable<A>, b: Iterable<B>): [A, B][]; (...sources: Iterable<any>[]): any[][]",
    "The first elements together, then the second ones, up to the shortest.",
  ),
  sorted: row(
    "<T>(source: Iterable<T>, how?: { key?: (value: T) => any; reverse?: boolean } | ((value: T) => any)): T[]",
    "A new sorted array: numbers by size, texts by their characters.",
  ),
  reversed: row("<T>(source: Iterable<T>): T[]", "A new array, last element first."),
  any: row("(source: Iterable<any>): boolean", "Whether an element is true, as `bool` sees it."),
  all: row("(source: Iterable<any>): boolean", "Whether every element is true, as `bool` sees it."),
  abs: row("<T extends number | bigint>(value: T): T", "The number without its sign."),
  round: row(
    "<T extends number | bigint>(value: T, digits?: number): T",
    "The nearest number with that many digits; ties go to the even neighbour.",
  ),
});

/** What the set `limited` has in their place. */
export const LIMITED_ROWS: Rows = Object.freeze({
  range: row(
    "(stop: number): number[]; (start: number, stop: number, step?: number): number[]",
    "As in the other sets, with at most 999 elements.",
  ),
  list: row("<T>(source?: Iterable<T>): T[]", "A new array of the elements; takes no text."),
  tuple: row("<T>(source?: Iterable<T>): readonly T[]", "A frozen array of the elements; takes no text."),
});

/** What the set `utility` has besides. */
export const UTILITY_ROWS: Rows = Object.freeze({
  sameType: row("(...values: any[]): boolean", "Whether all values are of one type or class."),
  test: row(
    "(...conditionsAndValues: any[]): any",
    "The value after the first true condition, else the last argument.",
  ),
  reorder: row(
    "(items: Iterable<any>, order?: Iterable<any> | null, without?: Iterable<any>): [any, any][]",
    "The items that `order` names, in its order, but for those of `without`, as pairs.",
  ),
});

const number1 = "(x: number): number";
const number2 = "(x: number, y: number): number";

/** Objects with members of their own, by name. */
export const NAMESPACE_ROWS: Readonly<Record<string, { readonly doc: string; readonly members: Rows }>> =
  Object.freeze({
    console: {
      doc: "Writes lines for the host to read.",
      members: {
        log: row("(...values: any[]): void", "Writes one line."),
        info: row("(...values: any[]): void", "Writes one line, marked as information."),
        warn: row("(...values: any[]): void", "Writes one line, marked as a warning."),
        error: row("(...values: any[]): void", "Writes one line, marked as an error."),
        debug: row("(...values: any[]): void", "Writes one line, marked for debugging."),
        table: row("(data: any): void", "Writes rows of data in columns."),
        assert: row(
          "(condition?: any, ...values: any[]): void",
          "Writes an error line unless the condition is true.",
        ),
      },
    },
    math: {
      doc: "Python's `math`.",
      members: {
        pi: row("number", "The circumference of a circle over its diameter."),
        e: row("number", "The base of the natural logarithm."),
        tau: row("number", "Twice `pi`."),
        inf: row("number", "Infinity."),
        nan: row("number", "Not a number."),
        ceil: row(number1, "The next whole number up."),
        floor: row(number1, "The next whole number down."),
        trunc: row(number1, "The number without its fraction."),
        sqrt: row(number1, "The square root."),
        cbrt: row(number1, "The cube root."),
        pow: row(number2, "`x` to the power of `y`."),
        exp: row(number1, "`e` to the power of `x`."),
        expm1: row(number1, "`exp(x) - 1`, exact for small `x`."),
        log: row("(x: number, base?: number): number", "The logarithm, natural unless `base` is given."),
        log2: row(number1, "The logarithm to base 2."),
        log10: row(number1, "The logarithm to base 10."),
        log1p: row(number1, "`log(1 + x)`, exact for small `x`."),
        sin: row(number1, "The sine of an angle in radians."),
        cos: row(number1, "The cosine of an angle in radians."),
        tan: row(number1, "The tangent of an angle in radians."),
        asin: row(number1, "The angle whose sine is `x`."),
        acos: row(number1, "The angle whose cosine is `x`."),
        atan: row(number1, "The angle whose tangent is `x`."),
        atan2: row("(y: number, x: number): number", "The angle of the point (`x`, `y`)."),
        sinh: row(number1, "The hyperbolic sine."),
        cosh: row(number1, "The hyperbolic cosine."),
        tanh: row(number1, "The hyperbolic tangent."),
        hypot: row("(...values: number[]): number", "The length of the vector."),
        fabs: row(number1, "The number without its sign."),
        fmod: row(number2, "The remainder, with the sign of `x`."),
        copysign: row(number2, "`x` with the sign of `y`."),
        degrees: row(number1, "Radians as degrees."),
        radians: row(number1, "Degrees as radians."),
        isnan: row("(x: number): boolean", "Whether it is not a number."),
        isinf: row("(x: number): boolean", "Whether it is infinite."),
        isfinite: row("(x: number): boolean", "Whether it is neither infinite nor NaN."),
      },
    },
    string: {
      doc: "Python's `string` constants.",
      members: {
        ascii_letters: row("string", "The letters, small ones first."),
        ascii_lowercase: row("string", "The small letters."),
        ascii_uppercase: row("string", "The capital letters."),
        digits: row("string", "0 to 9."),
        hexdigits: row("string", "The digits of base 16."),
        octdigits: row("string", "The digits of base 8."),
        punctuation: row("string", "The ASCII punctuation."),
        whitespace: row("string", "The ASCII white space."),
        printable: row("string", "Digits, letters, punctuation and white space."),
      },
    },
    random: {
      doc: "Python's `random`, without a source of secrets.",
      members: {
        random: row("(): number", "A number from 0 up to but without 1."),
        seed: row("(value?: any): void", "Begins a repeatable sequence."),
        randint: row("(a: number, b: number): number", "A whole number from `a` to `b`, both included."),
        uniform: row("(a: number, b: number): number", "A number between `a` and `b`."),
        choice: row("<T>(source: Iterable<T>): T", "One of the elements."),
        shuffled: row("<T>(source: Iterable<T>): T[]", "A new array in random order."),
        sample: row(
          "<T>(source: Iterable<T>, count: number): T[]",
          "`count` of the elements, each at most once.",
        ),
      },
    },
  });

/** `print` is a function with options that trail. */
export const PRINT_ROW: HelperRow = row(
  "(...valuesAndOptions: any[]): void",
  "Writes the values for the host to read; a last argument `{ sep, end }` changes how they are joined and ended.",
);
