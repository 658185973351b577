// npm test: installs what is missing, builds, checks, and runs the tests last. Further arguments go to vitest.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { install, requireNode, root, run } from "./install.mjs";

const CHROMIUM = "/usr/bin/chromium";
const report = join(mkdtempSync(join(tmpdir(), "restrictedjs-test-")), "report.json");

requireNode();
const steps = [
  ["install", install],
  ["chromium", installChromium],
  ["build:kernel", () => npm("build:kernel")],
  ["typecheck", () => npm("typecheck")],
  ["lint", () => npm("lint")],
  ["build", () => npm("build")],
  ["vitest", vitest],
];
process.exitCode = runSteps();
console.log(lastLine());
rmSync(join(report, ".."), { recursive: true, force: true });

function runSteps() {
  for (const [name, step] of steps) {
    const code = step();
    if (code === 0) continue;
    console.error(`\nThe step \`${name}\` failed with exit code ${code}.`);
    return code;
  }
  return 0;
}

function npm(script) {
  return run("npm", ["run", "--silent", script]);
}

function vitest() {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return run(process.execPath, [
    "node_modules/vitest/vitest.mjs",
    "run",
    ...reporters,
    ...process.argv.slice(2),
  ]);
}

/** Debian's Chromium where that is possible; elsewhere the browser tests skip, and this says so. Never a failure. */
function installChromium() {
  if (existsSync(CHROMIUM)) return 0;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync("/usr/bin/apt-get") && aptInstall("chromium") && existsSync(CHROMIUM)) return 0;
  const reason = isRoot ? "it could not be installed" : "only root can install it";
  console.warn(
    `\n!!! ${CHROMIUM} is missing and ${reason}: ${countBrowserTests()} browser tests will be SKIPPED.`,
  );
  console.warn("!!! Run `apt-get install chromium` as root, then `npm test` again.\n");
  return 0;
}

function aptInstall(name) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const quiet = { env, stdio: ["ignore", "ignore", "inherit"] };
  console.log(`> apt-get install ${name}`);
  const updated = run("apt-get", ["update", "-q"], quiet);
  return (
    updated === 0 && run("apt-get", ["install", "-y", "-q", "--no-install-recommends", name], quiet) === 0
  );
}

function countBrowserTests() {
  const folder = join(root, "tests/browser");
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".test.ts"));
  return files.reduce(
    (sum, file) => sum + readFileSync(join(folder, file), "utf8").split(/\btest\(/).length - 1,
    0,
  );
}

/** `N passed, N failed`: a test file that could not be loaded, and a step that failed, count as one failure each. */
function lastLine() {
  if (!existsSync(report)) return "0 passed, 1 failed";
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, "utf8"),
  );
  const broken = testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  const skipped = numPendingTests + (numTodoTests ?? 0);
  const failed = numFailedTests + broken.length;
  const missed = process.exitCode !== 0 && failed === 0 ? 1 : failed;
  return `${numPassedTests} passed, ${missed} failed${skipped === 0 ? "" : `, ${skipped} skipped`}`;
}
