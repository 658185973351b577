import { GuardError } from "../diagnostics/errors.js";
import { positionOf } from "./audit.js";
import { guestValue } from "./failures.js";
import type { Outcome } from "./kernel/host.js";
import type { PrintPort } from "./kernel/print/output.js";
import type { Session } from "./membrane/session.js";
import type { RunSettings } from "./options.js";
import type { PrintedLine } from "./result.js";

/** What a `_print_` factory makes: it is told of each text, and gives back what it holds. */
export interface Collector {
  write(text: string, line: PrintedLine): void;
  call(): string;
}

export interface Printing {
  readonly port: PrintPort;
  readonly printed: readonly PrintedLine[];
  bytes(): number;
  /** A collector of the host's, when it injects a factory. */
  collector(): Collector | null;
}

/** Keeps what a run prints, within its limit, and tells the host's listeners. */
export function createPrinting(session: Session, settings: RunSettings): Printing {
  const printed: PrintedLine[] = [];
  const { printedBytes: limit } = settings.limits;
  let bytes = 0;
  const write = (level: string, text: string, place: string, target: unknown): undefined => {
    bytes += text.length * 2;
    if (bytes > limit) session.budget?.kill("LIMIT_PRINT", `The program printed more than ${limit} bytes.`);
    const line = Object.freeze({
      level: level === "print" ? "log" : (level as PrintedLine["level"]),
      text: text.endsWith("\n") ? text.slice(0, -1) : text,
      line: positionOf(place)?.line ?? 0,
    });
    printed.push(line);
    settings.onPrint?.(line);
    // `print` says itself where its line ends.
    (target as Collector | null)?.write(level === "print" ? text : `${text}\n`, line);
  };
  const collector = (): Collector | null => {
    const factory = settings.guards._print_ as ((getattr: unknown) => unknown) | undefined;
    return factory === undefined ? null : checked(factory(getattr(session, settings)));
  };
  const attempt = (work: () => unknown): Outcome => {
    try {
      return { ok: true, value: work() };
    } catch (error) {
      return { ok: false, value: guestValue(session, error) };
    }
  };
  return {
    printed,
    bytes: () => bytes,
    collector,
    port: {
      write: (level, text, place, target) => attempt(() => write(level, text, place, target)),
      open: () => attempt(collector),
      read: (target) =>
        attempt(() => {
          const text: unknown = (target as Collector).call();
          return typeof text === "string" ? text : undefined;
        }),
    },
  };
}

/** RestrictedPython hands `_getattr_` to its factories; so does this. */
function getattr({ kernel }: Session, { guards }: RunSettings): unknown {
  const plain = (object: never, name: never): unknown => kernel.plain()["_getattr_"]?.(object, name);
  return guards._getattr_ ?? plain;
}

function checked(made: unknown): Collector {
  const { write, call } = (made ?? {}) as Partial<Collector>;
  if (typeof write === "function" && typeof call === "function") return made as Collector;
  throw new GuardError({
    code: "OPTION_VALUE",
    message: "The `_print_` factory must return a collector with `write(text, line)` and `call()`.",
    help: "Return a new PrintCollector().",
  });
}
