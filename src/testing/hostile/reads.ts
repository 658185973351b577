import type { KeyForm } from "./keys.js";

/** What a reading position is made of. `pair` binds the name inside of an object pattern or literal. */
export interface ReadParts {
  readonly from: string;
  readonly key: string;
  readonly pair: string;
  readonly member: string;
}

/** One syntactic position, or one built-in, through which a member is read. */
export interface ReadForm {
  readonly id: string;
  text(parts: ReadParts): string;
}

const form = (id: string, text: (p: ReadParts) => string): ReadForm => ({ id, text });

/** The simplest first: failing programs shrink towards it. */
export const READ_FORMS: readonly ReadForm[] = Object.freeze([
  form("member", (p) => p.member),
  form("parenthesised", (p) => `((${p.member}))`),
  form("pattern", (p) => `(() => { const { ${p.pair}: v } = ${p.from}; return v; })()`),
  form("nested pattern", (p) => `(() => { const { a: { ${p.pair}: v } } = { a: ${p.from} }; return v; })()`),
  form("pattern with default", (p) => `(() => { const { ${p.pair}: v = 0 } = ${p.from}; return v; })()`),
  form(
    "default of a pattern",
    (p) => `(() => { const { a: { ${p.pair}: v } = ${p.from} } = {}; return v; })()`,
  ),
  form("pattern in a list", (p) => `(() => { const [{ ${p.pair}: v }] = [${p.from}]; return v; })()`),
  form("pattern after a rest", (p) => `(() => { const [...[{ ${p.pair}: v }]] = [${p.from}]; return v; })()`),
  form("assigned pattern", (p) => `(() => { let v; ({ ${p.pair}: v } = ${p.from}); return v; })()`),
  form("assigned member", (p) => `(() => { const o = {}; ({ ${p.pair}: o.v } = ${p.from}); return o.v; })()`),
  form("parameter", (p) => `(({ ${p.pair}: v }) => v)(${p.from})`),
  form("default parameter", (p) => `(({ ${p.pair}: v } = ${p.from}) => v)()`),
  form("key from a parameter", (p) => `((k, { [k]: v }) => v)(${p.key}, ${p.from})`),
  form("rest parameter", (p) => `((...[{ ${p.pair}: v }]) => v)(${p.from})`),
  form("catch", (p) => `(() => { try { throw ${p.from}; } catch ({ ${p.pair}: v }) { return v; } })()`),
  form("for of", (p) => `(() => { for (const { ${p.pair}: v } of [${p.from}]) return v; })()`),
  form("for of assigned", (p) => `(() => { let v; for ({ ${p.pair}: v } of [${p.from}]); return v; })()`),
  form("for", (p) => `(() => { for (let { ${p.pair}: v } = ${p.from}; ; ) return v; })()`),
  form("for in key", (p) => `(() => { for (const k in { [${p.key}]: 1 }) return (${p.from})[k]; })()`),
  form("optional", (p) => `(${p.from})?.[${p.key}]`),
  form("optional chain", (p) => `({ a: ${p.from} }).a?.[${p.key}]`),
  form("sequence", (p) => `(0, ${p.from})[${p.key}]`),
  form("conditional", (p) => `(1 ? ${p.from} : 0)[${p.key}]`),
  form("key twice", (p) => `((o, k) => (o[k], o[k]))(${p.from}, ${p.key})`),
  form("key assigned", (p) => `((o, k) => o[(k = ${p.key})])(${p.from})`),
  form("counter", (p) => `((o) => { for (let k = 0; ; k = ${p.key}) if (k !== 0) return o[k]; })(${p.from})`),
  form("logical assignment", (p) => `((o) => (o[${p.key}] ||= 0))(${p.from})`),
  form("nullish assignment", (p) => `((o) => (o[${p.key}] ??= 0))(${p.from})`),
  form("super", (p) => `({ m() { return super[${p.key}]; } }).m(${p.from})`),
  form(
    "static super",
    (p) => `(class extends Array { static m() { return super[${p.key}]; } }).m(${p.from})`,
  ),
  form("super of a field", (p) => `new (class extends Array { x = super[${p.key}] })().x`),
  form(
    "class key",
    (p) => `(() => { let v; class A { static [((v = (${p.from})[${p.key}]), "m")]() {} } return v; })()`,
  ),
  form(
    "static block",
    (p) => `(() => { let v; class A { static { v = (${p.from})[${p.key}]; } } return v; })()`,
  ),
  form("field", (p) => `new (class { x = (${p.from})[${p.key}] })().x`),
  form("private field", (p) => `new (class { #x = ${p.from}; m() { return this.#x[${p.key}]; } })().m()`),
  form("extended", (p) => `(class extends (${p.from})[${p.key}] {})`),
  form("template tag", (p) => `((s, v) => v)\`\${(${p.from})[${p.key}]}\``),
  form("spread copy", (p) => `({ x: ${p.from}, ...{} }).x[${p.key}]`),
  form("spread argument", (p) => `((o, k) => o[k])(...[${p.from}, ${p.key}])`),
  form("yield", (p) => `[...(function* () { yield (${p.from})[${p.key}]; })()][0]`),
  form(
    "yield in",
    (p) => `((g) => (g.next(), g.next(${p.from}).value))((function* () { yield (yield)[${p.key}]; })())`,
  ),
  form("map", (p) => `[${p.from}].map((o) => o[${p.key}])[0]`),
  form("reduce", (p) => `[${p.key}].reduce((o, k) => o[k], ${p.from})`),
  form("flatMap", (p) => `[${p.from}].flatMap(({ ${p.pair}: v }) => v)[0]`),
  form("sort", (p) => `((v) => ([1, 2].sort(() => ((v = (${p.from})[${p.key}]), 0)), v))()`),
  form("Array.from", (p) => `Array.from([${p.from}], ({ ${p.pair}: v }) => v)[0]`),
  form("replace", (p) => `((v) => ("x".replace("x", () => ((v = (${p.from})[${p.key}]), "")), v))()`),
  form("reviver", (p) => `JSON.parse("1", () => (${p.from})[${p.key}])`),
  form("replacer", (p) => `((v) => (JSON.stringify(1, () => { v = (${p.from})[${p.key}]; }), v))()`),
  form("Map", (p) => `new Map([[0, ${p.from}]]).get(0)[${p.key}]`),
  form("groupBy", (p) => `Object.groupBy([${p.from}], () => "a").a[0][${p.key}]`),
  form("entries", (p) => `Object.entries({ a: ${p.from} })[0][1][${p.key}]`),
  form("assign", (p) => `Object.assign({}, { a: ${p.from} }).a[${p.key}]`),
  form("Reflect", (p) => `Reflect.get(Object(${p.from}), ${p.key})`),
  form(
    "descriptor",
    (p) => `Object.getOwnPropertyDescriptor(Object.getPrototypeOf(${p.from}), ${p.key}).value`,
  ),
  form("lookup", (p) => `Object.getOwnPropertyDescriptors(Object.getPrototypeOf(${p.from}))[${p.key}].value`),
  form("prototype", (p) => `Object.getPrototypeOf(${p.from})[${p.key}]`),
  form(
    "instanceof",
    (p) => `((v) => (0 instanceof { [Symbol.hasInstance]() { v = (${p.from})[${p.key}]; } }, v))()`,
  ),
  form("in", (p) => `((o, k) => k in o && o[k])(Object(${p.from}), ${p.key})`),
  form("getter", (p) => `({ get x() { return (${p.from})[${p.key}]; } }).x`),
  form("setter", (p) => `((v) => (({ set x(o) { v = o[${p.key}]; } }).x = ${p.from}, v))()`),
  form("host callback", (p) => `((v) => (hostCall(() => { v = (${p.from})[${p.key}]; }), v))()`),
]);

export function readForm(form: ReadForm, from: string, key: KeyForm, name: string): string {
  const text = key.text(name);
  return form.text({
    from,
    key: key.computed ? text : `"${name}"`,
    pair: key.computed ? `[${text}]` : text,
    member: key.computed ? `(${from})[${text}]` : `(${from}).${text}`,
  });
}
