import { fileURLToPath } from "node:url";
import { constants, createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import type * as Parts from "./entry.js";

const result = await build({
  entryPoints: [fileURLToPath(new URL("entry.ts", import.meta.url))],
  bundle: true,
  format: "iife",
  globalName: "parts",
  write: false,
  platform: "neutral",
  target: "es2022",
});
/** Without the prologue that the real kernel has: a use of a global at run time finds the emptied global object. */
export const KERNEL = `(function () { "use strict"; ${result.outputFiles[0]?.text ?? ""}\nreturn parts; })()`;

export interface TestRealm {
  readonly parts: typeof Parts;
  readonly charged: { step: number; bytes: number };
  readonly globals: Record<string, unknown>;
  /** Runs a function body with the globals in scope. */
  run(body: string, extra?: Record<string, unknown>): unknown;
  /** What the body throws, as `Name: message`, or "" if nothing. */
  thrown(body: string): string;
}

function freshContext(): object {
  const vanilla = (constants as unknown as { DONT_CONTEXTIFY?: symbol }).DONT_CONTEXTIFY;
  return createContext((vanilla ?? {}) as object, { codeGeneration: { strings: false, wasm: false } });
}

const WRAP = (body: string): string =>
  `(function (G) { with (G) { return (function () { "use strict"; ${body}\n})(); } })`;

function runner(context: object, globals: Record<string, unknown>): Pick<TestRealm, "run" | "thrown"> {
  const run = (body: string, extra: Record<string, unknown> = {}): unknown => {
    const f = runInContext(WRAP(body), context, { filename: "guest.js" }) as (g: object) => unknown;
    return f(Object.assign(globals, extra));
  };
  return {
    run,
    thrown(body) {
      try {
        run(body);
        return "";
      } catch (error) {
        return `${(error as Error).name}: ${(error as Error).message}`;
      }
    },
  };
}

export function tamedRealm(kind: "safe" | "limited" | "utility" = "safe", budget = Infinity): TestRealm {
  const context = freshContext();
  const parts = runInContext(KERNEL, context, { filename: "kernel.js" }) as typeof Parts;
  const charged = { step: 0, bytes: 0 };
  const fail = (code: string, message: string): never => {
    throw Object.assign(new Error(message), { name: code });
  };
  parts.tameIntrinsics({
    charge(units, what) {
      charged[what] += units;
      if (charged.step > budget) fail("LIMIT_STEPS", "steps");
      if (charged.bytes > 2 ** 28) fail("LIMIT_ALLOCATION", "bytes");
    },
    limits: () => ({ stringLength: 2 ** 24, arrayLength: 2_000_000 }),
    limitError: fail,
    rejected: (error: unknown) => error,
    forbidden() {},
    watch: (run) => run(),
    clock() {},
    queues() {},
  });
  parts.freezeIntrinsics();
  parts.emptyGlobal();
  const globals = parts.makeGlobals(kind, { seed: 1 });
  return { parts, charged, globals, ...runner(context, globals) };
}

/** The positive control: the same kind of context, untouched. */
export function rawRealm(): Pick<TestRealm, "run" | "thrown"> {
  const context = freshContext();
  return runner(context, runInContext("globalThis", context) as Record<string, unknown>);
}
