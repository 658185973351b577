import vm from "node:vm";
import { describe, expect, it } from "vitest";
import type { CompileOptions, CompileResult } from "../../../src/index.js";
import { type Fixture, fixtures, KINDS, type Kind } from "./fixtures.js";
import { ACCEPTED, OUTCOMES } from "./outcomes.js";
import { soundly } from "./sound.js";

/** Each way is taken in the other form, so that both are proved. */
const WAYS: Readonly<Record<string, CompileOptions>> = {
  "js exec": { language: "js", guards: "inline" },
  "ts exec": { language: "ts", guards: "call" },
  "js eval": { language: "js", mode: "eval", guards: "call" },
  "ts eval": { language: "ts", mode: "eval", guards: "inline" },
};

type Compiled = readonly (readonly [Fixture, CompileResult])[];

const done = new Map<string, Compiled>();

/** Files for modules are compiled as they are: what only a module may say is refused, the rest is a strict script. */
function compileAll(kind: Kind, way: string): Compiled {
  const key = `${way} ${kind}`;
  const found = done.get(key) ?? fixtures(kind).map((f) => [f, soundly(f.text, WAYS[way])] as const);
  done.set(key, found);
  return found;
}

describe.each(Object.keys(WAYS))("every fixture, %s", (way) => {
  it.each(KINDS)("%s", (kind) => {
    const all = compileAll(kind, way);
    expect(all.length).toBeGreaterThan(600);
    const counts: Record<string, number> = {};
    for (const [, { ok, errors }] of all) {
      const code = ok ? "ok" : (errors[0]?.code ?? "");
      counts[code] = (counts[code] ?? 0) + 1;
    }
    expect(counts).toEqual(OUTCOMES[`${way} ${kind}`]);
    if (kind === "pass" || kind === "pass-explicit") return;
    const accepted = all.filter(([, { ok }]) => ok).map(([{ name }]) => name);
    const expected = Object.entries(ACCEPTED).filter(([, a]) => a.kind === kind && a.ways.includes(way));
    expect(accepted).toEqual(expected.map(([name]) => name).sort());
  });
});

describe("a syntax error is one for the engine as well", () => {
  it.each(["pass", "pass-explicit"] as const)(
    "%s: only what strict scripts may not say is a SYNTAX_ERROR",
    (kind) => {
      const strict = (text: string): boolean => {
        try {
          new vm.Script(`"use strict"; ${text}`);
          return true;
        } catch {
          return false;
        }
      };
      const wrongly = compileAll(kind, "js exec").filter(
        ([{ text }, { errors }]) => errors[0]?.code === "SYNTAX_ERROR" && strict(text),
      );
      expect(wrongly.map(([{ text }]) => text)).toEqual([]);
    },
  );

  it("and what is accepted is a strict script for the engine", () => {
    for (const [{ text }, { ok }] of compileAll("pass", "js exec"))
      if (ok) expect(() => new vm.Script(`"use strict"; ${text}`)).not.toThrow();
  });
});
