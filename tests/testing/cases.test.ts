import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type EscapeCase,
  expandTemplates,
  loadCases,
  runCase,
  runCases,
  runControls,
} from "../../src/testing/index.js";
import { type BuiltWorker, buildWorker } from "../support/testing-worker.js";

const folder = mkdtempSync(join(tmpdir(), "corpus-"));
let built: BuiltWorker;
beforeAll(async () => {
  built = await buildWorker();
});
afterAll(() => {
  built.remove();
  rmSync(folder, { recursive: true });
});

function one(code: string, more: Partial<EscapeCase> = {}): EscapeCase {
  return { id: "one", source: "semantic", family: "f", title: "t", code, needs: [], oracle: "pwn", ...more };
}

describe("loadCases", () => {
  const load = (...cases: readonly unknown[]): readonly EscapeCase[] => {
    const file = join(folder, "cases.jsonl");
    writeFileSync(file, cases.map((c) => `${JSON.stringify(c)}\n`).join("\n"));
    return loadCases(file);
  };
  it("reads what is well-formed", () => {
    expect(load(one("1"), one("2", { id: "two" })).map((c) => c.id)).toEqual(["one", "two"]);
  });
  it.each([
    ["an id twice", [one("1"), one("2")], /two cases `one`/],
    ["an unknown effect", [{ ...one("1"), oracle: "fire" }], /Line 1 .* `oracle`/],
    ["no code", [{ ...one("1"), code: 1 }], /no text `code`/],
    ["no needs", [{ ...one("1"), needs: "Math" }], /no list `needs`/],
    ["no reason", [one("1", { control: "n/a" })], /not why/],
  ])("refuses %s", (_, cases, message) => expect(() => load(...cases)).toThrow(message));
});

it("a template is run once for each name, escapes included", () => {
  const [plain, named] = expandTemplates(
    [one("GUARD_NAME; \\u0047UARD_NAME", { template: ["GUARD_NAME"] })],
    ["_k_"],
  );
  expect(plain?.code).toContain("GUARD_NAME");
  expect(named).toMatchObject({ id: "one#_k_", code: "_k_; \\u005fk_" });
});

describe("the oracle sees each effect where nothing stops it", () => {
  it.each([
    ["pwn", "pwn('x')"],
    ["pollute", "Object.prototype[0] = 1; Array.prototype[Symbol.iterator] = null"],
    ["pollute", "Object.defineProperty(Object.prototype, 'value', { set() {}, configurable: true })"],
    ["pollute", "Object.prototype.get = 1"],
    ["pollute", "leftBehind = 1"],
    ["pollute", "Object.setPrototypeOf(Math, null)"],
    ["mutate", "hostObj.nested.list.pop()"],
    ["leak", "print(hostInst._token)"],
    ["leak", "throw new Error(hostObj._secret)"],
    ["leak-path", "print(new Error().stack)"],
    ["dos", "for (;;);"],
    ["dos", "Promise.reject(1); 0"],
  ] as const)("%s: %s", async (oracle, code) => {
    const [result] = await runControls([one(code, { oracle })], { worker: built.worker, killMs: 1_000 });
    expect(result).toMatchObject({ status: "fired" });
  });

  it("and nothing where nothing happens", async () => {
    const [result] = await runControls([one("[1].map(String)")], { worker: built.worker });
    expect(result).toMatchObject({ status: "silent", effects: [] });
  });
});

describe("runCases", () => {
  it("tells what was blocked, what escaped and what could not be tried", async () => {
    const cases = [
      one("pwn('x')"),
      one("structuredClone(1)", { needs: ["structuredClone"] }),
      one("1", { minNode: 999 }),
      // The host shows what it shows: a public member with the secret in it counts as a leak.
      one("print('TOP' + 'SECRET')", { oracle: "leak" }),
      one("1"),
    ];
    const results = await runCases(cases, { walls: "both", worker: built.worker, jobs: 1 });
    expect(results.map((r) => r.status)).toEqual([
      "blocked",
      "not-exercised",
      "not-exercised",
      "escaped",
      "blocked",
    ]);
    expect(results[0]?.ended).toMatch(/pwn is not defined/);
  });

  it("leaves out what the host documents as allowed, and says when it cannot run at all", async () => {
    const cases = [one("1", { policy: "sloppy-host" })];
    const worker = built.worker;
    expect(await runCases(cases, { walls: "both", worker, allow: ["sloppy-host"] })).toEqual([]);
    const wrong = { walls: "realm", form: "call", worker } as const;
    await expect(runCase(one("1"), wrong)).rejects.toThrow(/cannot be measured/);
  });
});
