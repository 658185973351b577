import { programOf } from "../../../../src/compiler/compile.js";
import { type CompileResult, GuestError, LimitError, RestrictedError } from "../../../../src/index.js";
import { environment } from "../../../../src/runtime/environment.js";
import { runSettings } from "../../../../src/runtime/options.js";
import type { Realm } from "../../../../src/runtime/realm/realm.js";
import { createRun } from "../../../../src/runtime/run.js";
import { describe } from "./describe.js";
import { HELPERS_TEXT, type Helpers, type MakeHelpers } from "./helpers.js";
import { MAX_LINES, microtasks, type Outcome } from "./outcome.js";
import { wording } from "./wording.js";

export interface RestrictedOutcome extends Outcome {
  readonly steps: number;
  /** The first guard that refused, and the number of lines before it; null when none did. */
  readonly refusal: { readonly code: string; readonly name: string; readonly lines: number } | null;
  /** The program ran into a limit and says nothing about fidelity. */
  readonly limit: boolean;
}

const LIMITS = { steps: 30_000, timeMs: 10_000, allocatedBytes: 2 ** 24 };

/** Runs a compiled program with the guest's own values in view: nothing is exported on the way. */
export async function runRestricted(compiled: CompileResult, waits: boolean): Promise<RestrictedOutcome> {
  const program = programOf(compiled);
  if (program === undefined) throw new TypeError("not a compiled program");
  const lines: string[] = [];
  let refusal: RestrictedOutcome["refusal"] = null;
  const { kernel } = environment().realm;
  const log = kernel.wrapRaw(
    (args) => {
      if (lines.length >= MAX_LINES) throw new RangeError("too many lines");
      lines.push(Array.from({ length: args.length }, (_, i) => describe(args[i])).join(" "));
      return args[0];
    },
    (error) => kernel.errors.makeError("RangeError", (error as Error).message),
  );
  const run = createRun(
    program,
    runSettings({
      globals: { log, ...helpers(log) },
      limits: LIMITS,
      onAudit: (event) => {
        refusal ??= {
          code: event.code,
          name: ("name" in event ? event.name : "") ?? "",
          lines: lines.length,
        };
      },
      onPrint: (line) => void lines.push(`print ${line.text}`),
    }),
  );
  let end: string;
  let limit = false;
  try {
    const [value] = run.start(waits) as [unknown];
    end = `value ${describe(value)}`;
  } catch (error) {
    limit = error instanceof LimitError;
    end = thrown(error);
  }
  if (waits) await microtasks();
  const dead = run.session.budget?.death ?? null;
  run.retire();
  const { steps } = run.usage();
  return { end, lines, steps, refusal, limit: limit || dead !== null };
}

const makers = new WeakMap<Realm, MakeHelpers>();

/** The helpers in the guest's realm, around this run's log. */
function helpers(log: unknown): Helpers {
  const { realm } = environment();
  let make = makers.get(realm);
  if (make === undefined) {
    make = realm.evaluate(HELPERS_TEXT, "helpers.js") as MakeHelpers;
    makers.set(realm, make);
  }
  const { Symbol: symbol, RangeError: rangeError, Promise: promise } = realm.kernel.globals("safe");
  return make(log, symbol, rangeError, promise);
}

function thrown(error: unknown): string {
  if (!(error instanceof GuestError))
    return error instanceof RestrictedError ? `${error.code}: ${error.message}` : `host ${String(error)}`;
  if (
    (typeof error.value === "object" && error.value !== null) ||
    error.message.startsWith(`${error.guestName}: `)
  )
    return `throws ${error.guestName}: ${wording(error.guestMessage)}`;
  const isFunction = error.value === undefined && error.guestMessage !== "undefined";
  return isFunction ? "throws a function or symbol" : `throws ${describe(error.value)}`;
}
