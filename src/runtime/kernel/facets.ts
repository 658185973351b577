import type { ErrorKit } from "./errors/index.js";
import type { FacetOperation, HostPort, Outcome } from "./host.js";
import { markBorn } from "./intrinsics/born.js";

const { apply, defineProperty, getPrototypeOf, ownKeys, getOwnPropertyDescriptor } = Reflect;
const getMember = Reflect.get;
const setMember = Reflect.set;
const freeze = Object.freeze;
const NativeProxy = Proxy;
const objectPrototype = Object.prototype;
const create = Object.create;
const weakGet = WeakMap.prototype.get;
const weakSet = WeakMap.prototype.set;
const mapGet = Map.prototype.get;
const mapSize = Reflect.getOwnPropertyDescriptor(Map.prototype, "size")?.get as () => number;
/** Names of items are the guest's to invent; beyond this many their getters are not kept for the next object. */
const MOST_GETTERS = 2_000;
const mapSet = Map.prototype.set;
const includes = Array.prototype.includes;
const iteratorSymbol: typeof Symbol.iterator = Symbol.iterator;
const arrayValues = Array.prototype.values;

export interface FacetShape {
  readonly policy: number;
  readonly name: string;
  readonly getters: readonly string[];
  /** Those of them that can be written to. */
  readonly setters: readonly string[];
  readonly methods: readonly string[];
  readonly iterable: boolean;
  readonly resident: boolean;
  readonly writeHelp: string;
}

export interface FacetRecord {
  readonly policy: number;
  readonly run: number;
  readonly target: object;
  readonly resident: boolean;
}

export interface FacetKit {
  /** A frozen prototype with the permitted members; made once per policy. */
  shape(shape: FacetShape): object;
  make(prototype: object, policy: number, run: number, target: object, items: readonly string[]): object;
  resident(prototype: object, policy: number, run: number, state: object): object;
  record(value: object): FacetRecord | undefined;
}

/** Turns a host's answer into a value or a throw. */
export type Enter = (run: () => Outcome) => unknown;

export function createFacetKit(host: HostPort, errors: ErrorKit, enter: Enter): FacetKit {
  const records = new WeakMap<object, FacetRecord>();
  const itemGetters: Map<string, () => unknown>[] = [];
  const recordOf = (value: unknown): FacetRecord | undefined =>
    typeof value === "object" && value !== null
      ? (apply(weakGet, records, [value]) as FacetRecord | undefined)
      : undefined;

  const ask = (
    policy: number,
    operation: FacetOperation,
    facet: unknown,
    name: string,
    args: unknown[],
  ): unknown => {
    const record = recordOf(facet);
    // A method torn off and called on something else finds no record of this policy.
    if (record === undefined || record.policy !== policy)
      throw errors.makeError("TypeError", `\`${name}\` was called on a value that is not of its type.`);
    return enter(() => host.facet(record.run, policy, operation, facet as object, record.target, name, args));
  };

  const tell = (receiver: unknown, name: string, writes: boolean): void => {
    let facet = receiver as object | null;
    // An object that inherits from a facet shows what the facet shows.
    while (facet !== null && recordOf(facet) === undefined) facet = getPrototypeOf(facet);
    const record = recordOf(facet);
    if (record === undefined || record.resident) return;
    enter(() => {
      host.unauthorized(record.run, record.policy, record.target, name, writes, errors.here);
      return DONE;
    });
  };
  const above = unpermitted(tell, (value) => recordOf(value) !== undefined, errors);

  const setterOf = ({ policy, setters, resident }: FacetShape, name: string): (() => void) | undefined => {
    if (resident) return undefined;
    const isOpen = apply(includes, setters, [name]) as boolean;
    return freeze(function (this: unknown, value: unknown): void {
      if (isOpen) {
        ask(policy, "set", this, name, [value]);
        return;
      }
      tell(this, name, true);
      throw errors.makeError("TypeError", `Cannot set property ${name} of #<Object> which has only a getter`);
    }) as () => void;
  };

  const hidden = (object: object, name: string, value: unknown): void => {
    defineProperty(object, name, { value, writable: false, enumerable: false, configurable: false });
  };

  return {
    record: recordOf,
    shape(shape) {
      const { policy } = shape;
      const prototype: object = shape.resident ? {} : create(above);
      if (!shape.resident) {
        markBorn(prototype);
        hidden(prototype, "_safe_", true);
      }
      for (const name of shape.getters) {
        const get = {
          [name](this: unknown): unknown {
            return ask(policy, "get", this, name, []);
          },
        }[name] as () => unknown;
        defineProperty(prototype, name, {
          get: freeze(get),
          set: setterOf(shape, name),
          enumerable: true,
          configurable: false,
        });
      }
      for (const name of shape.methods) {
        const method = {
          [name](this: unknown, ...args: unknown[]): unknown {
            return ask(policy, "call", this, name, args);
          },
        }[name] as () => unknown;
        hidden(method, "_open_", false);
        hidden(prototype, name, freeze(method));
      }
      if (shape.iterable) {
        const iterate = function (this: unknown): unknown {
          return apply(arrayValues, ask(policy, "iterate", this, "Symbol.iterator", []) as unknown[], []);
        };
        defineProperty(prototype, iteratorSymbol, { value: freeze(iterate) });
      }
      defineProperty(prototype, Symbol.toStringTag, { value: shape.name });
      // What has a setter may stand on the left side; all its other members are fixed, and the facet is frozen.
      if (!shape.resident) hidden(prototype, "_open_", shape.setters.length > 0);
      if (shape.writeHelp !== "") hidden(prototype, "_help_", shape.writeHelp);
      itemGetters[policy] = new Map();
      return freeze(prototype);
    },
    make(prototype, policy, run, target, items) {
      const facet: object = create(prototype);
      const getters = itemGetters[policy] as Map<string, () => unknown>;
      for (let i = 0; i < items.length; i++) {
        const name = items[i] as string;
        let get = apply(mapGet, getters, [name]) as (() => unknown) | undefined;
        if (get === undefined) {
          get = freeze(function (this: unknown): unknown {
            return ask(policy, "item", this, name, []);
          });
          if ((apply(mapSize, getters, []) as number) < MOST_GETTERS) apply(mapSet, getters, [name, get]);
        }
        defineProperty(facet, name, { get, set: undefined, enumerable: true, configurable: false });
      }
      apply(weakSet, records, [facet, { policy, run, target, resident: false }]);
      return freeze(facet);
    },
    resident(prototype, policy, run, state) {
      const facet: object = create(prototype);
      for (const name of ownKeys(state))
        defineProperty(facet, name, {
          ...(getOwnPropertyDescriptor(state, name) as PropertyDescriptor),
          writable: true,
          configurable: true,
        });
      apply(weakSet, records, [facet, { policy, run, target: facet, resident: true }]);
      return facet;
    },
  };
}

const asText = String;
const DONE: Outcome = freeze({ ok: true, value: undefined });

/**
 * What stands between a facet and `Object.prototype`: whoever gets as far has asked for a member that the policy does
 * not permit. It answers as if it were not there.
 */
function unpermitted(
  tell: (facet: unknown, name: string, writes: boolean) => void,
  isFacet: (value: unknown) => boolean,
  errors: ErrorKit,
): object {
  return new NativeProxy(
    create(objectPrototype) as object,
    {
      __proto__: null,
      get(_target: object, key: PropertyKey, receiver: unknown): unknown {
        if (typeof key === "string" && !(key in objectPrototype)) tell(receiver, key, false);
        return getMember(objectPrototype, key, receiver);
      },
      set(_target: object, key: PropertyKey, value: unknown, receiver: unknown): boolean {
        if (!isFacet(receiver)) return setMember(objectPrototype, key, value, receiver);
        if (typeof key === "string") tell(receiver, key, true);
        throw errors.makeError("TypeError", `Cannot add property ${asText(key)}, object is not extensible`);
      },
    } as ProxyHandler<object>,
  );
}
