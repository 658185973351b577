import { crosses } from "./kinds.mjs";

export const workload = crosses(
  "tiny",
  "a tiny expression of two numbers, called 100,000 times",
  { tiny: 50, small: 1000, full: 100_000 },
  (engine, size) => {
    const sandbox = engine.open({});
    const call = sandbox.make("return a * 2 + b;", ["a", "b"]);
    const run = () => {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += call(i, sum & 7);
      return sum;
    };
    return { run, close: () => sandbox.close() };
  },
  (size) => size,
);
