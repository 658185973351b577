import { types } from "node:util";
import type { Program } from "../compiler/compile.js";
import { LimitError } from "../diagnostics/errors.js";
import type { Policy } from "../policies/policy.js";
import { isPrivileged } from "../policies/policy.js";
import { type Evaluated, evaluate, WRAPPER_LINES } from "./evaluate.js";
import { guestValue } from "./failures.js";
import { createGate, type Gate } from "./gate.js";
import type { FacetOperation, HostPort, Outcome } from "./kernel/host.js";
import { PROGRAM_PREFIX } from "./kernel/program-prefix.js";
import { ARGUMENT, exportValue, PRIVILEGED, revive } from "./membrane/export.js";
import { importValue } from "./membrane/import.js";
import type { PolicyRegistry, Session } from "./membrane/session.js";
import { framePlace } from "./place.js";
import { createRealm, createSharedRealm, type Realm } from "./realm/realm.js";
import { tellUnauthorized } from "./unauthorized.js";

/** The realm of this process with what the host keeps about it. A realm found changed after a run is thrown away. */
export interface Environment {
  readonly realm: Realm;
  readonly gate: Gate;
  readonly registry: PolicyRegistry;
  /** Makes a run's session known to the kernel for as long as anything can still use it. */
  register(session: Session): void;
  /** `plain`: the host injects no guard. */
  factory(
    program: Program,
    provided: ReadonlySet<string>,
    plain: boolean,
  ): Evaluated & { readonly id: number };
}

export type RealmKind = "isolated" | "shared";

/** The realms of this process: the first is everybody's, the others are for runs inside of runs. */
const isolated: Environment[] = [];
const shared: Environment[] = [];
/** Runs inside of runs, at most. */
const NESTED = 32;
/** Programs are told apart by number on the stack, whichever realm they run in. */
let programCount = 0;

export function environment(kind: RealmKind = "isolated"): Environment {
  // Whoever asks while a run is going on asks for that run.
  const list = kind === "shared" ? shared : isolated;
  return list.findLast(({ gate }) => gate.busy) ?? list[0] ?? added(list, kind);
}

/**
 * Where a new run may start: a realm that nobody is in. A run that is started by a host function of another one gets a
 * realm of its own, so that what either leaves in promises goes on at its own cost.
 *
 * @throws LimitError `LIMIT_CALL_DEPTH`
 */
export function idleEnvironment(kind: RealmKind): Environment {
  if (kind === "shared") return environment(kind);
  const idle = isolated.find(({ gate }) => !gate.busy);
  if (idle !== undefined) return idle;
  if (isolated.length >= NESTED)
    throw new LimitError({
      code: "LIMIT_CALL_DEPTH",
      message: `Programs that start programs through the host are nested more than ${NESTED} deep.`,
    });
  return added(isolated, kind);
}

function added(list: Environment[], kind: RealmKind): Environment {
  const made = createEnvironment(kind);
  list.push(made);
  return made;
}

/** Forgets the realm; runs that still use it go on, new runs get a new one. */
export function discardEnvironment(used: Environment): void {
  for (const list of [isolated, shared]) {
    const at = list.indexOf(used);
    if (at >= 0) list.splice(at, 1);
  }
}

function createEnvironment(kind: RealmKind): Environment {
  const sessions = new Register<Session>();
  const programs = new Register<Program>((id) => realm.kernel.errors.forget(id));
  const registry: PolicyRegistry = { list: [], shapes: new Map() };
  const factories = new WeakMap<Program, Map<string, Evaluated & { id: number }>>();
  const port: Omit<HostPort, "watch"> = {
    now: () => performance.now(),
    frame: (id, line, column) => {
      const program = programs.get(id);
      return program === undefined ? null : framePlace(program, line, column);
    },
    call: (run, index, args) => callHost(sessions.get(run), index, args),
    facet: (run, policy, operation, facet, target, name, args) =>
      callFacet(sessions.get(run), registry.list[policy], operation, facet, target, name, args),
    depth: (id) => framesOf(`${PROGRAM_PREFIX}${id}`),
    isError: types.isNativeError,
    unauthorized: (run, policy, target, name, writes, here) => {
      const session = sessions.get(run);
      const known = registry.list[policy];
      if (session !== undefined && known !== undefined)
        tellUnauthorized(session, known, target, name, writes, here);
    },
    describe: (policy, target) =>
      registry.list[policy]?.describe?.(target) ?? `[${registry.list[policy]?.name ?? "object"}]`,
  };
  const realm: Realm = kind === "shared" ? createSharedRealm(port) : createRealm(port);
  return {
    realm,
    gate: createGate(realm.kernel, () => realm.drain()),
    registry,
    register: (session) => sessions.add(session.id, session),
    factory(program, provided, plain) {
      const names = program.verified.freeNames.filter((name) => provided.has(name)).join(" ");
      const key = plain ? `${names} ` : names;
      let known = factories.get(program);
      if (known === undefined) {
        known = new Map();
        factories.set(program, known);
      }
      let made = known.get(key);
      if (made === undefined) {
        const id = programCount++;
        programs.add(id, program);
        made = { ...evaluate(realm, program, id, { provided, plain: plain && kind !== "shared" }), id };
        known.set(key, made);
      }
      return made;
    },
  };
}

/** Objects by number, held weakly: a host that compiles and runs for months must not keep each program it saw. */
class Register<T extends WeakKey> {
  readonly #entries = new Map<number, WeakRef<T>>();
  readonly #released: FinalizationRegistry<number>;

  constructor(onRelease: (id: number) => void = () => {}) {
    this.#released = new FinalizationRegistry((id) => {
      this.#entries.delete(id);
      onRelease(id);
    });
  }

  add(id: number, value: T): void {
    this.#entries.set(id, new WeakRef(value));
    this.#released.register(value, id);
  }

  get(id: number): T | undefined {
    return this.#entries.get(id)?.deref();
  }
}

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

/** A guest's call of a host function. Everything is caught here: host frames never throw into the guest. */
function callHost(session: Session | undefined, index: number, args: unknown[]): Outcome {
  const f = session?.functions[index];
  if (session === undefined || f === undefined) return UNKNOWN;
  return outcome(session, () => {
    const mode = isPrivileged(f) ? PRIVILEGED : ARGUMENT;
    const given = [...hostArray(args)].map((argument) => exportValue(session, argument, mode));
    return importValue(session, (f as (...a: unknown[]) => unknown)(...given), `returned by \`${f.name}\``);
  });
}

function callFacet(
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
  if (!session.alive) return ended(session);
  // A promise may go on after the limit that ended the run; the host no longer hears it.
  const death = session.budget?.death ?? null;
  if (death !== null) return { ok: false, value: death };
  try {
    const value = run();
    // Host code may have caught the limit that ended the run.
    const ending = session.budget?.death ?? null;
    return ending === null ? { ok: true, value } : { ok: false, value: ending };
  } catch (error) {
    return { ok: false, value: guestValue(session, error) };
  }
}

/** A guest's argument list as a host array, without asking the guest's iterator. */
export function hostArray(args: unknown[]): unknown[] {
  const copy: unknown[] = [];
  for (let i = 0; i < args.length; i++) copy.push(args[i]);
  return copy;
}

/** Frames of one script's own functions on the stack, not of the guards around it, all of them: the host realm's own error machinery has no short limit. */
function framesOf(script: string): number {
  const { stackTraceLimit, prepareStackTrace } = Error;
  let frames = 0;
  try {
    Error.stackTraceLimit = Number.POSITIVE_INFINITY;
    Error.prepareStackTrace = (_error, sites) => {
      frames = sites.filter(
        (site) => site.getScriptNameOrSourceURL() === script && (site.getLineNumber() ?? 0) > WRAPPER_LINES,
      ).length;
      return "";
    };
    void new Error().stack;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    if (prepareStackTrace === undefined) delete (Error as { prepareStackTrace?: unknown }).prepareStackTrace;
    else Error.prepareStackTrace = prepareStackTrace;
  }
  return frames;
}
