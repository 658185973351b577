export const engine = {
  name: "call",
  title: "ours, call form",
  limit: "steps, time, memory",
  async load() {
    const { ours } = await import("./ours.mjs");
    return ours("call", "isolated");
  },
};
