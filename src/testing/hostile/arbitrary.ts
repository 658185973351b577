import fc from "fast-check";
import { GOALS, type Goal } from "./goals.js";
import { KEY_FORMS } from "./keys.js";
import { type Choices, type HostileProgram, hostileProgramOf, type Step } from "./program.js";
import { READ_FORMS } from "./reads.js";
import { RECEIVERS } from "./receivers.js";
import { WRAPPERS } from "./wrappers.js";

export interface HostileOptions {
  /** What the programs are after; by default each goal, as often as the others. */
  readonly goals?: readonly Goal[];
  /** How many engine calls, callbacks and promises may stand around the attack; 2 by default. */
  readonly wrappers?: number;
}

/** Chosen as often as the others together: programs with many odd parts fail natively, and prove nothing. */
function mostly<T>(list: readonly T[]): fc.Arbitrary<T> {
  const any = fc.constantFrom(...list);
  return fc.oneof({ withCrossShrink: true }, fc.constantFrom(...list.slice(0, 1)), any);
}

function step(): fc.Arbitrary<Step> {
  return fc.record({ key: fc.constantFrom(...KEY_FORMS), read: mostly(READ_FORMS) });
}

/**
 * Programs that try to get out. They shrink to the simplest receiver, keys, positions and wrappers that still do what
 * the property refuses.
 *
 * @example fc.assert(fc.property(hostileProgram(), (p) => !escapes(p.source)))
 */
export function hostileProgram({
  goals = GOALS,
  wrappers = 2,
}: HostileOptions = {}): fc.Arbitrary<HostileProgram> {
  const choices: fc.Arbitrary<Choices> = fc.record({
    goal: fc.constantFrom(...goals),
    receiver: fc.constantFrom(...RECEIVERS),
    steps: fc.tuple(step(), step()),
    move: fc.nat(199),
    target: fc.nat(11),
    wrappers: fc.array(fc.constantFrom(...WRAPPERS), { maxLength: wrappers }),
  });
  return choices.map(hostileProgramOf);
}
