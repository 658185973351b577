import { type DescribedGlobal, type Description, describeGlobals } from "../../index.js";
import type { Arguments, Command } from "../arguments/command.js";
import { CliError } from "../cli-error.js";
import { loadData } from "../data/load.js";
import { parseDataSpecs } from "../data/spec.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { CliIo } from "../io.js";
import { checkTarget, writeWhole } from "../output/write-file.js";

export const describeCommand: Command = {
  name: "describe",
  summary: "list what programs can reach: as a table, as JSON, or as declarations for editors",
  operands: "",
  operandCount: { min: 0, max: 0 },
  options: {
    data: {
      type: "string",
      multiple: true,
      value: "NAME=FILE",
      help: "with a DataFrame from a .csv, .tsv or .json file, and its columns",
    },
    dts: { type: "boolean", help: "print a TypeScript declaration file" },
    json: { type: "boolean", help: "print one JSON object: globals, types, modules" },
    out: { type: "string", value: "FILE", help: "write there instead of standard output" },
  },
  notes: [
    "Programs of `restrictedjs run` have the safe built-ins, `px`, `go` and the frames that --data names.",
  ],
  run: describe,
};

async function describe(given: Arguments, io: CliIo): Promise<ExitCode> {
  if (given.flag("dts") && given.flag("json"))
    throw new CliError("`describe` prints one of `--dts` and `--json`");
  const specs = parseDataSpecs(given.list("data"), ["px", "go"]);
  const out = given.text("out");
  if (out !== undefined)
    await checkTarget(
      out,
      specs.map((spec) => spec.file),
      io,
    );
  const { px, go, plotlyPolicies } = await import("../../plotly/index.js");
  const { danfoPolicies } = await import("../../danfo/index.js");
  const frames = await loadData(specs, io);
  const description = describeGlobals({
    globals: { px, go, ...frames },
    policies: [...danfoPolicies, ...plotlyPolicies],
  });
  const text = given.flag("dts")
    ? description.toDts()
    : given.flag("json")
      ? `${JSON.stringify(description)}\n`
      : table(description);
  if (out === undefined) io.out(text);
  else await writeWhole(out, text, io);
  return EXIT.ok;
}

const WIDTH = 100;

/** One line for each global; under a frame its columns, under a namespace its members. */
function table({ globals, types }: Description): string {
  const rows = [...globals].sort((a, b) => Number(a.origin === "builtin") - Number(b.origin === "builtin"));
  const own = types.filter((type) => type.origin === "policy");
  const lines = [
    ...rows.flatMap((global) => [line(global.name, global.kind, global.doc ?? ""), ...membersOf(global)]),
    ...own.flatMap((type) => [
      line(type.name, "type", type.doc ?? ""),
      ...wrapped(type.members.map((member) => member.name)),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

function line(name: string, kind: string, doc: string): string {
  const text = `${name.padEnd(18)} ${kind.padEnd(9)} ${doc}`.trimEnd();
  return text.length <= WIDTH ? text : `${text.slice(0, WIDTH - 1)}…`;
}

function membersOf({ members = [] }: DescribedGlobal): readonly string[] {
  return wrapped(
    members.map((member) => (/^[\w$]+$/.test(member.name) ? member.name : JSON.stringify(member.name))),
  );
}

function wrapped(names: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + name.length + 2 <= WIDTH)
      lines[lines.length - 1] = `${last}, ${name}`;
    else lines.push(`    ${name}`);
  }
  return lines;
}
