import { isPrivileged, type Policy } from "../policies/policy.js";
import { guestValue } from "./failures.js";
import { applied } from "./kernel/calls.js";
import type { FacetOperation, Outcome } from "./kernel/host.js";
import { ARGUMENT, exportValue, PRIVILEGED, revive } from "./membrane/export.js";
import { importValue } from "./membrane/import.js";
import type { Session } from "./membrane/session.js";
import { areSimple, isSimple } from "./membrane/simple.js";

type HostFunction = (...args: unknown[]) => unknown;

const UNKNOWN: Outcome = Object.freeze({ ok: false, value: undefined });

/** What a promise callback of an ended run gets for asking the host. */
function ended(session: Session): Outcome {
  return {
    ok: false,
    value: session.kernel.errors.limitError(
      "LIMIT_ABORTED",
      "The program has ended; its callbacks can no longer reach the host.",
    ),
  };
}

/** A guest's calls of one host function. Everything is caught here: host frames never throw into the guest. */
export function hostCaller(session: Session, f: HostFunction): (args: readonly unknown[]) => Outcome {
  return (args) => {
    const refused = refusal(session);
    if (refused !== null) return refused;
    try {
      return done(session, ask(session, f, args));
    } catch (error) {
      return { ok: false, value: guestValue(session, error) };
    }
  };
}

/** Most calls are of a few primitives, which are passed on as they are. */
function ask(session: Session, f: HostFunction, args: readonly unknown[]): unknown {
  const result = areSimple(args) ? applied(f, args) : f(...exported(session, f, args));
  return isSimple(result) ? result : importValue(session, result, `returned by \`${f.name}\``);
}

function exported(session: Session, f: HostFunction, args: readonly unknown[]): unknown[] {
  const mode = isPrivileged(f) ? PRIVILEGED : ARGUMENT;
  return hostArray(args).map((argument) => exportValue(session, argument, mode));
}

export function callFacet(
  session: Session | undefined,
  policy: Policy | undefined,
  operation: FacetOperation,
  facet: object,
  target: object,
  name: string,
  args: unknown[],
): Outcome {
  if (session === undefined || policy === undefined) return UNKNOWN;
  return outcome(session, () => {
    const context = { charge: (steps: number): void => session.budget?.charge(steps) };
    const path = `\`${policy.name}.${name}\``;
    if (operation === "item")
      return importValue(session, policy.items?.get(target as never, name, context), path);
    if (operation === "iterate")
      return importValue(session, [...(policy.iterate?.(target as never) ?? [])], path);
    const member =
      policy.members !== undefined && Object.hasOwn(policy.members, name) ? policy.members[name] : undefined;
    if (member === undefined) throw new TypeError(`${path} is not a member`);
    if (operation === "set" && member.kind === "get") {
      member.set?.(target as never, exportValue(session, hostArray(args)[0], PRIVILEGED), context);
      return undefined;
    }
    if (member.kind === "get") return importValue(session, member.get(target as never, context), path);
    const given = hostArray(args).map((argument) => exportValue(session, argument, PRIVILEGED));
    if (policy.resident === undefined)
      return importValue(session, member.call(target as never, given, context), path);
    return callResident(
      session,
      policy,
      facet,
      (revived) => member.call(revived as never, given, context),
      path,
    );
  });
}

/** A method of a resident facet works on a host object made of the guest's state, which is written back. */
function callResident(
  session: Session,
  policy: Policy,
  facet: object,
  call: (revived: object) => unknown,
  path: string,
): unknown {
  const revived = revive(session, policy, facet);
  const result = call(revived);
  for (const [name, part] of Object.entries(policy.resident?.read(revived) ?? {})) {
    Object.defineProperty(facet, name, {
      value: importValue(session, part, `${path}.${name}`),
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
  return result === revived || result === undefined ? facet : importValue(session, result, path);
}

function outcome(session: Session, run: () => unknown): Outcome {
  const refused = refusal(session);
  if (refused !== null) return refused;
  try {
    return done(session, run());
  } catch (error) {
    return { ok: false, value: guestValue(session, error) };
  }
}

/** Why the host is not asked, or null. */
function refusal(session: Session): Outcome | null {
  if (!session.alive) return ended(session);
  // A promise may go on after the limit that ended the run; the host no longer hears it.
  const death = session.budget?.death ?? null;
  return death === null ? null : { ok: false, value: death };
}

/** Host code may have caught the limit that ended the run. */
function done(session: Session, value: unknown): Outcome {
  const death = session.budget?.death ?? null;
  return death === null ? { ok: true, value } : { ok: false, value: death };
}

/** A guest's argument list as a host array, without asking the guest's iterator. */
export function hostArray(args: readonly unknown[]): unknown[] {
  const copy: unknown[] = [];
  for (let i = 0; i < args.length; i++) copy.push(args[i]);
  return copy;
}
