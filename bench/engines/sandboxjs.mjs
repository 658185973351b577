/** An interpreter in the host's realm. Its execution quota counts the steps of the interpreter. */
export const engine = {
  name: "sandboxjs",
  title: "@nyariv/sandboxjs",
  limit: "steps",
  package: "@nyariv/sandboxjs",
  async load() {
    const { default: Sandbox } = await import("@nyariv/sandboxjs");
    return {
      open(globals) {
        const sandbox = new Sandbox({ executionQuota: 10n ** 15n });
        return {
          make: (body, params) =>
            sandbox
              .compile(`return function (${params}) {\n${body}\n};`)({ ...globals })
              .run(),
          close() {},
        };
      },
      compile: (source) => void new Sandbox().compile(source),
    };
  },
};
