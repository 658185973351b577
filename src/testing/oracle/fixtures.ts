import { format } from "node:util";
import { definePolicy, type Policy } from "../../policies/policy.js";

/** No program may read it: it is in members of host objects that begin with an underscore. */
export const SECRET = "TOPSECRET";

/** What a case is given, fresh for each one. */
export interface Fixtures {
  readonly globals: Readonly<Record<string, unknown>>;
  readonly policies: readonly Policy[];
  /** What must not change. */
  readonly roots: readonly (readonly [string, object])[];
  /** All texts that the case printed, one after the other. */
  readonly printed: () => string;
}

/** `sloppy` is a host function in sloppy mode: called without a receiver it returns the host's global object. */
export function makeFixtures(sloppy: () => unknown): Fixtures {
  let printed = "";
  const print = (...args: readonly unknown[]): void => {
    // A case may have broken the iterator of arrays.
    for (let i = 0; i < args.length; i++)
      if (typeof args[i] === "string") printed += `${args[i] as string}\n`;
    try {
      // As hosts do; this runs the hooks of the values in frames of the host.
      format(...args);
    } catch {
      // A hook may throw.
    }
  };
  class HostClass {
    label = "inst";
    _token = SECRET;
    greet(): string {
      return `hello from ${this.label}`;
    }
  }
  const hostObj = { name: "public", nested: { list: [1, 2, 3] }, _secret: SECRET };
  const hostFn = (x: unknown): unknown => x;
  const hostThrow = (): never => {
    throw new Error("host failure");
  };
  const hostAsync = async (x: unknown): Promise<unknown> => x;
  const hostInst = new HostClass();
  const console = { log: (...args: readonly unknown[]): void => print(...args) };
  const policy = definePolicy<HostClass>({
    name: "HostClass",
    brand: (value) => value === hostInst,
    members: {
      label: { kind: "get", get: (target) => target.label },
      greet: { kind: "method", call: (target) => target.greet() },
    },
  });
  return {
    globals: { hostObj, hostFn, hostThrow, hostAsync, hostInst, hostSloppy: sloppy, print, console },
    policies: [policy],
    roots: [
      ...Object.entries({ hostObj, hostFn, hostThrow, hostAsync, hostInst, HostClass, print, console }),
      ["hostObj.nested", hostObj.nested],
      ["hostObj.nested.list", hostObj.nested.list],
      ["HostClass.prototype", HostClass.prototype],
      ["HostClass.prototype.greet", Object.getOwnPropertyDescriptor(HostClass.prototype, "greet")?.value],
      ["console.log", console.log],
    ],
    printed: () => printed,
  };
}
