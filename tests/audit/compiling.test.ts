import { createHash } from "node:crypto";
import { channel } from "node:diagnostics_channel";
import { afterEach, expect, it, vi } from "vitest";
import {
  type AuditEvent,
  type CompileOptions,
  compileRestricted,
  execRestricted,
  execRestrictedAsync,
} from "../../src/index.js";

const REFUSED = "let a = 1;\na + eval('2')";
const audit = channel("restrictedjs:audit");
const published: unknown[] = [];
const listen = (message: unknown): void => void published.push(message);

afterEach(() => {
  audit.unsubscribe(listen);
  published.length = 0;
});

function listener(): { readonly events: AuditEvent[]; readonly onAudit: (event: AuditEvent) => void } {
  const events: AuditEvent[] = [];
  return { events, onAudit: (event) => void events.push(event) };
}

it("a refused source is told when it is compiled, with everything a log needs", () => {
  const { events, onAudit } = listener();
  const result = compileRestricted(REFUSED, { onAudit, filename: "user.js" });
  expect(result.ok).toBe(false);
  expect(events).toEqual([
    {
      event: "exec_restriction_violation",
      type: "compile",
      code: "NAME_FORBIDDEN",
      rule: "NAME_FORBIDDEN",
      message: result.errors[0]?.message,
      filename: "user.js",
      codeHash: createHash("sha256").update(REFUSED).digest("hex"),
      outcome: "refused",
      name: "eval",
      position: { line: 2, column: 5 },
    },
  ]);
  expect(Object.isFrozen(events[0])).toBe(true);
});

it("what is not refused tells nothing, and what looks like an escape says so", () => {
  const { events, onAudit } = listener();
  expect(compileRestricted("1 + 1", { onAudit }).ok).toBe(true);
  expect(events).toEqual([]);
  compileRestricted("f.constructor.constructor('x')", { onAudit });
  expect(events.map(({ event }) => event)).toEqual(["exec_bypass_attempt", "exec_bypass_attempt"]);
  events.length = 0;
  compileRestricted("x.constructor;\n".repeat(300), { onAudit });
  expect(events).toHaveLength(101);
});

it("running it tells those who have not heard, once, and nobody twice", async () => {
  audit.subscribe(listen);
  const [first, second] = [listener(), listener()];
  const program = compileRestricted(REFUSED, { onAudit: first.onAudit });
  for (const { onAudit } of [first, first, second]) {
    expect(() => execRestricted(program, { onAudit })).toThrow(
      expect.objectContaining({ code: "NAME_FORBIDDEN" }),
    );
    await expect(execRestrictedAsync(program, { onAudit: first.onAudit })).rejects.toMatchObject({
      code: "NAME_FORBIDDEN",
    });
  }
  expect([first.events.length, second.events.length, published.length]).toEqual([1, 1, 1]);
  expect(published[0]).toBe(first.events[0]);
  // To compile it again is another act.
  compileRestricted(REFUSED, { onAudit: first.onAudit });
  expect([first.events.length, published.length]).toEqual([2, 2]);
});

it("the channel is told without a listener, and hears of a run when nobody listened before", () => {
  const quiet = compileRestricted(REFUSED);
  audit.subscribe(listen);
  compileRestricted(REFUSED);
  expect(published).toHaveLength(1);
  expect(() => execRestricted(quiet)).toThrow();
  expect(published).toHaveLength(2);
  expect(() => execRestricted(REFUSED)).toThrow();
  expect(published).toHaveLength(3);
});

it("a listener that throws, rejects or compiles again changes nothing", async () => {
  const warn = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
  const plain = JSON.stringify(compileRestricted(REFUSED));
  const failing = new Error("bad");
  let nested = 0;
  const listeners: readonly ((event: AuditEvent) => unknown)[] = [
    () => {
      throw failing;
    },
    () => Promise.reject(failing),
    async () => {
      throw failing;
    },
    () => {
      if (nested++ < 3) compileRestricted(REFUSED, { onAudit: listeners[3] as never });
      return execRestricted("1").value;
    },
    () => ({
      get then() {
        throw failing;
      },
    }),
  ];
  try {
    for (const onAudit of listeners)
      expect(JSON.stringify(compileRestricted(REFUSED, { onAudit: onAudit as never }))).toBe(plain);
    for (const onAudit of listeners.slice(0, 3))
      expect(
        execRestricted("let s = ''; try { ({})['construct' + 'or'] } catch (e) { s = e.name } s", {
          onAudit: onAudit as never,
        }).value,
      ).toBe("GuardError");
    await new Promise((resolve) => setImmediate(resolve));
    expect(nested).toBe(4);
    expect(warn.mock.calls.map(([text]) => String(text)).sort()).toEqual([
      ...Array(4).fill("The listener `onAudit` rejected: bad"),
      ...Array(2).fill("The listener `onAudit` threw: bad"),
    ]);
  } finally {
    warn.mockRestore();
  }
});

it("options that are not known or not fitting stay refused", () => {
  for (const options of [{ onAudits: () => {} }, { onAudit: () => {}, mod: "eval" }])
    expect(() => compileRestricted("1", options as CompileOptions)).toThrow(
      expect.objectContaining({ code: "OPTION_UNKNOWN" }),
    );
  for (const onAudit of [1, null, {}, "f"]) {
    const wrong = { onAudit } as never;
    expect(() => compileRestricted("1", wrong)).toThrow(expect.objectContaining({ code: "OPTION_VALUE" }));
    expect(() => execRestricted("1", wrong)).toThrow(expect.objectContaining({ code: "OPTION_VALUE" }));
  }
  for (const options of [null, 1])
    expect(() => compileRestricted("1", options as never)).toThrow(
      expect.objectContaining({ code: "OPTION_VALUE" }),
    );
  expect(compileRestricted("1", { onAudit: undefined } as never).ok).toBe(true);
});
