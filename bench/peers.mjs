// The peers have a package and a lockfile of their own: nothing of the project depends on them.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadEngine } from "./engines/index.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Each line of isolated-vm is built for some lines of Node; the lockfile has the oldest. */
const ISOLATED_VM = [
  [24, "7.0.1"],
  [22, "6.1.2"],
];

/** Installs the missing peers of the engines that are asked for. Never fails: what is missing is listed as missing. */
export async function installPeers(engines) {
  const missing = await missingPeers(engines);
  if (missing.length === 0) return;
  console.error(
    `Installing the peers (${missing.join(", ")} missing; isolated-vm may have to be compiled) …`,
  );
  npm("ci");
  const major = Number(process.versions.node.split(".")[0]);
  const line = ISOLATED_VM.find(([from]) => major >= from);
  if (line !== undefined && missing.includes("isolated-vm"))
    npm("install", "--no-save", `isolated-vm@${line[1]}`);
}

/** Engines whose package is not there. */
export async function missingPeers(engines) {
  const missing = [];
  for (const name of engines) {
    const { package: peer } = await loadEngine(name);
    if (peer !== undefined && versionOf(peer) === undefined) missing.push(name);
  }
  return missing;
}

/** The installed version of a peer, undefined where it is missing. */
export function versionOf(peer) {
  const path = `${here}node_modules/${peer}/package.json`;
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).version : undefined;
}

function npm(...args) {
  const shell = process.platform === "win32";
  const result = spawnSync("npm", [...args, "--no-audit", "--no-fund"], {
    cwd: here,
    stdio: ["ignore", 2, 2],
    shell,
  });
  if (result.status !== 0) console.error(`npm ${args.join(" ")} failed; the run goes on with what is there.`);
}
