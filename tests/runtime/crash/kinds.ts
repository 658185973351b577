import { compileRestricted, type ExecOptions, execRestricted, type GuardForm } from "../../../src/index.js";

/** The forms, and the host's own realm behind the call form. */
export const KINDS: readonly (readonly [GuardForm, ExecOptions])[] = [
  ["inline", {}],
  ["call", {}],
  ["call", { realm: "shared" }],
];

/** `value`, or the class and code of the error, of each kind in turn. */
export function outcomes(source: string, options: ExecOptions = {}): readonly string[] {
  return KINDS.map(([guards, realm]) => outcome(source, { ...options, ...realm }, guards));
}

function outcome(source: string, options: ExecOptions, guards: GuardForm): string {
  const program = compileRestricted(source, { guards });
  if (program.errors.length > 0) return `refused: ${program.errors.map(String).join("; ")}`;
  try {
    // The value is taken out of the program when it is read.
    return execRestricted(program, options).value === undefined ? "undefined" : "value";
  } catch (error) {
    return error instanceof Error ? `${error.name} ${"code" in error ? error.code : ""}` : "not an error";
  }
}
