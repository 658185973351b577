import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import {
  type AuditEvent,
  compileRestricted,
  definePolicy,
  type ExecOptions,
  execRestricted,
  execRestrictedAsync,
  fullWriteGuard,
} from "../../src/index.js";
import { FORMS } from "../support/run.js";

class Account {
  owner = "ann";
  balance = 3;
  pin = "1234";
  close(): string {
    return "closed";
  }
}
const policy = definePolicy<Account>({
  name: "Account",
  brand: Account,
  members: { owner: { kind: "get", get: (a) => a.owner } },
});
const open = definePolicy<Account>({
  name: "Account",
  brand: Account,
  members: {
    owner: { kind: "get", get: (a) => a.owner },
    balance: { kind: "get", get: (a) => a.balance, set: () => {} },
  },
});

/** What a run tells, as `event code name outcome`. */
function told(source: string, options: ExecOptions = {}, guards: "inline" | "call" = "inline"): string[] {
  return events(source, options, guards).map((e) => [e.event, e.code, e.name ?? "-", e.outcome].join(" "));
}

function events(
  source: string,
  options: ExecOptions = {},
  guards: "inline" | "call" = "inline",
): AuditEvent[] {
  const found: AuditEvent[] = [];
  try {
    execRestricted(compileRestricted(source, { guards }), { ...options, onAudit: (e) => found.push(e) });
  } catch {
    // What a run tells does not depend on how it ends.
  }
  return found;
}

it("each kind of refusal has its name", () => {
  expect(told("eval('1')")).toEqual(["exec_restriction_violation NAME_FORBIDDEN eval refused"]);
  expect(told("for (;;) {}", { limits: { steps: 10 } })).toEqual(["exec_limit LIMIT_STEPS - ended"]);
  expect(told("1;")).toEqual([]);
  for (const form of FORMS) {
    expect(told("const k = 'construct' + 'or'; ({})[k]", {}, form)).toEqual([
      "exec_bypass_attempt GUARD_MEMBER constructor refused",
    ]);
    expect(told("Math.max = 1", {}, form)).toEqual(["exec_bypass_attempt GUARD_WRITE max refused"]);
  }
});

it.each([
  ["(() => 1).constructor.constructor", 2],
  ["(() => 1)['constructor'] ['constructor']('x')", 2],
  ["x?.constructor?.constructor", 2],
  ["x.__proto__", 1],
  ["_getattr_(x, 'y')", 1],
  ["({ _safe_: true })", 1],
  ["let _g0_ = 1", 1],
])("a known way out of sandboxes is an attempt, wherever it is refused: %s", (source, count) => {
  const found = events(source);
  expect(found.map((e) => e.event)).toEqual(Array(count).fill("exec_bypass_attempt"));
  expect(found.every((e) => e.type === "compile" && e.outcome === "refused")).toBe(true);
});

it.each(["x.constructor; y.constructor", "this_.constructor.name", "x._private"])(
  "what is only not available is a violation: %s",
  (source) => {
    const found = events(source);
    expect(found.length).toBeGreaterThan(0);
    expect(found.map((e) => e.event)).toEqual(found.map(() => "exec_restriction_violation"));
  },
);

it("an event says what, where, in which program", () => {
  const source = "const k = '__pro' + 'to__';\n({})[k];";
  const [event] = events(source);
  expect(event).toEqual({
    event: "exec_bypass_attempt",
    type: "guard",
    code: "GUARD_MEMBER",
    rule: "GUARD_MEMBER",
    message: "A guard refused `__proto__`.",
    filename: "<restricted>",
    codeHash: createHash("sha256").update(source).digest("hex"),
    outcome: "refused",
    name: "__proto__",
    position: { line: 2, column: 6 },
  });
  expect(Object.isFrozen(event)).toBe(true);
  expect(events("eval").at(0)?.codeHash).toBe(createHash("sha256").update("eval").digest("hex"));
});

for (const form of FORMS) {
  it(`${form}: a member that the host's object has and its policy does not permit`, () => {
    const options = { globals: { a: new Account() }, policies: [policy] };
    const refused = (name: string): string => `data_unauthorized_access FACET_MEMBER ${name} refused`;
    expect(told("a.pin", options, form)).toEqual([refused("pin")]);
    expect(told("a['p' + 'in']", options, form)).toEqual([refused("pin")]);
    expect(told("const { pin, owner } = a;", options, form)).toEqual([refused("pin")]);
    expect(told("a.close()", options, form)).toEqual([refused("close")]);
    expect(told("a.pin = 1", options, form)).toEqual(["data_unauthorized_access GUARD_WRITE pin refused"]);
    expect(told("a['ow' + 'ner'] = 1", options, form)).toHaveLength(1);
    expect(told("try { Object.assign(a, { owner: 1 }) } catch {}", options, form)).toEqual([
      "data_unauthorized_access GUARD_WRITE owner refused",
    ]);
  });

  it(`${form}: with setters, the other members are told too`, () => {
    const options = { globals: { a: new Account() }, policies: [open] };
    expect(told("a.balance = 4; a.balance += 1", options, form)).toEqual([]);
    expect(told("const o = Object.create(a); o.pin = o.pin", options, form)).toEqual([
      "data_unauthorized_access FACET_MEMBER pin refused",
    ]);
    for (const name of ["owner", "pin", "unknown"])
      expect(told(`a.${name} = 1`, options, form)).toEqual([
        `data_unauthorized_access GUARD_WRITE ${name} refused`,
      ]);
  });

  it(`${form}: what the guest sees is as if the member were not there`, () => {
    const options = { globals: { a: new Account() }, policies: [policy], onAudit: () => {} };
    const source =
      "[a.pin === undefined, 'pin' in a, a.hasOwnProperty('pin'), typeof a.toString, a instanceof Object, Object.keys({ ...a }).length, `${a}`, (() => { let n = []; for (const k in a) n.push(k); return n; })()]";
    const { value } = execRestricted(compileRestricted(source, { guards: form }), options);
    expect(value).toEqual([true, false, false, "function", true, 0, "[object Account]", ["owner"]]);
  });

  it(`${form}: permitted members, unknown names, and what the engine asks for by itself are no events`, () => {
    const host = Object.assign(new Account(), { toJSON: () => 1 });
    const options = { globals: { a: host }, policies: [policy] };
    expect(told("a.owner; a.nothing; a.toString(); a.toJSON; `${a}`", options, form)).toEqual([]);
  });
}

it("no getter of the host's runs for the question whether a member is there", () => {
  let ran = 0;
  const host = Object.defineProperty(new Account(), "trap", { get: () => ++ran });
  const found = told("a.trap", { globals: { a: host }, policies: [policy] });
  expect(found).toEqual(["data_unauthorized_access FACET_MEMBER trap refused"]);
  expect(ran).toBe(0);
});

it("a guard of the host's that refuses is told", () => {
  const options = { globals: { a: { x: 1 } }, guards: { _write_: fullWriteGuard } };
  const [event] = events("Math.max = 1", options, "call");
  expect(event).toMatchObject({ event: "exec_bypass_attempt", type: "guard" });
});

it("the limit of a later call and of a promise", async () => {
  const found: AuditEvent[] = [];
  const onAudit = (e: AuditEvent): void => void found.push(e);
  const program = compileRestricted("for (;;) {}", { mode: "function" });
  const f = execRestricted(program, { onAudit, limits: { steps: 100 } }).value as () => unknown;
  expect(f).toThrow();
  expect(f).toThrow();
  expect(found.map((e) => e.event)).toEqual(["exec_limit", "exec_limit"]);
  found.length = 0;
  const source = "const spin = async () => { await 0; for (;;) {} }; try { await spin() } catch {} 1";
  await expect(execRestrictedAsync(source, { onAudit, limits: { steps: 100 } })).rejects.toThrow();
  expect(found.map((e) => e.code)).toEqual(["LIMIT_STEPS"]);
  found.length = 0;
  const large = execRestricted("Array(5000).fill(0)", { onAudit, limits: { resultNodes: 10 } });
  for (let i = 0; i < 2; i++) expect(() => large.value).toThrow();
  expect(found.map((e) => e.code)).toEqual(["LIMIT_RESULT"]);
});

it("a module that the host does not provide", () => {
  const found: AuditEvent[] = [];
  const program = compileRestricted("import { x } from 'm'; x", { imports: ["m"] });
  expect(() => execRestricted(program, { onAudit: (e) => found.push(e) })).toThrow();
  expect(found.map((e) => [e.event, e.code])).toEqual([["exec_restriction_violation", "IMPORT_MISSING"]]);
});
