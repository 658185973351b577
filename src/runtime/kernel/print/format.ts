import { shared, sharedObject } from "../intrinsics/define.js";
import {
  defineProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  NativeObject,
  NativeString,
  ownKeys,
  regexpExec,
  stringCharCodeAt,
  stringIndexOf,
  stringSlice,
  symbolToString,
  trunc,
} from "../intrinsics/primordials.js";
import { type InspectOptions, inspect } from "./inspect.js";
import { table } from "./table.js";

/** `print` text carries its own end; the others are one line each, without the line break. */
export type Level = "log" | "info" | "warn" | "error" | "debug" | "print";
export type Write = (level: Level, text: string) => void;

/** `console.log`'s text: `%s %d %i %f %j %o %O %c %%` in a leading string, the rest joined by spaces. */
export function formatArgs(args: readonly unknown[], options: InspectOptions = {}): string {
  let next = 0;
  let out = "";
  const first = args[0];
  if (typeof first === "string") {
    next = 1;
    out = args.length > 1 && stringIndexOf(first, "%") >= 0 ? "" : first;
    if (out === "" && first !== "") [out, next] = substitute(first, args, options);
  }
  for (let i = next; i < args.length; i++) {
    const part = args[i];
    out += `${i > 0 ? " " : ""}${typeof part === "string" ? part : inspect(part, options)}`;
  }
  return out;
}

function substitute(
  pattern: string,
  args: readonly unknown[],
  options: InspectOptions,
): [text: string, next: number] {
  let out = "";
  let next = 1;
  let from = 0;
  for (let i = 0; i < pattern.length - 1; i++) {
    if (stringCharCodeAt(pattern, i) !== 37) continue;
    const kind = stringSlice(pattern, i + 1, i + 2);
    const known = kind === "%" || (next < args.length && regexpExec(/^[sdifjoOc]$/, kind) !== null);
    if (known) {
      out += stringSlice(pattern, from, i) + (kind === "%" ? "%" : place(kind, args[next++], options));
      from = i + 2;
    }
    i += known ? 1 : 0;
  }
  return [out + stringSlice(pattern, from), next];
}

function place(kind: string, value: unknown, options: InspectOptions): string {
  if (kind === "c") return "";
  if (kind === "s")
    return typeof value === "string"
      ? value
      : typeof value === "symbol"
        ? symbolToString(value)
        : inspect(value, { ...options, depth: 0 });
  if (kind === "d" || kind === "i" || kind === "f") {
    // Objects are not coerced: their `valueOf` is the program's code.
    if (typeof value === "bigint") return `${value}n`;
    const number =
      typeof value === "number"
        ? value
        : typeof value === "string" || typeof value === "boolean"
          ? +value
          : 0 / 0;
    return NativeString(kind === "i" ? trunc(number) : number);
  }
  return inspect(value, options);
}

/** A console whose methods work detached; it never throws for what it is given. */
export function makeConsole(
  write: Write,
  options: InspectOptions = {},
): Readonly<Record<string, (...args: unknown[]) => void>> {
  const printer = (level: Level): ((...args: unknown[]) => void) =>
    named(level, (...args) => write(level, formatArgs(args, options)));
  return sharedObject({
    log: printer("log"),
    info: printer("info"),
    warn: printer("warn"),
    error: printer("error"),
    debug: printer("debug"),
    table: named("table", (data) => write("log", table(data, options) ?? formatArgs([data], options))),
    assert: named("assert", (condition, ...args) => {
      if (condition) return;
      const detail = formatArgs(args, options);
      write("error", detail === "" ? "Assertion failed" : `Assertion failed: ${detail}`);
    }),
  });
}

/** RestrictedPython's `print`: values joined by `sep`, ended by `end`, which trail as `{ sep, end }`. */
export function makePrint(write: Write, options: InspectOptions = {}): (...args: unknown[]) => void {
  return named("print", (...args) => {
    const given = printOptions(args[args.length - 1]);
    const count = given === undefined ? args.length : args.length - 1;
    const { sep = " ", end = "\n" } = given ?? {};
    let text = "";
    for (let i = 0; i < count; i++) {
      const part = args[i];
      text += (i > 0 ? sep : "") + (typeof part === "string" ? part : inspect(part, options));
    }
    write("print", text + end);
  });
}

/** A plain object with nothing but `sep`, `end` and `file`; `file` is ignored, the host decides where text goes. */
function printOptions(value: unknown): { readonly sep?: string; readonly end?: string } | undefined {
  if (typeof value !== "object" || value === null || getPrototypeOf(value) !== NativeObject.prototype)
    return undefined;
  const keys = ownKeys(value);
  const found: { sep?: string; end?: string } = {};
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (key !== "sep" && key !== "end" && key !== "file") return undefined;
    const part = getOwnPropertyDescriptor(value, key)?.value as unknown;
    if (part === undefined || part === null || key === "file") continue;
    if (typeof part !== "string") return undefined;
    found[key] = part;
  }
  return keys.length === 0 ? undefined : found;
}

function named(name: string, f: (...args: unknown[]) => void): (...args: unknown[]) => void {
  defineProperty(f, "name", { value: name });
  return shared(f);
}
