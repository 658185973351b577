import { describe, expect, it } from "vitest";
import { FORMS, failure, native, run } from "../support/run.js";

/** What the rewriting adds must show nothing of itself, however the objects it handles lie. */
const LIES: Readonly<Record<string, string>> = {
  "an iterator sees no stash":
    "const seen = []; const it = { [Symbol.iterator]() { return { next(...a) { seen.push(this === this_, a.length); return { value: [1], done: false }; }, return(...a) { seen.push(this === this_, a.length); return {}; } }; } }; let this_; const real = it[Symbol.iterator]; it[Symbol.iterator] = function () { return this_ = real.call(this); }; let [[a], [b]] = it; let o = {}; [[a], o[(seen.push('key'), 'k')]] = it; seen.join()",
  "a result is asked for its value once":
    "let n = 0; const it = { [Symbol.iterator]: () => ({ next: () => ({ get value() { return ++n % 2 ? {} : 5; }, done: false }) }) }; const [{}, , [] = 'x'] = { [Symbol.iterator]: () => ({ next: () => ({ get value() { n++; return undefined; }, done: false }) }) , [Symbol.toStringTag]: 1 } && [{}, 1, []]; const [{ a = 1 }] = it; String([n, a])",
  "an object with a `call` is no method":
    "const o = { m: { call: () => 'fake', apply: () => 'fake', bind: () => () => 'fake' } }; const told = []; for (const f of [() => o.m?.(), () => (o?.m)(), () => o?.m?.(), () => (o?.m)`x`]) try { told.push(f()); } catch (e) { told.push(e.name); } told.join()",
  "a key has one face":
    "let n = 0; const k = { toString: () => (n++ === 0 ? 'safe' : 'constructor') }; const o = {}; [o[k]] = [1]; Object.keys(o).join()",
};

const REFUSED: Readonly<Record<string, readonly [code: string, source: string]>> = {
  "a key that turns bad before the value is stored": [
    "GUARD_MEMBER",
    "const k = { toString: () => 'constructor' }; const f = () => ({}); [f()[k]] = [1];",
  ],
  "a rest that is stored under a bad key": [
    "GUARD_MEMBER",
    "const k = { toString: () => '__proto__' }; const f = () => ({}); [...f()[k]] = [1]; ",
  ],
  "a shared object as the target of a pattern": [
    "GUARD_WRITE",
    "const f = () => Math; [f().max, f().min] = [1, 2];",
  ],
  "a shared object as the target of a rest": [
    "GUARD_WRITE",
    "const f = () => JSON; ({ ...f().parse } = { a: 1 });",
  ],
  "a bad key of `super`": [
    "GUARD_MEMBER",
    "const k = { toString: () => '__proto__' }; class A { m() { super[k] = [1].length; } } new A().m();",
  ],
};

describe("hostile operands", () => {
  for (const form of FORMS) {
    for (const [name, source] of Object.entries(LIES))
      it(`${form}: ${name}`, () => {
        expect(run(source, {}, form).value).toBe(native(source));
      });
    for (const [name, [code, source]] of Object.entries(REFUSED))
      it(`${form}: ${name}`, () => {
        expect(() => native(source)).not.toThrow();
        expect(failure(source, {}, form).code).toBe(code);
      });
    it(`${form}: the names of nothing cannot be made something`, () => {
      for (const name of ["undefined", "NaN", "Infinity"]) {
        const source = `let told; try { ${name} = { _: 1 }; } catch (e) { told = e.name; } [told, ${name} === ${name}, { ...undefined }]`;
        expect(run(source, {}, form).value).toEqual(["TypeError", name !== "NaN", {}]);
      }
    });
  }
});
