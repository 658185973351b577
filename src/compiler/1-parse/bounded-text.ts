import type { Settings } from "../options.js";

/** How often a parser may look at each character: ordinary programs need less than two looks. */
const LOOKS = { perCharacter: 16, base: 10_000 } as const;

/**
 * TypeScript has places that Babel parses in one way and, when that fails, again in another: `<a>(…)`, `x ? (y) : …`,
 * `infer U extends …`. Nested in each other they double the work at every level, and forty levels would take years. A
 * text that counts how often it is looked at ends that, wherever it comes from; JavaScript is parsed in one go.
 */
export function parserText(text: string, language: Settings["language"]): string {
  return language === "ts" ? (new BoundedText(text) as unknown as string) : text;
}

class BoundedText extends String {
  #left: number;

  constructor(text: string) {
    super(text);
    this.#left = LOOKS.base + LOOKS.perCharacter * text.length;
  }

  /** @throws RangeError like a stack that ends: no part of the parser catches it */
  override charCodeAt(index: number): number {
    if (--this.#left < 0) throw new RangeError("the text has been looked at too often");
    return super.charCodeAt(index);
  }
}
