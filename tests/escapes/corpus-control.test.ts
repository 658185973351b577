import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { readCorpus } from "./run/corpus.js";
import { native } from "./run/native.js";
import { makeOracle } from "./run/oracle.js";

const corpus = readCorpus(fileURLToPath(new URL("corpus", import.meta.url)));
const oracle = makeOracle(native);
afterAll(() => oracle.close());

it("every program of the corpus gets what it is after where nothing stops it, or says why it cannot", async () => {
  const silent: string[] = [];
  for (const program of corpus) {
    const { escapes } = await oracle.judge(program);
    // A reason that is none any more has to go.
    if ((escapes.length === 0) !== (program.controlReason !== undefined)) silent.push(program.source);
  }
  expect(silent).toEqual([]);
});
