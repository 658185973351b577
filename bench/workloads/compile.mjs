import { chartSource } from "./chart.mjs";
import { crosses } from "./kinds.mjs";

let texts = 0;

/** Functions of the chart's text, `size` times a thousand characters, each time another text. */
function source(size) {
  const parts = [];
  let length = 0;
  for (let i = 0; length < size * 1000; i++) {
    const part = `function chart${i}(rows) {${chartSource(texts + i)}\n}\n`;
    parts.push(part);
    length += part.length;
  }
  texts++;
  return parts.join("");
}

/** Compiling only; `bench/compile.mjs`, where it is there, looks at our stages one by one. */
export const workload = {
  // A second or two is what is to be measured, not a reason to measure less.
  patience: 5,
  ...crosses(
    "compile",
    "compile 200 KB",
    { tiny: 2, small: 20, full: 200 },
    (engine, size) => {
      let text = "";
      const before = () => {
        text = source(size);
      };
      const run = () => {
        engine.compile(text);
        return size;
      };
      return { before, run, close: () => {} };
    },
    () => 1,
  ),
};
