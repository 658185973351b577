/** An expression for what syntax and harmless calls give a guest; each name is the path it goes by. */
export const SAMPLES = `(() => {
  const caught = (f) => { try { f(); } catch (error) { return error; } };
  const tag = (strings) => strings;
  const some = {
    "%object%": {}, "%array%": [1], "%function%": function () {}, "%arrow%": () => 1, "%method%": { m() {} }.m,
    "%class%": class { #p = 1; m() {} static s() {} }, "%derived%": class extends Map {}, "%bound%": (() => 1).bind(),
    "%generator%": function* () { yield 1; }, "%generator object%": (function* () { yield 1; })(),
    "%step%": (function* () { yield 1; })().next(), "%async%": async () => 1,
    "%promise%": (async () => 1)(), "%async generator%": async function* () {}, "%async generator object%": (async function* () {})(),
    "%async step%": (async function* () { yield 1; })().next(),
    "%arguments%": (function () { "use strict"; return arguments; })(1), "%template%": tag\`a\${1}b\`, "%template raw%": tag\`a\`.raw,
    "%regexp%": /(?<x>a)/d, "%match%": /(?<x>a)/d.exec("a"), "%groups%": /(?<x>a)/d.exec("a").groups, "%indices%": /(?<x>a)/d.exec("a").indices,
    "%array iterator%": [].values(), "%array entries%": [].entries(), "%string iterator%": ""[Symbol.iterator](), "%map iterator%": new Map().keys(), "%set iterator%": new Set().keys(),
    "%matches%": "a".matchAll(/a/g), "%type error%": caught(() => null.x), "%range error%": caught(() => "".repeat(-1)),
    "%reference error%": caught(() => missing), "%syntax error%": caught(() => JSON.parse("{")), "%uri error%": caught(() => decodeURI("%")),
    "%boxed%": Object(1), "%boxed string%": Object("a"), "%boxed symbol%": Object(Symbol()), "%boxed bigint%": Object(1n), "%boxed boolean%": Object(true),
    "%proxyless this%": (function () { "use strict"; return this; })(), "%date%": new Date(0), "%typed%": new Uint8Array(1), "%buffer%": new ArrayBuffer(1), "%view%": new DataView(new ArrayBuffer(1)),
    "%error%": new Error("a", { cause: {} }), "%aggregate%": new AggregateError([]), "%weak map%": new WeakMap(), "%weak set%": new WeakSet(),
    "%entries%": Object.entries({ a: 1 }), "%json%": JSON.parse("[{}]"), "%all%": Promise.all([]), "%settled%": Promise.allSettled([1]),
  };
  const values = [].values();
  if (values.map) some["%iterator helper%"] = values.map((x) => x);
  if (Object.groupBy) some["%groupBy%"] = Object.groupBy([1], () => "a");
  if (Promise.withResolvers) some["%resolvers%"] = Promise.withResolvers();
  return some;
})()`;

export type Walk = (from: Readonly<Record<string, unknown>>) => ReadonlyMap<object, string>;

/**
 * Evaluates to a walk over every object behind some values, with the path it was first reached by: own keys of every kind,
 * prototypes, what getters are and what they answer. It has powers that no guest has. It is to be evaluated in the
 * realm itself, before taming: `arguments[Symbol.iterator]` answers with the function of the realm that asks.
 */
export const WALK = `(() => {
  const { getPrototypeOf, ownKeys, getOwnPropertyDescriptor, apply } = Reflect;
  const M = Map, S = String, entries = Object.entries;
  const { get, set, has } = M.prototype;
  return (from) => {
    const found = new M();
    const queue = [];
    const visit = (value, path) => {
      if ((typeof value !== "object" && typeof value !== "function") || value === null || apply(has, found, [value])) return;
      apply(set, found, [value, path]);
      queue.push(value);
    };
    for (const [name, value] of entries(from)) visit(value, name);
    for (const object of queue) {
      const path = apply(get, found, [object]);
      visit(getPrototypeOf(object), path + ".[[Prototype]]");
      for (const key of ownKeys(object)) {
        const name = path + "." + S(key);
        const descriptor = getOwnPropertyDescriptor(object, key);
        visit(descriptor.value, name);
        visit(descriptor.get, "get " + name);
        visit(descriptor.set, "set " + name);
        if (descriptor.get === undefined) continue;
        try { visit(apply(descriptor.get, object, []), name + "()"); } catch (error) { visit(error, name + "()"); }
      }
    }
    return found;
  };
})()`;
