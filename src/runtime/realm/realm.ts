import { compileFunction, constants, createContext, runInContext, runInThisContext, Script } from "node:vm";
import type { HostPort } from "../kernel/host.js";
import type { Kernel } from "../kernel/index.js";
import { KERNEL_TEXT } from "./kernel-text.generated.js";

const OWN_TEXT = { filename: "restrictedjs-rows.js" } as const;

/** One guest realm: a context of its own, its kernel, and the way to evaluate verified text in it. */
export interface Realm {
  readonly kernel: Kernel;
  evaluate(text: string, filename: string): unknown;
  /** A function of the realm with the library's own text; unlike `evaluate` it leaves the realm's queue alone. */
  compile(body: string, parameters: readonly string[]): unknown;
  /** Runs what waits in the realm's own queue of promise jobs; the host's realm has none that is its own. */
  drain(): void;
}

/** A context without interceptors on its global object, and without any way to turn strings into code. */
export function createRealm(host: Omit<HostPort, "watch">): Realm {
  const options = {
    name: "restrictedjs",
    codeGeneration: { strings: false, wasm: false },
    microtaskMode: "afterEvaluate",
  } as const;
  // Without interceptors on its global object; the typings of this Node do not know the constant yet.
  const vanilla = (constants as unknown as { DONT_CONTEXTIFY: object }).DONT_CONTEXTIFY;
  const context = createContext(vanilla, options);
  const watch = createWatch();
  // The queue is emptied after each script, whatever the script does.
  const nothing = new Script("0", { filename: "restrictedjs-drain.js" });
  const createKernel = runInContext(KERNEL_TEXT, context, { filename: "restrictedjs-kernel.js" }) as (
    port: HostPort,
  ) => Kernel;
  return {
    kernel: createKernel({ ...host, watch }),
    evaluate: (text, filename) => runInContext(text, context, { filename }),
    compile: (body, parameters) =>
      compileFunction(body, parameters, { ...OWN_TEXT, parsingContext: context }),
    drain: () => void nothing.runInContext(context),
  };
}

/**
 * The host's own realm, left as it is: what guests get of it goes through the guards of the call form, which stand alone
 * here.
 */
export function createSharedRealm(host: Omit<HostPort, "watch">): Realm {
  const createKernel = runInThisContext(KERNEL_TEXT, { filename: "restrictedjs-kernel.js" }) as (
    port: HostPort,
    shared: boolean,
  ) => Kernel;
  return {
    kernel: createKernel({ ...host, watch: createWatch() }, true),
    evaluate: (text, filename) => runInThisContext(text, { filename }) as unknown,
    compile: (body, parameters) => compileFunction(body, parameters, OWN_TEXT),
    drain() {},
  };
}

/** The longest time that the platform's timer takes. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * The platform's watchdog ends whatever a script of its own is doing, regular expressions included. The script lives in a
 * context of its own that no guest sees.
 */
function createWatch(): HostPort["watch"] {
  const slot: { run: () => void } = { run: () => {} };
  let script: Script | undefined;
  let context: ReturnType<typeof createContext> | undefined;
  return (ms, run) => {
    script ??= new Script("run()", { filename: "restrictedjs-watch.js" });
    context ??= createContext(slot);
    const before = slot.run;
    slot.run = run;
    try {
      script.runInContext(context, { timeout: Math.min(Math.max(1, Math.ceil(ms)), LONGEST_MS) });
      return true;
    } catch (error) {
      if ((error as { code?: unknown } | null)?.code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return false;
      throw error;
    } finally {
      slot.run = before;
    }
  };
}
