import type { Part } from "../../../src/runtime/kernel/regexp/part.js";

/** A backtracking matcher as the language describes it, which counts what it tries. It knows ASCII and no flags. */
export function createMatcher(part: Part, text: string): { steps(most: number): number } {
  let count = 0;
  let most = Infinity;
  type Next = (at: number) => boolean;

  const isWord = (at: number): boolean => /\w/.test(text[at] ?? "");
  const placeOf = (at: number): boolean =>
    // Which place it is, the parts do not say: the one that fails most often makes for the most trying.
    at === text.length || isWord(at - 1) !== isWord(at);

  const has = (chars: readonly number[], code: number): boolean =>
    code < 128 ? (((chars[code >> 5] as number) >>> (code & 31)) & 1) === 1 : chars[4] === 1;

  const run = (p: Part, at: number, next: Next): boolean => {
    if (++count > most) return true;
    switch (p.kind) {
      case "char":
        return at < text.length && has(p.chars, text.charCodeAt(at)) && next(at + 1);
      case "start":
        return at === 0 && next(at);
      case "place":
        return placeOf(at) && next(at);
      case "look":
        return run(p.body, at, () => true) && next(at);
      case "sequence":
        return inOrder(p.parts, 0, at, next);
      case "choice":
        return p.parts.some((one) => run(one, at, next));
      case "repeat":
        return again(p, 0, at, next);
      default:
        return next(at);
    }
  };
  const inOrder = (parts: readonly Part[], i: number, at: number, next: Next): boolean =>
    i === parts.length ? next(at) : run(parts[i] as Part, at, (to) => inOrder(parts, i + 1, to, next));
  const again = (p: Part & { kind: "repeat" }, done: number, at: number, next: Next): boolean => {
    if (++count > most) return true;
    const more = (): boolean =>
      done < p.most &&
      run(p.body, at, (to) => (to === at && done >= p.least ? false : again(p, done + 1, to, next)));
    return done < p.least ? more() : more() || next(at);
  };

  return {
    steps(limit) {
      count = 0;
      most = limit;
      for (let at = 0; at <= text.length; at++) if (run(part, at, () => true)) break;
      return count;
    },
  };
}
