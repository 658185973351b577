import { mimic, replaceMethod } from "./define.js";
import { isHostRealm } from "./host-realm.js";
import { meter } from "./meter.js";
import {
  apply,
  construct,
  defineProperty,
  deleteProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  hasOwn,
  isExtensible,
  NativePromise,
  ownKeys,
  promiseThen,
} from "./primordials.js";
import { type Held, holding } from "./ticking.js";

type Native = (...args: unknown[]) => unknown;
const PromisePrototype = NativePromise.prototype;
const nothing = (): void => {};
/** What queues jobs costs a step: a built-in as the `then` of an object can make the engine call it without end. */
const pay = (): void => {
  meter.charge(1, "step");
  meter.queues();
};

/**
 * Says to the engine that a rejection of `promise` is looked after: an unhandled one of the guest's would raise
 * `unhandledRejection` in the host and end its process. Never throws, whatever `promise` is.
 *
 * Both reactions give nothing. Without the first one the promise that `then` makes would settle with the guest's value: the
 * engine would read its `then` a second time, and what that getter throws would be a rejection that nobody looks after.
 */
export function markHandled<T>(promise: T): T {
  if (typeof promise !== "object" || promise === null) return promise;
  try {
    if (getPrototypeOf(promise) === PromisePrototype && !hasOwn(promise, "constructor"))
      promiseThen(promise, nothing, nothing);
    else markForeign(promise);
  } catch {
    // Not a promise, or a subclass whose constructor throws: it has no rejection of ours to look after.
  }
  return promise;
}

/** `then` would make its result by the guest's constructor; for the moment of the call there is none. */
function markForeign(promise: object): void {
  const before = getOwnPropertyDescriptor(promise, "constructor");
  const open = before === undefined ? isExtensible(promise) : before.configurable === true;
  if (open)
    defineProperty(promise, "constructor", {
      value: undefined,
      writable: true,
      enumerable: false,
      configurable: true,
    });
  try {
    promiseThen(promise, nothing, nothing);
  } finally {
    if (open && before === undefined) deleteProperty(promise, "constructor");
    else if (open && before !== undefined) defineProperty(promise, "constructor", before);
  }
}

/**
 * The engine's message for a rejection may name a guard, until it is mended; and at the end of the stack it may be an error
 * of the host's realm. Whatever collects reasons, such as `allSettled`, comes by here too: it calls `then`.
 */
function heard(failed: Native): Native {
  return (error) => apply(failed, undefined, [meter.rejected(error)]);
}

/** `catch` and `finally` call `then`, so that they need no change. */
export function tamePromisePrototypes(): void {
  replaceMethod(
    PromisePrototype,
    "then",
    () =>
      ({
        then(this: unknown, done?: unknown, failed?: unknown): unknown {
          return markHandled(
            promiseThen(this, done, typeof failed === "function" ? heard(failed as Native) : failed),
          );
        },
      }).then,
  );
  // In a realm of its own these two find the `then` above by themselves.
  if (isHostRealm())
    for (const name of ["catch", "finally"])
      replaceMethod(
        PromisePrototype,
        name,
        (native) =>
          ({
            react(this: unknown, react?: unknown): unknown {
              pay();
              const heeded = name === "catch" && typeof react === "function" ? heard(react as Native) : react;
              return markHandled(apply(native, this, [heeded]));
            },
          }).react,
      );
  const asyncGenerator = getPrototypeOf(async function* () {}.prototype as object) as object;
  for (const name of ["next", "return", "throw"]) {
    replaceMethod(
      asyncGenerator,
      name,
      (native) =>
        ({
          resume(this: unknown, ...args: unknown[]): unknown {
            pay();
            return markHandled(apply(native, this, args));
          },
        }).resume,
    );
  }
}

/**
 * The `Promise` that guests see: a function with the native prototype, so that promises of async functions are its
 * instances, and `Promise.prototype.constructor` stays native, so that `await` keeps its fast path. Of the native
 * constructor's statics only those remain that the engine itself looks up.
 */
export function makePromiseConstructor(): Native {
  const wrapper = function (this: unknown, executor: unknown): unknown {
    pay();
    if (new.target === undefined) return apply(NativePromise as unknown as Native, undefined, [executor]);
    const target = new.target === wrapper ? NativePromise : new.target;
    return markHandled(
      construct(NativePromise, [executor as () => void], target as unknown as typeof NativePromise),
    );
  };
  mimic(wrapper, NativePromise);
  defineProperty(wrapper, "prototype", { value: PromisePrototype, writable: false });
  for (const key of ownKeys(NativePromise)) {
    const d = getOwnPropertyDescriptor(NativePromise, key);
    if (d === undefined || hasOwn(wrapper, key)) continue;
    defineProperty(
      wrapper,
      key,
      typeof d.value === "function" ? { ...d, value: mimic(marked(d.value as Native, wrapper), d.value) } : d,
    );
    if (typeof key === "string" && key !== "resolve" && !isHostRealm()) deleteProperty(NativePromise, key);
  }
  return wrapper as unknown as Native;
}

function marked(native: Native, wrapper: unknown): Native {
  return {
    method(this: unknown, ...args: unknown[]): unknown {
      pay();
      const held: Held = { thrown: false, error: undefined };
      if (CONSUMERS.has(native)) args[0] = holding(args[0], PROMISE_BYTES, held);
      const receiver = this === wrapper ? NativePromise : this;
      const result = apply(native, receiver, args) as unknown;
      // V8 takes quadratic time, after the run, for the elements of an iterator that threw.
      if (held.thrown) {
        markHandled(result);
        return markHandled(apply(nativeReject, receiver, [held.error]));
      }
      const holder = result as { promise?: unknown } | null;
      if (native === withResolvers && typeof holder === "object" && holder !== null)
        markHandled(holder.promise);
      return markHandled(result);
    },
  }.method;
}

/** What one element costs the engine: a promise, its reactions and their closures. */
const PROMISE_BYTES = 512;
/** Statics that loop over what they are given. */
const CONSUMERS: ReadonlySet<unknown> = new Set(
  ["all", "allSettled", "any", "race"].map(
    (name) => (NativePromise as unknown as Record<string, unknown>)[name],
  ),
);
const nativeReject = NativePromise.reject as Native;
const withResolvers: unknown = (NativePromise as unknown as Record<string, unknown>)["withResolvers"];
