import vm from "node:vm";
import { expect, it } from "vitest";
import {
  type CompileOptions,
  type CompileResult,
  compileRestricted,
  type ExecOptions,
  fullWriteGuard,
  saferGetattr,
  saferGetitem,
} from "../../src/index.js";
import { FORMS, failure, native, run } from "../support/run.js";
import { rowOf } from "./rows.js";

type Names = string | readonly string[];
const list = (names: Names): readonly string[] => (typeof names === "string" ? [names] : names);

/** One test for one or more rows; it fails when nothing in it is asserted. */
export function covers(names: Names, body: () => void | Promise<void>): void {
  const rows = list(names).map(rowOf);
  it(`${list(names).join(", ")}: ${rows.map((r) => r[2]).join("; ")}`, async () => {
    expect.hasAssertions();
    await body();
  });
}

export interface ValueCase {
  readonly row: Names;
  readonly source: string;
  readonly value: unknown;
  /** The engine's own value is the same; false for what only this library has. */
  readonly native?: false;
  readonly options?: ExecOptions;
}

/** Programs and their values: the same in both forms and, unless said otherwise, natively. */
export function values(cases: readonly ValueCase[]): void {
  for (const { row, source, value, native: same, options = {} } of cases) {
    covers(row, () => {
      for (const form of FORMS) expect(plain(run(source, options, form).value)).toEqual(value);
      if (same !== false) expect(plain(native(source, { ...options.globals }))).toEqual(value);
    });
  }
}

/** Values of other realms, compared by what they hold. */
export function plain(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return Array.from(value, plain);
  if (Object.prototype.toString.call(value) !== "[object Object]") return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]));
}

export interface RefusalCase {
  readonly row: Names;
  readonly source: string;
  /** `line code` of every error, in order. */
  readonly errors: readonly string[];
  /** False for what is no JavaScript natively either, or not in the engines of today. */
  readonly native?: false;
  readonly options?: CompileOptions;
}

/** Sources that are refused in both forms; natively each is a program that compiles. */
export function refusals(cases: readonly RefusalCase[]): void {
  for (const { row, source, errors, native: legal, options = {} } of cases) {
    covers(row, () => {
      if (legal !== false) expect(new vm.Script(source)).toBeDefined();
      for (const guards of FORMS)
        expect(refused(compileRestricted(source, { ...options, guards }))).toEqual(errors);
    });
  }
}

export function refused(result: CompileResult): readonly string[] {
  expect([result.ok, result.code]).toEqual([false, null]);
  return result.errors.map((d) => `${d.start.line} ${d.code}`);
}

/** A way out: natively `control` is what the payload gives; here each form ends in `code`. */
export function escapes(source: string, control: unknown, code: string, options: ExecOptions = {}): void {
  expect(plain(native(source, { ...options.globals }))).toEqual(control);
  for (const form of FORMS) expect([source, failureCode(source, options, form)]).toEqual([source, code]);
}

/** The code a source ends in, whether it is refused before it runs or while it runs. */
export function failureCode(
  source: string,
  options: ExecOptions = {},
  guards: (typeof FORMS)[number] = "inline",
): string {
  const compiled = compileRestricted(source, { guards });
  return compiled.ok ? failure(source, options, guards).code : (compiled.errors[0]?.code ?? "");
}

type Guard = (...args: never[]) => unknown;
type Raw = Record<PropertyKey, unknown>;

/** Each injectable guard as a pass-through. */
const PASS: Readonly<Record<string, (...args: never[]) => unknown>> = {
  _getattr_: (o: object, name: string) => saferGetattr(o, name),
  _getitem_: (o: object, key: string) => saferGetitem(o, key),
  // The function comes along when it had to be looked up before the arguments ran.
  _invoke_: (o: object, key: string, args: unknown[], f?: () => unknown) =>
    Reflect.apply(f ?? (saferGetitem(o, key) as () => unknown), o, args),
  _setattr_: (o: Raw, name: string, value: unknown) => store(o, name, value),
  _setitem_: (o: Raw, key: string, value: unknown) => store(o, key, value),
  _delattr_: (o: Raw, name: string) => delete o[name],
  _delitem_: (o: Raw, key: string) => delete o[key],
  _write_: (o: object) => fullWriteGuard(o),
  _inplacevar_: (op: string, x: number, y: number) => (op === "+=" ? x + y : op === "++" ? x + 1 : x - 1),
  _getiter_: (x: unknown) => x,
  _unpack_sequence_: (x: unknown) => x,
  _iter_unpack_sequence_: (x: unknown) => x,
  _keys_: (x: unknown) => x,
  _call_: (f: () => unknown, args: unknown[]) => Reflect.apply(f, undefined, args),
  _apply_: (f: () => unknown, args: unknown[]) => Reflect.apply(f, undefined, args),
  _new_: (C: new () => object, args: unknown[]) => Reflect.construct(C, args),
  _instanceof_: (x: unknown, C: new () => object) => x instanceof C,
  _class_: (C: unknown) => C,
  _base_: (C: unknown) => C,
  _await_: (x: unknown) => x,
};

function store(o: Raw, key: PropertyKey, value: unknown): unknown {
  o[key] = value;
  return value;
}

export interface Spied {
  readonly value: unknown;
  /** Each call as its guard's name and what it was given, objects as JSON. */
  readonly calls: readonly string[];
}

/** Runs in the call form with counting pass-throughs in place of the named guards. */
export function spy(source: string, names: readonly string[], options: ExecOptions = {}): Spied {
  const calls: string[] = [];
  const guards: Record<string, Guard> = {};
  for (const name of names) {
    const pass = PASS[name] as (...args: unknown[]) => unknown;
    guards[name] = (...args: unknown[]) => {
      calls.push([name, ...args.map(shown)].join(" "));
      return pass(...args);
    };
  }
  const { value } = run(source, { ...options, guards }, "call");
  return { value: plain(value), calls };
}

function shown(value: unknown): string {
  if (typeof value === "function") return "f";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
