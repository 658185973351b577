import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const TRUSTED_BEGIN = "<!-- trusted base: made from the sources; a test keeps it so -->";
export const TRUSTED_END = "<!-- end of trusted base -->";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Part {
  readonly name: string;
  /** What a bug there would mean. */
  readonly bug: string;
  readonly paths: readonly string[];
  /** Paths inside of them that other rows count. */
  readonly without?: readonly string[];
}

const ONE_WALL = "one wall has a hole";

const TRUSTED: readonly Part[] = [
  {
    name: "Options of the parser and the compiler",
    bug: "a text is read in another way than the documents say",
    paths: [
      "src/compiler/options.ts",
      "src/compiler/1-parse/babel-options.ts",
      "src/compiler/1-parse/refuse-text.ts",
    ],
  },
  {
    name: "Tables that all stages share",
    bug: "a name is free that should be forbidden, in every stage at once",
    paths: ["src/language/names.ts", "src/language/policy.ts", "src/language/runtime-names.ts"],
  },
  {
    name: "Verifier",
    bug: "the guards have a hole",
    paths: ["src/compiler/5-verify"],
  },
  {
    name: "Evaluation",
    bug: "text runs that nobody proved, or with other names around it",
    paths: ["src/runtime/evaluate.ts", "src/runtime/call-sites.ts", "src/compiler/compile.ts"],
  },
  { name: "Making realms", bug: "the realm has a hole", paths: ["src/runtime/realm"] },
  {
    name: "Kernel: guards, keys, facets, budget",
    bug: "the guards or the limits have a hole",
    paths: ["src/runtime/kernel"],
    without: [
      "src/runtime/kernel/intrinsics",
      "src/runtime/kernel/errors",
      "src/runtime/kernel/print",
      "src/runtime/kernel/globals",
      "src/runtime/kernel/helpers",
    ],
  },
  { name: "Kernel: intrinsics", bug: ONE_WALL, paths: ["src/runtime/kernel/intrinsics"] },
  {
    name: "Kernel: errors, printing, built-ins",
    bug: "names or paths of the host's are shown; a limit has a hole",
    paths: [
      "src/runtime/kernel/errors",
      "src/runtime/kernel/print",
      "src/runtime/kernel/globals",
      "src/runtime/kernel/helpers",
    ],
  },
  {
    name: "Membrane",
    bug: "an object crosses: both walls fall at once",
    paths: ["src/runtime/membrane"],
  },
  {
    name: "Runs, as the host sees them",
    bug: "limits, audit or results are wrong; a program reaches the host after its end",
    paths: ["src/runtime"],
    without: ["src/runtime/evaluate.ts", "src/runtime/realm", "src/runtime/kernel", "src/runtime/membrane"],
  },
  {
    name: "Policies and tokens of built-ins",
    bug: "a facet shows more than it should",
    paths: ["src/policies", "src/builtins"],
  },
];

const OPTIONAL: readonly Part[] = [
  {
    name: "Policies of frames",
    bug: "a frame is changed or shows more than it should",
    paths: ["src/danfo"],
  },
  { name: "Policies of figures", bug: "a figure carries text that a page would run", paths: ["src/plotly"] },
  {
    name: "Guards for hosts that inject their own",
    bug: "the host's own guard decides wrongly",
    paths: ["src/guards"],
  },
];

const UNTRUSTED: readonly Part[] = [
  {
    name: "Parsing, taking types out",
    bug: "a `VerificationError`, or a program that means something else",
    paths: ["src/compiler/1-parse", "src/ast"],
    without: ["src/compiler/1-parse/babel-options.ts", "src/compiler/1-parse/refuse-text.ts"],
  },
  { name: "Check", bug: "a `VerificationError`", paths: ["src/compiler/2-check"] },
  {
    name: "Rewrite",
    bug: "a `VerificationError`, or a program that means something else",
    paths: ["src/compiler/3-rewrite", "src/compiler/scope"],
  },
  { name: "Generate", bug: "a `VerificationError`", paths: ["src/compiler/4-generate"] },
];

/** The tables of docs/threat-model.md, with the lines that the sources have now. */
export function trustedBaseDocument(): string {
  return [
    TRUSTED_BEGIN,
    "",
    "Trusted always:",
    "",
    ...table(TRUSTED),
    "",
    "Trusted by hosts that use them:",
    "",
    ...table(OPTIONAL),
    "",
    "Not trusted:",
    "",
    ...table(UNTRUSTED),
    "",
    "By file, of what is trusted always:",
    "",
    ...TRUSTED.map(byFile),
    "",
    TRUSTED_END,
  ].join("\n");
}

function table(parts: readonly Part[]): readonly string[] {
  const sizes = parts.map((part) => filesOf(part).map(lines));
  const rows = parts.map(
    ({ name, paths, bug }, i) =>
      `| ${name} | ${paths.map((path) => `\`${path}\``).join(", ")} | ${sizes[i]?.length} | ${sum(sizes[i] ?? [])} | ${bug} |`,
  );
  const all = sizes.flat();
  return [
    "| part | where | files | lines | a bug there means |",
    "|---|---|---|---|---|",
    ...rows,
    `| together | | ${all.length} | ${sum(all)} | |`,
  ];
}

/** A file by its own name, with its folder where that is not the part's. */
function byFile(part: Part): string {
  const [first = ""] = part.paths;
  const home = part.paths.length === 1 && !first.endsWith(".ts") ? first : "";
  const shown = filesOf(part).map(
    (file) => `\`${home === "" ? short(file) : relative(home, file)}\` ${lines(file)}`,
  );
  return `- **${part.name}**: ${shown.join(", ")}`;
}

function short(file: string): string {
  return `${basename(dirname(file))}/${basename(file)}`;
}

function filesOf({ paths, without = [] }: Part): readonly string[] {
  const isCounted = (file: string): boolean =>
    file.endsWith(".ts") &&
    !file.endsWith(".generated.ts") &&
    !without.some((other) => file === other || file.startsWith(`${other}/`));
  return paths.flatMap((path) => filesUnder(path)).filter(isCounted);
}

function filesUnder(path: string): readonly string[] {
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

function lines(file: string): number {
  return readFileSync(join(root, file), "utf8").split("\n").length - 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
