// The first result in a fresh process: load the engine, make a sandbox, compile the chart, run it once.
import assert from "node:assert";
import { loadEngine } from "../engines/index.mjs";
import { chartSource } from "../workloads/chart.mjs";
import { makeRecords } from "../workloads/records.mjs";

const { load } = await loadEngine(process.argv[2]);
const { open } = await load();
const figure = open({}).make(chartSource(0), ["rows"])(makeRecords(60));
assert.equal(figure.data.length, 5);
assert.equal(figure.layout.title.text, "Mean price 46.45");
process.exit(0);
