import { FORBIDDEN_MEMBER_LENGTHS, FORBIDDEN_MEMBERS } from "../../language/names.js";
import { payText } from "./bigints/size.js";
import type { ErrorKit } from "./errors/index.js";
import type { PolicyRefusal } from "./policy.js";

const { apply, ownKeys } = Reflect;
const has = Set.prototype.has;
const charCodeAt = String.prototype.charCodeAt;
const UNDERSCORE = 95;

export type KeyCheck = (key: unknown) => PropertyKey;

/** The engine's own coercion, done once: an object whose toString lies cannot show a second face. */
function coerced(key: unknown): PropertyKey {
  const [only] = ownKeys({ [key as PropertyKey]: 0 });
  return only as PropertyKey;
}

/** Lets any key pass: for measuring the realm alone. */
export const anyKey: KeyCheck = (key) => (typeof key === "number" ? key : coerced(key));

/** Checks computed keys: strings against the forbidden names, objects coerced exactly once. */
export function createKeyCheck(
  errors: ErrorKit,
  openNames: ReadonlySet<string>,
  refusal: PolicyRefusal | null,
  refused: (code: string, name: string) => void,
): KeyCheck {
  const refuse = (name: string): never => {
    refused("GUARD_MEMBER", name);
    const kind =
      apply(charCodeAt, name, [0]) === UNDERSCORE
        ? "is private: it begins with an underscore"
        : "is not available to programs";
    throw errors.guardError("GUARD_MEMBER", `The member \`${name}\` ${kind}.`);
  };

  const text = (key: string): string => {
    const length = key.length;
    if (
      length > 1 &&
      apply(charCodeAt, key, [0]) === UNDERSCORE &&
      !(apply(has, openNames, [key]) as boolean)
    )
      refuse(key);
    if (
      length >= FORBIDDEN_MEMBER_LENGTHS.min &&
      length <= FORBIDDEN_MEMBER_LENGTHS.max &&
      (apply(has, FORBIDDEN_MEMBERS, [key]) as boolean)
    )
      refuse(key);
    if (refusal !== null) {
      const help = refusal(key);
      if (help !== null) {
        refused("POLICY_MEMBER", key);
        throw errors.guardError("POLICY_MEMBER", `The member \`${key}\` is not available here.`, help);
      }
    }
    return key;
  };

  return (key) => {
    if (typeof key === "string") return text(key);
    if (typeof key === "number") return key;
    if (typeof key === "symbol") return key;
    if (typeof key === "bigint") payText(key);
    const only = coerced(key);
    return typeof only === "string" ? text(only) : only;
  };
}
