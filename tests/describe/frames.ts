/** A real danfojs DataFrame. */
export async function makeFrame(columns: Readonly<Record<string, readonly unknown[]>>): Promise<object> {
  const danfo = await import("danfojs");
  danfo.tensorflow.env().set("IS_NODE", false);
  return new danfo.DataFrame(columns);
}
