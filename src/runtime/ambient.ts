import { GuardError } from "../diagnostics/errors.js";
import { guestValue } from "./failures.js";
import type { AmbientPort, Outcome } from "./kernel/host.js";
import type { Session } from "./membrane/session.js";
import type { RunSettings } from "./options.js";

/** The host's `clock` and `random` as the kernel asks them: only a fitting number gets in, whatever they return or throw. */
export function ambientPort(session: Session, { clock, random }: RunSettings): AmbientPort {
  return {
    clock: clock === undefined ? null : asked(session, "clock", "a number", clock, () => true),
    random:
      random === undefined
        ? null
        : asked(session, "random", "a number from 0 up and below 1", random, (n) => n >= 0 && n < 1),
  };
}

function asked(
  session: Session,
  name: string,
  wanted: string,
  ask: () => number,
  fits: (n: number) => boolean,
): () => Outcome {
  return () => {
    try {
      const value: unknown = ask();
      if (typeof value === "number" && fits(value)) return { ok: true, value };
      throw new GuardError({ code: "OPTION_VALUE", message: `\`${name}\` must return ${wanted}.` });
    } catch (error) {
      return { ok: false, value: guestValue(session, error) };
    }
  };
}
