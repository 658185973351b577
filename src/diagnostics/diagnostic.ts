/** A point in the source. `line` and `column` count from 1, `offset` (UTF-16 units) from 0. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** One finding about one place of the guest's source. `toString()` is `file:line:column code message`. */
export interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly severity: "error" | "warning";
  readonly filename: string;
  readonly start: Point;
  readonly end: Point;
  /** The source lines around the place, with a caret line. */
  readonly frame: string;
  /** What to write instead. */
  readonly help?: string;
  readonly nodeType?: string;
  readonly name?: string;
  toString(): string;
}
