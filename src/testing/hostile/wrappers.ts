/** Something of the engine's, a built-in's or the host's that runs the attack for it. */
export interface Wrapper {
  readonly id: string;
  readonly async: boolean;
  text(attack: string): string;
}

const sync = (id: string, text: (e: string) => string): Wrapper => ({ id, async: false, text });
const later = (id: string, text: (e: string) => string): Wrapper => ({ id, async: true, text });

/** The simplest first: failing programs shrink towards it. */
export const WRAPPERS: readonly Wrapper[] = Object.freeze([
  sync("function", (e) => `(() => ${e})()`),
  sync("caught", (e) => `(() => { try { return ${e}; } catch (e) { return e; } })()`),
  sync("finally", (e) => `(() => { try { return 0; } finally { ${e}; } })()`),
  sync("after a catch", (e) => `(() => { try { null.x; } catch { return ${e}; } })()`),
  sync("toString", (e) => `\`\${{ toString() { ${e}; return ""; } }}\``),
  sync("valueOf", (e) => `+{ valueOf() { ${e}; return 0; } }`),
  sync("toPrimitive", (e) => `({ [Symbol.toPrimitive]() { ${e}; return 0; } }) + 1`),
  sync("getter", (e) => `({ get x() { return ${e}; } }).x`),
  sync("setter", (e) => `(({ set x(v) { ${e}; } }).x = 1)`),
  sync("toJSON", (e) => `JSON.stringify({ toJSON() { ${e}; } })`),
  sync("reviver", (e) => `JSON.parse("[1]", () => ${e})`),
  sync("replacer", (e) => `JSON.stringify([1], () => { ${e}; })`),
  sync("iterator", (e) => `[...{ [Symbol.iterator]: () => ({ next() { ${e}; return { done: true }; } }) }]`),
  sync(
    "closed iterator",
    (e) =>
      `(() => { for (const x of { [Symbol.iterator]: () => ({ next: () => ({}), return() { ${e}; return {}; } }) }) break; })()`,
  ),
  sync(
    "pattern iterator",
    (e) =>
      `(() => { const [x] = { [Symbol.iterator]: () => ({ next: () => ({ get value() { return ${e}; } }) }) }; return x; })()`,
  ),
  sync(
    "species",
    (e) =>
      `new (class extends Array { static get [Symbol.species]() { ${e}; return Array; } })(1).map((x) => x)`,
  ),
  sync("hasInstance", (e) => `0 instanceof { [Symbol.hasInstance]() { ${e}; } }`),
  sync("symbol replace", (e) => `"x".replace({ [Symbol.replace]: () => ${e} })`),
  sync("symbol match", (e) => `"x".match({ [Symbol.match]: () => ${e} })`),
  sync("symbol search", (e) => `"x".search({ [Symbol.search]: () => ${e} })`),
  sync("symbol split", (e) => `"x".split({ [Symbol.split]: () => ${e} })`),
  sync("own exec", (e) => `Object.assign(/x/, { exec() { ${e}; return null; } }).test("x")`),
  sync("toStringTag", (e) => `print({ get [Symbol.toStringTag]() { ${e}; return "x"; } })`),
  sync("inspect", (e) => `print({ [Symbol.for("nodejs.util.inspect.custom")]() { ${e}; } })`),
  sync("printed getter", (e) => `print({ get x() { ${e}; return 1; } })`),
  sync("sort", (e) => `[1, 2].sort(() => (${e}, 0))`),
  sync("map", (e) => `[1].map(() => ${e})`),
  sync("reduce", (e) => `[1].reduce(() => ${e}, 0)`),
  sync("flatMap", (e) => `[1].flatMap(() => ${e})`),
  sync("Map.forEach", (e) => `new Map([[1, 1]]).forEach(() => ${e})`),
  sync("replace", (e) => `"x".replace(/x/, () => ${e})`),
  sync("Array.from", (e) => `Array.from({ length: 1 }, () => ${e})`),
  sync("groupBy", (e) => `Object.groupBy([1], () => ${e})`),
  sync("tag", (e) => `((s, v) => v)\`\${${e}}\``),
  sync("default parameter", (e) => `((v = ${e}) => v)()`),
  sync("class field", (e) => `new (class { x = ${e} })().x`),
  sync("static block", (e) => `(() => { class A { static { ${e}; } } })()`),
  sync("class key", (e) => `(class { [(${e}, "x")]() {} })`),
  sync("superclass", (e) => `(class extends (${e}, Array) {})`),
  sync("generator", (e) => `[...(function* () { yield ${e}; })()]`),
  sync(
    "generator return",
    (e) => `((g) => (g.next(), g.return(1)))((function* () { try { yield 1; } finally { ${e}; } })())`,
  ),
  sync("host callback", (e) => `hostCall(() => ${e})`),
  sync("host argument", (e) => `hostFn({ get x() { return ${e}; } })`),
  sync("thrown", (e) => `(() => { throw ${e}; })()`),
  sync(
    "thrown lying error",
    (e) => `(() => { throw { get message() { ${e}; return ""; }, get stack() { ${e}; return ""; } }; })()`,
  ),
  sync("stack overflow", (e) => `(() => { const f = () => f() + 1; try { f(); } catch { return ${e}; } })()`),
  sync("prepareStackTrace", (e) => `((Error.prepareStackTrace = (x, s) => ${e}), new Error().stack)`),
  sync("label and loop", (e) => `(() => { a: for (;;) { ${e}; break a; } })()`),
  later("async function", (e) => `(async () => { await 0; return ${e}; })()`),
  later("then", (e) => `Promise.resolve(0).then(() => ${e})`),
  later("catch", (e) => `Promise.reject(0).catch(() => ${e})`),
  later("finally of a promise", (e) => `Promise.resolve(0).finally(() => ${e})`),
  later("thenable", (e) => `(async () => { await { then(r) { ${e}; r(0); } }; })()`),
  later("thenable getter", (e) => `Promise.resolve({ get then() { ${e}; } })`),
  later("Promise.all", (e) => `Promise.all([{ then(r) { r(${e}); } }])`),
  later("Promise.allSettled", (e) => `Promise.allSettled([(async () => ${e})()])`),
  later("Promise.race", (e) => `Promise.race([0].map(async () => ${e}))`),
  later("Promise.any", (e) => `Promise.any([new Promise((r) => r(${e}))])`),
  later(
    "async generator",
    (e) => `(async () => { for await (const x of (async function* () { yield ${e}; })()); })()`,
  ),
  later("for await", (e) => `(async () => { for await (const x of [{ then(r) { ${e}; r(0); } }]); })()`),
  later("rejected", (e) => `(async () => { throw ${e}; })()`),
  later("host promise", (e) => `hostAsync(0).then(() => ${e})`),
]);
