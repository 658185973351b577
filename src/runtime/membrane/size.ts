import { LimitError } from "../../diagnostics/errors.js";
import type { Budget } from "../kernel/budget.js";
import type { Session } from "./session.js";

/** Deeper values are refused: they are walked by recursion, on whatever stack is left. */
export const MAX_DEPTH = 1_000;
/** Crossings of less than this cost about what the call around them has paid. */
const FREE_NODES = 64;

/** One crossing: how much of the value has been seen. */
export interface Size {
  readonly session: Session;
  /** What crosses, for the error. */
  readonly what: string;
  nodes: number;
}

/** Counts `more` parts before they are copied. @throws LimitError `LIMIT_RESULT` */
export function count(size: Size, more: number, depth = 0): void {
  // What is refused is not copied, and so not counted.
  const nodes = size.nodes + more;
  if (nodes <= size.session.resultNodes && depth <= MAX_DEPTH) {
    size.nodes = nodes;
    return;
  }
  const message =
    depth > MAX_DEPTH
      ? `${size.what} is nested more than ${MAX_DEPTH} levels deep.`
      : `${size.what} has more parts than the limit of ${size.session.resultNodes} allows.`;
  end(size.session, (budget) => budget.kill("LIMIT_RESULT", message));
  throw new LimitError({ code: "LIMIT_RESULT", message });
}

/**
 * Copying is work that the program asked for while it runs, refused at its end or not: one step for each part.
 * @throws LimitError of any code, when that ends the run
 */
export function charge({ session, nodes }: Size): void {
  if (nodes > FREE_NODES) end(session, (budget) => budget.charge(nodes));
}

/**
 * A limit that is reached while the program runs ends this run, and this one only. Host frames stand between here and
 * the program: they get an error of the host's, and the run's own takes its place where they return to the program.
 */
function end({ alive, budget, kernel }: Session, reach: (budget: Budget) => void): void {
  if (!alive || budget === null) return;
  try {
    reach(budget);
  } catch (death) {
    const { message } = kernel.errors.labels(death as object);
    throw new LimitError({ code: kernel.errors.details(death)?.code ?? "LIMIT_STEPS", message });
  }
}

const getter = (prototype: object, name: string): ((this: unknown) => number) =>
  Object.getOwnPropertyDescriptor(prototype, name)?.get as () => number;
const mapSize = getter(Map.prototype, "size");
const setSize = getter(Set.prototype, "size");
const typedLength = getter(Object.getPrototypeOf(Uint8Array.prototype) as object, "length");
const bufferLength = getter(ArrayBuffer.prototype, "byteLength");

/** Sizes from internal slots: members of the value's own and of its class are not asked. */
export const sizeOfMap = (map: object): number => Reflect.apply(mapSize, map, []);
export const sizeOfSet = (set: object): number => Reflect.apply(setSize, set, []);
export const lengthOfTyped = (array: object): number => Reflect.apply(typedLength, array, []);
export const lengthOfBuffer = (buffer: object): number => Reflect.apply(bufferLength, buffer, []);
