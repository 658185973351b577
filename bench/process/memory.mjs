// What fifty sandboxes weigh that have run one small program and wait for the next.
import { loadEngine } from "../engines/index.mjs";

const COUNT = 50;
const { load } = await loadEngine(process.argv[2]);
const engine = await load();
const kept = [];
const add = () => {
  const sandbox = engine.open({});
  const run = sandbox.make("let s = 0; for (let i = 0; i < 100; i++) s += i; return s;", []);
  if (run() !== 4950) throw new Error("another sum");
  kept.push([sandbox, run]);
};
const settle = async () => {
  for (let i = 0; i < 4; i++) {
    globalThis.gc();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return process.memoryUsage.rss();
};

for (let i = 0; i < 5; i++) add();
const before = await settle();
for (let i = 0; i < COUNT; i++) add();
console.log(((await settle()) - before) / COUNT / 1024);
process.exit(0);
