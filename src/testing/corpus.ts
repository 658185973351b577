import { readFileSync } from "node:fs";

/** What a case is after. Any effect that is seen is an escape, but `dos`, which counts in `dos` cases only. */
export type Effect = "pwn" | "pollute" | "mutate" | "leak" | "leak-path" | "dos";

/** One program that tries to get out, or to damage, read or hang its host. */
export interface EscapeCase {
  readonly id: string;
  /** Where the idea is from: an advisory, a project's tests, or `semantic`. */
  readonly source: string;
  readonly family: string;
  readonly title: string;
  readonly code: string;
  /** Globals that the program mentions. */
  readonly needs: readonly string[];
  readonly oracle: Effect;
  /** The payload may come after the synchronous part. */
  readonly async?: boolean;
  /** The case cannot fire without a sandbox; `controlReason` says why. */
  readonly control?: "n/a";
  readonly controlReason?: string;
  /** What a sandbox may document as allowed. */
  readonly policy?: string;
  /** The oldest Node that the case means anything on. */
  readonly minNode?: number;
  /** Not a plain script. */
  readonly kind?: "module" | "ts" | "jsx";
  /** The case is run again with each name of a guard in place of these words. */
  readonly template?: readonly string[];
}

export const EFFECTS: readonly Effect[] = Object.freeze([
  "pwn",
  "pollute",
  "mutate",
  "leak",
  "leak-path",
  "dos",
]);
const TEXTS = ["id", "source", "family", "title", "code"] as const;

/**
 * Reads a corpus: one case in JSON on each line.
 *
 * @throws TypeError for a line that is no case, and for an id that is there twice
 */
export function loadCases(file: string | URL): readonly EscapeCase[] {
  const cases = readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, i) => (line.trim() === "" ? [] : [readCase(line, i + 1)]));
  const ids = new Set<string>();
  for (const { id } of cases) {
    if (ids.has(id)) throw new TypeError(`There are two cases \`${id}\`; rename one`);
    ids.add(id);
  }
  return cases;
}

function readCase(line: string, number: number): EscapeCase {
  const found = JSON.parse(line) as Partial<EscapeCase>;
  const wrong = (what: string): TypeError => new TypeError(`Line ${number} of the corpus ${what}`);
  for (const field of TEXTS)
    if (typeof found[field] !== "string") throw wrong(`has no text \`${field}\`; add it`);
  if (!Array.isArray(found.needs)) throw wrong("has no list `needs`; add it");
  if (!EFFECTS.includes(found.oracle as Effect)) throw wrong(`has no \`oracle\`; use ${EFFECTS.join(", ")}`);
  if (found.control === "n/a" && typeof found.controlReason !== "string")
    throw wrong("says that it cannot fire and not why; add `controlReason`");
  return Object.freeze(found) as EscapeCase;
}

const PLACE = "GUARD_NAME";
const ESCAPED_PLACE = "\\u0047UARD_NAME";

/** The cases with, for each template, one more for each name of a guard. */
export function expandTemplates(
  cases: readonly EscapeCase[],
  guardNames: readonly string[],
): readonly EscapeCase[] {
  return cases.flatMap((one) =>
    one.template?.includes(PLACE)
      ? [
          one,
          ...guardNames.map((name) => ({ ...one, id: `${one.id}#${name}`, code: withName(one.code, name) })),
        ]
      : [one],
  );
}

function withName(code: string, name: string): string {
  const escaped = `\\u${name.charCodeAt(0).toString(16).padStart(4, "0")}${name.slice(1)}`;
  return code.replaceAll(PLACE, () => name).replaceAll(ESCAPED_PLACE, () => escaped);
}
