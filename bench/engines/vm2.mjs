/** Its time limit covers what goes through `run`, so each call does. */
export const engine = {
  name: "vm2",
  title: "vm2",
  limit: "time",
  package: "vm2",
  async load() {
    const { VM, VMScript } = await import("vm2");
    return {
      open(globals) {
        const vm = new VM({ timeout: 60_000, sandbox: { ...globals }, eval: false, wasm: false });
        return {
          make(body, params) {
            vm.run(`"use strict"; globalThis.program = function (${params}) {\n${body}\n};`);
            const names = params.map((_, i) => `arg${i}`);
            const call = new VMScript(`program(${names})`);
            return (...args) => {
              for (let i = 0; i < names.length; i++) vm.setGlobal(names[i], args[i]);
              return vm.run(call);
            };
          },
          close() {},
        };
      },
      compile: (source) => void new VMScript(`(function () {${source}\n})`).compile(),
    };
  },
};
