/** What a hostile program is after. */
export type Goal = "call" | "reach" | "pollute" | "mutate" | "leak";

/** The simplest first: failing programs shrink towards it. */
export const GOALS: readonly Goal[] = Object.freeze(["call", "reach", "pollute", "mutate", "leak"]);

/** The text that must not leave, in a member whose name begins with an underscore. */
export const SECRET = "TOPSECRET";

/** The name of the canary, a function that the host's global object has. */
export const CANARY = "pwn";

/** What the made function does: call the canary, however it gets hold of it. */
export const CALL_BODIES: readonly string[] = Object.freeze([
  "pwn()",
  "return this.pwn()",
  "globalThis.pwn()",
  "return (0, eval)('pwn()')",
]);

export const REACH_BODIES: readonly string[] = Object.freeze([
  "return process.pid && pwn()",
  "return globalThis.process.cwd() && pwn()",
  "return process.mainModule, process.env && pwn()",
]);

/** Objects of the host's, and a member of theirs that must stay as it is. */
export const HOST_MEMBERS: readonly (readonly [object: string, member: string])[] = Object.freeze([
  ["hostObj", "name"],
  ["hostObj.nested", "list"],
  ["hostObj.nested.list", "0"],
  ["hostInst", "label"],
  ["hostInst", "greet"],
  ["hostFn", "name"],
]);

/** What all programs of a realm share, and can name. */
export const SHARED: readonly string[] = Object.freeze([
  "Math",
  "JSON",
  "Map",
  "Object",
  "[].map",
  "Object.keys",
  '"".replace',
]);

export const SECRETS: readonly (readonly [object: string, member: string])[] = Object.freeze([
  ["hostObj", "_secret"],
  ["hostInst", "_token"],
]);

/** A member that no prototype has; what finds it has found the pollution. */
export const MARK = "polluted";
