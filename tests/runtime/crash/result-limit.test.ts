import { expect, it } from "vitest";
import {
  compileRestricted,
  type ExecOptions,
  execRestricted,
  execRestrictedAsync,
  LimitError,
} from "../../../src/index.js";
import { KINDS, outcomes } from "./kinds.js";

const ENDED = KINDS.map(() => "LimitError LIMIT_RESULT");
const DEEP = "let a = []; for (let i = 0; i < 1e5; i++) a = [a];";
const WIDE = "const a = new Array(1000).fill(1);";
const limits = { resultNodes: 100 };

const nested = (): unknown[] => {
  let value: unknown[] = [];
  for (let i = 0; i < 1e5; i++) value = [value];
  return value;
};

/** What tells that the program went on. */
function witness(globals: Record<string, unknown> = {}): {
  readonly told: string[];
  readonly options: ExecOptions;
} {
  const told: string[] = [];
  return { told, options: { globals: { h: () => 1, tell: (text: string) => told.push(text), ...globals } } };
}

const CATCHES: readonly string[] = [
  "try { h(a) } catch { tell('caught') } tell('after')",
  "try { h(a) } finally { tell('finally') }",
  "function* g() { try { yield h(a) } finally { tell('closed') } } for (const x of g()) tell(x)",
  "[1].forEach(() => { try { h(a) } catch { tell('caught') } })",
];

it.each(CATCHES)("an argument that is too large ends the run, whatever catches: %s", (body) => {
  const { told, options } = witness();
  expect(outcomes(`${DEEP} ${body}`, options)).toEqual(ENDED);
  expect(outcomes(`${WIDE} ${body}`, { ...options, limits })).toEqual(ENDED);
  expect(told).toEqual([]);
  // The same catches with an error that is no limit.
  outcomes(`const a = Symbol(); ${body}`, options);
  expect(told).not.toEqual([]);
});

it.each([
  ["a result", "try { h() } catch { tell('caught') } tell('after')", { h: nested }],
  [
    "an argument of a callback",
    "try { h(() => 1) } catch { tell('caught') } tell('after')",
    { h: (f: (v: unknown) => unknown) => f(nested()) },
  ],
  [
    "a result of a callback, which the host swallows",
    `${DEEP} try { h(() => a) } catch { tell('caught') } tell('after')`,
    {
      h: (f: () => unknown) => {
        try {
          f();
        } catch (error) {
          return String(error instanceof LimitError);
        }
        return "";
      },
    },
  ],
])("%s that is too large ends the run", (_what, body, globals) => {
  const { told, options } = witness(globals);
  expect(outcomes(body, options)).toEqual(ENDED);
  expect(told).toEqual([]);
});

it("host code between the program and the limit sees an error of the host's", () => {
  const seen: unknown[] = [];
  const h = (f: (v: unknown) => unknown): void => {
    try {
      f(nested());
    } catch (error) {
      seen.push(error);
    }
  };
  expect(outcomes("h(() => 1)", { globals: { h } })).toEqual(ENDED);
  expect(seen.map((error) => error instanceof LimitError && error.code)).toEqual(
    KINDS.map(() => "LIMIT_RESULT"),
  );
});

const INNER: readonly (readonly [string, string])[] = [
  ["LIMIT_STEPS", "for (;;);"],
  ["LIMIT_RESULT", `${DEEP} h(a)`],
];

it.each(INNER)("the limit of a run inside of another ends the inner one alone: %s", (code, inner) => {
  for (const [guards, realm] of KINDS) {
    const program = compileRestricted(inner, { guards });
    const run = (): unknown =>
      execRestricted(program, { ...realm, globals: { h: () => 1 }, limits: { steps: 1e6 } }).value;
    const outer = compileRestricted("let s = ''; try { run() } catch (e) { s = e.name } s + ' ' + h(2)", {
      guards,
    });
    const { value } = execRestricted(outer, { ...realm, globals: { run, h: (n: number) => n } });
    expect(value).toBe("GuardError 2");
    expect(run).toThrow(expect.objectContaining({ code }));
  }
});

it("a function of one run that another calls throws words there, no limit and no live object", () => {
  for (const [guards, realm] of KINDS) {
    const inner = compileRestricted(
      "let s = ''; try { f() } catch (e) { s = e.name + ' ' + typeof e.live + ' ' + e.message } s",
      { guards },
    );
    const h = (f: unknown): unknown => execRestricted(inner, { ...realm, globals: { f } }).value;
    const thrower = compileRestricted("h(() => { throw Object.assign(new Error('x'), { live: {} }) })", {
      guards,
    });
    expect(execRestricted(thrower, { ...realm, globals: { h } }).value).toBe("GuardError undefined Error: x");
    const ender = compileRestricted("h(() => { for (;;); })", { guards });
    const seen: unknown[] = [];
    const heard = (f: unknown): void => void seen.push(h(f));
    expect(() => execRestricted(ender, { ...realm, globals: { h: heard }, limits: { steps: 1e6 } })).toThrow(
      expect.objectContaining({ code: "LIMIT_STEPS" }),
    );
    expect(seen).toEqual([expect.stringMatching(/^GuardError undefined /)]);
  }
});

const CHAINS: readonly string[] = [
  "try { await h(() => 1) } catch { tell('caught') } tell('after'); 1",
  "await h(() => 1).then(() => tell('then'), () => tell('rejected')).finally(() => tell('finally'))",
  "await Promise.allSettled([h(() => 1)]); tell('after')",
];

it.each(CHAINS)("in an asynchronous run: %s", async (source) => {
  for (const [guards, realm] of KINDS) {
    for (const h of [async () => nested(), async (f: (v: unknown) => unknown) => f(nested())]) {
      const told: string[] = [];
      const program = compileRestricted(source, { guards, async: true });
      const globals = { h, tell: (text: string) => told.push(text) };
      const options = { ...realm, globals, limits: { timeMs: 2_000 } };
      await expect(execRestrictedAsync(program, options)).rejects.toMatchObject({ code: "LIMIT_RESULT" });
      expect(told).toEqual([]);
    }
  }
});

it("the next run is a fresh one, and a result that is too large fails its reading alone", () => {
  for (const [guards, realm] of KINDS) {
    const program = compileRestricted(`${WIDE} a`, { guards });
    const result = execRestricted(program, { ...realm, limits });
    expect(() => result.value).toThrow(expect.objectContaining({ name: "LimitError", code: "LIMIT_RESULT" }));
    const next = compileRestricted("h([1])[0]", { guards });
    expect(execRestricted(next, { ...realm, globals: { h: (a: unknown) => a } }).value).toBe(1);
  }
});
