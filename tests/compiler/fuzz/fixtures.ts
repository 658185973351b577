import { readdirSync, readFileSync } from "node:fs";

const root = new URL("../../../node_modules/test262-parser-tests/", import.meta.url);

export const KINDS = ["pass", "pass-explicit", "fail", "early"] as const;

export type Kind = (typeof KINDS)[number];

export interface Fixture {
  readonly name: string;
  readonly text: string;
  readonly isModule: boolean;
}

/** The files of one folder of the npm package `test262-parser-tests`. */
export function fixtures(kind: Kind): readonly Fixture[] {
  const folder = new URL(`${kind}/`, root);
  return readdirSync(folder)
    .sort()
    .map((file) => ({
      name: file.split(".")[0] ?? file,
      text: readFileSync(new URL(file, folder), "utf8"),
      isModule: file.includes(".module."),
    }));
}
