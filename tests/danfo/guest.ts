import { danfoPolicies } from "../../src/danfo/index.js";
import type { MemberContext, Policy } from "../../src/index.js";

/** One step of a guest's chain: a member's name and the arguments of its call. */
export type Step = readonly [name: string, ...args: unknown[]];

export interface Meter extends MemberContext {
  readonly used: () => number;
}

export function meter(): Meter {
  let used = 0;
  return {
    charge(steps) {
      if (!(steps >= 0)) throw new Error(`charged ${steps}`);
      used += steps;
    },
    used: () => used,
  };
}

/** What the membrane does with a host object: captures it as long as its policy says so. */
export function enter(value: object): object {
  const policy = policyOf(value);
  return policy.capture === undefined ? value : enter(policy.capture(value));
}

export function policyOf(value: object): Policy {
  const policy = danfoPolicies.find((each) => each.matches(value));
  if (policy === undefined) throw new Error("no policy matches");
  return policy;
}

/** Walks a chain of members through the permits, as the membrane would. */
export function guest(target: unknown, ...steps: readonly Step[]): unknown {
  return metered(meter(), target, ...steps);
}

export function metered(context: MemberContext, target: unknown, ...steps: readonly Step[]): unknown {
  let value = target;
  for (const [name, ...args] of steps) {
    const policy = policyOf(value as object);
    const permit = Object.hasOwn(policy.members ?? {}, name) ? policy.members?.[name] : undefined;
    if (permit === undefined) throw new Error(`no member ${name}`);
    value =
      permit.kind === "get"
        ? permit.get(value as never, context)
        : permit.call(value as never, args, context);
  }
  return value;
}

/** `df["name"]` */
export function item(target: object, name: string): object {
  return policyOf(target).items?.get(target as never, name, meter()) as object;
}
