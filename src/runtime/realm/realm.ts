import { constants, createContext, runInContext, runInThisContext } from "node:vm";
import type { HostPort } from "../kernel/host.js";
import type { Kernel } from "../kernel/index.js";
import { KERNEL_TEXT } from "./kernel-text.generated.js";

/** One guest realm: a context of its own, its kernel, and the way to evaluate verified text in it. */
export interface Realm {
  readonly kernel: Kernel;
  evaluate(text: string, filename: string): unknown;
}

/** A context without interceptors on its global object, and without any way to turn strings into code. */
export function createRealm(host: HostPort): Realm {
  const options = { name: "restrictedjs", codeGeneration: { strings: false, wasm: false } };
  // Without interceptors on its global object; the typings of this Node do not know the constant yet.
  const vanilla = (constants as unknown as { DONT_CONTEXTIFY: object }).DONT_CONTEXTIFY;
  const context = createContext(vanilla, options);
  const createKernel = runInContext(KERNEL_TEXT, context, { filename: "restrictedjs-kernel.js" }) as (
    port: HostPort,
  ) => Kernel;
  return {
    kernel: createKernel(host),
    evaluate: (text, filename) => runInContext(text, context, { filename }),
  };
}

/**
 * The host's own realm, left as it is: what guests get of it goes through the guards of the call form, which stand alone
 * here.
 */
export function createSharedRealm(host: HostPort): Realm {
  const createKernel = runInThisContext(KERNEL_TEXT, { filename: "restrictedjs-kernel.js" }) as (
    port: HostPort,
    shared: boolean,
  ) => Kernel;
  return {
    kernel: createKernel(host, true),
    evaluate: (text, filename) => runInThisContext(text, { filename }) as unknown,
  };
}
