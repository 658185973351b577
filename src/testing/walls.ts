import { ablatedProgramOf, compileAblated, compileRestricted, type Program } from "../compiler/compile.js";
import type { CompileOptions, GuardForm } from "../compiler/options.js";
import { GuardError } from "../diagnostics/errors.js";
import { execRestricted, execRestrictedAsync, runProgram, runProgramAsync } from "../runtime/exec.js";
import { type ExecOptions, type RunSettings, runSettings } from "../runtime/options.js";
import { refused } from "../runtime/refused.js";
import type { ExecResult } from "../runtime/result.js";

/**
 * `both`: as users run a program. `guards`: in the host's own realm, so that only the guards protect it.
 * `realm`: the syntax check is kept and the member guards are taken out, so that only the guest realm protects it.
 */
export type Walls = "both" | "guards" | "realm";

export const WALLS: readonly Walls[] = Object.freeze(["both", "guards", "realm"]);

export interface WallsOptions extends Omit<ExecOptions, "realm" | "guards"> {
  readonly walls: Walls;
  /** The form that `both` compiles in, default `inline`. `guards` is always `call`, `realm` always `inline`. */
  readonly form?: GuardForm;
  /** What the compiler is told besides the form: `language`, `imports`, `policy` … */
  readonly compile?: Omit<CompileOptions, "guards" | "async">;
}

/**
 * Runs a program behind both walls or behind one alone.
 *
 * @throws what `execRestricted` throws
 */
export function execWalls(source: string, options: WallsOptions): ExecResult {
  const { walls, form, compile, run } = taken(options);
  if (walls === "realm") {
    const settings = runSettings(run);
    return runProgram(ablatedProgram(source, { ...compile }, settings), settings);
  }
  const compiled = compileRestricted(source, { ...compile, guards: form });
  return execRestricted(compiled, walls === "guards" ? shared(run) : run);
}

/** Like `execWalls`, for programs that wait. */
export async function execWallsAsync(source: string, options: WallsOptions): Promise<ExecResult> {
  const { walls, form, compile, run } = taken(options);
  if (walls === "realm") {
    const settings = runSettings(run);
    return runProgramAsync(ablatedProgram(source, { ...compile, async: true }, settings), settings);
  }
  const compiled = compileRestricted(source, { ...compile, async: true, guards: form });
  return execRestrictedAsync(compiled, walls === "guards" ? shared(run) : run);
}

interface Taken {
  readonly walls: Walls;
  readonly form: GuardForm;
  readonly compile: Omit<CompileOptions, "guards" | "async">;
  readonly run: ExecOptions;
}

function taken({ walls, form, compile = {}, ...run }: WallsOptions): Taken {
  if (!WALLS.includes(walls)) {
    throw new GuardError({
      code: "OPTION_VALUE",
      message: "`walls` must be 'both', 'guards' or 'realm'.",
    });
  }
  const only = { both: form ?? "inline", guards: "call", realm: "inline" } as const;
  if (form !== undefined && form !== only[walls]) {
    throw new GuardError({
      code: "OPTION_VALUE",
      message: `\`form\` must be '${only[walls]}' with the walls '${walls}'.`,
    });
  }
  return { walls, form: only[walls], compile, run };
}

/** The host's own realm. */
function shared(run: ExecOptions): ExecOptions {
  return { ...run, realm: "shared" } as unknown as ExecOptions;
}

/** @throws CompileError when the text is refused */
function ablatedProgram(source: string, options: CompileOptions, settings: RunSettings): Program {
  const { sourceLength, nodes, nesting } = settings.limits;
  const compiled = compileAblated(source, { limits: { sourceLength, nodes, nesting }, ...options });
  const program = ablatedProgramOf(compiled);
  if (program === undefined) throw refused(compiled, settings);
  return program;
}
