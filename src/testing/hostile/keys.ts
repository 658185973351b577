/** One way to write a member's name. `computed` ones stand in brackets, the others are spelled as they are. */
export interface KeyForm {
  readonly id: string;
  readonly computed: boolean;
  text(name: string): string;
}

const computed = (id: string, text: (name: string) => string): KeyForm => ({ id, computed: true, text });
const half = (name: string): readonly [string, string] => [name.slice(0, 3), name.slice(3)];

/** The simplest first: failing programs shrink towards it. */
export const KEY_FORMS: readonly KeyForm[] = Object.freeze([
  computed("joined", (n) => `["${half(n)[0]}", "${half(n)[1]}"].join("")`),
  computed("concatenation", (n) => `"${half(n)[0]}" + "${half(n)[1]}"`),
  computed("template", (n) => `\`${half(n)[0]}\${"${half(n)[1]}"}\``),
  computed("array", (n) => `[["${half(n)[0]}" + "${half(n)[1]}"]]`),
  computed("nested array", (n) => `[[["${n}"]]]`),
  computed("toString", (n) => `{ toString: () => "${n}" }`),
  computed("toPrimitive", (n) => `{ [Symbol.toPrimitive]: () => "${n}" }`),
  computed("valueOf", (n) => `{ toString: null, valueOf: () => "${n}" }`),
  computed("lying once", (n) => `((i) => ({ toString: () => (i++ ? "length" : "${n}") }))(0)`),
  computed("lying twice", (n) => `((i) => ({ toString: () => (i++ ? "${n}" : "length") }))(0)`),
  computed("lying hint", (n) => `{ [Symbol.toPrimitive]: (h) => (h === "string" ? "${n}" : "length") }`),
  computed("function", (n) => `Object.assign(() => 0, { toString: () => "${n}" })`),
  computed("error", (n) => `Object.assign(new Error(), { name: "", message: "${n}" })`),
  computed("boxed", (n) => `new String("${n}")`),
  computed("parsed", (n) => `JSON.parse('{"k":"${n}"}').k`),
  computed("own name", (n) => `Object.keys(JSON.parse('{"${n}":1}'))[0]`),
  computed("codes", (n) => `String.fromCharCode(${[...n].map((c) => c.charCodeAt(0)).join(", ")})`),
  computed("reversed", (n) => `[..."${[...n].reverse().join("")}"].reverse().join("")`),
  computed("replaced", (n) => `"${half(n)[0]}-".replace("-", () => "${half(n)[1]}")`),
  computed("match", (n) => `/\\w+/.exec(" ${n} ")[0]`),
  computed("error message", (n) => `new Error("${n}").message`),
  computed("symbol text", (n) => `Symbol("${n}").description`),
  computed("literal", (n) => `"${n}"`),
  { id: "dot", computed: false, text: (n) => n },
  {
    id: "escaped",
    computed: false,
    text: (n) => `\\u{${(n.codePointAt(0) ?? 0).toString(16)}}${n.slice(1)}`,
  },
]);
