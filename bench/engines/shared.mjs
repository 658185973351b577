export const engine = {
  name: "shared",
  title: "ours, shared realm",
  limit: "steps, time, memory",
  async load() {
    const { ours } = await import("./ours.mjs");
    return ours("call", "shared");
  },
};
