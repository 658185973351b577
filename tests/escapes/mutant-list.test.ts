import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

type Edit = readonly [file: string, find: string, replace: string];

interface Scripts {
  readonly MUTANTS: readonly {
    readonly id: string;
    readonly setups: readonly string[];
    readonly edits: readonly Edit[];
  }[];
  readonly SETUPS: object;
  places(): readonly { readonly file: string; readonly index: number; readonly asked: string }[];
  textOf(file: string): string;
  placeOf(edit: Edit, text: string): number;
}

const script = async (name: string): Promise<Scripts> =>
  (await import(new URL(`../../scripts/${name}`, import.meta.url).href)) as Scripts;
const { MUTANTS, SETUPS } = await script("mutants.mjs");
const { places, textOf } = await script("mutant-sites.mjs");
const { placeOf } = await script("mutant-tree.mjs");
const root = fileURLToPath(new URL("../..", import.meta.url));
const K = "src/runtime/kernel";
const M = "src/runtime/membrane";

/** Files of the security core in which no check stands that could be left out. */
const NO_CHECK: Readonly<Record<string, string>> = {
  [`${K}/errors/messages.ts`]: "texts",
  [`${K}/errors/primordials.ts`]: "captured natives",
  [`${K}/globals/table.ts`]: "a table",
  [`${K}/host.ts`]: "types",
  [`${K}/intrinsics/index.ts`]: "names what other files have",
  [`${K}/intrinsics/known.ts`]: "a table",
  [`${K}/intrinsics/primordials.ts`]: "captured natives",
  [`${K}/program-prefix.ts`]: "a name",
};

interface Range {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** What the mutants of a file change there. */
function ranges(file: string): readonly Range[] {
  return MUTANTS.flatMap(({ id, edits }) =>
    edits
      .filter(([edited]) => edited === file)
      .map((edit) => {
        const from = placeOf(edit, textOf(file));
        return { id, from, to: from + edit[1].length };
      }),
  );
}

/** The text of one member of the table of guards, or of a function that stands before it. */
function bodyOf(text: string, start: RegExp): { readonly from: number; readonly to: number } {
  const from = text.search(start);
  expect(from, String(start)).toBeGreaterThanOrEqual(0);
  const indent = /^\n? */.exec(text.slice(from))?.[0].replace("\n", "") ?? "";
  const rest = text.slice(from + 1);
  const end = new RegExp(`\\n${indent}(?! )[^}\\s]`).exec(rest)?.index ?? rest.length;
  return { from, to: from + 1 + end };
}

describe("the list of mutants", () => {
  it("has edits that fit in one place each, names that are there once, and set-ups that exist", () => {
    for (const { edits, setups, id } of MUTANTS) {
      for (const edit of edits) expect(() => placeOf(edit, textOf(edit[0])), id).not.toThrow();
      for (const setup of setups) expect(SETUPS, id).toHaveProperty(setup);
    }
    expect(new Set(MUTANTS.map(({ id }) => id)).size).toBe(MUTANTS.length);
  });

  it("has one for each place where a check is asked", () => {
    const missed = places().filter(
      ({ file, index, asked }) =>
        !ranges(file).some(({ from, to }) => from < index + asked.length && index < to),
    );
    expect(missed.map(({ file, index }) => `${file}: ${textOf(file).slice(index, index + 60)}`)).toEqual([]);
    expect(places().length).toBeGreaterThan(200);
  });

  it("has one in each file of the kernel's checks and the membrane", () => {
    const files = [K, `${K}/errors`, `${K}/globals`, `${K}/intrinsics`, M].flatMap((folder) =>
      readdirSync(root + folder)
        .filter((name) => name.endsWith(".ts"))
        .map((name) => `${folder}/${name}`),
    );
    const without = files.filter((file) => !(file in NO_CHECK) && ranges(file).length === 0);
    expect(without).toEqual([]);
    for (const file of Object.keys(NO_CHECK)) expect(ranges(file), file).toEqual([]);
  });

  it("has one in each guard of the call form that checks anything", () => {
    const file = `${K}/guards-call.ts`;
    const text = textOf(file);
    const table = text.slice(text.indexOf("const guards: Record<string, Guard> = {"));
    const names = [...table.slice(0, table.indexOf("\n  };")).matchAll(/^ {4}(_\w+_):/gm)];
    expect(names.length).toBeGreaterThan(20);
    const without = names.filter(([, name]) => {
      const own = bodyOf(text, new RegExp(`\\n {4}${name}:`));
      // And the functions beside the table that it asks.
      const locals = [...new Set(text.slice(own.from, own.to).match(/\w+/g))]
        .map((word) => new RegExp(`\\n {2}const ${word} = `))
        .filter((start) => start.test(text));
      const parts = [own, ...locals.map((start) => bodyOf(text, start))];
      return !parts.some((part) => ranges(file).some(({ from, to }) => from < part.to && part.from < to));
    });
    // These compute and hand on what other guards have looked at.
    expect(without.map(([, name]) => name)).toEqual(["_inplacevar_", "_class_", "_await_", "_numeric_"]);
  });

  it("knows the quick ones by name", () => {
    const quick = JSON.parse(readFileSync(`${root}scripts/quick-mutants.json`, "utf8")) as readonly string[];
    expect(quick.filter((id) => !MUTANTS.some((mutant) => mutant.id === id))).toEqual([]);
  });
});
