import type { Position } from "../diagnostics/errors.js";

/** One refusal, told to the host at once. */
export interface AuditEvent {
  /** `compile`: the source was refused. `guard`: an access was. `limit`: the run was ended. `realm`: shared state was found changed. */
  readonly type: "compile" | "guard" | "limit" | "realm";
  readonly code: string;
  readonly message: string;
  readonly filename: string;
  readonly name?: string;
  readonly position?: Position;
}

export type Auditor = (event: AuditEvent) => void;

/** A host's listener that throws must not change what the guest sees. */
export function auditor(listener: ((event: AuditEvent) => void) | undefined): Auditor {
  return (event) => {
    if (listener === undefined) return;
    try {
      listener(Object.freeze(event));
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  };
}

/** `file:line:column` as a position; the file may itself hold colons. */
export function positionOf(place: string): Position | undefined {
  const found = /:(\d+):(\d+)$/.exec(place);
  return found === null ? undefined : { line: Number(found[1]), column: Number(found[2]) };
}
