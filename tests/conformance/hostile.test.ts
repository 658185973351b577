import { describe, expect, it } from "vitest";
import { FORMS, failure, native, run } from "../support/run.js";

/** What the rewriting adds must show nothing of itself, however the objects it handles lie. */
const LIES: Readonly<Record<string, string>> = {
  "an iterator sees no stash":
    "const seen = []; const it = { [Symbol.iterator]() { return { next(...a) { seen.push(this === this_, a.length); return { value: [1], done: false }; }, return(...a) { seen.push(this === this_, a.length); return {}; } }; } }; let this_; const real = it[Symbol.iterator]; it[Symbol.iterator] = function () { return this_ = real.call(this); }; let [[a], [b]] = it; let o = {}; [[a], o[(seen.push('key'), 'k')]] = it; seen.join()",
  "a result is asked for its value once":
    "let n = 0; const it = { [Symbol.iterator]: () => ({ next: () => ({ get value() { return ++n % 2 ? {} : 5; }, done: false }) }) }; const [{}, , [] = 'x'] = { [Symbol.iterator]: () => ({ next: () => ({ get value() { n++; return undefined; }, done: false }) }) , [Symbol.toStringTag]: 1 } && [{}, 1, []]; const [{ a = 1 }] = it; String([n, a])",
  "an array with an iterator of its own is asked":
    "const told = []; const a = [[1], [2], [3]]; a[Symbol.iterator] = function* () { try { yield [7]; yield [8]; yield [9]; } finally { told.push('closed'); } }; const [[x], [y]] = a; told.push(x, y); let z; [[z]] = a; told.push(z); told.join()",
  "an array of the program's own class is asked":
    "const told = []; class L extends Array { *[Symbol.iterator]() { try { yield [5]; yield [6]; } finally { told.push('closed'); } } } const l = new L(); l.push([1], [2], [3]); for (const [[x]] of [l, l]) told.push(x); class M extends Array { values() { told.push('not asked'); } } const m = M.from([[4]]); const [[y]] = m; told.push(y); told.join()",
  "an array closes nothing":
    "const told = []; const a = [[1], [2]]; a.return = () => told.push('closed'); a.next = () => told.push('stepped'); const [[x]] = a; try { const [{ b: { c } }] = a; } catch (e) { told.push(e.name); } told.push(x); told.join()",
  "an array that grows while it is taken apart":
    "const told = []; const a = [[]]; const [[b = (a.push([1], [2]), 0)], [c], ...d] = a; told.push(b, c, d.length); const e = []; const [[f] = [e.push([3], [4])], [g] = ['none']] = e; told.push(f, g); const h = [[1]]; const [[i], [j] = [h.push([5], [6], [7])], [k] = ['end']] = h; told.push(i, j, k); told.join()",
  "an array that shrinks while it is taken apart":
    "const told = []; const a = [[], [1], [2]]; const [[b = (a.length = 2, 'd')], [c], [d] = ['gone']] = a; told.push(b, c, d); const o = { set x(v) { e.pop(); told.push(v); } }; const e = [1, [2], [3]]; let f, g; [o.x, [f], [g] = ['gone']] = e; told.push(f, g); told.join()",
  "objects and keys of targets take nothing from an array":
    "const told = []; const at = (o, n) => (told.push(n), o); const o = {}; const a = [1, [2], 3, [4]]; let b, c; [at(o, 'o')[at('x', 'k')], [b], at(o, 'p').y, [c] = [9]] = a; told.push(o.x, b, o.y, c); told.join()",
  "holes of a pattern and of an array":
    "const told = []; const [, [a] = ['hole'], , [b]] = [1, , 3, [4]]; const [[c], , [d] = ['end']] = [[5]]; const [[e], ...[[f], g]] = [[6], [7], 8]; told.push(a, b, c, d, e, f, g); told.join()",
  "what is no iterable is no array":
    "const told = []; for (const make of [() => ({ length: 1, 0: [1] }), () => 1, () => ({ [Symbol.iterator]: 1 }), () => ({ [Symbol.iterator]: () => 1 }), () => ({ [Symbol.iterator]: () => ({ next: () => 1 }) }), () => 'ab', () => new Set([['c']]), () => new Map([[['d'], 1]]).keys()]) { try { const [[x]] = make(); told.push(x); } catch (e) { told.push(e.name); } } told.join()",
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
