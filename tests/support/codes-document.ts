import { DIAGNOSTIC_CODES, explainCode } from "../../src/index.js";

/** docs/codes.md: a page section for every code, made from the tables that `restrictedjs explain` prints. */
export function codesDocument(): string {
  const sections = DIAGNOSTIC_CODES.map((code) => {
    const page = explainCode(code);
    if (page === undefined) throw new Error(`${code} has no page`);
    const { title, why, help, side, example, instead, options, compile, unreachable } = page;
    const passed = options ?? compile;
    const given = passed === undefined ? "" : ` The host passes \`${JSON.stringify(passed)}\`.`;
    const who = side === "host" ? "The host writes" : "A program";
    return [
      `## ${code}`,
      "",
      `${title} ${why}`,
      "",
      `**Instead:** ${help}`,
      "",
      ...(example === undefined || instead === undefined
        ? [`No example: ${unreachable ?? ""}`, ""]
        : [`${who}:${given}`, "", ...block(example), "", "Accepted:", "", ...block(instead), ""]),
    ].join("\n");
  });
  return `${[
    "# Codes",
    "",
    "Every diagnostic and every error of the library has a code. `restrictedjs explain CODE` prints its section of this page,",
    "`explainCode(code)` returns it. The page is made from the tables in `src/diagnostics`; the tests run each example.",
    "",
    ...sections,
  ]
    .join("\n")
    .trimEnd()}\n`;
}

function block(text: string): readonly string[] {
  const plain = text.replaceAll("\0", "\u2400");
  return [
    "```text",
    plain.length > 600 ? `${plain.slice(0, 60)} … (${plain.length} characters)` : plain,
    "```",
  ];
}
