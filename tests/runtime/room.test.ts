import { expect, it } from "vitest";
import { askForRoom } from "../../src/runtime/room.js";

let frames = 0;
const step = (): void => {
  frames++;
  step();
};

const fits = (): number => {
  frames = 0;
  try {
    step();
  } catch {
    return frames;
  }
  return frames;
};

/** How many small frames fit where `check` still passed for the last time. */
function leftAfter(check: () => void): number {
  let depth = 0;
  let from = Number.POSITIVE_INFINITY;
  let left = -1;
  const down = (): void => {
    check();
    depth++;
    if (depth > from) left = fits();
    down();
  };
  const go = (): void => {
    depth = 0;
    try {
      down();
    } catch {
      return;
    }
  };
  // The engine's compilers have done with the functions, and their frames have their last size.
  for (let i = 0; i < 8; i++) go();
  from = depth - 3;
  go();
  return left;
}

it.each([
  ["when it is new", 0],
  ["when the engine has compiled it for speed", 200_000],
])("whoever was told that there is room has room, %s", (_, calls) => {
  fits();
  for (let i = 0; i < calls; i++) askForRoom();
  const asked = leftAfter(() => askForRoom());
  const unasked = leftAfter(() => {});
  expect(unasked).toBeLessThan(8);
  expect(asked).toBeGreaterThan(unasked + 12);
});
