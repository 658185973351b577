/** What brings a code about, and what to write instead. Both run in the tests. */
export type Example =
  | {
      /** A guest program. */
      readonly kind: "program";
      readonly wrong: string;
      readonly right: string;
      /** What the host passes to `execRestricted`, where it matters. */
      readonly options?: Readonly<Record<string, unknown>>;
      /** What the host passes to `compileRestricted`. */
      readonly compile?: Readonly<Record<string, unknown>>;
    }
  | {
      /** A module of the host's. */
      readonly kind: "host";
      readonly wrong: string;
      readonly right: string;
    }
  | {
      /** No program is known that brings it about. */
      readonly kind: "none";
      readonly reason: string;
    };

export function program(wrong: string, right: string, options?: Readonly<Record<string, unknown>>): Example {
  return { kind: "program", wrong, right, ...(options === undefined ? {} : { options }) };
}

/** A program that is compiled with options of the host's. */
export function compiled(compile: Readonly<Record<string, unknown>>, wrong: string, right: string): Example {
  return { kind: "program", wrong, right, compile };
}

export function host(wrong: string, right: string): Example {
  return { kind: "host", wrong, right };
}

export function none(reason: string): Example {
  return { kind: "none", reason };
}
