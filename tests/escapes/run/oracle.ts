import { inspect } from "node:util";
import { CANARY, type HostileProgram, SECRET } from "../../../src/testing/hostile/index.js";
import { type Host, makeHost } from "./host.js";
import { watchIntrinsics } from "./integrity.js";

export type Ending = "refused" | "guard" | "error" | "ran";

/** How a program ended, and what it left to look at. */
export interface Ended {
  readonly ending: Ending;
  readonly left: readonly unknown[];
  /** What else the engine saw that must not be, such as a mark on a prototype of its own. */
  readonly effects: readonly string[];
}

/** Runs a program with the host's objects as its globals; it throws only for a fault of the harness. */
export type Engine = (program: HostileProgram, host: Host) => Promise<Ended>;

export interface Outcome {
  readonly ending: Ending;
  /** Effects on the host that no program may have. */
  readonly escapes: readonly string[];
}

export interface Oracle {
  judge(program: HostileProgram): Promise<Outcome>;
  /** Takes the canary away. */
  close(): void;
}

const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

/** One at a time in a process: the canary stands on the global object. */
export function makeOracle(engine: Engine): Oracle {
  let calls = 0;
  const rejections: unknown[] = [];
  const hear = (reason: unknown): void => {
    rejections.push(reason);
  };
  Reflect.set(globalThis, CANARY, () => {
    calls++;
  });
  process.on("unhandledRejection", hear);
  const check = watchIntrinsics();
  return {
    async judge(program) {
      calls = 0;
      rejections.length = 0;
      const host = makeHost();
      // Changing a prototype makes the engine forget what it knows: only where a program asks for it.
      const takeAway = program.source.includes("hostLate") ? addLate() : (): void => {};
      const { ending, left, effects } = await engine(program, host).finally(takeAway);
      if (program.async) await turn();
      const escapes = [...effects, ...check()];
      if (calls > 0) escapes.push("the canary was called");
      if (host.changed()) escapes.push("an object of the host was changed");
      if (shows([...left, host.printed])) escapes.push("a secret was shown");
      if (calls > 0 && !escapes.includes("the canary was called")) escapes.push("the canary was called");
      if (rejections.length > 0) escapes.push("a promise was left rejected");
      return { ending, escapes: [...new Set(escapes)] };
    },
    close() {
      process.off("unhandledRejection", hear);
      Reflect.deleteProperty(globalThis, CANARY);
    },
  };
}

/** A method that the host gives its arrays after the library was set up: nobody decided about it. */
function addLate(): () => void {
  const canary = (): unknown => (Reflect.get(globalThis, CANARY) as () => unknown)();
  Object.defineProperty(Array.prototype, "hostLate", { value: canary, configurable: true });
  return () => void Reflect.deleteProperty(Array.prototype, "hostLate");
}

/** What a host sees that prints whatever a program gave it. */
function shows(left: readonly unknown[]): boolean {
  const unfold = left.map((one) =>
    one instanceof Error ? [one.message, one.stack, one.cause, { ...one }] : one,
  );
  try {
    return inspect(unfold, { depth: 6, showHidden: true }).includes(SECRET);
  } catch {
    return false;
  }
}
