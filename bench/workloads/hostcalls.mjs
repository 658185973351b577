import { crosses } from "./kinds.mjs";

export const workload = crosses(
  "hostcalls",
  "100,000 calls of a host function",
  { tiny: 50, small: 5000, full: 100_000 },
  (engine, size) => {
    const sandbox = engine.open({ add: (a, b) => (a + b) | 0 });
    const run = sandbox.make(
      `let sum = 0; for (let i = 0; i < ${size}; i++) sum = add(sum, i); return sum;`,
      [],
    );
    return { run, close: () => sandbox.close() };
  },
  (size) => size,
);
