import { describe, expect } from "vitest";
import { FORMS, run } from "../support/run.js";
import { covers, failureCode, refusals, values } from "./support.js";

describe("hardening", () => {
  covers("poisoning does not persist", () => {
    const modules = { settings: { list: [1], nested: { a: 1 } } };
    for (const form of FORMS) {
      const poison =
        "try { Object.assign(Math, { x: 1 }) } catch {} try { Array.from = 1 } catch {} given.list.push(2); given.nested.a = 9; 0";
      run(poison, { globals: { given: modules.settings } }, form);
      expect(
        run("[Math.x, typeof Array.from, given]", { globals: { given: modules.settings } }, form).value,
      ).toEqual([undefined, "function", { list: [1], nested: { a: 1 } }]);
    }
    // Natively the same lines reach everybody.
    const shared = { list: [1] };
    new Function("given", "given.list.push(2)")(shared);
    expect(shared.list).toEqual([1, 2]);
  });

  refusals(
    [
      "function main(_getattr_) {}",
      "function main({ _write_ }) {}",
      "const main = (_getiter_) => 1",
      "const main = (...[_getitem_]) => 1",
      "class A { main(_apply_ = 1) {} }",
    ].map((source) => ({ row: "guard names as parameters", source, errors: ["1 NAME_UNDERSCORE"] })),
  );

  values([
    {
      row: "augmented assignment works",
      source:
        "let n = 1; n += 2; const o = { a: [1] }; o.a[0] += 5; const s = { t: 'x' }; s.t += 'y'; [n, o, s]",
      value: [3, { a: [6] }, { t: "xy" }],
    },
  ]);

  covers("reserved keys at run time", () => {
    for (const key of [
      "['__', 'proto', '__'].join('')",
      "'rotcurtsnoc'.split('').reverse().join('')",
      "data.key",
      "JSON.parse('\"prototype\"')",
    ])
      for (const use of ["({})[k]", "({})[k] = 1", "const { [k]: x } = {}", "delete ({})[k]"])
        for (const form of FORMS)
          expect([
            key,
            use,
            failureCode(`const k = ${key}; ${use}`, { globals: { data: { key: "constructor" } } }, form),
          ]).toEqual([key, use, "GUARD_MEMBER"]);
    expect(typeof ({} as Record<string, unknown>)[["constr", "uctor"].join("")]).toBe("function");
  });
});
