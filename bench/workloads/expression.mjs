import { crosses } from "./kinds.mjs";

const SOURCE = "row.a * 2 + row.b";

/** The engine's own way for expressions where it has one, a function of one argument otherwise. */
export const workload = crosses(
  "expression",
  "an expression over a host object, called 100,000 times",
  { tiny: 50, small: 1000, full: 100_000 },
  (engine, size) => {
    const sandbox = engine.open({});
    const call = sandbox.expression?.(SOURCE, "row") ?? sandbox.make(`return ${SOURCE};`, ["row"]);
    const rows = Array.from({ length: size }, (_, i) => ({ a: i, b: i / 2 }));
    const run = () => {
      let sum = 0;
      for (let i = 0; i < rows.length; i++) sum += call(rows[i]);
      return sum;
    };
    return { run, close: () => sandbox.close() };
  },
  (size) => size,
);
