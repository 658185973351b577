import { afterAll, beforeAll, expect, it } from "vitest";
import { runControls } from "../../src/testing/index.js";
import { type BuiltWorker, buildWorker } from "../support/testing-worker.js";
import { CASES } from "./corpus.js";

let built: BuiltWorker;
beforeAll(async () => {
  built = await buildWorker();
});
afterAll(() => built.remove());

it("every program does what it is after where nothing stops it, or says why it cannot", async () => {
  const results = await runControls(CASES, { worker: built.worker });
  const silent = results.filter(({ status }) => status === "silent");
  expect(silent.map(({ case: { id }, effects, ended }) => `${id}: ${effects.join("; ")} (${ended})`)).toEqual(
    [],
  );
  expect(results.filter(({ status }) => status === "fired").length).toBeGreaterThan(0.9 * CASES.length);
}, 180_000);
