import type { Diagnostic } from "./diagnostic.js";

/** A place in the guest's source: line and column count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface ErrorDetails {
  readonly code: string;
  readonly message: string;
  readonly help?: string | undefined;
  readonly diagnostics?: readonly Diagnostic[] | undefined;
  readonly position?: Position | undefined;
  readonly cause?: unknown;
}

/** The root of every error this library throws at its host. `code` is stable and has a page in docs. */
export class RestrictedError extends Error {
  readonly code: string;
  readonly help?: string;
  readonly diagnostics?: readonly Diagnostic[];
  /** Where in the guest's source, when that is known. */
  readonly position?: Position;

  constructor(details: ErrorDetails) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.code = details.code;
    if (details.help !== undefined) this.help = details.help;
    if (details.diagnostics !== undefined) this.diagnostics = details.diagnostics;
    if (details.position !== undefined) this.position = details.position;
  }
}

/** The source was refused at compile time; `diagnostics` lists every reason. */
export class CompileError extends RestrictedError {}

/** A guard refused an operation at run time. */
export class GuardError extends RestrictedError {}

/** A limit was reached. Guest code cannot catch it. */
export class LimitError extends RestrictedError {}

/** A host value that no policy covers was about to cross the membrane. */
export class HostTypeError extends RestrictedError {}

/** The verifier refused our own output: a bug in restrictedjs, never the guest's fault. */
export class VerificationError extends RestrictedError {}

export interface GuestErrorDetails extends ErrorDetails {
  readonly guestName: string;
  readonly guestMessage: string;
  readonly guestStack: string;
  readonly value: unknown;
}

/** What the guest threw and nobody in the guest caught. */
export class GuestError extends RestrictedError {
  /** `error.name` as the guest had it, e.g. `TypeError`. */
  readonly guestName: string;
  /** `error.message` as the guest had it. */
  readonly guestMessage: string;
  /** Guest frames only, in lines and columns of the guest's source. */
  readonly guestStack: string;
  /** The thrown value, exported as data; `undefined` when it cannot be. */
  readonly value: unknown;

  constructor(details: GuestErrorDetails) {
    super(details);
    this.guestName = details.guestName;
    this.guestMessage = details.guestMessage;
    this.guestStack = details.guestStack;
    this.value = details.value;
  }
}
