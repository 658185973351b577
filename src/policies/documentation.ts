import { GuardError } from "../diagnostics/errors.js";

/** What an editor may show of a member, function or object of the host's. Both are one line. */
export interface Documentation {
  /**
   * Its type as TypeScript writes it: `(n?: number): DataFrame` for what is called, `readonly string[]` for what is
   * read. Types of policies go by the policies' names; a name that is not known there counts as `any`.
   */
  readonly signature?: string;
  readonly doc?: string;
}

const LONGEST = 4_000;
const documentations = new WeakMap<object, Documentation>();

/**
 * Documents a host function or object for `describeGlobals`; returns it. It changes nothing for guests.
 * @throws GuardError `OPTION_VALUE`
 * @example documented((x) => 2 * x, { signature: "(x: number): number", doc: "Twice the number." })
 */
export function documented<T extends object>(value: T, documentation: Documentation): T {
  for (const key of Object.keys(documentation))
    if (key !== "signature" && key !== "doc")
      throw new GuardError({
        code: "OPTION_VALUE",
        message: `documented() has no \`${key}\`; it has signature and doc.`,
      });
  const problem = documentationProblem(documentation);
  if (problem !== null) throw new GuardError({ code: "OPTION_VALUE", message: `documented(): ${problem}.` });
  documentations.set(value, Object.freeze({ ...documentation }));
  return value;
}

export function documentationOf(value: object): Documentation {
  return documentations.get(value) ?? {};
}

/** Why a documentation cannot be used; null when it can. Texts end up in comments and declarations. */
export function documentationProblem({ signature, doc }: Documentation): string | null {
  return lineProblem("signature", signature) ?? lineProblem("doc", doc) ?? bracketProblem(signature);
}

function lineProblem(what: string, text: unknown): string | null {
  if (text === undefined) return null;
  if (typeof text !== "string" || text === "") return `\`${what}\` must be a non-empty string`;
  if (text.length > LONGEST) return `\`${what}\` must have at most ${LONGEST} characters`;
  return /[\u0000-\u001f\u007f-\u009f\u2028\u2029]|\*\/|\/\*/.test(text)
    ? `\`${what}\` must be one line without comment signs`
    : null;
}

const PAIRS: Readonly<Record<string, string>> = Object.freeze({ ")": "(", "]": "[", "}": "{" });

/** A signature that closes what it did not open would change the declarations around it. */
function bracketProblem(signature: string | undefined): string | null {
  const open: string[] = [];
  const bare = (signature ?? "").replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, "_");
  for (const character of bare) {
    if ("([{".includes(character)) open.push(character);
    else if (")]}".includes(character) && open.pop() !== PAIRS[character]) return unbalanced;
  }
  return open.length === 0 && !/["'`]|\/\//.test(bare) ? null : unbalanced;
}

const unbalanced = "`signature` must have its brackets and quotes in pairs";
