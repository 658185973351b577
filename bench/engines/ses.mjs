function open(globals) {
  const { Compartment, harden } = globalThis;
  const compartment = new Compartment({ __options__: true, globals: harden({ ...globals }) });
  harden(compartment.globalThis);
  return {
    make: (body, params) => compartment.evaluate(`(function (${params}) {\n${body}\n})`),
    close() {},
  };
}

/**
 * `lockdown()` changes the realm that it runs in, and with it the speed of everything else there. So SES has a thread, that is
 * an isolate, of its own in the process; the baseline in the main thread stays what it was. It takes its own times.
 */
export const engine = {
  name: "ses",
  title: "SES compartment, hardened",
  limit: "none",
  package: "ses",
  thread: true,
  async load() {
    await import("ses");
    globalThis.lockdown({ consoleTaming: "unsafe", errorTaming: "unsafe" });
    return {
      open,
      compile: (source) => void new globalThis.Compartment().evaluate(`(function () {${source}\n})`),
    };
  },
};
