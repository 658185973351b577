import { type CompileResult, sourceOf } from "../compiler/compile.js";
import { CompileError } from "../diagnostics/errors.js";
import { createAuditor } from "./audit.js";
import { escapeShapes } from "./escape-shapes.js";
import type { RunSettings } from "./options.js";

/** Tells the host of each finding; the error to throw. */
export function refused(compiled: CompileResult, settings: RunSettings): CompileError {
  const source = sourceOf(compiled);
  const [first] = compiled.errors;
  const audit = createAuditor(settings.onAudit, source, first?.filename ?? compiled.filename);
  const shapes = escapeShapes(compiled.errors, source?.text ?? "");
  for (const d of compiled.errors)
    audit.tell({
      type: "compile",
      code: d.code,
      message: d.message,
      name: d.name,
      position: { line: d.start.line, column: d.start.column },
      event: shapes.has(d) ? "exec_bypass_attempt" : undefined,
    });
  audit.settle();
  const more = compiled.errors.length > 1 ? ` (and ${compiled.errors.length - 1} more)` : "";
  return new CompileError({
    code: first?.code ?? "SYNTAX_ERROR",
    message: `${first?.message ?? "The program was refused."}${more}`,
    diagnostics: compiled.errors,
    ...(first === undefined ? {} : { position: { line: first.start.line, column: first.start.column } }),
    ...(first?.help === undefined ? {} : { help: first.help }),
  });
}
