/** What the text of a copier finds around it: natives of the two realms as they were at the start. */
export const COPIER_PARAMETERS = [
  "apply",
  "getPrototypeOf",
  "lookUpGetter",
  "hasOwn",
  "isData",
  "isProxy",
  "plain",
];

/**
 * The body of a function that makes copiers of rows with these names, in this order. All but the names is the library's own
 * text, and the names stand in it as string literals only. What a copier is not sure of, it leaves alone.
 *
 * `one` gives the copy of a row, or undefined. `all` copies from `first`, which is `rows[from]`, to the first that it leaves
 * alone, which it puts into `stop`; it gives that one's place. Each row is read once.
 *
 * A row that stands at two places has one copy. Most tables have a column that grows from row to row, and then no row stands
 * at two: while the numbers under the name `by` grow, rows are only `kept`, and not looked for.
 */
export function copierText(names: readonly string[]): string {
  const literals = names.map((name) => JSON.stringify(name));
  const last = literals.length - 1;
  return `"use strict";
${literals.map((name, i) => `const key${i} = [${name}];`).join("\n")}
const isSimple = (v) => { const t = typeof v; return t === "number" || t === "string" || t === "boolean" || v === null; };
function one(row, claims) {
  if (isProxy(row) || (claims !== null && claims(row)) || getPrototypeOf(row) !== plain) return undefined;
  let n = 0;
  for (const name in row) {
    switch (n++) {
${literals.map((name, i) => `      case ${i}: if (name !== ${name}) return undefined; break;`).join("\n")}
      default: return undefined;
    }
  }
  if (n !== ${names.length} || !apply(hasOwn, row, key${last})) return undefined;
${literals
  .map(
    (name, i) => `  if (apply(lookUpGetter, row, key${i}) !== undefined) return undefined;
  const v${i} = row[${name}];
  if (!isSimple(v${i}) && (v${i} !== undefined || !isData(row, ${name}))) return undefined;`,
  )
  .join("\n")}
  return { ${literals.map((name, i) => `${name}: v${i}`).join(", ")} };
}
function all(first, rows, from, to, out, { seen, stop, claims, by, kept }) {
  let row = first;
  let i = from;
  if (by !== "") {
    for (let before = -Infinity; ; row = rows[i]) {
      if (typeof row !== "object" || row === null) { stop.item = row; return i; }
      const copy = one(row, claims);
      if (copy === undefined) { stop.item = row; return i; }
      const value = copy[by];
      if (typeof value !== "number" || !(value > before)) break;
      before = value;
      kept[i - from] = row;
      out[i] = copy;
      if (++i >= to) return i;
    }
    for (let j = from; j < i; j++) seen.set(kept[j - from], out[j]);
    kept.length = 0;
  }
  for (; ; row = rows[i]) {
    if (typeof row !== "object" || row === null) { stop.item = row; return i; }
    let copy = seen.get(row);
    if (copy === undefined) {
      copy = one(row, claims);
      if (copy === undefined) { stop.item = row; return i; }
      seen.set(row, copy);
    }
    out[i] = copy;
    if (++i >= to) return i;
  }
}
return { one, all };`;
}
