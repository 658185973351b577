/** One way to make a function of `body` with the function constructor `maker`, and to run it. */
export interface CallForm {
  readonly id: string;
  text(maker: string, body: string): string;
}

const form = (id: string, text: (maker: string, body: string) => string): CallForm => ({ id, text });
const str = (body: string): string => JSON.stringify(body);

/** The simplest first: failing programs shrink towards it. */
export const CALL_FORMS: readonly CallForm[] = Object.freeze([
  form("call", (f, b) => `(${f})(${str(b)})()`),
  form("new", (f, b) => `new (${f})(${str(b)})()`),
  form("tag", (f, b) => `(${f})\`${b}\`()`),
  form("optional call", (f, b) => `(${f})?.(${str(b)})?.()`),
  form("spread", (f, b) => `(${f})(...[${str(b)}])()`),
  form("Function.call", (f, b) => `(${f}).call(null, ${str(b)})()`),
  form("apply", (f, b) => `(${f}).apply(null, [${str(b)}])()`),
  form("bind", (f, b) => `(${f}).bind(null, ${str(b)})()()`),
  form("Reflect.apply", (f, b) => `Reflect.apply(${f}, null, [${str(b)}])()`),
  form("Reflect.construct", (f, b) => `Reflect.construct(${f}, [${str(b)}])()`),
  form("subclass", (f, b) => `new (class extends (${f}) { constructor() { super(${str(b)}); } })()()`),
  form("subclass without constructor", (f, b) => `new (class extends (${f}) {})(${str(b)})()`),
  form("method", (f, b) => `({ m: ${f} }).m(${str(b)})()`),
  form("symbol replace", (f, b) => `"a".replace({ [Symbol.replace]: ${f} }, ${str(b)})()`),
  form("symbol split", (f, b) => `"a".split({ [Symbol.split]: ${f} }, ${str(b)})()`),
  form("getter result", (f, b) => `({ get [${str("x")}]() { return (${f})(${str(b)}); } }).x()`),
  form("sort of a call", (f, b) => `[0, 0].map(() => (${f})(${str(b)})())`),
  form("reduce", (f, b) => `[${str(b)}].reduce((g, x) => g(x), ${f})()`),
  form("from iterator", (f, b) => `Array.from([${str(b)}], (x) => (${f})(x)())`),
  form("then", (f, b) => `Promise.resolve(${str(b)}).then(${f}).then((g) => g())`),
  form("await thenable", (f, b) => `(async (m) => { await { then(r) { m(${str(b)})(); r(0); } }; })(${f})`),
  form("generator", (f, b) => `[...(function* () { yield (yield* [${f}], ${f})(${str(b)})(); })()]`),
]);
