import { describe, expect, it } from "vitest";
import {
  type AuditEvent,
  compileRestricted,
  type ExecOptions,
  type ExecResult,
  execRestricted,
  execRestrictedAsync,
  GuestError,
} from "../../../src/index.js";
import { KINDS } from "./kinds.js";

const GIANT = "const s = 'x'.repeat(1e8);";
const limits = { stringLength: 2e8, allocatedBytes: 2 ** 31 };
/** Ten thousand characters and the note, a name of a thousand before them, the host's own stack behind them. */
const LONGEST = 13_000;
const WITHIN_MS = 5_000;
/** The giant text itself takes 100 MB; the collector comes when it likes. */
const WITHIN_BYTES = 500e6;

const SOURCES: readonly (readonly [string, string])[] = [
  ["a message", `${GIANT} throw new Error(s)`],
  ["a name", `${GIANT} const e = new Error('m'); e.name = s; throw e`],
  [
    "both, by getters",
    `${GIANT} class E extends Error { get message() { return s } get name() { return s } } throw new E()`,
  ],
  ["a text", `${GIANT} throw s`],
  ["a description", `${GIANT} throw Symbol(s)`],
  ["an aggregate", `${GIANT} throw new AggregateError([new Error(s)], s)`],
  ["a cause", `${GIANT} throw new Error('m', { cause: new Error(s) })`],
  ["an object", `${GIANT} throw { name: s, message: s }`],
  ["a member that is missing", `${GIANT} const o = {}; o[s]()`],
  ["a member that is refused", `${GIANT} ({})['_' + s]`],
  ["a text that is no JSON", `${GIANT} JSON.parse(s)`],
];

/** Everything that an error shows, but for the program's own value. */
const shown = (error: Error): readonly string[] => [
  error.name,
  error.message,
  error.stack ?? "",
  String((error as { help?: string }).help ?? ""),
  ...(error instanceof GuestError ? [error.guestName, error.guestMessage, error.guestStack] : []),
];

function failure(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error("ran to its end");
}

function measured<T>(work: () => T): T {
  const [time, memory] = [performance.now(), process.memoryUsage.rss()];
  const result = work();
  expect(performance.now() - time).toBeLessThan(WITHIN_MS);
  expect(process.memoryUsage.rss() - memory).toBeLessThan(WITHIN_BYTES);
  return result;
}

describe.each(KINDS)("%s %o", (guards, realm) => {
  const start = (source: string, options: ExecOptions = {}): ExecResult =>
    execRestricted(compileRestricted(source, { guards }), { ...realm, limits, ...options });

  it.each(SOURCES)("%s is cut in the error and in what the host is told", (_what, source) => {
    const events: AuditEvent[] = [];
    const error = measured(() => failure(() => start(source, { onAudit: (event) => events.push(event) })));
    for (const text of shown(error)) expect(text.length).toBeLessThan(LONGEST);
    for (const event of events)
      for (const text of Object.values(event)) expect(String(text).length).toBeLessThan(LONGEST);
    if (error instanceof GuestError && error.value instanceof Error)
      for (const text of shown(error.value)) expect(text.length).toBeLessThan(LONGEST);
  });

  it("says how much there was", () => {
    expect(failure(() => start(`${GIANT} throw new Error(s)`)).message).toMatch(
      /^Error: x{10000} … \(100000000 characters in all\)$/,
    );
    expect(failure(() => start(`${GIANT} const e = new Error('m'); e.name = s; throw e`)).message).toMatch(
      /^x{1000}: m$/,
    );
  });

  it("an error in a result, an argument and a print", () => {
    const given: unknown[] = [];
    const source = `${GIANT} const e = new Error(s); e.name = 'N'; h(e); print(e); console.error(e, [e]); e`;
    const { value, printed } = measured(() => {
      const result = start(source, { globals: { h: (e: unknown) => void given.push(e) } });
      return { value: result.value, printed: result.printed };
    });
    for (const error of [value, ...given])
      for (const text of shown(error as Error)) expect(text.length).toBeLessThan(LONGEST);
    expect(given).toHaveLength(1);
    expect(printed.map(({ text }) => text.length)).toEqual([65_543, expect.any(Number)]);
    for (const { text } of printed) expect(text.length).toBeLessThan(140_000);
  });

  it.each([
    ["a rejection", `${GIANT} await Promise.reject(new Error(s))`],
    ["a rejection with a text", `${GIANT} await Promise.reject(s)`],
    ["a rejection at the end", `${GIANT} Promise.reject(new Error(s))`],
  ])("%s", async (_what, source) => {
    const program = compileRestricted(source, { guards, async: true });
    const error = await execRestrictedAsync(program, { ...realm, limits }).catch((e: unknown) => e);
    for (const text of shown(error as Error)) expect(text.length).toBeLessThan(LONGEST);
    expect((error as Error).message).toContain("100000000 characters in all");
  });

  it("an error of the host's is cut on its way in", () => {
    const message = "y".repeat(1e8);
    const h = (): never => {
      throw Object.assign(new Error(message), { name: message });
    };
    const source = "let n = 0; try { h() } catch (e) { n = [e.message.length, e.name.length] } n";
    const found = measured(() => start(source, { globals: { h } }).value) as readonly number[];
    for (const length of found) expect(length).toBeLessThan(2_001);
  });

  const CHAIN = "let e = new Error('first'); for (let i = 0; i < 1e5; i++) e = new Error('x', { cause: e });";

  it("a chain of a hundred thousand causes", () => {
    const time = { timeMs: 60_000 };
    const error = failure(() => start(`${CHAIN} throw e`, { limits: time }));
    expect([error.message, (error as GuestError).guestMessage]).toEqual(["Error: x", "x"]);
    const given: unknown[] = [];
    const result = start(`${CHAIN} h(e); print(e); e`, {
      limits: time,
      globals: { h: (v: unknown) => void given.push(v) },
    });
    for (const out of [result.value, ...given]) expect(out).not.toHaveProperty("cause");
    expect(result.printed.map(({ text }) => text.replaceAll(/\s+/g, " "))).toEqual([
      "Error: x { [cause]: [Error: x] { [cause]: [Error: x] { [cause]: [Error: x] { [cause]: [Error: x] { … } } } } }",
    ]);
  });

  it("functions that hang on functions, in a print", () => {
    const source =
      "let f = () => 0; for (let i = 0; i < 1e5; i++) { const g = () => 0; g.f = f; f = g } print(f); print([[[[() => 1]]]])";
    const [chain, list] = start(source).printed;
    expect(chain?.text.length).toBeLessThan(300);
    expect(chain?.text).toContain("{ … }");
    expect(list?.text).not.toContain("…");
  });
});

it("a diagnostic of a giant name", () => {
  const name = `_${"n".repeat(900_000)}`;
  for (const source of [
    `${name} = 1`,
    `x.${name}`,
    `import ${name} from 'm'`,
    `class A { #a; b() { return 1.${name} } }`,
  ]) {
    const { errors } = measured(() => compileRestricted(source));
    expect(errors.length).toBeGreaterThan(0);
    for (const found of errors)
      for (const text of [found.message, found.help ?? "", found.name ?? "", found.frame, String(found)])
        expect(text.length, source.slice(0, 20)).toBeLessThan(LONGEST);
  }
});
