import { nearestName } from "../index.js";

/** `; did you mean \`x\`?` for the candidate nearest to `word`, or an empty text when none is near. */
export function near(word: string, candidates: readonly string[], prefix = ""): string {
  const meant = nearestName(word, candidates);
  return meant === undefined ? "" : `; did you mean \`${prefix}${meant}\`?`;
}
