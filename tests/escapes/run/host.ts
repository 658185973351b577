import { inspect } from "node:util";
import { definePolicy, type Policy } from "../../../src/index.js";
import { CANARY, SECRET } from "../../../src/testing/hostile/index.js";

class HostThing {
  label = "thing";
  _token = SECRET;
  greet(): string {
    return `hello ${this.label}`;
  }
}

/** Has a method of the same name, which its policy does not show. */
class HostOther {
  label = SECRET;
  greet(): string {
    return SECRET;
  }
}

class Unknown {
  token = SECRET;
}

const canary = (): unknown => (Reflect.get(globalThis, CANARY) as () => unknown)();

/** What a host function may return by mistake: no program gets anything of it. */
const WILD: Readonly<Record<string, () => object>> = {
  proxy: () => new Proxy({}, { ownKeys: () => [String(canary())] }),
  callable: () => new Proxy(() => 0, { getOwnPropertyDescriptor: () => canary() as undefined }),
  getter: () => Object.defineProperty({}, "x", { enumerable: true, get: canary }),
  iterable: () => ({
    *[Symbol.iterator]() {
      yield canary();
    },
  }),
  tester: () => ({ [Symbol.hasInstance]: () => canary() === undefined }),
  instance: () => new Unknown(),
  error: () => Object.assign(new Error("failed"), { detail: SECRET }),
};

/** Objects of the host's, made anew for each program, and whether they are still as they were. */
export interface Host {
  readonly globals: Readonly<Record<string, unknown>>;
  /** What `print` was given, where the globals' own is used. */
  readonly printed: string[];
  /** What programs gave the host's functions. */
  readonly received: unknown[];
  changed(): boolean;
}

export const POLICIES: readonly Policy[] = [
  definePolicy({
    name: "HostThing",
    brand: HostThing,
    members: {
      label: { kind: "get", get: (thing: HostThing) => thing.label },
      greet: { kind: "method", call: (thing: HostThing) => thing.greet() },
    },
  }) as unknown as Policy,
  definePolicy({ name: "HostOther", brand: HostOther, members: {} }) as unknown as Policy,
];

export function makeHost(): Host {
  const printed: string[] = [];
  const received: unknown[] = [];
  const take = <T>(value: T): T => {
    received.push(value);
    return value;
  };
  const hostObj = { name: "public", nested: { list: [1, 2, 3] }, _secret: SECRET };
  const hostInst = new HostThing();
  const globals = {
    hostObj,
    hostInst,
    hostOther: new HostOther(),
    hostWild: (kind: string) => WILD[kind]?.(),
    hostFn: (x: unknown) => take(x),
    hostCall: (f: unknown) => (typeof take(f) === "function" ? (f as (o: object) => unknown)({}) : undefined),
    hostGive: (o: { take?: unknown } | null | undefined) =>
      typeof o?.take === "function" ? (o.take as (o: object) => unknown)({}) : undefined,
    hostFake: () => ({ _safe_: true, _open_: true }),
    hostAsync: async (x: unknown) => take(x),
    hostThrow: () => {
      throw new Error("host failure");
    },
  };
  const objects: readonly object[] = [
    hostObj,
    hostObj.nested,
    hostObj.nested.list,
    hostInst,
    ...Object.values(globals),
  ];
  const state = (): string =>
    objects
      .map((o) => {
        const d = Object.getOwnPropertyDescriptors(o);
        return `${inspect(d, { customInspect: false, depth: 5 })}${Object.isExtensible(o)}`;
      })
      .join();
  const prototypes = (): readonly unknown[] => objects.map((o) => Object.getPrototypeOf(o));
  const [before, chain] = [plain ?? state(), prototypes()];
  plain = before;
  return {
    globals,
    printed,
    received,
    changed: () => state() !== before || prototypes().some((p, i) => p !== chain[i]),
  };
}

/** The same for every host that is made. */
let plain: string | undefined;
