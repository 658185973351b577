import { HostTypeError } from "../../diagnostics/errors.js";
import { BIGINT_BITS } from "../../language/bigints.js";
import type { Session } from "./session.js";

const LEAST_LARGE = 1n << BigInt(BIGINT_BITS);

/** A bigint, or what makes one, was about to come to a program whose operators do not look at sizes. */
export class BigintArrival extends HostTypeError {}

/**
 * Before anything of which bigints can come is handed to the guest. A text that could make a huge one of it is refused
 * them; in all others one operation may now take as long as thousands, so that the clock is looked at often.
 * @throws HostTypeError `HOST_BIGINT`
 */
export function expectBigints({ bigints, budget }: Session, path: string): void {
  if (bigints === "refused")
    throw new BigintArrival({
      code: "HOST_BIGINT",
      message: `The host value ${path} is a bigint, or makes bigints, and the program is not compiled for them.`,
      help: "Compile it with `bigints: true`, or pass a number or text.",
    });
  budget?.beWary();
}

/** @throws HostTypeError `HOST_BIGINT` */
export function enterBigint(session: Session, value: bigint, path: string): bigint {
  expectBigints(session, path);
  if (value < LEAST_LARGE && value > -LEAST_LARGE) return value;
  throw new HostTypeError({
    code: "HOST_BIGINT",
    message: `The host value ${path} is a bigint of more than ${BIGINT_BITS} bits.`,
    help: "Pass its text, or a smaller one.",
  });
}
