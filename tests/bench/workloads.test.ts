import { describe, expect, test } from "vitest";
import { benchModule, type Workload } from "./modules.js";

const { WORKLOADS, loadWorkload } = await benchModule<{
  WORKLOADS: readonly string[];
  loadWorkload: (name: string) => Promise<Workload>;
}>("workloads/index.mjs");
const { loadEngine } = await benchModule<{
  loadEngine: (name: string) => Promise<{ load: () => Promise<unknown> }>;
}>("engines/index.mjs");

const values = async (workload: Workload, name: string, size: number): Promise<unknown> => {
  const engine = await (await loadEngine(name)).load();
  const { before, run, close } = workload.prepare(engine, size);
  const both = [1, 2].map(() => {
    before?.();
    return JSON.stringify(run());
  });
  close();
  return both;
};

const timed = await Promise.all(WORKLOADS.map(async (name) => [name, await loadWorkload(name)] as const));

describe.each(timed.filter(([, { kind }]) => kind !== "process"))("%s", (_, workload) => {
  test("computes the same in our forms as natively, in each run", async () => {
    const { tiny, small, full } = workload.sizes;
    expect([tiny, small, full]).toEqual([tiny, small, full].toSorted((a, b) => a - b));
    const expected = await values(workload, "native", tiny);
    expect(expected).not.toContain(undefined);
    for (const name of ["inline", "call", "shared"])
      expect([name, await values(workload, name, tiny)]).toEqual([name, expected]);
  });
});

test("the others are measured in processes", () => {
  expect(timed.filter(([, { kind }]) => kind === "process").map(([name]) => name)).toEqual([
    "first",
    "memory",
  ]);
});
