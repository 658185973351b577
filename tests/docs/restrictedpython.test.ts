import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import * as api from "../../src/index.js";
import { root } from "./blocks.js";

/** Names of JavaScript's own and of results that the right column explains with. */
const OTHERS: ReadonlySet<string> = new Set(
  "String undefined instanceof Map Set ok errors code warnings usedNames definedNames map bindings fig file help exec utility".split(
    " ",
  ),
);
const page = readFileSync(join(root, "docs/restrictedpython.md"), "utf8");
const right = [...page.matchAll(/^\|[^|]+\|([^|]+)\|$/gm)].map((row) => row[1] ?? "").join(" ");
const names = new Set([...right.matchAll(/`([A-Za-z_]\w*)(?:`|\(|:)/g)].map((found) => found[1] as string));

it("every name that the page promises is there", () => {
  expect(names.size).toBeGreaterThan(70);
  const missing: string[] = [];
  for (const name of names)
    if (!(OTHERS.has(name) || name in api || isOption(name) || isGlobal(name) || isGuard(name)))
      missing.push(name);
  expect(missing).toEqual([]);
  expect([...names].filter(isGuard).length).toBeGreaterThan(15);
});

it("what a result, an expression and a diagnostic have", () => {
  const result = api.compileRestricted("_a; x", { filename: "file" });
  for (const name of ["ok", "code", "errors", "warnings", "usedNames", "definedNames", "map"])
    expect(name in result).toBe(true);
  expect(String(result.errors[0])).toMatch(/^file:1:1 NAME_UNDERSCORE /);
  expect(result.errors[0]?.frame).toContain("_a");
  expect(result.errors[0]?.help).toBeTypeOf("string");
  const expression = new api.RestrictedExpression("a + 1");
  expect([expression.usedNames, expression.eval({ a: 1 }), expression.call({ a: 2 })]).toEqual([["a"], 2, 3]);
  expect(expression.map([1, 2], "a")).toEqual([2, 3]);
  expect("prepUnrestrictedCode" in expression).toBe(false);
});

function isGuard(name: string): boolean {
  if (!/^_\w+_$/.test(name)) return false;
  try {
    api.execRestricted(";", { guards: { [name]: (() => new api.PrintCollector()) as never } });
    return true;
  } catch (error) {
    return (error as { code?: string }).code !== "OPTION_UNKNOWN";
  }
}

function isGlobal(name: string): boolean {
  return (
    /^[a-zA-Z]\w*$/.test(name) &&
    api.compileRestricted(name).ok &&
    api.execRestricted(`typeof ${name}`, { builtins: "utility" }).value !== "undefined"
  );
}

/** An option is known when another complaint than that it is unknown comes. */
function isOption(name: string): boolean {
  return [api.compileRestricted, api.execRestricted].some((f) => {
    try {
      f(";", { [name]: Symbol() } as never);
      return true;
    } catch (error) {
      return (error as { code?: string }).code !== "OPTION_UNKNOWN";
    }
  });
}
