import type { Part } from "./part.js";

/**
 * How much code the engine makes of an expression, and how long that takes: for every place with a choice it looks at all
 * ways to the next four characters. Nothing can end the engine while it does so.
 */
export function sizeOf(part: Part): number {
  const state: State = { units: 0, visits: 0, factor: 1 };
  ahead(state, part, END);
  return state.visits > MOST_VISITS ? Infinity : state.units;
}

/** Ways to the next characters, none to four of them, and the length of the shortest. */
interface Ahead {
  readonly ways: readonly [number, number, number, number, number];
  readonly shortest: number;
}

interface State {
  units: number;
  visits: number;
  /** How often the part at hand has been copied by the repeats around it. */
  factor: number;
}

const END: Ahead = { ways: [1, 1, 1, 1, 1], shortest: 0 };
const MOST_VISITS = 2 ** 18;
/** The engine writes a part out that many times at most, and takes a counter for the rest. */
const MOST_COPIES = 3;
const MOST_FACTOR = 6;

function ahead(state: State, part: Part, next: Ahead): Ahead {
  if (++state.visits > MOST_VISITS) return next;
  switch (part.kind) {
    case "char": {
      const [a, b, c, d] = next.ways;
      return { ways: [1, a, b, c, d], shortest: next.shortest + 1 };
    }
    case "sequence": {
      let after = next;
      for (let i = part.parts.length - 1; i >= 0; i--) after = ahead(state, part.parts[i] as Part, after);
      return after;
    }
    case "choice": {
      let all = ahead(state, part.parts[0] as Part, next);
      for (let i = 1; i < part.parts.length; i++)
        all = either(all, ahead(state, part.parts[i] as Part, next));
      return counted(state, all);
    }
    case "repeat":
      return repeated(state, part, next);
    case "look":
      ahead(state, part.body, END);
      return next;
    case "back":
      return { ways: END.ways, shortest: next.shortest };
    default:
      return next;
  }
}

function either(a: Ahead, b: Ahead): Ahead {
  const [p, q, r, s, t] = a.ways;
  const [u, v, w, x, y] = b.ways;
  return {
    ways: [p + u, q + v, r + w, s + x, t + y],
    shortest: a.shortest < b.shortest ? a.shortest : b.shortest,
  };
}

function counted(state: State, all: Ahead): Ahead {
  state.units += all.ways[all.shortest < 4 ? all.shortest : 4] as number;
  return all;
}

function repeated(state: State, part: Part & { readonly kind: "repeat" }, next: Ahead): Ahead {
  const { body, least, most } = part;
  const { factor } = state;
  const copies = most <= MOST_COPIES ? most : least <= MOST_COPIES ? least : 0;
  const isCopied = copies > 0 && factor * copies <= MOST_FACTOR;
  let after = next;
  if (!isCopied || most > MOST_COPIES) {
    after = counted(state, either(ahead(state, body, { ways: END.ways, shortest: next.shortest }), next));
  }
  if (!isCopied) return after;
  state.factor = factor * copies;
  for (let i = copies; i > 0; i--) {
    const one = ahead(state, body, after);
    after = i > least ? counted(state, either(one, next)) : one;
  }
  state.factor = factor;
  return after;
}
