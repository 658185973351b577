const timeout = 60_000;

/** Values are copied in and out; calls of host functions go through `Callback`. */
export const engine = {
  name: "isolated-vm",
  title: "isolated-vm",
  limit: "time, memory",
  package: "isolated-vm",
  execArgv: ["--no-node-snapshot"],
  async load() {
    const { default: ivm } = await import("isolated-vm");
    return {
      open(globals) {
        const isolate = new ivm.Isolate({ memoryLimit: 512 });
        const context = isolate.createContextSync();
        for (const [name, f] of Object.entries(globals)) context.global.setSync(name, new ivm.Callback(f));
        const result = { copy: true };
        return {
          make(body, params) {
            const text = `"use strict"; return function (${params}) {\n${body}\n};`;
            const run = context.evalClosureSync(text, [], { result: { reference: true } });
            return (...args) => run.applySync(undefined, args, { arguments: result, result, timeout });
          },
          close: () => isolate.dispose(),
        };
      },
      compile(source) {
        const isolate = new ivm.Isolate();
        isolate.compileScriptSync(`(function () {${source}\n})`);
        isolate.dispose();
      },
    };
  },
};
