import { describe, expect, it } from "vitest";
import { asyncDifferences, type Case, differences } from "../support/differential.js";
import { FORMS } from "../support/run.js";
import { ASYNC } from "./programs/async.js";
import { CLASSES } from "./programs/classes.js";
import { GENERATORS } from "./programs/generators.js";
import { ORDER } from "./programs/order.js";
import { STATEMENTS } from "./programs/statements.js";

const SUBJECTS = { order: ORDER, statements: STATEMENTS, classes: CLASSES, generators: GENERATORS };

function cases(bodies: readonly string[]): readonly Case[] {
  return bodies.map((body) => ({ name: body, body }));
}

describe("the same log, value and error as natively", () => {
  for (const guards of FORMS) {
    for (const [subject, bodies] of Object.entries(SUBJECTS)) {
      it(`${guards}: ${subject}`, () => {
        expect(differences(cases(bodies), guards)).toEqual([]);
      });
    }
    it(`${guards}: async`, async () => {
      expect(await asyncDifferences(cases(ASYNC), guards)).toEqual([]);
    });
  }
});
