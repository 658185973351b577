import type { ExplainedLine, Explanation, NeededGlobal, Provider, Refusal, Tick } from "./explanation.js";

const WIDTH = 100;
const SEPARATOR = " · ";

/** The report: the source with what each line calls under it, then what is needed, refused and counted. */
export function explanationText(explanation: Explanation): string {
  const parts = [
    [headline(explanation)],
    explanation.coverage === "nothing" ? [] : source(explanation.lines),
    refusals(explanation.refusals),
    explanation.warnings.length === 0
      ? []
      : ["Warnings", ...explanation.warnings.map((w) => `  ${String(w)}`)],
    needs(explanation),
    explanation.coverage === "nothing" ? [] : cost(explanation),
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n"))
    .join("\n\n")}\n`;
}

const COVERAGE: Readonly<Record<Explanation["coverage"], string>> = Object.freeze({
  program: "",
  rest: " Guards are shown for the other statements.",
  nothing: " Guards are known once the program compiles.",
});

function headline({ filename, ok, lines, coverage, refusals: { length } }: Explanation): string {
  const size = plural(lines.length, "line");
  return `${filename}: ${size}, ${ok ? "accepted." : `refused for ${plural(length, "reason")}.`}${COVERAGE[coverage]}`;
}

function source(lines: readonly ExplainedLine[]): readonly string[] {
  const digits = Math.max(4, String(lines.length).length);
  const gutter = (line: string, tick: string, call: string, inline: string): string =>
    `${line.padStart(digits)}  ${tick.padEnd(4)}  ${call.padStart(4)}  ${inline.padStart(6)} | `;
  const blank = gutter("", "", "", "");
  const count = (n: number): string => (n === 0 ? "" : String(n));
  return [
    `${gutter("line", "tick", "call", "inline")}source, and below it what it calls in the call form`,
    ...lines.flatMap((line) => {
      const tick = line.refused
        ? "no"
        : line.ticks.length > 0
          ? "+".repeat(Math.min(4, line.ticks.length))
          : "";
      const head = gutter(String(line.line), tick, count(line.guards.length), count(line.inline.length));
      const room = WIDTH - head.length;
      return [
        `${head}${shortened(line.text.replaceAll("\t", "  "), room)}`.trimEnd(),
        ...wrapped(calls(line), room - 2).map((text) => `${blank}  ${text}`),
      ];
    }),
  ];
}

/** `_invoke_ df.query(…) · _call_ print(…) · free: df` */
function calls(line: ExplainedLine): readonly string[] {
  const uses = line.guards.map(({ guard, text }) => `${guard} ${oneLine(text)}`);
  return line.established.length === 0 ? uses : [...uses, `free: ${line.established.join(", ")}`];
}

function refusals(found: readonly Refusal[]): readonly string[] {
  if (found.length === 0) return [];
  const entries = found.flatMap(({ diagnostic, allow }) => [
    ...words(String(diagnostic), 2),
    ...(allow.possible ? words(`to allow it: ${allow.option}`, 6) : []),
    ...words(allow.possible ? `the cost: ${allow.effect}` : allow.effect, 6),
  ]);
  return ["Refused", ...entries];
}

const PROVIDERS: Readonly<Record<Provider, string>> = Object.freeze({
  safe: "every built-in set has it",
  limited: "the sets `limited` and `utility` have it",
  utility: "the set `utility` has it",
  host: "the host must provide it",
});

function needs({ globals, modules }: Explanation): readonly string[] {
  if (globals.length + modules.length === 0) return [];
  const width = Math.max(...[...globals, ...modules].map(({ name }) => Math.min(24, name.length)));
  const row = (name: string, at: { line: number; column: number }, says: string): string =>
    `  ${name.padEnd(width)}  ${`${at.line}:${at.column}`.padEnd(7)}  ${says}`;
  return [
    "Needs (where it is used first)",
    ...globals.map((g) => row(g.name, g, `${providerOf(g)}${g.assigned ? "; assigned" : ""}`)),
    ...modules.map((m) => row(m.name, m, `the host must pass the module (${m.exports.join(", ")})`)),
  ];
}

function providerOf({ name, provider }: NeededGlobal): string {
  // `limited` brings its own, stricter, functions of the same names.
  return name === "print" || name === "console"
    ? "every built-in set but `none` has it"
    : PROVIDERS[provider];
}

function cost({ totals, lines }: Explanation): readonly string[] {
  const kinds = new Map<Tick["of"], number>();
  for (const line of lines) for (const { of } of line.ticks) kinds.set(of, (kinds.get(of) ?? 0) + 1);
  const ticks = [...kinds].filter(([of]) => of !== "program").map(([of, n]) => plural(n, of));
  const where = ticks.length === 0 ? "nothing but the program itself" : ticks.join(", ");
  return [
    "Cost",
    ...words(`steps: ${where}; each takes a step whenever it is entered or goes round`, 2),
    `  call form: ${plural(totals.guards, "guard call")}`,
    `  inline form: ${plural(totals.inline, "guard call")}; \`free\` names passed a guard before and need none`,
  ];
}

function plural(n: number, what: string): string {
  const many = /s$/.test(what) || what === "finally" ? what : `${what}s`;
  return `${n} ${n === 1 ? what : many}`;
}

/** Joins entries into lines of at most `room` characters. */
function wrapped(entries: readonly string[], room: number): readonly string[] {
  const lines: string[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + SEPARATOR.length + entry.length <= room)
      lines[lines.length - 1] = `${last}${SEPARATOR}${entry}`;
    else lines.push(entry);
  }
  return lines;
}

function words(text: string, indent: number): readonly string[] {
  const lines: string[] = [""];
  for (const word of oneLine(text).split(" ")) {
    const last = lines.at(-1) ?? "";
    const room = WIDTH - indent - (lines.length > 1 ? 2 : 0);
    if (last !== "" && last.length + 1 + word.length > room) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines.map((line, i) => `${" ".repeat(i === 0 ? indent : indent + 2)}${line}`);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

function shortened(text: string, room: number): string {
  return text.length <= room ? text : `${text.slice(0, room - 1)}…`;
}
