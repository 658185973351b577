// npm run quickstart: from a fresh clone to a figure. Plain Node; what is missing is installed first.
import { install, requireNode, run } from "./install.mjs";

requireNode();
const steps = [
  install,
  () => run("npm", ["run", "--silent", "build", "--", "--silent"]),
  () => run(process.execPath, ["scripts/quickstart-job.mjs"]),
];
for (const step of steps) {
  const code = step();
  if (code !== 0) process.exit(code);
}
