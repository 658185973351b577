import { computes } from "./kinds.mjs";

export const workload = computes(
  "strings",
  "strings and regular expressions",
  { tiny: 50, small: 1500, full: 30_000 },
  (size) => `
const words = "the quick brown fox jumps over the lazy dog and runs away from it".split(" ");
let out = 0;
const seen = {};
for (let i = 0; i < ${size}; i++) {
  const word = words[i % words.length];
  const text = \`item-\${i}-\${word}-\${i % 7}\`;
  out += text.split("-").map((part) => part.length).reduce((a, b) => a + b, 0);
  if (/-(\\d)$/.test(text)) out++;
  const match = /^item-(\\d+)-([a-z]+)/.exec(text);
  if (match !== null) out += match[1].length + match[2].charCodeAt(0);
  const title = word[0].toUpperCase() + word.slice(1).padEnd(8, ".");
  seen[title] = (seen[title] ?? 0) + 1;
  out += text.replace(/[aeiou]/g, "*").indexOf("*");
}
return out + Object.entries(seen).map(([k, n]) => k + n).sort().join(",");`,
);
