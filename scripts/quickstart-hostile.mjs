// What a program must not get away with. Each runs with the penguins in `df`; each must be refused.
export const hostileSnippets = [
  {
    title: "1. A constructor chain to the host's process",
    source: '[].constructor.constructor("return process")().exit();\n',
  },
  {
    title: "2. Prototype pollution, the key hidden from a reader",
    source: 'const key = ["__pro", "to__"].join("");\nconst box = {};\nbox[key].isAdmin = true;\n',
  },
  {
    title: "3. Reading files through an import",
    source: 'import("node:fs").then((fs) => fs.readFileSync("/etc/passwd", "utf8"));\n',
  },
  {
    title: "4. A loop that never ends, with a `finally` to outlive its limit",
    source: "try {\n  while (true) {}\n} finally {\n  while (true) {}\n}\n",
    limits: { steps: 100_000 },
  },
  {
    title: "5. Overwriting a column of the host's DataFrame",
    source: 'df["Body Mass (g)"] = df["Body Mass (g)"].values.fill(0);\n',
  },
];
