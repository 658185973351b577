import { expect, it } from "vitest";
import { compileRestricted, execRestricted } from "../../src/index.js";
import { ABSENT } from "../../src/language/absent.js";
import { FORBIDDEN_IDENTIFIERS } from "../../src/language/names.js";
import { failure } from "../support/run.js";

const MISSED =
  "dict set frozenset getattr setattr hasattr type property staticmethod open input compile dir vars globals locals exec iter next map filter callable isinstance id hash Intl setTimeout fetch";

it.each(MISSED.split(" "))("`%s` is missed, and the error says what to write", (name) => {
  const found = failure(`const f = () => ${name};\nf()`);
  expect(found).toMatchObject({
    name: "GuestError",
    message: `ReferenceError: ${name} is not defined`,
    position: { line: 1, column: 17 },
  });
  expect(found.help).toBe(
    `\`${name}\` is not available: ${ABSENT.get(name)?.why}. Instead, ${ABSENT.get(name)?.instead}.`,
  );
});

it("each absent name is either refused by the compiler or missed at run time, with its help", () => {
  expect(ABSENT.size).toBeGreaterThan(150);
  for (const [name, { instead }] of ABSENT) {
    const program = compileRestricted(`${name};`);
    if (FORBIDDEN_IDENTIFIERS.has(name)) {
      expect(program.errors.map((d) => [d.code, d.help])).toEqual([["NAME_FORBIDDEN", instead]]);
    } else {
      expect(program.errors).toEqual([]);
      expect(failure(`${name};`).help).toContain(instead);
    }
  }
});

it("a program may use the names for itself, a host may provide them", () => {
  expect(execRestricted("const set = 1, id = (x) => x; id(set)").value).toBe(1);
  expect(execRestricted("type + fetch", { globals: { type: 1, fetch: 2 } }).value).toBe(3);
  expect(execRestricted("typeof dict").value).toBe("undefined");
});

it("what a program throws itself is not taken for a missing name", () => {
  const found = failure('throw new ReferenceError("set is not defined")');
  expect(found.message).toBe("ReferenceError: set is not defined");
  expect(found.help).toBe(undefined);
});
