import { describe, expect, test } from "vitest";
import { danfoPolicies } from "../../src/danfo/index.js";
import { execRestricted } from "../../src/index.js";
import { dfd, frameOf, penguins, snapshot } from "./host.js";

const host = frameOf(penguins);

function run(source: string): unknown {
  return execRestricted(source, { globals: { df: host }, policies: danfoPolicies }).value;
}

describe("in a guest", () => {
  test("a frame goes in and out", () => {
    const before = snapshot(host);
    const out = run(`df.query(df["Body Mass (g)"].gt(6000)).select(["Species", "Body Mass (g)"])`);
    expect(out).toBeInstanceOf(dfd.DataFrame);
    expect((out as { values: unknown }).values).toEqual([
      ["Gentoo", 6300],
      ["Gentoo", 6050],
    ]);
    expect(snapshot(host)).toBe(before);
  });

  test("callbacks, iteration and records", () => {
    expect(run(`df.filter((row) => row.Sex === null).shape[0]`)).toBe(
      penguins.filter((row) => row.Sex === null).length,
    );
    expect(run(`let n = 0; for (const { Island } of df) if (Island === "Dream") n++; n`)).toBe(124);
    expect(run(`[...df.Species.unique()]`)).toEqual(["Adelie", "Chinstrap", "Gentoo"]);
    expect(run(`JSON.parse(JSON.stringify(df.head(1)))`)).toEqual([penguins[0]]);
    expect(run(`df.Species.str.toUpperCase().head(1).toArray()`)).toEqual(["ADELIE"]);
  });

  test.each([
    `df.iat(["con" + "structor"], ["con" + "structor"])`,
    `df["Species"] = 1`,
    `df.plot("x")`,
    `df.Species.map({})`,
  ])("%s is refused", (source) => {
    const before = snapshot(host);
    expect(() => run(source)).toThrow();
    expect(snapshot(host)).toBe(before);
  });

  test("members of danfojs's that are not in the table are not there", () => {
    expect(run(`[df.$data, df.tensor, df.config, df.Species.$data]`)).toEqual(new Array(4).fill(undefined));
  });

  test("a program cannot outrun its budget through a frame", () => {
    const limits = { steps: 100_000 };
    const source = `for (let i = 0; i < 1000; i++) df.sortValues("Species")`;
    expect(() => execRestricted(source, { globals: { df: host }, policies: danfoPolicies, limits })).toThrow(
      expect.objectContaining({ code: "LIMIT_STEPS" }),
    );
  });
});
