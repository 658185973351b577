import { CALL_FORMS, type CallForm } from "./calls.js";
import { CALL_BODIES, type Goal, HOST_MEMBERS, MARK, REACH_BODIES, SECRETS, SHARED } from "./goals.js";
import type { KeyForm } from "./keys.js";
import { LEAKS } from "./leaks.js";
import { type ReadForm, readForm } from "./reads.js";
import type { Receiver } from "./receivers.js";
import type { Wrapper } from "./wrappers.js";
import { WRITE_FORMS } from "./writes.js";

/** One step from an object to a member of it. */
export interface Step {
  readonly key: KeyForm;
  readonly read: ReadForm;
}

/** The choices of which a program is made. */
export interface Choices {
  readonly goal: Goal;
  readonly receiver: Receiver;
  readonly steps: readonly [Step, Step];
  /** Chooses the last move among those that the goal has. */
  readonly move: number;
  /** Chooses the body, the host's object or the secret. */
  readonly target: number;
  readonly wrappers: readonly Wrapper[];
}

/** A hostile program and what it is made of. It is a script whose completion value is what the attack gave. */
export interface HostileProgram {
  readonly source: string;
  readonly goal: Goal;
  /** Whether the attack may come after the synchronous part. */
  readonly async: boolean;
  readonly parts: readonly string[];
}

/** The element that a number chooses, whatever the number. */
function at<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

export function hostileProgramOf(choices: Choices): HostileProgram {
  const attack = attackOf(choices);
  const source = choices.wrappers.reduce((text, wrapper) => wrapper.text(text), attack.text);
  const { goal, receiver, steps, wrappers } = choices;
  return {
    goal,
    source: `${source.startsWith("{") || source.startsWith("(") ? "" : "0, "}${source};`,
    async: /\basync\b|\bPromise\b|\bhostAsync\b/.test(source),
    parts: [
      goal,
      receiver.id,
      ...steps.flatMap((s) => [s.key.id, s.read.id]),
      attack.id,
      ...wrappers.map((w) => w.id),
    ],
  };
}

function attackOf(choices: Choices): { readonly id: string; readonly text: string } {
  const { move, target } = choices;
  switch (choices.goal) {
    case "call":
    case "reach": {
      const bodies = choices.goal === "call" ? CALL_BODIES : REACH_BODIES;
      const form: CallForm = at(CALL_FORMS, move);
      return { id: form.id, text: form.text(functionMaker(choices), at(bodies, target)) };
    }
    case "pollute": {
      const form = at(WRITE_FORMS, move);
      return { id: form.id, text: form.text(prototypeOf(choices), `"${MARK}"`) };
    }
    case "mutate": {
      const [object, member] = at(HOST_MEMBERS, target);
      const form = at(WRITE_FORMS, move);
      return { id: form.id, text: form.text(object, keyText(choices.steps[0], member)) };
    }
    case "leak":
      return leakOf(choices);
  }
}

function leakOf({ move, target, steps: [step] }: Choices): { readonly id: string; readonly text: string } {
  const [object, member] = at(SECRETS, target);
  if (move % 2 === 0) return { id: "read", text: `print(${readForm(step.read, object, step.key, member)})` };
  const form = at(LEAKS, move >> 1);
  return { id: form.id, text: form.text(object) };
}

function keyText({ key }: Step, name: string): string {
  return key.computed ? key.text(name) : `"${name}"`;
}

/** The constructor of functions, by as many steps as the receiver needs. */
function functionMaker({ receiver, steps: [first, second] }: Choices): string {
  const one = readForm(first.read, receiver.text, first.key, "constructor");
  return receiver.steps === 1 ? one : readForm(second.read, one, second.key, "constructor");
}

/** Something shared by its name, the prototype that everything has, or that of the receiver's own kind. */
function prototypeOf({ receiver, target, move, steps: [first, second] }: Choices): string {
  if (target % 3 === 2) return at(SHARED, target + move);
  if (target % 3 === 1) return readForm(first.read, receiver.text, first.key, "__proto__");
  const maker = readForm(first.read, receiver.text, first.key, "constructor");
  return readForm(second.read, maker, second.key, "prototype");
}
