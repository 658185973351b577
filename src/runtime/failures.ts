import { bounded, boundedName } from "../diagnostics/bounded.js";
import { GuardError, GuestError, LimitError, RestrictedError } from "../diagnostics/errors.js";
import { positionOf } from "./audit.js";
import { helpFor } from "./hints.js";
import { exportValue, RESULT } from "./membrane/export.js";
import { errorMessage, errorName } from "./membrane/import.js";
import { GuestThrow, type Session } from "./membrane/session.js";

/** What a guest threw, as the host's error. */
export function hostError(session: Session, thrown: unknown): RestrictedError {
  const error = asHostError(session, thrown);
  const cause = session.budget?.death ?? thrown;
  if (error instanceof LimitError && typeof cause === "object" && cause !== null)
    session.audit.limit(error, cause);
  return error;
}

function asHostError(session: Session, thrown: unknown): RestrictedError {
  const { errors } = session.kernel;
  const death = session.budget?.death ?? null;
  const error = death ?? thrown;
  if (errors.isOverflow(error)) {
    return new LimitError({
      code: "LIMIT_CALL_DEPTH",
      message: "The program called functions too deeply for the engine's stack.",
      position: placeOf(session, error),
    });
  }
  errors.normalise(error);
  const details = errors.details(error);
  const message = bounded(typeof error === "object" && error !== null ? errors.labels(error).message : "");
  if (errors.isLimit(error))
    return new LimitError({
      code: details?.code ?? "LIMIT_STEPS",
      message,
      position: placeOf(session, error),
    });
  if (details !== null) {
    return new GuardError({
      code: details.code,
      message,
      position: placeOf(session, error),
      ...(details.help === "" ? {} : { help: details.help }),
    });
  }
  return guestError(session, error, message);
}

function guestError(session: Session, error: unknown, message: string): GuestError {
  const isObject = typeof error === "object" && error !== null;
  const name = isObject ? boundedName(session.kernel.errors.labels(error).name) : "Error";
  const shown = isObject
    ? message || "an object was thrown"
    : `${typeof error === "symbol" ? "a symbol" : bounded(String(error))} was thrown`;
  const position = placeOf(session, error);
  const { errors } = session.kernel;
  const trace = errors.trace(error);
  const missing = errors.missing(error);
  const failure = { message, missing, subject: trace?.subject ?? "" };
  const help = isObject && session.hints !== null ? helpFor(failure, session.hints) : undefined;
  return new GuestError({
    code: "GUEST_ERROR",
    message: isObject ? `${name}: ${shown}` : `The program threw a value that is not an error: ${shown}`,
    guestName: name,
    guestMessage: isObject ? message : bounded(String(typeof error === "symbol" ? "a symbol" : error)),
    guestStack: trace?.text.replace(/^\n/, "") ?? "",
    value: attempt(() => exportValue(session, error, RESULT)),
    position,
    ...(help === undefined ? {} : { help }),
  });
}

function placeOf(session: Session, error: unknown): ReturnType<typeof positionOf> {
  return positionOf(session.kernel.errors.trace(error)?.place ?? "");
}

/**
 * An error that host code threw, as a guest value; what the guest itself threw passes through. Of another run only words
 * do: its limits and its objects are not this one's.
 */
export function guestValue(session: Session, thrown: unknown): unknown {
  const { errors } = session.kernel;
  const death = session.budget?.death ?? null;
  if (death !== null) return death;
  if (thrown instanceof GuestThrow)
    return thrown.session === session
      ? thrown.value
      : guestValue(session, hostError(thrown.session, thrown.value));
  if (thrown instanceof RestrictedError) return errors.guardError(thrown.code, thrown.message, thrown.help);
  if (thrown instanceof Error) return errors.makeError(errorName(thrown), errorMessage(thrown));
  return errors.makeError("Error", "The host function failed.");
}

function attempt(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}
