import { createHash } from "node:crypto";
import { channel } from "node:diagnostics_channel";
import { types } from "node:util";
import type { LimitError, Position } from "../diagnostics/errors.js";
import { compiled } from "./compiled.js";

/** Names of the OWASP logging vocabulary's form: what happened, for whoever reads the log. */
export type AuditName =
  | "exec_restriction_violation"
  | "exec_bypass_attempt"
  | "exec_limit"
  | "data_unauthorized_access";

/** One refusal, told to the host at once; frozen. */
export interface AuditEvent {
  readonly event: AuditName;
  /**
   * `compile`: the source was refused. `guard`: an access was. `data`: a policy refused a member of a host object.
   * `limit`: the run was ended. `realm`: shared state was found changed.
   */
  readonly type: "compile" | "guard" | "data" | "limit" | "realm";
  /** The diagnostic code, which `restrictedjs explain` explains; `rule` is the same. */
  readonly code: string;
  readonly rule: string;
  readonly message: string;
  readonly filename: string;
  /** SHA-256 of the program's source, in hexadecimal; empty when the host passed a refusal whose source is not known. */
  readonly codeHash: string;
  /** `refused`: one access or one source was. `ended`: the run or its realm was. */
  readonly outcome: "refused" | "ended";
  /** The guest's name for what was refused, cut to 100 characters. */
  readonly name?: string;
  readonly position?: Position;
  /** Only in the summary that stands for refusals beyond the first hundred: how many. */
  readonly omitted?: number;
}

export type AuditListener = (event: AuditEvent) => void;

/** What the library knows of one refusal. */
export interface Found {
  readonly type: AuditEvent["type"];
  readonly code: string;
  readonly message: string;
  readonly name?: string | undefined;
  readonly position?: Position | undefined;
  /** When it is not the one of its type. */
  readonly event?: AuditName | undefined;
}

export interface Auditor {
  /** Whether anybody listens. */
  isHeard(): boolean;
  /** Each refusal is told once: one of the same code, name and place is the same. */
  tell(found: Found): void;
  /** A limit is told once for each `cause`, the object that stands for it in the guest. */
  limit(error: LimitError, cause: object): void;
  /** Ends one entry of the host's into the program: sums up what was not told. */
  settle(): void;
}

export interface AuditedSource {
  readonly text: string;
  readonly filename: string;
}

/** A guest that makes new refusals in a loop must not flood the host. */
export const MOST_EVENTS = 100;
const LONGEST_NAME = 100;
const CHANNEL = channel("restrictedjs:audit");

const KINDS: Readonly<Record<Found["type"], readonly [AuditName, AuditEvent["outcome"]]>> = Object.freeze({
  compile: ["exec_restriction_violation", "refused"],
  guard: ["exec_bypass_attempt", "refused"],
  data: ["data_unauthorized_access", "refused"],
  limit: ["exec_limit", "ended"],
  realm: ["exec_bypass_attempt", "ended"],
});

/** Whether anybody listens for the whole process. */
export const isPublished = (): boolean => CHANNEL.hasSubscribers;

/** @param publishes whether the channel is told as well */
export function createAuditor(
  listener: AuditListener | undefined,
  source: AuditedSource | undefined,
  filename: string,
  publishes = true,
): Auditor {
  const told = new Set<string>();
  const causes = new WeakSet<object>();
  let omitted = 0;
  let last: Found | null = null;
  const isHeard = (): boolean => listener !== undefined || (publishes && isPublished());
  const send = (found: Found, more: { readonly omitted?: number } = {}): void => {
    const [event, outcome] = KINDS[found.type];
    deliver(
      listener,
      Object.freeze({
        event: found.event ?? event,
        type: found.type,
        code: found.code,
        rule: found.code,
        message: found.message,
        filename,
        codeHash: source === undefined ? "" : hashOf(source),
        outcome,
        ...(found.name === undefined ? {} : { name: found.name.slice(0, LONGEST_NAME) }),
        ...(found.position === undefined ? {} : { position: found.position }),
        ...more,
      }),
      publishes,
    );
  };
  return {
    isHeard,
    tell(found) {
      if (!isHeard()) return;
      const { line, column } = found.position ?? { line: 0, column: 0 };
      const key = [found.type, found.code, line, column, found.name?.slice(0, LONGEST_NAME) ?? ""].join(" ");
      if (told.has(key)) return;
      if (found.type !== "realm" && told.size >= MOST_EVENTS) {
        omitted++;
        last = found;
        return;
      }
      told.add(key);
      send(found);
    },
    limit(error, cause) {
      if (!isHeard() || causes.has(cause)) return;
      causes.add(cause);
      send({ type: "limit", code: error.code, message: error.message, position: error.position });
    },
    settle() {
      if (told.size === 0) return;
      if (last !== null) {
        const { type, code, event } = last;
        const message = `${omitted} more refusals were not told one by one; the last of them was ${code}.`;
        send({ type, code, event, message }, { omitted });
      }
      told.clear();
      omitted = 0;
      last = null;
    },
  };
}

/** A listener that throws or rejects must not change what the guest sees, nor end the host's process: it gets a warning. */
function deliver(listener: AuditListener | undefined, event: AuditEvent, publishes: boolean): void {
  try {
    const answer: unknown = listener?.(event);
    if (types.isPromise(answer))
      Promise.prototype.then.call(answer, undefined, (error) => warn("rejected", error));
  } catch (error) {
    warn("threw", error);
  }
  if (publishes && isPublished()) CHANNEL.publish(event);
}

function warn(what: string, error: unknown): void {
  process.emitWarning(`The listener \`onAudit\` ${what}: ${said(error)}`, "RestrictedAuditWarning");
}

/** What was thrown may be a Proxy, whose traps throw again. */
function said(error: unknown): string {
  if (types.isProxy(error) || !types.isNativeError(error)) return "not an error";
  const message: unknown = Object.getOwnPropertyDescriptor(error, "message")?.value;
  return typeof message === "string" ? message : "an error without a message";
}

const hashes = new WeakMap<AuditedSource, string>();

function hashOf(source: AuditedSource): string {
  const known = hashes.get(source);
  if (known !== undefined) return known;
  const made = createHash("sha256").update(source.text, "utf8").digest("hex");
  hashes.set(source, made);
  return made;
}

const PLACE = compiled(/:(\d+):(\d+)$/);

/** `file:line:column` as a position; the file may itself hold colons. */
export function positionOf(place: string): Position | undefined {
  const found = PLACE.exec(place);
  return found === null ? undefined : { line: Number(found[1]), column: Number(found[2]) };
}
