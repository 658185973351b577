export const engine = {
  name: "inline",
  title: "ours, inline form",
  limit: "steps, time, memory",
  async load() {
    const { ours } = await import("./ours.mjs");
    return ours("inline", "isolated");
  },
};
