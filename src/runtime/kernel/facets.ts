import type { ErrorKit } from "./errors/index.js";
import type { FacetOperation, HostPort, Outcome } from "./host.js";

const { apply, defineProperty, ownKeys, getOwnPropertyDescriptor } = Reflect;
const freeze = Object.freeze;
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

  const setterOf = (policy: number, name: string, setters: readonly string[]): (() => void) | undefined => {
    if (!(apply(includes, setters, [name]) as boolean)) return undefined;
    return freeze(function (this: unknown, value: unknown): void {
      ask(policy, "set", this, name, [value]);
    }) as () => void;
  };

  const hidden = (object: object, name: string, value: unknown): void => {
    defineProperty(object, name, { value, writable: false, enumerable: false, configurable: false });
  };

  return {
    record: recordOf,
    shape(shape) {
      const { policy } = shape;
      const prototype: object = {};
      for (const name of shape.getters) {
        const get = {
          [name](this: unknown): unknown {
            return ask(policy, "get", this, name, []);
          },
        }[name] as () => unknown;
        defineProperty(prototype, name, {
          get: freeze(get),
          set: setterOf(policy, name, shape.setters),
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
      if (!shape.resident && shape.setters.length === 0) hidden(prototype, "_open_", false);
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
