import type { Budget } from "../budget.js";
import type { ErrorKit } from "../errors/index.js";
import { brand } from "../helpers-inline.js";
import type { Outcome } from "../host.js";
import { makeConsole, makePrint } from "./format.js";
import type { InspectOptions } from "./inspect.js";

const create = Object.create;
const freeze = Object.freeze;
const { apply } = Reflect;
const weakGet = WeakMap.prototype.get;
const weakSet = WeakMap.prototype.set;

/** Where the host takes what is printed. A `target` is a collector of the host's; it never reaches a guest. */
export interface PrintPort {
  write(level: string, text: string, place: string, target: unknown): Outcome;
  /** A new collector of the host's, or null when it has none of its own. */
  open(): Outcome;
  /** What a collector of the host's holds. */
  read(target: unknown): Outcome;
}

export interface OutputParts {
  readonly errors: ErrorKit;
  readonly budget: Budget;
  readonly port: PrintPort;
  readonly enter: (ask: () => Outcome) => unknown;
  readonly inspect: InspectOptions;
  /** The run's own collector. */
  readonly target: unknown;
}

export interface Output {
  readonly console: object;
  readonly print: (...args: unknown[]) => void;
  /** What a program with collectors of its own calls. */
  readonly helpers: Readonly<Record<string, unknown>>;
}

/** What one scope of a program has printed. */
interface Collector {
  readonly print: (...args: unknown[]) => void;
  readonly target: unknown;
  text: string;
}

/** About what a collector takes in memory. */
const COLLECTOR_BYTES = 256;

export function makeOutput(parts: OutputParts): Output {
  const { errors, budget, port, enter, inspect } = parts;
  const collectors = new WeakMap<object, Collector>();
  const writer =
    (target: unknown, also?: (text: string) => void) =>
    (level: string, text: string): void => {
      if (budget.death !== null) return;
      const place = errors.here();
      enter(() => port.write(level, text, place, target));
      also?.(text);
    };
  const collectorOf = (value: unknown): Collector => {
    const found =
      typeof value === "object" && value !== null
        ? (apply(weakGet, collectors, [value]) as Collector | undefined)
        : undefined;
    if (found === undefined) throw errors.makeError("TypeError", "The value is no collector.");
    return found;
  };
  const own = writer(parts.target);
  return {
    console: makeConsole(own, inspect),
    print: makePrint(own, inspect),
    helpers: {
      _print_(): object {
        budget.allocate(COLLECTOR_BYTES);
        const target = enter(() => port.open());
        const collector: Collector = {
          target,
          text: "",
          print: makePrint(
            writer(target, (text) => {
              if (target === null) collector.text += text;
            }),
            inspect,
          ),
        };
        const key = freeze(brand(create(null) as object));
        apply(weakSet, collectors, [key, collector]);
        return key;
      },
      _printer_: (key: unknown): unknown => collectorOf(key).print,
      _printed_(key: unknown): string {
        const { target, text } = collectorOf(key);
        const all = target === null ? text : enter(() => port.read(target));
        if (typeof all !== "string")
          throw errors.makeError("TypeError", "The collector's text is no string.");
        budget.allocate(2 * all.length);
        return all;
      },
    },
  };
}
