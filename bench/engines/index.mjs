/** In the order of the tables. */
export const ENGINES = Object.freeze([
  "native",
  "again",
  "inline",
  "call",
  "shared",
  "vm",
  "ses",
  "isolated-vm",
  "quickjs",
  "vm2",
  "sandboxjs",
  "sval",
  "tournament",
]);

export async function loadEngine(name) {
  const { engine } = await import(new URL(`./${name}.mjs`, import.meta.url).href);
  return engine;
}
