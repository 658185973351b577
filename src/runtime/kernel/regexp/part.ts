import { ALL, type Chars, NONE, union } from "./chars.js";

/** A part of an expression. Groups leave no trace: only what is matched counts. */
export type Part =
  | (Facts & { readonly kind: "char" })
  | (Facts & { readonly kind: "place" | "start" | "back" })
  | (Facts & { readonly kind: "look"; readonly body: Part })
  | (Facts & { readonly kind: "sequence" | "choice"; readonly parts: readonly Part[] })
  | (Facts & { readonly kind: "repeat"; readonly body: Part; readonly least: number; readonly most: number });

interface Facts {
  /** What a match of it may begin with. */
  readonly first: Chars;
  /** What repeated parts of it may run over. */
  readonly looped: Chars;
  /** It may match without a character. */
  readonly empty: boolean;
  /** Characters of the shortest match. */
  readonly shortest: number;
  /** It has a part without a bound, so that its work grows with the text. */
  readonly unbounded: boolean;
  /** It may fail where it stands. */
  readonly fails: boolean;
  /** All characters of it. */
  readonly chars: Chars;
}

export function char(chars: Chars): Part {
  return {
    kind: "char",
    first: chars,
    looped: NONE,
    empty: false,
    shortest: 1,
    unbounded: false,
    fails: true,
    chars,
  };
}

const nothing = { first: NONE, looped: NONE, empty: true, shortest: 0, unbounded: false, chars: NONE };

export const PLACE: Part = { ...nothing, kind: "place", fails: true };
export const START: Part = { ...nothing, kind: "start", fails: true };
/** It matches a text that the subject chose. */
export const BACK: Part = {
  kind: "back",
  first: ALL,
  looped: ALL,
  empty: true,
  shortest: 0,
  unbounded: true,
  fails: true,
  chars: ALL,
};

/** What looks far may look far again wherever it is tried: nothing that comes before it is told apart from it. */
export function look(body: Part): Part {
  const { looped, unbounded } = body;
  return {
    ...nothing,
    kind: "look",
    body,
    first: unbounded ? ALL : NONE,
    looped,
    unbounded,
    fails: true,
  };
}

export function sequence(parts: readonly Part[]): Part {
  let first = NONE;
  let open = true;
  let shortest = 0;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as Part;
    if (open) first = union(first, part.first);
    open &&= part.empty;
    shortest += part.shortest;
  }
  return { ...together(parts), kind: "sequence", parts, first, empty: open, shortest };
}

export function choice(parts: readonly Part[]): Part {
  let first = NONE;
  let empty = false;
  let shortest = Infinity;
  let fails = true;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as Part;
    first = union(first, part.first);
    empty ||= part.empty;
    fails &&= part.fails;
    if (part.shortest < shortest) shortest = part.shortest;
  }
  return { ...together(parts), kind: "choice", parts, first, empty, shortest, fails };
}

function together(parts: readonly Part[]): {
  looped: Chars;
  unbounded: boolean;
  fails: boolean;
  chars: Chars;
} {
  let looped = NONE;
  let chars = NONE;
  let unbounded = false;
  let fails = false;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as Part;
    looped = union(looped, part.looped);
    chars = union(chars, part.chars);
    unbounded ||= part.unbounded;
    fails ||= part.fails;
  }
  return { looped, unbounded, fails, chars };
}

export function repeat(body: Part, least: number, most: number): Part {
  const endless = most === Infinity;
  return {
    kind: "repeat",
    body,
    least,
    most,
    first: body.first,
    looped: endless ? union(body.looped, body.chars) : body.looped,
    empty: least === 0 || body.empty,
    shortest: least === 0 || body.shortest === 0 ? 0 : least * body.shortest,
    unbounded: endless || body.unbounded,
    fails: least > 0 && body.fails,
    chars: body.chars,
  };
}
