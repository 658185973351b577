import { describe, expect, it } from "vitest";
import { stash } from "../../../src/runtime/kernel/stash.js";

type Held = Iterable<unknown> & { readonly v: unknown };
const held = (source: unknown, places: readonly number[]): Held =>
  stash(source, ...(places as [number, ...number[]])) as Held;

/** What a pattern would be given at each place, and what the stash keeps then. */
function taken(source: unknown, places: readonly number[], most = 9): readonly (readonly unknown[])[] {
  const stashed = held(source, places);
  const seen: (readonly unknown[])[] = [];
  for (const given of stashed) {
    seen.push([given, stashed.v]);
    if (seen.length === most) break;
  }
  return seen;
}

class Own extends Array {
  override *[Symbol.iterator](): Generator<unknown, undefined> {
    yield* ["a", "b", "c"];
  }
}
const ownIterator = Object.assign(["x", "y", "z"], {
  *[Symbol.iterator]() {
    yield* ["a", "b", "c"];
  },
});

/** The ways that a stash goes: an array that it walks itself, and iterators of all kinds. */
const SOURCES: readonly (readonly [string, () => unknown])[] = [
  ["an array", () => ["a", "b", "c"]],
  ["an iterator", () => ["a", "b", "c"].values()],
  ["a set", () => new Set(["a", "b", "c"])],
  ["a text", () => "abc"],
  ["an array of a class", () => Own.of("x", "y")],
  ["an array with an iterator", () => ownIterator],
];

describe("a stash", () => {
  it.each(SOURCES)("gives nothing of what it holds: %s", (_, make) => {
    expect(taken(make(), [1])).toEqual([
      ["a", undefined],
      [undefined, "b"],
      ["c", undefined],
    ]);
    expect(taken(make(), [0, 1, 2])).toEqual([
      [undefined, "a"],
      [undefined, "b"],
      [undefined, "c"],
    ]);
    expect(taken(make(), [7])).toEqual([
      ["a", undefined],
      ["b", undefined],
      ["c", undefined],
    ]);
  });

  it.each(SOURCES)("takes nothing at a place with a half: %s", (_, make) => {
    expect(taken(make(), [0.5, 1, 2.5])).toEqual([
      [undefined, undefined],
      [undefined, "a"],
      [undefined, undefined],
      ["b", undefined],
      ["c", undefined],
    ]);
    // Behind the end, too.
    expect(taken([], [0.5])).toEqual([[undefined, undefined]]);
  });

  it("closes an iterator and no array", () => {
    const told: string[] = [];
    const iterator = { next: () => ({ value: [1], done: false }), return: () => (told.push("closed"), {}) };
    taken({ [Symbol.iterator]: () => iterator }, [0], 1);
    expect(told).toEqual(["closed"]);
    taken(Object.assign([[1], [2]], { return: () => told.push("array") }), [0], 1);
    expect(told).toEqual(["closed"]);
  });
});
