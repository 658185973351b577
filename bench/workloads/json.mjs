import { computes } from "./kinds.mjs";

export const workload = computes(
  "json",
  "JSON: parse, transform, stringify",
  { tiny: 1, small: 4, full: 80 },
  (size) => `
const source = JSON.stringify(Array.from({ length: 200 }, (_, i) => ({
  id: i, name: "n" + i, tags: ["a" + (i % 3), "b"], nested: { x: i / 4, y: [i, i + 1] },
})));
const rename = (value) => {
  if (Array.isArray(value)) return value.map(rename);
  if (typeof value !== "object" || value === null) return value;
  const out = {};
  for (const [key, part] of Object.entries(value)) out["k_" + key] = rename(part);
  return out;
};
let size = 0;
for (let i = 0; i < ${size}; i++) {
  const data = JSON.parse(source);
  data[i].nested.x = i;
  size += JSON.stringify(rename(data)).length;
}
return size;`,
);
