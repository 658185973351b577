import { types } from "node:util";
import type { Program } from "../compiler/compile.js";
import { LimitError } from "../diagnostics/errors.js";
import { type Evaluated, evaluate, WRAPPER_LINES } from "./evaluate.js";
import { createGate, type Gate } from "./gate.js";
import { callFacet } from "./host-calls.js";
import type { HostPort } from "./kernel/host.js";
import { PROGRAM_PREFIX } from "./kernel/program-prefix.js";
import type { FrozenCopies } from "./membrane/frozen.js";
import { type Copiers, createCopiers } from "./membrane/rows.js";
import type { PolicyRegistry, Session } from "./membrane/session.js";
import { framePlace } from "./place.js";
import { createRealm, createSharedRealm, type Realm } from "./realm/realm.js";
import { tellUnauthorized } from "./unauthorized.js";

/** The realm of this process with what the host keeps about it. A realm found changed after a run is thrown away. */
export interface Environment {
  readonly realm: Realm;
  readonly gate: Gate;
  readonly registry: PolicyRegistry;
  readonly copiers: Copiers | null;
  readonly frozenCopies: FrozenCopies;
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
    frozenCopies: new WeakMap(),
    copiers: kind === "shared" ? null : createCopiers(realm.compile, realm.kernel),
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
