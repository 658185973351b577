import { inspect } from "node:util";
import vm from "node:vm";
import { describe } from "./describe.js";
import { HELPERS_TEXT, type MakeHelpers } from "./helpers.js";
import { MAX_LINES, microtasks, type Outcome } from "./outcome.js";
import { wording } from "./wording.js";

interface NativeRealm {
  start(text: string, log: (args: unknown[]) => unknown, print: (args: unknown[]) => void): unknown;
  uses: number;
}

/** A realm is used again while its programs only touch what is theirs. */
const USES = 400;
let current: NativeRealm | null = null;

function realm(): NativeRealm {
  if (current !== null && current.uses++ < USES) return current;
  // Without interceptors on its global object: with them, strict code may assign functions to names that are not there.
  const context = vm.createContext((vm.constants as unknown as { DONT_CONTEXTIFY: object }).DONT_CONTEXTIFY);
  // Indirect eval of strict code has declarations of its own and a completion value.
  const start = vm.runInContext(
    `(function (evaluate) {
      // Programs never see the text of their functions under restriction: that is documented.
      const { toString } = Function.prototype;
      Object.defineProperty(Function.prototype, "toString", { value: function () {
        const text = toString.call(this);
        const name = Object.getOwnPropertyDescriptor(this, "name")?.value;
        const shown = typeof name === "string" ? name : "";
        return text.endsWith("{ [native code] }") ? text : \`function \${shown}() { [guest code] }\`;
      } });
      return (text, onLog, onPrint, helpers) => {
        globalThis.log = (...args) => onLog(args);
        Object.assign(globalThis, helpers(log, Symbol, RangeError, Promise));
        globalThis.print = (...args) => onPrint(args);
        return evaluate(text);
      };
    })(eval)`,
    context,
  ) as (...args: unknown[]) => unknown;
  const helpers = vm.runInContext(HELPERS_TEXT, context) as MakeHelpers;
  current = { start: (text, log, print) => start(text, log, print, helpers), uses: 0 };
  return current;
}

/** The next program gets a realm that no other has touched. */
export function discardNative(): void {
  current = null;
}

/** What the engine itself does with the text, as strict code. */
export async function runNative(source: string, waits: boolean): Promise<Outcome> {
  const lines: string[] = [];
  const log = (args: unknown[]): unknown => {
    if (lines.length >= MAX_LINES) throw new RangeError("too many lines");
    lines.push(args.map(describe).join(" "));
    return args[0];
  };
  const print = (args: unknown[]): void => {
    lines.push(`print ${args.map((x) => (typeof x === "string" ? x : inspect(x))).join(" ")}`);
  };
  let end: string;
  try {
    end = `value ${describe(realm().start(`"use strict"; void 0; ${source}`, log, print))}`;
  } catch (error) {
    end = thrown(error);
  }
  if (waits) await microtasks();
  return { end, lines };
}

/** What cannot leave a run as data. */
const UNEXPORTED: ReadonlySet<string> = new Set(["function", "symbol"]);

function thrown(error: unknown): string {
  if (typeof error !== "object" || error === null)
    return UNEXPORTED.has(typeof error) ? "throws a function or symbol" : `throws ${describe(error)}`;
  const name = label(error, "name", "Error");
  const message = label(error, "message", "");
  return `throws ${name}: ${wording(message)}`;
}

function label(error: object, key: string, otherwise: string): string {
  try {
    const value = (error as Record<string, unknown>)[key];
    return typeof value === "string" ? value : otherwise;
  } catch {
    return otherwise;
  }
}
