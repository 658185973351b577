import { GuardError } from "../diagnostics/errors.js";

/**
 * Collects what a program prints, up to a length. RestrictedPython: `PrintCollector`.
 * @example
 * const out = new PrintCollector();
 * execRestricted("print('a'); print('b')", { guards: { _print_: () => out } });
 * out.call(); // "a\nb\n"
 */
export class PrintCollector {
  readonly #limit: number;
  readonly #parts: string[] = [];
  #length = 0;
  #truncated = false;

  /** @param limit UTF-16 units that are kept; what comes after them is dropped */
  constructor(limit: number = 2 ** 20) {
    if (!Number.isSafeInteger(limit) || limit < 0)
      throw new GuardError({
        code: "OPTION_VALUE",
        message: "The limit of a PrintCollector must be a whole number from 0 up.",
      });
    this.#limit = limit;
  }

  /** Adds a text, line break and all. */
  write(text: string): void {
    if (typeof text !== "string")
      throw new GuardError({
        code: "OPTION_VALUE",
        message: `A PrintCollector takes text, not a ${typeof text}.`,
      });
    const room = this.#limit - this.#length;
    const kept = text.slice(0, room);
    if (kept.length < text.length) this.#truncated = true;
    if (kept !== "") this.#parts.push(kept);
    this.#length += kept.length;
  }

  /** All that was written, in order. */
  call(): string {
    return this.#parts.join("");
  }

  /** Whether something was dropped. */
  get truncated(): boolean {
    return this.#truncated;
  }
}
