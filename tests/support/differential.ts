import vm from "node:vm";
import {
  compileRestricted,
  type ExecOptions,
  execRestricted,
  execRestrictedAsync,
  type GuardForm,
} from "../../src/index.js";

/**
 * A case is the body of a function. It tells what happens through `log`; what it returns or throws is logged too. Many
 * cases make one program, which runs natively and restricted; the logs must be the same.
 */
export interface Case {
  readonly name: string;
  readonly body: string;
}

export interface Difference {
  readonly name: string;
  readonly body: string;
  readonly native: string;
  readonly restricted: string;
}

/** Guest code that turns any value into text: the same code natively and restricted. Wording of engine errors is left out. */
const SHOW = `
const tagOf = ({}).toString;
const show = (v, depth = 0) => {
  if (typeof v === "string") return JSON.stringify(v);
  if (typeof v === "bigint") return v + "n";
  if (typeof v === "symbol") return String(v);
  if (typeof v === "function") return "function " + show(v.name) + "/" + v.length;
  if (v === null || typeof v !== "object") return Object.is(v, -0) ? "-0" : String(v);
  if (depth > 4) return "...";
  if (v instanceof Error) return v.name + (/^(?:Type|Reference|Syntax|Range)Error$/.test(v.name) && !MESSAGES ? "" : ": " + v.message);
  if (Array.isArray(v)) {
    const items = [];
    for (let i = 0; i < v.length; i++) items.push(i in v ? show(v[i], depth + 1) : "hole");
    return "[" + items.join(", ") + "]";
  }
  const parts = [];
  for (const key of Object.keys(v)) parts.push(key + ": " + show(v[key], depth + 1));
  return tagOf.call(v) + "{" + parts.join(", ") + "}";
};
const iter = (log, values, how = {}) => ({
  get [Symbol.iterator]() { log("get iterator"); return function () {
    log("iterator");
    if (how.first) throw "iterator error";
    let i = 0;
    const it = { get next() { log("get next"); return function () {
      log("next", this === it, arguments.length);
      if (how.next === i) throw "next error";
      if (how.bad === i) return 1;
      const at = i++;
      return {
        get done() { log("done"); if (how.done === at) throw "done error"; return at >= values.length; },
        get value() { log("value"); if (how.value === at) throw "value error"; return values[at]; },
      };
    }; } };
    if (how.close !== "none") Object.assign(it, { return: how.close === "null" ? null : how.close === "number" ? 1 : function () {
      log("return", this === it, arguments.length);
      if (how.close === "throws") throw "return error";
      return how.close === "bad" ? 1 : {};
    } });
    return it;
  }; },
});
const spy = (log, values) => {
  const o = {};
  for (const [key, value] of Object.entries(values)) Object.assign(o, { [key]: value });
  return { get a() { log("get a"); return o.a; }, get b() { log("get b"); return o.b; }, get x() { log("get x"); return o.x; }, get y() { log("get y"); return o.y; }, k: 1 };
};
const key = (log, name) => ({ toString() { log("key " + name); return name; } });`;

function prelude(messages: boolean): string {
  return `const MESSAGES = ${messages};${SHOW}`;
}

/** One program out of many cases; its value is a list of logs. */
function syncProgram(cases: readonly Case[], messages = false): string {
  const parts = cases.map(({ body }) => `(log) => (function () {\n${body}\n})()`);
  return `${prelude(messages)}
const results = [];
for (const one of [${parts.join(",\n")}]) {
  const out = [];
  const log = (...values) => { out.push(values.map((v) => show(v)).join(" ")); return values[0]; };
  try { out.push("returns " + show(one(log))); } catch (error) { out.push("throws " + show(error)); }
  results.push(out.join("; "));
}
results;`;
}

/** Async cases run one after the other; each has time to settle everything it started. */
function asyncProgram(cases: readonly Case[], messages = false): string {
  const parts = cases.map(({ body }) => `(log) => (async function () {\n${body}\n})()`);
  return `${prelude(messages)}
const results = [];
const idle = async () => { for (let i = 0; i < 25; i++) await undefined; };
for (const one of [${parts.join(",\n")}]) {
  const out = [];
  const log = (...values) => { out.push(values.map((v) => show(v)).join(" ")); return values[0]; };
  try { out.push("returns " + show(await one(log))); } catch (error) { out.push("throws " + show(error)); }
  await idle();
  results.push(out.join("; "));
}`;
}

/** The two forms in a realm of their own, and the call form in the host's. */
export type Engine = GuardForm | "shared";

function formOf(engine: Engine): GuardForm {
  return engine === "shared" ? "call" : engine;
}

function realmOf(engine: Engine): ExecOptions {
  return engine === "shared" ? { realm: "shared" } : {};
}

const BATCH = 100;

function describe(error: unknown): string {
  return `fails with ${(error as Error).name}: ${(error as Error).message}`;
}

function batches(cases: readonly Case[]): readonly (readonly Case[])[] {
  return Array.from({ length: Math.ceil(cases.length / BATCH) }, (_, i) =>
    cases.slice(i * BATCH, (i + 1) * BATCH),
  );
}

function nativeSync(cases: readonly Case[], messages?: boolean): readonly string[] {
  const text = `"use strict"; ${syncProgram(cases, messages)}`;
  return [...(vm.runInContext(text, vm.createContext({})) as string[])];
}

async function nativeAsync(cases: readonly Case[], messages?: boolean): Promise<readonly string[]> {
  const text = `"use strict"; (async () => { ${asyncProgram(cases, messages)} return results; })()`;
  return [...((await vm.runInContext(text, vm.createContext({}))) as string[])];
}

/** Logs of the cases under restriction. Where the whole does not run, each case runs alone and says why it does not. */
function restrictedSync(cases: readonly Case[], guards: Engine, messages?: boolean): readonly string[] {
  const program = compileRestricted(syncProgram(cases, messages), { guards: formOf(guards) });
  try {
    if (program.ok) return execRestricted(program, realmOf(guards)).value as string[];
  } catch (error) {
    if (cases.length === 1) return [describe(error)];
  }
  if (cases.length === 1)
    return [`refused ${program.errors.map((e) => `${e.code} ${e.message}`).join(", ")}`];
  return cases.map((one) => restrictedSync([one], guards, messages)[0] as string);
}

async function restrictedAsync(
  cases: readonly Case[],
  guards: Engine,
  messages?: boolean,
): Promise<readonly string[]> {
  const program = compileRestricted(`${asyncProgram(cases, messages)}\nresults;`, {
    guards: formOf(guards),
    async: true,
  });
  try {
    if (program.ok) return (await execRestrictedAsync(program, realmOf(guards))).value as string[];
  } catch (error) {
    if (cases.length === 1) return [describe(error)];
  }
  if (cases.length === 1)
    return [`refused ${program.errors.map((e) => `${e.code} ${e.message}`).join(", ")}`];
  const out: string[] = [];
  for (const one of cases) out.push((await restrictedAsync([one], guards, messages))[0] as string);
  return out;
}

function compare(
  cases: readonly Case[],
  native: readonly string[],
  restricted: readonly string[],
): readonly Difference[] {
  return cases.flatMap(({ name, body }, i) =>
    native[i] === restricted[i]
      ? []
      : [{ name, body, native: native[i] as string, restricted: restricted[i] as string }],
  );
}

/** The cases that behave differently under restriction. */
export function differences(cases: readonly Case[], guards: Engine, messages = false): readonly Difference[] {
  return batches(cases).flatMap((some) =>
    compare(some, nativeSync(some, messages), restrictedSync(some, guards, messages)),
  );
}

export async function asyncDifferences(
  cases: readonly Case[],
  guards: Engine,
  messages = false,
): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  for (const some of batches(cases))
    found.push(
      ...compare(some, await nativeAsync(some, messages), await restrictedAsync(some, guards, messages)),
    );
  return found;
}
