import { refusedMember } from "../../language/policy.js";
import type { Session } from "./session.js";

const UNDERSCORE = 95;

/** A name that may have to stay behind: the long way decides. */
export function isSpecial({ policy }: Session, name: string): boolean {
  return name.charCodeAt(0) === UNDERSCORE || refusedMember(name, policy) !== undefined;
}
