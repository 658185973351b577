import { type Program, withBigints } from "../compiler/compile.js";
import { GuardError, LimitError } from "../diagnostics/errors.js";
import type { PolicyRules } from "../language/policy.js";
import { ambientPort } from "./ambient.js";
import { askedBy } from "./asked.js";
import { type Auditor, createAuditor, positionOf } from "./audit.js";
import { type ActiveSession, bringAll, type Caller, createCaller, fresh, leave, settle } from "./call.js";
import { discardEnvironment, type Environment, environment, idleEnvironment } from "./environment.js";
import { guestValue, hostError } from "./failures.js";
import { hostArray, hostCaller } from "./host-calls.js";
import type { RefusedMembers } from "./kernel/policy.js";
import type { Output } from "./kernel/print/output.js";
import { BigintArrival } from "./membrane/bigint.js";
import { exportValue, RESULT } from "./membrane/export.js";
import { importValue, isGuestBorn } from "./membrane/import.js";
import type { Session } from "./membrane/session.js";
import { isSimple } from "./membrane/simple.js";
import { importedValues } from "./modules.js";
import type { RunSettings } from "./options.js";
import { createPrinting } from "./printing.js";
import type { PrintedLine, Usage } from "./result.js";

/** One run of one program, from its first step to its retirement. */
export interface Run {
  readonly session: Session;
  readonly printed: readonly PrintedLine[];
  readonly usage: () => Usage;
  /**
   * Calls the program's root; throws the host's error for whatever ends it. With `waits` the realm is left at once, and
   * the program's promises go on; without it they end with the run.
   */
  start(waits: boolean): unknown;
  /** Ends the run: its counter is taken away, its realm is looked over. */
  retire(): void;
  fail(thrown: unknown): Error;
  /** Mode `function`: the guest's function for the host; each call has fresh limits. */
  callable(value: unknown, name: string): (...args: unknown[]) => unknown;
  /** Mode `function`, for functions that are called very often. */
  caller(value: unknown): Caller;
}

let runs = 0;

/** Names of the language itself; they are there whatever the host leaves out. */
const CONSTANTS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["undefined", undefined],
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
]);

/** Whether a run with these settings gives a free name a value. */
export function isProvided(name: string, settings: RunSettings): boolean {
  const builtins =
    typeof settings.builtins === "string"
      ? environment(settings.realm).realm.kernel.globals(settings.builtins)
      : settings.builtins;
  const prints = settings.builtins !== "none" && (name === "print" || name === "console");
  return prints || [settings.globals, builtins].some((o) => Object.hasOwn(o, name)) || CONSTANTS.has(name);
}

/** A host that hands bigints over at the start gets the program that is compiled for them. */
export function createRun(program: Program, settings: RunSettings): Run {
  try {
    return prepareRun(program, settings);
  } catch (error) {
    const variant = error instanceof BigintArrival ? withBigints(program) : undefined;
    if (variant === undefined) throw error;
    return prepareRun(variant, settings);
  }
}

function prepareRun(program: Program, settings: RunSettings): Run {
  const env = idleEnvironment(settings.realm);
  const { kernel } = env.realm;
  const session = createSession(env, program, settings);
  const { audit } = session;
  const printing = createPrinting(session, settings);
  const modules = importedValues(session, program, settings);

  let output: Output | null = null;
  const ambient = ambientPort(session, settings);
  const sets = new Map<string, Readonly<Record<string, unknown>>>();
  /** One object per set and run: a run's `random` is its own. */
  const setOf = (name: string): Readonly<Record<string, unknown>> => {
    const made = sets.get(name) ?? kernel.globals(name, ambient);
    sets.set(name, made);
    return made;
  };
  session.builtin = ({ set, name }) => (set === "output" ? printer(name) : setOf(set)[name]);
  const printer = (name: string): unknown => (name === "print" ? output?.print : output?.console);
  const builtins = typeof settings.builtins === "string" ? setOf(settings.builtins) : settings.builtins;
  const enter =
    typeof settings.builtins === "string" ? (value: unknown) => value : importValue.bind(null, session);
  /** What a free name stands for: the host's globals win over the built-ins. */
  const lookUp = (name: string): (() => unknown) | undefined => {
    const imported = modules.get(name);
    if (imported !== undefined) return imported;
    if (Object.hasOwn(settings.globals, name))
      return () => importValue(session, settings.globals[name], `\`${name}\``);
    if (settings.builtins !== "none" && (name === "print" || name === "console")) return () => printer(name);
    if (Object.hasOwn(builtins, name)) return () => enter(builtins[name], `\`${name}\``);
    if (CONSTANTS.has(name)) return () => CONSTANTS.get(name);
    return program.settings.globalize.includes(name) ? () => undefined : undefined;
  };
  const provided = new Map(
    program.verified.freeNames.flatMap((name) => {
      const make = lookUp(name);
      return make === undefined ? [] : [[name, make] as const];
    }),
  );

  const { factory, id, guardNames } = env.factory(
    program,
    new Set(provided.keys()),
    Object.keys(settings.guards).length === 0,
  );
  const globals = kernel.newObject();
  const scope = kernel.createRun({
    program: id,
    limits: settings.limits,
    sites: program.sites,
    guardNames,
    missing: program.verified.freeNames.filter((name) => !provided.has(name)),
    globals,
    openNames: [...program.settings.policy.openNames],
    refusedMembers: refusedMembers(program.settings.policy),
    injected: injectedGuards(session, settings),
    readsExec: program.verified.matchers.elsewhere,
    bigints: program.verified.bigints === "guarded",
    waits: program.verified.waits,
    callForm: program.settings.guards === "call",
    unguarded: program.settings.unguarded,
    print: printing.port,
    collector: program.settings.printed ? null : printing.collector(),
    audit: (code, name, place, isFacet) =>
      audit.tell({
        type: isFacet ? "data" : "guard",
        code,
        message: `A guard refused \`${name.slice(0, 100)}\`.`,
        name,
        position: positionOf(place),
      }),
  });
  const { budget } = scope;
  session.budget = budget;
  output = scope.output;
  session.hints = {
    names: () => [
      ...Object.keys(settings.globals),
      ...Object.getOwnPropertyNames(builtins),
      ...(settings.builtins === "none" ? [] : ["print", "console"]),
      ...program.result.definedNames,
    ],
    root: (name) => Object.getOwnPropertyDescriptor(globals, name)?.value,
    members: () => settings.policies.flatMap((p) => Object.keys(p.members ?? {})),
  };
  for (const [name, make] of provided)
    Object.defineProperty(globals, name, {
      value: make(),
      writable: true,
      enumerable: true,
      configurable: true,
    });
  const root = factory(scope, (take, give) => {
    budget.counter = { take, give };
  });

  let leaving: (() => void) | null = null;
  const leaveRealm = (): void => {
    const close = leaving;
    leaving = null;
    close?.();
  };
  const fail = (thrown: unknown): Error => hostError(session, thrown);
  return {
    session,
    printed: printing.printed,
    usage: () => Object.freeze({ ...budget.usage(), printedBytes: printing.bytes() }),
    start(waits) {
      budget.open(true);
      session.alive = true;
      leaving = env.gate.enter(budget);
      session.depth++;
      try {
        return root();
      } catch (thrown) {
        throw fail(thrown);
      } finally {
        session.depth--;
        if (waits) leaveRealm();
        budget.close();
      }
    },
    retire() {
      session.alive = false;
      budget.retire();
      leaveRealm();
      inspectRealm(env, audit);
      audit.settle();
    },
    fail,
    callable(value, name) {
      const f = (...args: unknown[]): unknown =>
        leave(session, session.call(value as (...a: unknown[]) => unknown, args));
      return Object.defineProperty(f, "name", { value: name });
    },
    caller: (value) => createCaller(session, value as (...args: unknown[]) => unknown),
  };
}

/** Guests share three intrinsics that are not frozen, for speed; one that is found changed costs the realm its place. */
function inspectRealm(env: Environment, audit: Auditor): void {
  // Sound, but its regular expressions are slow from now on.
  if (env.realm.kernel.isWorn()) discardEnvironment(env);
  const changed = env.realm.kernel.check();
  if (changed === null) return;
  discardEnvironment(env);
  audit.tell({
    type: "realm",
    code: "GUARD_WRITE",
    message: `The program changed ${changed}; its realm was discarded.`,
  });
}

/** What the key check in the realm needs of the language policy. */
function refusedMembers({ members, affixes }: PolicyRules): RefusedMembers {
  return {
    members: [...members].map(([name, { help }]) => [name, help ?? ""]),
    affixes: affixes.map(({ startsWith, endsWith, memberHelp }) => [startsWith, endsWith, memberHelp ?? ""]),
  };
}

function createSession(env: Environment, program: Program, settings: RunSettings): ActiveSession {
  const { kernel } = env.realm;
  const session: ActiveSession = {
    id: ++runs,
    kernel,
    gate: env.gate,
    policies: settings.policies,
    registry: env.registry,
    copiers: env.copiers,
    frozenCopies: env.frozenCopies,
    vetted: new WeakMap(),
    facets: new WeakMap(),
    wrappers: new WeakMap(),
    exported: { raw: new WeakMap(), copy: new WeakMap() },
    origins: new WeakMap(),
    resultNodes: settings.limits.resultNodes,
    policy: program.settings.policy,
    bigints: program.verified.bigints,
    builtin: () => undefined,
    hints: null,
    budget: null,
    audit: createAuditor(settings.onAudit, program.source, program.settings.filename),
    alive: false,
    depth: 0,
    asked: (f) => hostCaller(session, f as (...a: unknown[]) => unknown),
    call(f, args) {
      const given = bringAll(session, args);
      if (session.depth > 0 || session.alive) return settle(session, f, given);
      return fresh(session, f, given);
    },
  };
  env.register(session);
  return session;
}

/** Injected guards see the guest's own values; what they return crosses the membrane unless it is the guest's own. */
function injectedGuards(
  session: Session,
  settings: RunSettings,
): Record<string, (...args: never[]) => unknown> {
  const out: Record<string, (...args: never[]) => unknown> = {};
  for (const [name, guard] of Object.entries(settings.guards)) {
    if (name === "_import_" || name === "_print_") continue;
    out[name] = guardFor(session, name, guard as (...a: unknown[]) => unknown);
  }
  return out;
}

function guardFor(
  session: Session,
  name: string,
  guard: (...a: unknown[]) => unknown,
): (...args: never[]) => unknown {
  const bridge = session.kernel.wrapRaw(
    (args) => {
      const result = askedBy(session.kernel, () => guard(...hostArray(args)));
      // Symbols are of no realm, and a guard that reads `Symbol.iterator` for the guest returns one. A registered one,
      // which host code knows by its text, does not pass.
      return typeof result === "symbol" && Symbol.keyFor(result) === undefined
        ? result
        : importValue(session, result, `returned by the guard \`${name}\``);
    },
    // What the guest threw while the guard called it goes on as it was.
    (error) => {
      if (error instanceof GuardError)
        session.audit.tell({ type: "guard", code: error.code, message: error.message, name });
      if (typeof error === "bigint" && session.bigints === "refused") return guestValue(session, error);
      const isPrimitive = typeof error === "bigint" || isSimple(error);
      return isPrimitive || isGuestBorn(session.kernel, error) ? error : guestValue(session, error);
    },
  );
  return bridge as (...args: never[]) => unknown;
}

export function exportResult(session: Session, value: unknown): unknown {
  try {
    return exportValue(session, value, RESULT);
  } catch (error) {
    if (error instanceof LimitError) session.audit.limit(error, session);
    throw error;
  }
}
