/** Programs that the grammar of tests/properties found to differ once, by what was wrong. */
export const FOUND: Readonly<Record<string, readonly string[]>> = {
  "a literal that starts an optional call keeps its guard when it is held": [
    "({}.a?.());",
    "[(({ a() { return [this.b, 1]; }, b: 2 })?.a)(), [3].at?.(0), 'x'.at?.(0), (() => 4).call?.()];",
    "const [a = {}.a?.()] = []; a;",
    "({ f() { return this.x; }, x: 1 }).f?.();",
  ],
  "what is called as an optional chain begins keeps its name, or has none": [
    "(class { static x = log(this.name); }?.x);",
    "log((function () { return 1; })?.name, (() => 2)?.name, (class {})?.name, (function f() {})?.name);",
  ],
  "a regular expression that is yielded by a method": [
    "const o = { *m() { log(yield /a/); yield /b/.test('b') ? 1 : 2; } }; [...o.m()];",
    "class A { async *m() { yield /a/g.source; } static *s() { yield /a/ || 1, 2; } } [...A.s()];",
  ],
  "the order of members behind a spread": [
    "log({ ...{}, get m() {}, undefined });",
    "({ ...{}, get m() {}, c() {} });",
    "const a = { x: 1, y: 2 }, b = { y: 3, z: 4 }; log({ ...a, y: 0, ...b, w: 5 }, { ...a, ['x']: 9, ...b }, { ...null, ...a, b });",
    "let n = 0; const a = { get x() { return ++n; } }; [{ ...a, y: a.x, ...a }, { ...a, x() { return 1; } }.x(), { ...'ab', 1: 'c' }];",
  ],
  "a pattern that is assigned to as an argument": [
    "const f = (a, b) => [a, b]; let x; [f({ a: 1 }, ([x] = [2])), x];",
    "const f = (a, b) => [a, b]; let x; [f?.({ m() {} }, ({ x } = { x: 3 })).length, x];",
    "let x; [new Array({ a: class {} }.b, ([x] = [5])).length, x];",
  ],
};
