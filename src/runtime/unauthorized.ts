import type { Policy } from "../policies/policy.js";
import { positionOf } from "./audit.js";
import type { Session } from "./membrane/session.js";

/**
 * The engine asks every object for these of its own accord: `await` for `then`, `JSON.stringify` for `toJSON`. That the
 * host's object has one says nothing about the program.
 */
const ASKED_BY_THE_ENGINE: ReadonlySet<string> = new Set(["then", "toJSON"]);

/** Tells of a member that the host's object has and its policy does not permit. The guest sees what it always sees. */
export function tellUnauthorized(
  session: Session,
  policy: Policy,
  target: object,
  name: string,
  writes: boolean,
  here: () => string,
): void {
  if (!session.alive || (!writes && !isHidden(target, name))) return;
  session.audit.tell({
    type: "data",
    code: writes ? "GUARD_WRITE" : "FACET_MEMBER",
    message: `The policy \`${policy.name}\` does not permit ${writes ? "writing" : "reading"} \`${name.slice(0, 100)}\`.`,
    name,
    position: positionOf(here()),
  });
}

/** No getter runs; a host's Proxy among the prototypes is the host's own code, and may throw. */
function isHidden(target: object, name: string): boolean {
  if (ASKED_BY_THE_ENGINE.has(name) || name in Object.prototype) return false;
  try {
    return name in target;
  } catch {
    return false;
  }
}
