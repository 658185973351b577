import type { Budget } from "./budget.js";
import { callFresh, callGuest, callRows } from "./calls.js";
import { closedPort } from "./closed-port.js";
import { createErrorKit, type ErrorKit } from "./errors/index.js";
import { createFacetKit, type FacetKit } from "./facets.js";
import { iteratingBuiltins } from "./globals/iterating.js";
import { makeGlobals } from "./globals/make.js";
import type { Guards } from "./guards-call.js";
import { brand } from "./helpers-inline.js";
import type { AmbientPort, HostPort, Outcome } from "./host.js";
import { isBorn } from "./intrinsics/born.js";
import {
  claimHostRealm,
  emptyGlobal,
  enterHostRealm,
  freezeIntrinsics,
  isHostRealm,
  isOpen,
  makeStandIns,
  markHandled,
  snapshotIntegrity,
  tameIntrinsics,
} from "./intrinsics/index.js";
import { isExecWatched, watchedOf } from "./intrinsics/watched-exec.js";
import { codeMakers, plainGuards, showing } from "./outside.js";
import { inspect } from "./print/inspect.js";
import { listOf, ROW_NATIVES } from "./rows.js";
import { createRun, type Refused, type RunOptions, type RunScope } from "./run.js";

const { apply, defineProperty, getPrototypeOf } = Reflect;
const objectPrototype = Object.prototype;
const create = Object.create;
const freeze = Object.freeze;
const NativePromise = Promise;
const promiseThen = Promise.prototype.then;
const weakGet = WeakMap.prototype.get;
const weakSet = WeakMap.prototype.set;
const weakAdd = WeakSet.prototype.add;
const weakHas = WeakSet.prototype.has;
const nothing = (): void => {};
const TOO_DEEP = "The program called functions too deeply for the engine's stack.";
const OVERFLOW = "Maximum call stack size exceeded";

/** Limits of an allocation outside of any run, such as while the host builds guest values. */
const IDLE = { stringLength: 2 ** 29 - 24, arrayLength: 2 ** 32 - 1 } as const;
const IDLE_MS = 5_000;

export interface Deferred {
  readonly promise: object;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** The guest realm as the host sees it. Everything in here is the guest realm's own. */
export interface Kernel {
  readonly errors: ErrorKit;
  readonly facets: FacetKit;
  readonly intrinsics: Readonly<Record<string, new (...args: never[]) => object>>;
  newObject(): Record<string, unknown>;
  newNull(): Record<string, unknown>;
  newArray(length: number): unknown[];
  readonly listOf: typeof listOf;
  readonly freeze: typeof freeze;
  createRun(options: RunOptions): RunScope;
  /** `ambient` asks the host; null is the engine's own. */
  globals(kind: string, ambient?: AmbientPort): Record<string, unknown>;
  /** A guest-side function over one of the host's. `call` never throws but for a stack overflow. */
  wrapHost(call: (args: readonly unknown[]) => Outcome, name: string): (...args: unknown[]) => unknown;
  /** A guest-side function over an injected guard: the guest's own values go in as they are. */
  wrapRaw(
    call: (args: unknown[]) => unknown,
    rebuild: (error: unknown) => unknown,
  ): (...args: unknown[]) => unknown;
  readonly rowNatives: typeof ROW_NATIVES;
  readonly callGuest: typeof callGuest;
  readonly callFresh: typeof callFresh;
  readonly callRows: typeof callRows;
  deferred(): Deferred;
  isPromise(value: unknown): boolean;
  then(promise: object, done: (value: unknown) => void, failed: (error: unknown) => void): void;
  enter(budget: Budget | null): Budget | null;
  inspect(value: unknown): string;
  /** Whether guests run in the host's own realm. */
  readonly shared: boolean;
  /** Whether a value was born in this realm; a property named like the brand proves nothing. */
  isOwn(value: object): boolean;
  /** Whether the program may write to an object of this realm. */
  isOpen(value: object): boolean;
  /** The default guards of the run that is going on, or of none, for host-injected guards to fall back on. */
  plain(): Guards;
  /** What changed in the realm's unfrozen intrinsics since it was made, or null. */
  check(): string | null;
  /** The realm went over to the slower way of matching, for good. */
  isWorn(): boolean;
}

/** @param shared whether this is the host's own realm, which stays as it is: then the guards stand alone */
export function createKernel(port: HostPort, shared = false): Kernel {
  if (shared) enterHostRealm();
  const host = closedPort(port, (foreign) => rebuilt(foreign));
  const errors = createErrorKit(host);
  let current: Budget | null = null;
  /** In the host's realm: who is charged for built-ins that the engine calls between two runs. */
  let last: Budget | null = null;
  /** Only the run that is charged has steps at hand: any other one comes by here before its first step. */
  const own = (budget: Budget | null): Budget | null => {
    const before = current;
    if (before === budget) return before;
    before?.close();
    current = budget;
    if (shared && budget !== null) last = budget;
    return before;
  };
  const queues = (): void => {
    if (current !== null) current.waits = true;
  };
  const denied = codeMakers();
  /** Only the engine throws out of the host's functions, and what it throws is of the host's realm. */
  const rebuilt = (foreign: unknown): object =>
    errors.isOverflow(foreign)
      ? errors.makeError("RangeError", OVERFLOW)
      : errors.makeError("Error", "The host function failed.");
  const ended = (budget: Budget): unknown => {
    try {
      return budget.kill("LIMIT_CALL_DEPTH", TOO_DEEP);
    } catch (death) {
      return death;
    }
  };
  tameIntrinsics({
    charge(units, kind) {
      if (kind === "step") (current ?? last)?.charge(units);
      else current?.allocate(units);
    },
    limits: () => current?.limits ?? IDLE,
    limitError(code, message) {
      if (current !== null) return current.kill(code, message);
      throw errors.limitError(code, message);
    },
    rejected(error) {
      if (errors.isOverflow(error)) {
        // Handed over, not thrown: `allSettled` would wait for it for ever.
        return current === null ? rebuilt(error) : ended(current);
      }
      if (shared) errors.secure(error);
      else if (typeof error === "object" && error !== null && host.isError(error) && !isOwn(error))
        return rebuilt(error);
      errors.normalise(error);
      return error;
    },
    forbidden(code, name) {
      const audit = current === null ? undefined : (apply(weakGet, audits, [current]) as Refused | undefined);
      audit?.(code, name);
    },
    watch: (run) => {
      const left = current === null ? IDLE_MS : current.left();
      let inTime: boolean;
      try {
        inTime = host.watch(left, run);
      } catch (foreign) {
        throw rebuilt(foreign);
      }
      if (inTime) return;
      current?.left();
      const message = `The program ran for more than ${current?.limits.timeMs ?? IDLE_MS} ms.`;
      if (current !== null) current.kill("LIMIT_TIME", message);
      throw errors.limitError("LIMIT_TIME", message);
    },
    clock: () => void current?.left(),
    queues,
  });
  if (shared) makeStandIns(denied, errors.secure);
  else errors.install();
  /** In the host's realm: what the guest has shown to the host's own guards, and may have back as it is. */
  const shown = new WeakSet<object>();
  const show = <T>(value: T): T => {
    if (shared && ((typeof value === "object" && value !== null) || typeof value === "function"))
      apply(weakAdd, shown, [value]);
    return value;
  };

  const enterHost = (ask: () => Outcome): unknown => {
    let outcome: Outcome;
    try {
      outcome = ask();
    } catch (foreign) {
      throw rebuilt(foreign);
    }
    if (!outcome.ok) throw outcome.value;
    return outcome.value;
  };
  const facets = createFacetKit(host, errors, enterHost);
  const describe = (value: object): string | null => {
    const record = facets.record(value);
    return record === undefined || record.resident ? null : host.describe(record.policy, record.target);
  };
  const text = (value: unknown): string => inspect(value, { describeFacet: describe });
  const intrinsics = freeze({
    Object,
    Array,
    Map,
    Set,
    Date,
    RegExp,
    Promise,
    ArrayBuffer,
    DataView,
    Uint8Array,
    Int8Array,
    Uint8ClampedArray,
    Uint16Array,
    Int16Array,
    Uint32Array,
    Int32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
  });

  const iterating = iteratingBuiltins();
  const defaults = new WeakMap<Budget, () => Guards>();
  const audits = new WeakMap<Budget, Refused>();
  const outside = plainGuards(errors, denied);

  const kernel: Kernel = {
    errors,
    facets,
    intrinsics: intrinsics as unknown as Kernel["intrinsics"],
    newObject: () => ({}),
    newNull: () => brand(create(null) as Record<string, unknown>),
    newArray: (length) => {
      const array: unknown[] = [];
      array.length = length;
      return array;
    },
    listOf,
    freeze,
    createRun(options) {
      if (shared) claimHostRealm();
      const scope = createRun(options, {
        host,
        errors,
        markHandled,
        denied,
        iterating,
        enter: enterHost,
        inspect: { describeFacet: describe },
        isFacet: (object) => facets.record(object) !== undefined,
        own,
      });
      apply(weakSet, defaults, [scope.budget, scope.defaults]);
      apply(weakSet, audits, [scope.budget, scope.audit]);
      return scope;
    },
    globals: (kind, { clock = null, random = null } = {}) =>
      makeGlobals(kind as Parameters<typeof makeGlobals>[0], {
        ambient: {
          clock: clock === null ? undefined : () => enterHost(clock) as number,
          random: random === null ? undefined : () => enterHost(random) as number,
        },
      }),
    wrapHost(call, name) {
      // biome-ignore lint/complexity/useArrowFunction: `new go.Figure()` constructs it
      const wrapped = function (...args: unknown[]): unknown {
        let outcome: Outcome;
        try {
          outcome = call(args);
        } catch (foreign) {
          throw rebuilt(foreign);
        }
        if (!outcome.ok) throw outcome.value;
        return outcome.value;
      };
      defineProperty(wrapped, "name", { value: name });
      defineProperty(wrapped, "_open_", { value: false });
      return freeze(wrapped);
    },
    wrapRaw:
      (call, rebuild) =>
      (...args) =>
        enterHost(() => {
          for (let i = 0; i < args.length; i++) show(args[i]);
          try {
            return { ok: true, value: watchedOf(call(args)) };
          } catch (error) {
            return { ok: false, value: rebuild(error) };
          }
        }),
    rowNatives: ROW_NATIVES,
    callGuest,
    callFresh,
    callRows,
    deferred() {
      queues();
      let resolve: (value: unknown) => void = () => {};
      let reject: (error: unknown) => void = () => {};
      const promise = new NativePromise<unknown>((a, b) => {
        resolve = a;
        reject = b;
      });
      markHandled(promise);
      return { promise, resolve: (value) => resolve(value), reject: (error) => reject(error) };
    },
    // The native `then` throws for anything that has no promise inside.
    isPromise(value) {
      try {
        // With reactions, so that the promise that is made here does not settle with what is in `value`.
        markHandled(apply(promiseThen, value, [nothing, nothing]) as Promise<unknown>);
        return true;
      } catch {
        return false;
      }
    },
    then(promise, done, failed) {
      queues();
      markHandled(
        apply(promiseThen, promise, [
          (value: unknown) => void done(value),
          (error: unknown) => void failed(error),
        ]),
      );
    },
    enter: own,
    inspect: text,
    isOwn: (value) =>
      shared
        ? (apply(weakHas, shown, [value]) as boolean) || facets.record(value) !== undefined
        : isOwn(value),
    isOpen,
    shared,
    plain: () => {
      const guards =
        current === null
          ? outside
          : ((apply(weakGet, defaults, [current]) as (() => Guards) | undefined)?.() ?? outside);
      return shared ? showing(guards, show) : guards;
    },
    check: () => null,
    isWorn: isExecWatched,
  };
  if (isHostRealm()) return kernel;
  freezeIntrinsics();
  emptyGlobal();
  kernel.check = snapshotIntegrity();
  return kernel;
}

/** Everything born here ends in this realm's `Object.prototype`, or in an object without prototype that the kernel branded. */
function isOwn(value: object): boolean {
  for (let o: object | null = value; o !== null; o = getPrototypeOf(o)) {
    if (o === objectPrototype || isBorn(o)) return true;
  }
  return false;
}
