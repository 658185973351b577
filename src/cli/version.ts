import { readFileSync } from "node:fs";

/** The `version` of the nearest package.json above this module, in the build and in the sources alike. */
export function packageVersion(): string {
  for (const up of ["../package.json", "../../package.json"]) {
    const version = versionIn(new URL(up, import.meta.url));
    if (version !== undefined) return version;
  }
  return "unknown";
}

function versionIn(file: URL): string | undefined {
  try {
    const parsed = JSON.parse(readFileSync(file, "utf8")) as {
      readonly name?: unknown;
      readonly version?: unknown;
    };
    return parsed.name === "restrictedjs" && typeof parsed.version === "string" ? parsed.version : undefined;
  } catch {
    return undefined;
  }
}
