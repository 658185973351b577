import { type CompileResult, sourceOf } from "../compiler/compile.js";
import { CompileError } from "../diagnostics/errors.js";
import { type AuditListener, createAuditor, isPublished } from "./audit.js";
import { escapeShapes } from "./escape-shapes.js";
import type { RunSettings } from "./options.js";

interface Heard {
  readonly listeners: WeakSet<AuditListener>;
  published: boolean;
}

/** Who has heard of a refused source when it was compiled: to run it after that tells them nothing new. */
const heard = new WeakMap<CompileResult, Heard>();

/** Tells the host of each finding, at the time of compiling. */
export function tellRefusal(compiled: CompileResult, onAudit: AuditListener | undefined): void {
  const by: Heard = { listeners: new WeakSet(), published: isPublished() };
  if (onAudit !== undefined) by.listeners.add(onAudit);
  tell(compiled, onAudit, true);
  heard.set(compiled, by);
}

/** Tells the host of each finding, unless it has heard; the error to throw. */
export function refused(compiled: CompileResult, { onAudit }: RunSettings): CompileError {
  const known = heard.get(compiled);
  const isNews = onAudit !== undefined && known?.listeners.has(onAudit) !== true;
  tell(compiled, isNews ? onAudit : undefined, known?.published !== true);
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

function tell(compiled: CompileResult, listener: AuditListener | undefined, publishes: boolean): void {
  const source = sourceOf(compiled);
  const filename = compiled.errors[0]?.filename ?? compiled.filename;
  const audit = createAuditor(listener, source, filename, publishes);
  if (!audit.isHeard()) return;
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
}
