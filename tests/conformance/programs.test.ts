import { describe, expect, it } from "vitest";
import { asyncDifferences, type Case, differences, type Engine } from "../support/differential.js";
import { FORMS } from "../support/run.js";
import { ASYNC } from "./programs/async.js";
import { CLASSES } from "./programs/classes.js";
import { GENERATORS } from "./programs/generators.js";
import { ORDER } from "./programs/order.js";
import { SCOPES } from "./programs/scopes.js";
import { STATEMENTS } from "./programs/statements.js";

const ENGINES: readonly Engine[] = [...FORMS, "shared"];

const SUBJECTS = {
  order: ORDER,
  statements: STATEMENTS,
  classes: CLASSES,
  generators: GENERATORS,
  scopes: SCOPES,
};

function cases(bodies: readonly string[]): readonly Case[] {
  return bodies.map((body) => ({ name: body, body }));
}

describe("the same log, value and error as natively", () => {
  for (const guards of ENGINES) {
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

/** What docs/language.md lists as known differences: each must still differ, or the list is to be shortened. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  inline: [
    "return String(() => 1);",
    "return ({}).toString.call(async () => {});",
    "class A extends (async function () {}) {} return 1;",
    "const p = Promise.resolve(); p.then = () => 1; return p.then();",
    "class A extends Array {} return new A().flat() instanceof A;",
    "return [].concat({ length: 1, 0: 2, [Symbol.isConcatSpreadable]: true });",
  ],
  shared: [],
  call: [
    "const k = () => 'k'; const o = { [k()]: class {} }; return o.k.name;",
    "const A = class { static n = this.name + (() => A).length; }; return A.n;",
  ],
};

describe("known differences", () => {
  for (const guards of ENGINES)
    for (const body of KNOWN[guards] ?? [])
      it(`${guards}: ${body}`, () => {
        expect(differences(cases([body]), guards)).toHaveLength(1);
      });
});
