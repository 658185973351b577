export { createSafeGlobals, limitedBuiltins, safeBuiltins, utilityBuiltins } from "./builtins/builtins.js";
export { verifyRestricted } from "./compiler/5-verify/verify-restricted.js";
export {
  type CacheSize,
  type CacheUsage,
  type CompileCache,
  createCompileCache,
} from "./compiler/cache.js";
export type { CompileResult } from "./compiler/compile.js";
export type { GuardForm, Mode } from "./compiler/options.js";
export {
  defineLanguagePolicy,
  type LanguagePolicySpec,
  type Refused,
  type ReservedName,
} from "./compiler/policy/define.js";
export { describeGlobals } from "./describe/describe-globals.js";
export type {
  DescribedGlobal,
  DescribedKind,
  DescribedMember,
  DescribedModule,
  DescribedType,
  Description,
  DescriptionData,
} from "./describe/description.js";
export type { Diagnostic, Point } from "./diagnostics/diagnostic.js";
export type { ErrorDetails, Position } from "./diagnostics/errors.js";
export {
  CompileError,
  GuardError,
  GuestError,
  HostTypeError,
  LimitError,
  RestrictedError,
  VerificationError,
} from "./diagnostics/errors.js";
export { type CodeExplanation, DIAGNOSTIC_CODES, explainCode } from "./diagnostics/explain.js";
export { didYouMean, nearestName } from "./diagnostics/suggest.js";
export { explainRestricted } from "./explain/explain-restricted.js";
export type {
  Allowance,
  ExplainedLine,
  ExplainOptions,
  Explanation,
  GuardUse,
  NeededGlobal,
  NeededModule,
  Refusal,
  Tick,
} from "./explain/explanation.js";
export { type ExpressionOptions, RestrictedExpression } from "./expression/restricted-expression.js";
export { defaultGuards } from "./guards/default-guards.js";
export {
  guardedIterUnpackSequence,
  guardedUnpackSequence,
  saferGetattr,
  saferGetattrRaise,
  saferGetitem,
} from "./guards/defaults.js";
export { PrintCollector } from "./guards/print-collector.js";
export {
  fullWriteGuard,
  GUARDED_DELETE,
  GUARDED_SET,
  guardedDelattr,
  guardedSetattr,
  WRITABLE,
} from "./guards/writing.js";
export { NODE_FORMS, NODE_GROUPS, type NodeGroup } from "./language/node-groups.js";
export type { LanguagePolicy } from "./language/policy.js";
export { type Documentation, documented } from "./policies/documentation.js";
export type {
  GetPermit,
  Items,
  MemberContext,
  MethodPermit,
  Permit,
  Policy,
  PolicySpec,
  Resident,
} from "./policies/policy.js";
export { definePolicy, privileged } from "./policies/policy.js";
export type { Table } from "./policies/table.js";
export { TABLE, tableOf } from "./policies/table.js";
export type { AuditEvent, AuditName } from "./runtime/audit.js";
export { type CompileOptions, compileRestricted } from "./runtime/compiling.js";
export { evalRestricted, execRestricted, execRestrictedAsync } from "./runtime/exec.js";
export { DEFAULT_LIMITS, type Limits } from "./runtime/limits/limits.js";
export { freezeData } from "./runtime/membrane/frozen.js";
export type { BuiltinSet, ExecOptions, InjectedGuard } from "./runtime/options.js";
export type { Collector } from "./runtime/printing.js";
export type { ExecResult, PrintedLine, Usage } from "./runtime/result.js";
