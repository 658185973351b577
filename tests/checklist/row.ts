/** P: the assertion as it is. A: adapted to JavaScript. N: JavaScript has nothing like it. */
export type Verdict = "P" | "A" | "N";

/** `note`: for A why our assertion differs from the obvious one, for N why there is no test. */
export type Row = readonly [verdict: Verdict, name: string, says: string, note?: string];

export interface Section {
  readonly key: string;
  readonly files: string;
  readonly rows: readonly Row[];
}
