/** The bench is plain JavaScript; these are the parts of it that tests look at. */
export interface Prepared {
  readonly before?: () => void;
  readonly run: () => unknown;
  readonly close: () => void;
}

export interface Workload {
  readonly kind: "compute" | "border" | "process";
  readonly sizes: { readonly tiny: number; readonly small: number; readonly full: number };
  readonly prepare: (engine: unknown, size: number) => Prepared;
}

export async function benchModule<T>(path: string): Promise<T> {
  return (await import(new URL(`../../bench/${path}`, import.meta.url).href)) as T;
}
