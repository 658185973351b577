/** A real danfojs DataFrame. */
export async function makeFrame(columns: Readonly<Record<string, readonly unknown[]>>): Promise<object> {
  const danfo = await import("danfojs");
  danfo.tensorflow.env().set("IS_NODE", false);
  const names = Object.keys(columns);
  const length = columns[names[0] ?? ""]?.length ?? 0;
  const rows = Array.from({ length }, (_, i) => names.map((name) => columns[name]?.[i]));
  return new danfo.DataFrame(rows, { columns: names });
}
