import vm from "node:vm";
import { expect } from "vitest";
import {
  type CompileOptions,
  type CompileResult,
  compileRestricted,
  DIAGNOSTIC_CODES,
  type Diagnostic,
  type Point,
  verifyRestricted,
} from "../../../src/index.js";

const CODES: ReadonlySet<string> = new Set(DIAGNOSTIC_CODES);

/** Far more than it takes; what is over it grows faster than the text. */
const MS = { base: 4_000, perCharacter: 0.5 } as const;

/**
 * Compiles, and expects what must hold of any text whatever: a frozen result in bounded time, codes that are documented,
 * places that are in the text; and of accepted ones that the verifier proves them and this engine parses them.
 */
export function soundly(source: string, options: CompileOptions = {}): CompileResult {
  const start = performance.now();
  const result = compileRestricted(source, options);
  expect(performance.now() - start).toBeLessThan(MS.base + MS.perCharacter * source.length);
  frozen(result);
  // There may be a thousand of them, and each is looked for from the beginning of the text.
  const told = [...result.errors, ...result.warnings];
  for (const diagnostic of [...told.slice(0, 20), ...told.slice(20).slice(-20)])
    placed(diagnostic, textOf(diagnostic, source, options));
  expect(result.ok).toBe(result.errors.length === 0);
  if (result.ok) proved(result);
  else expect(result.code).toBeNull();
  return result;
}

/** The text that a diagnostic points into: the source, or one of the parameters. */
function textOf({ filename }: Diagnostic, source: string, { params = [] }: CompileOptions): string {
  const parameter = / \(parameter (\d+)\)$/.exec(filename)?.[1];
  return parameter === undefined ? source : (params[Number(parameter) - 1] ?? "");
}

function frozen(result: CompileResult): void {
  const parts: readonly unknown[] = [result, ...Object.values(result), ...result.errors, ...result.warnings];
  expect(parts.filter((part) => !Object.isFrozen(part))).toEqual([]);
}

function placed(d: Diagnostic, source: string): void {
  const lines = source.split(/\r\n|[\n\r\u2028\u2029]/);
  const where = `${String(d)} in ${JSON.stringify(source.slice(0, 300))}`;
  expect(CODES.has(d.code), where).toBe(true);
  expect(d.message.length, where).toBeGreaterThan(0);
  expect(d.help?.length ?? 0, where).toBeGreaterThan(0);
  expect(d.frame.split("\n").at(-1), where).toMatch(/\| *\^+$/);
  for (const point of [d.start, d.end]) inText(point, source, lines, where);
  expect(d.end.offset, where).toBeGreaterThanOrEqual(d.start.offset);
}

function inText(point: Point, source: string, lines: readonly string[], where: string): void {
  const line = lines[point.line - 1];
  expect(line, where).toBeDefined();
  expect(point.column, where).toBeGreaterThanOrEqual(1);
  expect(point.column, where).toBeLessThanOrEqual((line ?? "").length + 1);
  const before = source.slice(0, point.offset).split(/\r\n|[\n\r\u2028\u2029]/);
  expect([point.line, point.column], where).toEqual([before.length, (before.at(-1) ?? "").length + 1]);
}

function proved({ code, guards }: CompileResult): void {
  const text = code ?? "";
  expect(verifyRestricted(text, { guards }).map(String)).toEqual([]);
  expect(() => new vm.Script(text)).not.toThrow();
}
