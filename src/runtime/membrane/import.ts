import { types } from "node:util";
import { isToken } from "../../builtins/token.js";
import { boundedName } from "../../diagnostics/bounded.js";
import { HostTypeError } from "../../diagnostics/errors.js";
import { BIGINT_NAMES } from "../../language/bigints.js";
import { isForbiddenMember } from "../../language/names.js";
import { refusedMember } from "../../language/policy.js";
import type { Policy } from "../../policies/policy.js";
import { compiled } from "../compiled.js";
import type { Kernel } from "../kernel/index.js";
import { enterBigint, expectBigints } from "./bigint.js";
import { enterFrozen } from "./frozen.js";
import { className, dataText, kindOf, regexpFlags, regexpSource, typedArrayName } from "./kinds.js";
import { type Crossing, copyElements, copyOf } from "./rows.js";
import { GuestThrow, type Session, staysBehind } from "./session.js";
import { charge, count, lengthOfBuffer, lengthOfTyped, sizeOfMap, sizeOfSet } from "./size.js";

/**
 * Brings a host value into the guest realm: plain data is copied, functions are wrapped, instances that a policy covers
 * become facets.
 * @throws HostTypeError `HOST_TYPE`, `HOST_ACCESSOR`, `HOST_PROXY`; LimitError `LIMIT_RESULT`
 */
export function importValue(session: Session, value: unknown, path: string): unknown {
  const state: Crossing = { session, what: `The host value ${path}`, seen: new Map(), kept: null, nodes: 0 };
  try {
    return enter(state, value, path, 0);
  } finally {
    charge(state);
  }
}

function enter(state: Crossing, value: unknown, path: string, depth: number): unknown {
  switch (typeof value) {
    case "undefined":
    case "boolean":
    case "number":
    case "string":
      return value;
    case "bigint":
      return enterBigint(state.session, value, path);
    case "symbol":
      throw refusal("HOST_TYPE", path, "is a symbol, which cannot cross to the guest");
    case "function":
      // A function of the guest's own that an injected guard hands back.
      if (isGuestBorn(state.session.kernel, value as object)) return value;
      if (hasProxy(value as object)) throw refusal("HOST_PROXY", path, "is a Proxy, or inherits of one");
      if (CODE_MAKERS.has(value)) throw refusal("HOST_TYPE", path, "makes code of text");
      return wrapFunction(state.session, value as (...args: never[]) => unknown, path);
    default:
      return value === null ? null : enterObject(state, value as object, path, depth);
  }
}

function enterObject(state: Crossing, value: object, path: string, depth: number): unknown {
  const { session, seen } = state;
  const known = copyOf(state, value);
  if (known !== undefined) return known;
  count(state, 1, depth);
  const kind = kindOf(value);
  // A writable facet is a Proxy of the kernel's own.
  if (kind === "proxy" && session.kernel.facets.record(value) !== undefined) return value;
  if (kind === "proxy") throw refusal("HOST_PROXY", path, "is a Proxy");
  const origin = session.origins.get(value);
  if (origin !== undefined) return origin;
  // An object of the guest's own that an injected guard hands back.
  if (isGuestBorn(session.kernel, value)) return value;
  if (isToken(value)) {
    if (BIGINT_NAMES.has(value.name)) expectBigints(session, path);
    return session.builtin(value);
  }
  const policy = session.policies.find((p) => p.matches(value));
  if (policy !== undefined) return facet(state, policy, value, path);
  if (hasProxy(value)) throw refusal("HOST_PROXY", path, "inherits of a Proxy");
  if (kind === "array" || kind === "object") {
    const shared = enterFrozen(state, value, (crossing) => enterData(crossing, value, path));
    if (shared !== undefined) return remember(state, value, shared);
  }
  const { kernel } = session;
  const make = (name: string, ...args: unknown[]): object =>
    Reflect.construct(kernel.intrinsics[name] as never, args);
  switch (kind) {
    case "array":
      return enterArray(state, value as unknown[], path, depth);
    case "map": {
      count(state, 2 * sizeOfMap(value));
      const copy = make("Map") as Map<unknown, unknown>;
      seen.set(value, copy);
      Map.prototype.forEach.call(
        value,
        (v, k) =>
          void Map.prototype.set.call(
            copy,
            enter(state, k, `a key of ${path}`, depth + 1),
            enter(state, v, `a value of ${path}`, depth + 1),
          ),
      );
      return copy;
    }
    case "set": {
      count(state, sizeOfSet(value));
      const copy = make("Set") as Set<unknown>;
      seen.set(value, copy);
      Set.prototype.forEach.call(
        value,
        (v) => void Set.prototype.add.call(copy, enter(state, v, `an element of ${path}`, depth + 1)),
      );
      return copy;
    }
    case "date":
      return remember(state, value, make("Date", Date.prototype.getTime.call(value)));
    case "regexp":
      return remember(state, value, make("RegExp", regexpSource(value), regexpFlags(value)));
    case "typed":
    case "buffer":
      return remember(state, value, enterBytes(state, value, path));
    case "promise":
      return enterPromise(session, value as Promise<unknown>, path);
    case "error":
      return remember(state, value, kernel.errors.makeError(errorName(value), errorMessage(value)));
    case "object":
      return enterPlain(state, value, path, depth);
    default:
      throw refusal("HOST_TYPE", path, `is an instance of ${className(value)}`);
  }
}

/** Frozen data that nothing of the host's lays claim to. */
function enterData(state: Crossing, value: object, path: string): unknown {
  return Array.isArray(value) ? enterArray(state, value, path, 0) : enterPlain(state, value, path, 0);
}

/** A value that many places hold is copied once. */
function remember(state: Crossing, value: object, copy: object): object {
  state.seen.set(value, copy);
  return copy;
}

/** A copy of the bytes as they are now, whoever shares them. */
function enterBytes(state: Crossing, value: object, path: string): object {
  const isTyped = types.isTypedArray(value);
  count(state, isTyped ? lengthOfTyped(value) : lengthOfBuffer(value));
  const name = isTyped ? typedArrayName(value) : "Uint8Array";
  if (BIGINT_NAMES.has(name)) expectBigints(state.session, path);
  const { intrinsics } = state.session.kernel;
  if (!Object.hasOwn(intrinsics, name)) throw refusal("HOST_TYPE", path, `is a ${name}`);
  let plain: object;
  try {
    const own = (globalThis as unknown as Record<string, new (of: object) => object>)[name];
    // A copy first: members that the host's object or its class has of its own are not asked.
    plain = isTyped ? new (own as new (of: object) => object)(value) : new Uint8Array(value as ArrayBuffer);
  } catch {
    throw refusal("HOST_TYPE", path, "has a buffer that is detached or too short");
  }
  const copy = Reflect.construct(intrinsics[name] as never, [plain]) as Uint8Array;
  return isTyped ? copy : copy.buffer;
}

/** Host data may have a property named like the guest realm's brand: the realm itself is asked. Runs no code of the value's. */
export function isGuestBorn(kernel: Kernel, value: unknown): boolean {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return false;
  if (hasProxy(value)) return kernel.facets.record(value) !== undefined;
  return (kernel.shared || "_safe_" in value) && kernel.isOwn(value);
}

const USUAL: ReadonlySet<unknown> = new Set([null, Object.prototype, Array.prototype, Function.prototype]);

/** A Proxy, or one among the prototypes: to look anything up would run its traps. */
function hasProxy(value: object): boolean {
  for (let o: object | null = value; o !== null; ) {
    if (types.isProxy(o)) return true;
    const next = Object.getPrototypeOf(o) as object | null;
    if (USUAL.has(next)) return false;
    o = next;
  }
  return false;
}

const makerOf = (f: object): unknown => Object.getPrototypeOf(f).constructor;

/** A program that could call one of these would run text of its own as the host's code. */
const CODE_MAKERS: ReadonlySet<unknown> = new Set([
  // biome-ignore lint/security/noGlobalEval: it is named here in order to be refused
  globalThis.eval,
  ...[() => {}, async () => {}, function* () {}, async function* () {}].map(makerOf),
]);

function enterArray(state: Crossing, value: unknown[], path: string, depth: number): unknown {
  const { length } = value;
  const copy = state.session.kernel.newArray(0);
  count(state, length);
  state.seen.set(value, copy);
  copyElements(state, value, copy, depth, (item, i) => enter(state, item, `${path}[${i}]`, depth + 1));
  return copy;
}

function enterPlain(state: Crossing, value: object, path: string, depth: number): unknown {
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype !== null && prototype !== Object.prototype && !isForeignPlain(prototype)) {
    throw refusal("HOST_TYPE", path, `is an instance of ${className(value)}`);
  }
  const copy = prototype === null ? state.session.kernel.newNull() : state.session.kernel.newObject();
  state.seen.set(value, copy);
  for (const name of Object.keys(value)) {
    const d = Object.getOwnPropertyDescriptor(value, name);
    if (d === undefined || staysBehind(name, state.session)) continue;
    if (!("value" in d)) throw refusal("HOST_ACCESSOR", `${path}.${name}`, "is a getter");
    count(state, 1);
    copy[name] = enter(state, d.value, `${path}.${name}`, depth + 1);
  }
  return copy;
}

/** The Object.prototype of another realm: no prototype of its own, and the methods of one. */
function isForeignPlain(prototype: object): boolean {
  return (
    Object.getPrototypeOf(prototype) === null &&
    Object.hasOwn(prototype, "hasOwnProperty") &&
    Object.hasOwn(prototype, "isPrototypeOf")
  );
}

function facet(state: Crossing, policy: Policy, value: object, path: string): unknown {
  const { session } = state;
  const known = session.facets.get(value);
  if (known !== undefined) return known;
  if (policy.capture !== undefined) {
    const captured = policy.capture(value as never);
    if (captured === value)
      throw refusal("HOST_TYPE", path, `is captured by its policy \`${policy.name}\` as itself`);
    const made = enterObject(state, captured, path, 0);
    session.facets.set(value, made as object);
    return made;
  }
  const shape = shapeOf(session, policy);
  const index = session.registry.list.indexOf(policy);
  const { facets } = session.kernel;
  if (policy.resident !== undefined) {
    const held: Record<string, unknown> = session.kernel.newObject();
    for (const [name, part] of Object.entries(policy.resident.read(value as never)))
      held[name] = importValue(session, part, `${path}.${name}`);
    return facets.resident(shape, index, session.id, held);
  }
  const items = (policy.items?.names(value as never) ?? []).filter((name) =>
    isItemName(shape, name, session),
  );
  const made = facets.make(shape, index, session.id, value, items);
  session.facets.set(value, made);
  return made;
}

/** Members win over items, and names that no guest can write are left to methods such as `column(name)`. */
function isItemName(shape: object, name: string, { policy }: Session): boolean {
  const isRefused = isForbiddenMember(name) || refusedMember(name, policy) !== undefined;
  return !isRefused && !Object.hasOwn(shape, name);
}

function shapeOf(session: Session, policy: Policy): object {
  const known = session.registry.shapes.get(policy);
  if (known !== undefined) return known;
  const index = session.registry.list.push(policy) - 1;
  const names = (kind: string): string[] =>
    Object.entries(policy.members ?? {})
      .filter(([, m]) => m.kind === kind)
      .map(([n]) => n);
  const shape = session.kernel.facets.shape({
    policy: index,
    name: policy.name,
    getters: names("get"),
    setters: Object.entries(policy.members ?? {}).flatMap(([n, m]) =>
      m.kind === "get" && m.set !== undefined ? [n] : [],
    ),
    methods: names("method"),
    iterable: policy.iterate !== undefined,
    resident: policy.resident !== undefined,
    writeHelp: policy.writeHelp ?? "",
  });
  session.registry.shapes.set(policy, shape);
  return shape;
}

export function wrapFunction(session: Session, f: (...args: never[]) => unknown, path: string): unknown {
  const origin = session.origins.get(f);
  if (origin !== undefined) return origin;
  const known = session.wrappers.get(f);
  if (known !== undefined) return known;
  const name: unknown = Object.getOwnPropertyDescriptor(f, "name")?.value;
  const wrapped = session.kernel.wrapHost(session.asked(f), typeof name === "string" ? name : path);
  session.wrappers.set(f, wrapped);
  return wrapped;
}

function enterPromise(session: Session, promise: Promise<unknown>, path: string): unknown {
  const deferred = session.kernel.deferred();
  const settle = (done: (value: unknown) => void, value: unknown): void => {
    // What goes on with it is this run's, whenever the host's promise is settled.
    const leave = session.gate.enter(session.budget);
    try {
      done(importValue(session, value, path));
    } catch (error) {
      deferred.reject(
        session.budget?.death ??
          session.kernel.errors.makeError(
            "TypeError",
            error instanceof Error ? error.message : "The host's promise failed.",
          ),
      );
    } finally {
      leave();
    }
  };
  Promise.prototype.then.call(
    promise,
    (v) => settle(deferred.resolve, v),
    // What the guest threw in a callback of the host's comes back as it was.
    (e) =>
      e instanceof GuestThrow && e.session === session
        ? session.gate.within(session.budget, () => deferred.reject(e.value))
        : settle(deferred.reject, e),
  );
  return deferred.promise;
}

export function errorName(error: object): string {
  return boundedName(dataText(error, "name") ?? "Error");
}

const PATHS = compiled(/(?:file:\/\/)?(?:\/[\w.@-]+){2,}(?::\d+)*/g);

export function errorMessage(error: object): string {
  const message: unknown = Object.getOwnPropertyDescriptor(error, "message")?.value;
  // Host paths in a message would tell the guest about the machine.
  return typeof message === "string" ? message.slice(0, 10_000).replace(PATHS, "<path>").slice(0, 2_000) : "";
}

function refusal(
  code: "HOST_TYPE" | "HOST_ACCESSOR" | "HOST_PROXY",
  path: string,
  what: string,
): HostTypeError {
  const help =
    "Register a policy for its class with definePolicy({ name, brand, members }) and pass it in `policies`, or pass plain data.";
  return new HostTypeError({ code, message: `The host value ${path} ${what}.`, help });
}
