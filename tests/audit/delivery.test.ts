import { channel } from "node:diagnostics_channel";
import { expect, it, vi } from "vitest";
import { type AuditEvent, type ExecOptions, execRestricted, execRestrictedAsync } from "../../src/index.js";

const ATTEMPT = "const k = 'construct' + 'or'; let n = 0; try { ({})[k] } catch (e) { n = e.name } n";

function collect(): { readonly events: AuditEvent[]; readonly options: ExecOptions } {
  const events: AuditEvent[] = [];
  return { events, options: { onAudit: (event) => void events.push(event) } };
}

it("one refusal is told once, however often the program repeats it", () => {
  const { events, options } = collect();
  const source = "const k = 'construct' + 'or'; for (let i = 0; i < 1000; i++) { try { ({})[k] } catch {} }";
  execRestricted(source, options);
  expect(events).toHaveLength(1);
  // Another run is told anew.
  execRestricted(source, options);
  expect(events).toHaveLength(2);
});

it("a program that makes new refusals cannot flood the host", () => {
  const { events, options } = collect();
  const source = "for (let i = 0; i < 1000; i++) { try { ({})['_' + i + 'x'.repeat(5000)] } catch {} } 7";
  expect(execRestricted(source, options).value).toBe(7);
  expect(events).toHaveLength(101);
  expect(events.at(-1)).toMatchObject({ event: "exec_bypass_attempt", code: "GUARD_MEMBER", omitted: 900 });
  expect(Math.max(...events.map((e) => (e.name ?? "").length))).toBe(100);
  expect(Math.max(...events.map((e) => e.message.length))).toBeLessThan(200);
});

it("a refused source with many findings too, and the limit is told after the hundred", () => {
  const { events, options } = collect();
  expect(() => execRestricted("x.constructor;\n".repeat(300), options)).toThrow();
  expect(events).toHaveLength(101);
  expect(events.at(-1)).toMatchObject({ event: "exec_restriction_violation", omitted: 200 });
  events.length = 0;
  const source = "for (let i = 0; ; i++) { try { ({})['_' + i] } catch {} }";
  expect(() => execRestricted(source, { ...options, limits: { steps: 500 } })).toThrow();
  expect(events.filter((e) => e.event === "exec_limit")).toHaveLength(1);
});

it("a listener that throws changes nothing for the guest, the host or the process", async () => {
  const warn = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
  const lying = new Proxy(new Error("x"), {
    get() {
      throw new Error("trap");
    },
  });
  try {
    for (const thrown of [new Error("bad listener"), 1, null]) {
      const { value } = execRestricted(ATTEMPT, {
        onAudit: () => {
          throw thrown;
        },
      });
      expect(value).toBe("GuardError");
    }
    expect(warn.mock.calls.map(([text]) => text)).toEqual([
      "The listener `onAudit` threw: bad listener",
      "The listener `onAudit` threw: not an error",
      "The listener `onAudit` threw: not an error",
    ]);
    expect(
      execRestricted(ATTEMPT, {
        onAudit: () => {
          throw lying;
        },
      }).value,
    ).toBe("GuardError");
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    warn.mockRestore();
  }
});

it("a listener that runs programs itself, and one that overflows", () => {
  const inner: AuditEvent[] = [];
  let outer = 0;
  const { value, usage } = execRestricted(`${ATTEMPT}; for (let i = 0; i < 100; i++) ; n`, {
    limits: { steps: 5_000 },
    onAudit: () => {
      outer++;
      expect(() =>
        execRestricted("for (;;) {}", { limits: { steps: 100 }, onAudit: (e) => inner.push(e) }),
      ).toThrow();
    },
  });
  expect([value, outer, inner.map((e) => e.event)]).toEqual(["GuardError", 1, ["exec_limit"]]);
  expect(usage.steps).toBeLessThan(5_000);
  const warn = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
  const deep = (): number => deep() + 1;
  expect(execRestricted(ATTEMPT, { onAudit: () => void deep() }).value).toBe("GuardError");
  expect(warn).toHaveBeenCalledTimes(1);
  warn.mockRestore();
});

it("a guest near the end of its stack gets no error of the host's", () => {
  const source = `
    let seen = [];
    const dig = () => {
      try { ({})['construct' + 'or'] } catch (e) { seen.push(e instanceof Error, typeof e.constructor_) }
      dig();
    };
    try { dig() } catch {}
    seen.every((x) => x === true || x === 'undefined')`;
  try {
    expect(execRestricted(source, { onAudit: () => {} }).value).toBe(true);
  } catch (error) {
    expect(error).toMatchObject({ name: "LimitError" });
  }
});

it("events come before the run settles, in order", async () => {
  const order: string[] = [];
  const run = execRestrictedAsync(
    "await 0; const k = 'construct' + 'or'; try { ({})[k] } catch {} await 0; Math.x = 1",
    { onAudit: (e) => void order.push(`${e.code} ${e.position?.column}`) },
  ).catch(() => order.push("settled"));
  await run;
  expect(order).toEqual(["GUARD_MEMBER 51", "GUARD_WRITE 81", "settled"]);
});

it("also through the channel, with and without a listener, only while somebody listens", () => {
  const events: unknown[] = [];
  const listen = (message: unknown): void => void events.push(message);
  const audit = channel("restrictedjs:audit");
  execRestricted(ATTEMPT);
  audit.subscribe(listen);
  try {
    execRestricted(ATTEMPT);
    expect(() => execRestricted("eval")).toThrow();
    const { events: own, options } = collect();
    execRestricted(ATTEMPT, options);
    expect(events).toHaveLength(3);
    expect(events[2]).toBe(own[0]);
    expect(Object.isFrozen(events[0])).toBe(true);
  } finally {
    audit.unsubscribe(listen);
  }
  execRestricted(ATTEMPT);
  expect(events).toHaveLength(3);
});
