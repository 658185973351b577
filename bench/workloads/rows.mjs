import { makeRecords } from "./records.mjs";

export const SIZES = { tiny: 50, small: 5000, full: 100_000 };

const BODY = `
let sum = 0;
for (let i = 0; i < rows.length; i++) {
  const row = rows[i];
  sum += row.id + row.region.length + row.product.length + row.price + row.count + (row.open ? 1 : 0);
}
return Math.round(sum);`;

/**
 * Reads every field of every row; `fresh` hands over rows that the engine has not seen, made outside the time. The same rows
 * again are kept the engine's own way where it has one.
 */
export function readRows(engine, size, fresh) {
  const sandbox = engine.open({});
  const read = sandbox.make(BODY, ["rows"]);
  let rows = makeRecords(size);
  if (!fresh) sandbox.keep?.(rows);
  return {
    before() {
      if (fresh) rows = makeRecords(size);
    },
    run: () => read(rows),
    close: () => sandbox.close(),
  };
}
