// Shared by the quickstart and the test script: plain Node, nothing installed yet.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Runs a command from the root with our own standard streams; returns its exit code. */
export function run(command, args, options = {}) {
  const windows = process.platform === "win32";
  const result = spawnSync(command, args, { cwd: root, stdio: "inherit", shell: windows, ...options });
  if (result.error !== undefined) console.error(`${command}: ${result.error.message}`);
  return result.status ?? 1;
}

/** Exits with a sentence when this Node is older than package.json asks. */
export function requireNode() {
  const wanted = json("package.json")
    .engines.node.replace(/[^\d.]/g, "")
    .split(".")
    .map(Number);
  const found = process.versions.node.split(".").map(Number);
  const older = found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < (wanted[1] ?? 0));
  if (!older) return;
  console.error(`restrictedjs needs Node ${wanted.join(".")} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Installs the dependencies when they are missing or are not those of the lockfile; returns an exit code. */
export function install() {
  if (existsSync(`${root}/node_modules/.package-lock.json`) && installedIsCurrent()) return 0;
  if (lockfileIsCurrent() && npm("ci") === 0) return 0;
  // A lockfile that `npm ci` finds incomplete (packages for other platforms are missing) still pins what it has.
  return npm("install", "--no-save");
}

function npm(...args) {
  console.log(`> npm ${args.join(" ")}`);
  return run("npm", [...args, "--no-audit", "--no-fund"]);
}

function installedIsCurrent() {
  if (!existsSync(`${root}/package-lock.json`)) return true;
  const wanted = json("package-lock.json").packages;
  const found = json("node_modules/.package-lock.json").packages;
  return (
    lockfileIsCurrent() &&
    Object.entries(wanted).every(([path, entry]) => {
      // Packages for other platforms are in the lockfile and are rightly absent.
      if (path === "" || entry.optional === true || entry.link === true) return true;
      return found[path]?.version === entry.version;
    })
  );
}

function lockfileIsCurrent() {
  if (!existsSync(`${root}/package-lock.json`)) return false;
  const locked = json("package-lock.json").packages[""];
  const asked = json("package.json");
  return ["dependencies", "devDependencies"].every((kind) =>
    sameRecord(locked[kind] ?? {}, asked[kind] ?? {}),
  );
}

function sameRecord(a, b) {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

function json(path) {
  return JSON.parse(readFileSync(`${root}/${path}`, "utf8"));
}
