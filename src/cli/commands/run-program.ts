import {
  CompileError,
  type CompileResult,
  compileRestricted,
  type ExecOptions,
  type ExecResult,
  execRestricted,
  execRestrictedAsync,
  type PrintedLine,
} from "../../index.js";
import type { GivenLimits } from "../arguments/limits.js";
import { loadData } from "../data/load.js";
import type { DataSpec } from "../data/spec.js";
import type { CliIo } from "../io.js";
import type { GivenSource } from "../read-source.js";

export interface RunRequest {
  readonly source: GivenSource;
  readonly language: "js" | "ts";
  readonly specs: readonly DataSpec[];
  readonly limits: GivenLimits;
  readonly guards: "inline" | "call";
  readonly async: boolean;
  /** Called for each printed line, while the program runs. */
  readonly onPrint: (line: PrintedLine) => void;
}

/** @throws RestrictedError for whatever stops the program; refusals come before any data file is loaded. */
export async function runProgram(request: RunRequest, io: CliIo): Promise<ExecResult> {
  const program = compile(request);
  const options = await execOptions(request, io);
  return request.async ? await execRestrictedAsync(program, options) : execRestricted(program, options);
}

function compile({ source, language, guards, limits, async }: RunRequest): CompileResult {
  const result = compileRestricted(source.text, {
    filename: source.filename,
    language,
    guards,
    async,
    limits: limits.compile,
  });
  if (result.ok) return result;
  const [first] = result.errors;
  throw new CompileError({
    code: first?.code ?? "SYNTAX_ERROR",
    message: first?.message ?? "The program is refused.",
    diagnostics: result.errors,
  });
}

async function execOptions({ specs, limits, onPrint }: RunRequest, io: CliIo): Promise<ExecOptions> {
  const { px, go, plotlyPolicies } = await import("../../plotly/index.js");
  const frames = await loadData(specs, io);
  const danfoPolicies = specs.length === 0 ? [] : (await import("../../danfo/index.js")).danfoPolicies;
  const policies = [...danfoPolicies, ...plotlyPolicies];
  return { globals: { px, go, ...frames }, policies, limits: limits.run, onPrint };
}
