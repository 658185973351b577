import type { ExplainedLine, GuardUse } from "./explanation.js";
import type { Uses } from "./guards.js";

export interface LineFacts {
  readonly call: Uses;
  readonly inline: Uses;
  readonly refused: readonly (readonly [number, number])[];
}

/** One entry for each line of the source. Each guard call of a text is in exactly one of them. */
export function explainedLines(texts: readonly string[], facts: LineFacts): readonly ExplainedLine[] {
  const guards = byLine(facts.call.guards);
  const inline = byLine(facts.inline.guards);
  const ticks = byLine(facts.call.ticks);
  const established = byLine(facts.inline.established);
  const made = texts.map((text, i): ExplainedLine => {
    const line = i + 1;
    return Object.freeze({
      line,
      text,
      guards: Object.freeze(inOrder(guards.get(line) ?? [])),
      inline: Object.freeze(inOrder(inline.get(line) ?? [])),
      established: Object.freeze([...new Set((established.get(line) ?? []).map(({ name }) => name))]),
      ticks: Object.freeze(ticks.get(line) ?? []),
      refused: facts.refused.some(([first, last]) => first <= line && line <= last),
    });
  });
  return Object.freeze(made);
}

function byLine<T extends { readonly line: number }>(uses: readonly T[]): ReadonlyMap<number, readonly T[]> {
  const lines = new Map<number, T[]>();
  for (const use of uses) {
    const known = lines.get(use.line);
    if (known === undefined) lines.set(use.line, [use]);
    else known.push(use);
  }
  return lines;
}

function inOrder(uses: readonly GuardUse[]): readonly GuardUse[] {
  return uses.toSorted((a, b) => a.column - b.column);
}
