import fc from "fast-check";
import { generateProgram, SIZE, type Size } from "./generate.js";
import { programText } from "./program.js";
import { shrinkProgram } from "./shrink.js";
import type { Tree } from "./tree.js";

/** A program that shows itself as its text in a report. */
export class GrammarProgram {
  #source: string | undefined;

  constructor(readonly tree: Tree) {}

  get source(): string {
    this.#source ??= programText(this.tree);
    return this.#source;
  }

  [fc.toStringMethod](): string {
    return `\n${this.source}\n`;
  }
}

class ProgramArbitrary extends fc.Arbitrary<GrammarProgram> {
  constructor(readonly size: Size) {
    super();
  }

  override generate(random: fc.Random): fc.Value<GrammarProgram> {
    return new fc.Value(new GrammarProgram(generateProgram(random, this.size)), undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is GrammarProgram {
    return value instanceof GrammarProgram;
  }

  override shrink({ tree }: GrammarProgram): fc.Stream<fc.Value<GrammarProgram>> {
    return new fc.Stream(shrinkProgram(tree)).map(
      (smaller) => new fc.Value(new GrammarProgram(smaller), undefined),
    );
  }
}

/** Whole programs of the language, closed and ending, most of whose names resolve. */
export function programs(size: Size = SIZE): fc.Arbitrary<GrammarProgram> {
  return new ProgramArbitrary(size);
}
