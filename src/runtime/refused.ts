import type { CompileResult } from "../compiler/compile.js";
import { CompileError } from "../diagnostics/errors.js";
import { auditor } from "./audit.js";
import type { RunSettings } from "./options.js";

/** Tells the host of each finding; the error to throw. */
export function refused(compiled: CompileResult, settings: RunSettings): CompileError {
  const audit = auditor(settings.onAudit);
  for (const d of compiled.errors) {
    audit({
      type: "compile",
      code: d.code,
      message: d.message,
      filename: d.filename,
      position: { line: d.start.line, column: d.start.column },
      ...(d.name === undefined ? {} : { name: d.name }),
    });
  }
  const [first] = compiled.errors;
  const more = compiled.errors.length > 1 ? ` (and ${compiled.errors.length - 1} more)` : "";
  return new CompileError({
    code: first?.code ?? "SYNTAX_ERROR",
    message: `${first?.message ?? "The program was refused."}${more}`,
    diagnostics: compiled.errors,
    ...(first === undefined ? {} : { position: { line: first.start.line, column: first.start.column } }),
    ...(first?.help === undefined ? {} : { help: first.help }),
  });
}
