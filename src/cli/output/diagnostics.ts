import type { Diagnostic } from "../../index.js";

/** `file:line:column CODE message`, the frame, the help. */
export function diagnosticText(diagnostic: Diagnostic): string {
  const help = diagnostic.help === undefined ? "" : `help: ${diagnostic.help}\n`;
  const kind = diagnostic.severity === "warning" ? "warning " : "";
  return `${kind}${diagnostic.toString()}\n${diagnostic.frame}\n${help}`;
}

export function diagnosticsText(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(diagnosticText).join("\n");
}
