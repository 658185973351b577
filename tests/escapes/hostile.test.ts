import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { WALLS } from "../../src/testing/index.js";
import { readCorpus } from "./run/corpus.js";
import { search } from "./run/search.js";
import { table, total } from "./run/tally.js";
import { has, walled } from "./run/walled.js";

const RUNS = 600;
const SEED = 1;
const corpus = readCorpus(fileURLToPath(new URL("corpus", import.meta.url)));

// A build without a shared realm cannot run the guards alone; the mutants judge them with the realm made powerless.
describe.each(WALLS.filter(has))("hostile programs, walls: %s", (walls) => {
  it("none gets out", async () => {
    const plan = { runs: RUNS, seed: SEED, until: Number.POSITIVE_INFINITY, corpus };
    const { found, tally } = await search(walled(walls), plan);
    console.log(table(tally));
    expect(found).toBeNull();
    expect(total(tally, "programs")).toBe(RUNS + corpus.length);
    // Most programs run: what is refused at compile time tries no wall but the compiler.
    expect(total(tally, "refused")).toBeLessThan(RUNS / 3);
  }, 240_000);
});
