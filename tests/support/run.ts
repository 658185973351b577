import vm from "node:vm";
import { expect } from "vitest";
import {
  type CompileResult,
  compileRestricted,
  type ExecOptions,
  type ExecResult,
  execRestricted,
  type GuardForm,
  verifyRestricted,
} from "../../src/index.js";

export const FORMS: readonly GuardForm[] = ["inline", "call"];

/** Compiles, proves the output once more, runs, and expects the host's intrinsics to be as they were. */
export function run(source: string, options: ExecOptions = {}, guards: GuardForm = "inline"): ExecResult {
  const program = compiled(source, guards);
  const before = intrinsics();
  try {
    return execRestricted(program, options);
  } finally {
    expect(intrinsics()).toEqual(before);
  }
}

export function compiled(source: string, guards: GuardForm = "inline"): CompileResult {
  const program = compileRestricted(source, { guards });
  expect(program.errors.map(String)).toEqual([]);
  expect(verifyRestricted(program.code ?? "", { guards }).map(String)).toEqual([]);
  return program;
}

/** What the same text gives in a plain realm without any restriction, as strict code. */
export function native(source: string, globals: Record<string, unknown> = {}): unknown {
  const lines: string[] = [];
  const print = (...args: unknown[]): void => void lines.push(args.map(String).join(" "));
  const context = vm.createContext({ ...globals, print });
  return vm.runInContext(`"use strict"; void 0; ${source}`, context);
}

/** Own keys of the intrinsics a guest would pollute first. */
function intrinsics(): Record<string, readonly string[]> {
  const objects = {
    Object: Object.prototype,
    Array: Array.prototype,
    Function: Function.prototype,
    String: String.prototype,
    Promise: Promise.prototype,
    Error,
  };
  return Object.fromEntries(
    Object.entries(objects).map(([name, o]) => [name, Reflect.ownKeys(o).map(String)]),
  );
}

/** The code of what is thrown. */
export function codeOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return "no error";
}

/** The error a run ends in; the test fails when it does not end in one. */
export function failure(
  source: string,
  options: ExecOptions = {},
  guards: GuardForm = "inline",
): {
  name: string;
  code: string;
  message: string;
  help?: string;
  position?: { line: number; column: number };
  guestStack?: string;
} {
  try {
    execRestricted(compiled(source, guards), options);
  } catch (error) {
    return error as ReturnType<typeof failure>;
  }
  throw new Error(`ran to its end: ${source}`);
}
