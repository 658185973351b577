/** One way to change a member of `object`; `key` is an expression of its name. */
export interface WriteForm {
  readonly id: string;
  text(object: string, key: string): string;
}

const form = (id: string, text: (object: string, key: string) => string): WriteForm => ({ id, text });

/** The simplest first: failing programs shrink towards it. */
export const WRITE_FORMS: readonly WriteForm[] = Object.freeze([
  form("assignment", (o, k) => `((${o})[${k}] = "changed")`),
  form("compound assignment", (o, k) => `((${o})[${k}] += "changed")`),
  form("update", (o, k) => `(${o})[${k}]++`),
  form("prefix update", (o, k) => `--(${o})[${k}]`),
  form("logical assignment", (o, k) => `((${o})[${k}] &&= "changed")`),
  form("nullish assignment", (o, k) => `((${o})[${k}] ??= "changed")`),
  form("delete", (o, k) => `delete (${o})[${k}]`),
  form("list pattern", (o, k) => `([(${o})[${k}]] = ["changed"])`),
  form("object pattern", (o, k) => `({ a: (${o})[${k}] } = { a: "changed" })`),
  form("pattern with default", (o, k) => `([(${o})[${k}] = "changed"] = [])`),
  form("rest pattern", (o, k) => `([...(${o})[${k}]] = ["changed"])`),
  form("object rest", (o, k) => `({ ...(${o})[${k}] } = { a: 1 })`),
  form("for of", (o, k) => `(() => { for ((${o})[${k}] of ["changed"]); })()`),
  form("for in", (o, k) => `(() => { for ((${o})[${k}] in { changed: 1 }); })()`),
  form("assign", (o, k) => `Object.assign(${o}, { [${k}]: "changed" })`),
  form("defineProperty", (o, k) => `Object.defineProperty(${o}, ${k}, { value: "changed" })`),
  form("defineProperties", (o, k) => `Object.defineProperties(${o}, { [${k}]: { value: "changed" } })`),
  form("defineGetter", (o, k) => `(${o}).__defineGetter__(${k}, () => "changed")`),
  form("setPrototypeOf", (o) => `Object.setPrototypeOf(${o}, { changed: 1 })`),
  form("prototype by name", (o) => `((${o}).__proto__ = { changed: 1 })`),
  form("Reflect.set", (o, k) => `Reflect.set(${o}, ${k}, "changed")`),
  form("Reflect.defineProperty", (o, k) => `Reflect.defineProperty(${o}, ${k}, { value: "changed" })`),
  form("freeze", (o) => `Object.freeze(${o})`),
  form("preventExtensions", (o) => `Object.preventExtensions(${o})`),
  form("pushed", (o) => `[].push.call(${o}, "changed")`),
  form(
    "array method",
    (o, k) => `Array.prototype.fill.call(Object.assign(${o}, { [${k}]: 1 }), "changed", 0, 1)`,
  ),
  form(
    "super",
    (o, k) => `Object.assign(() => 0, { m: { __proto__: null, m() { super[${k}] = 1; } }.m }).m.call(${o})`,
  ),
  form(
    "returned from a constructor",
    (o, k) =>
      `new (class extends (function () { return ${o}; }) { constructor() { super(); this[${k}] = "changed"; } })()`,
  ),
  form(
    "field of a derived class",
    (o, k) => `new (class extends (function () { return ${o}; }) { [${k}] = "changed" })()`,
  ),
  form("Array.from receiver", (o) => `Array.from.call(function () { return ${o}; }, ["changed"])`),
  form("Array.of receiver", (o) => `Array.of.call(function () { return ${o}; }, "changed")`),
  form(
    "species",
    (o) =>
      `((a) => ((a.constructor = { [Symbol.species]: function () { return ${o}; } }), a.map(() => "changed")))([1])`,
  ),
  form(
    "reviver holder",
    (o, k) =>
      `JSON.parse('[0,0]', function (i) { if (i === "0") this[1] = ${o}; return i === ${k} ? "changed" : this[i]; })`,
  ),
  form("regular expression", (o) => `RegExp.prototype.exec.call(Object.assign(${o}, { lastIndex: 1 }), "x")`),
  form("host callback", (o, k) => `hostCall(() => ((${o})[${k}] = "changed"))`),
]);
