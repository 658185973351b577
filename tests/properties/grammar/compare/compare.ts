import { type CompileResult, compileRestricted, type GuardForm } from "../../../../src/index.js";
import { KNOWN, type Known } from "./known.js";
import { discardNative, runNative } from "./native.js";
import type { Outcome } from "./outcome.js";
import { type RestrictedOutcome, runRestricted } from "./restricted.js";

const FORMS: readonly GuardForm[] = ["inline", "call"];
/** What makes a program go on after its last statement. */
const WAITS = /\basync\b|Promise|\bthen\b|\bawait\b/;

/**
 * How one program fared. `guarded`: a guard refused something, and everything before that was the same. `limited`: it ran
 * into a limit and was not compared. `known`: it differs in a documented way. Only `different` is a failure.
 */
export interface Verdict {
  readonly kind: "same" | "known" | "guarded" | "limited" | "different";
  readonly detail: string;
}

const same: Verdict = { kind: "same", detail: "" };
const different = (detail: string): Verdict => ({ kind: "different", detail });

export async function compare(source: string, nativeSource = source): Promise<Verdict> {
  const verdict = await safeJudge(source, nativeSource);
  if (verdict.kind !== "different") return verdict;
  for (const known of KNOWN)
    if (known.source.test(source) && known.detail.test(verdict.detail) && (await stillDiffers(known)))
      return { kind: "known", detail: known.why };
  return verdict;
}

const checked = new Map<Known, Promise<boolean>>();

/** A difference that has been ended forgives nothing any more. */
export function stillDiffers(known: Known): Promise<boolean> {
  const found = checked.get(known) ?? safeJudge(known.example).then(({ kind }) => kind === "different");
  checked.set(known, found);
  return found;
}

function safeJudge(source: string, nativeSource = source): Promise<Verdict> {
  return judge(source, nativeSource).catch((error: unknown) => different(String(error)));
}

/** Runs a program natively and in both forms. */
async function judge(source: string, nativeSource: string): Promise<Verdict> {
  const waits = WAITS.test(source);
  // Every fourth program is compiled and run again, in one of the forms.
  const again = FORMS[source.length % 8];
  const outcomes: [GuardForm, RestrictedOutcome][] = [];
  for (const guards of FORMS) {
    const compiled = compileRestricted(source, { guards });
    if (!compiled.ok) return different(`${guards} is refused: ${compiled.errors.map(String).join("; ")}`);
    const outcome = await runRestricted(compiled, waits);
    if (guards === again) {
      const twice = await repeat(source, compiled, outcome, waits);
      if (twice !== null) return different(twice);
    }
    if (outcome.limit) return { kind: "limited", detail: outcome.end };
    outcomes.push([guards, outcome]);
  }
  const native = await runNative(nativeSource, waits);
  for (const [guards, outcome] of outcomes) {
    const found = difference(native, outcome);
    if (found !== null) return different(`${guards}: ${found}`);
  }
  const refusal = outcomes.find(([, o]) => o.refusal !== null)?.[1].refusal;
  if (!refusal) return same;
  // The native program went on to what the guard refused: its realm may have been written to.
  discardNative();
  return { kind: "guarded", detail: `${refusal.code} ${refusal.name}` };
}

/** The same text compiles to the same code and takes the same steps to the same end. */
async function repeat(
  source: string,
  compiled: CompileResult,
  first: RestrictedOutcome,
  waits: boolean,
): Promise<string | null> {
  const again = compileRestricted(source, { guards: compiled.guards });
  if (again.code !== compiled.code) return "compiling twice gives two codes";
  const second = await runRestricted(again, waits);
  if (first.limit || second.limit) return null;
  if (second.steps !== first.steps) return `${first.steps} steps, then ${second.steps}`;
  return difference(first, { ...second, refusal: null });
}

/** The first difference, in words; up to the first refusal of a guard where there is one. */
export function difference(
  expected: Outcome,
  found: Pick<RestrictedOutcome, "end" | "lines" | "refusal">,
): string | null {
  const count = found.refusal?.lines ?? Math.max(expected.lines.length, found.lines.length);
  for (let i = 0; i < count; i++)
    if (expected.lines[i] !== found.lines[i])
      return `line ${i + 1} of the log is ${found.lines[i] ?? "missing"}, natively ${expected.lines[i] ?? "missing"}`;
  if (found.refusal === null && expected.end !== found.end) return `${found.end}, natively ${expected.end}`;
  return null;
}
