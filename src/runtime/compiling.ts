import { type CompileResult, compileRestricted as compile } from "../compiler/compile.js";
import type { CompileOptions as PlainOptions } from "../compiler/options.js";
import { GuardError } from "../diagnostics/errors.js";
import type { AuditListener } from "./audit.js";
import { tellRefusal } from "./refused.js";

export interface CompileOptions extends PlainOptions {
  /** Called once for each finding that refuses the source, before `compileRestricted` returns. */
  readonly onAudit?: AuditListener;
}

/**
 * Compiles a guest's source: parse, check, rewrite, generate, verify.
 * Never throws for what the guest wrote; every finding is in `errors`, and told to `onAudit`.
 * @throws GuardError `OPTION_UNKNOWN`, `OPTION_VALUE` for the host's own mistakes, `SOURCE_TYPE` for a source that is no string.
 */
export function compileRestricted(source: string, options: CompileOptions = {}): CompileResult {
  const given = typeof options === "object" && options !== null && Object.hasOwn(options, "onAudit");
  if (!given) return told(compile(source, options), undefined);
  const { onAudit, ...rest } = options;
  if (onAudit !== undefined && typeof onAudit !== "function")
    throw new GuardError({ code: "OPTION_VALUE", message: "`onAudit` must be a function." });
  return told(compile(source, rest), onAudit);
}

function told(result: CompileResult, onAudit: AuditListener | undefined): CompileResult {
  if (!result.ok) tellRefusal(result, onAudit);
  return result;
}
