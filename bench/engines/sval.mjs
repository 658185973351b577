/** An interpreter in the host's realm, without limits. */
export const engine = {
  name: "sval",
  title: "sval",
  limit: "none",
  package: "sval",
  async load() {
    const { default: Sval } = await import("sval");
    return {
      open(globals) {
        const sval = new Sval({ ecmaVer: "latest", sandBox: true });
        sval.import(globals);
        return {
          make(body, params) {
            sval.run(`exports.program = function (${params}) {\n${body}\n};`);
            return sval.exports.program;
          },
          close() {},
        };
      },
      compile: (source) => void new Sval({ ecmaVer: "latest" }).parse(source),
    };
  },
};
