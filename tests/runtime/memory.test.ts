import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { compileRestricted, execRestricted } from "../../src/index.js";

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc") as () => void;

const settle = async (): Promise<number> => {
  for (let i = 0; i < 5; i++) {
    gc();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return process.memoryUsage().heapUsed;
};

it("programs and runs that nobody holds are let go", async () => {
  const once = (i: number): void => {
    const text = `const big_${i} = "${"x".repeat(5_000)}"; host(); big_${i}.length`;
    execRestricted(compileRestricted(text), { globals: { host: () => new Array(10_000).fill(i) } });
  };
  for (let i = 0; i < 50; i++) once(i);
  const before = await settle();
  for (let i = 50; i < 450; i++) once(i);
  const growth = (await settle()) - before;
  // Held, 400 programs of 5 KB and their maps, and 400 results of 80 KB, would be some 40 MB.
  expect(growth).toBeLessThan(12 * 2 ** 20);
});
