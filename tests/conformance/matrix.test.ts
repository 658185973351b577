import { describe, expect, it } from "vitest";
import { asyncDifferences, differences } from "../support/differential.js";
import { FORMS } from "../support/run.js";
import { asyncDestructuring, destructuring } from "./matrix/destructuring.js";

describe("every pattern in every position behaves as natively", () => {
  for (const guards of FORMS) {
    it(`${guards}: bindings and assignments`, () => {
      expect(differences(destructuring(1), guards)).toEqual([]);
    });
    it(`${guards}: async functions and loops`, async () => {
      expect(await asyncDifferences(asyncDestructuring(1), guards)).toEqual([]);
    });
  }
});
