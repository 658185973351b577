import type { Case } from "../../support/differential.js";

const OPERANDS: readonly string[] = [
  "1",
  "-0",
  "NaN",
  "2.5",
  "'3'",
  "'a'",
  "true",
  "null",
  "undefined",
  "4n",
  "0n",
  "Symbol.iterator",
  "[7]",
  "{}",
  "{ valueOf() { log('valueOf'); return 8; } }",
  "{ valueOf: 1, toString() { log('toString'); return '9'; } }",
  "{ [Symbol.toPrimitive](hint) { log(hint); return 10n; } }",
  "{ [Symbol.toPrimitive]() { throw 'primitive error'; } }",
  "new Date(5)",
  "/r/g",
];

const BINARY: readonly string[] = [
  "+",
  "-",
  "*",
  "/",
  "%",
  "**",
  "<<",
  ">>",
  ">>>",
  "&",
  "|",
  "^",
  "<",
  ">",
  "<=",
  ">=",
  "==",
  "!=",
  "===",
  "!==",
  "&&",
  "||",
  "??",
  "in",
  "instanceof",
];

const UNARY: readonly string[] = ["+", "-", "~", "!", "typeof ", "void ", "delete "];
const COMPOUND: readonly string[] = [
  "+",
  "-",
  "*",
  "/",
  "%",
  "**",
  "<<",
  ">>",
  ">>>",
  "&",
  "|",
  "^",
  "&&",
  "||",
  "??",
];

/** What may be assigned to: how it is set up with a value, how it is written, how it is read back. */
const TARGETS: Readonly<Record<string, readonly [setUp: string, target: string]>> = {
  name: ["let t = V;", "t"],
  captured: ["let t = V; const peek = () => t;", "t"],
  constant: ["const t = V;", "t"],
  parameter: ["let p = V; return ((t) => { p = t;", "t"],
  member: ["const o = { t: V };", "o.t"],
  item: ["const o = { t: V };", "o['t']"],
  index: ["const o = [V];", "o[0]"],
  computed: ["const o = { t: V };", "o[log('t')]"],
  deep: ["const o = { p: { t: V } };", "o.p.t"],
  called: ["const o = { t: V }, f = () => log('f') && o;", "f().t"],
  accessor: ["const o = { get t() { log('get'); return V; }, set t(v) { log('set', v); } };", "o.t"],
  readOnly: ["const o = { get t() { log('get'); return V; } };", "o.t"],
  frozen: ["const o = Object.freeze({ t: V });", "o.t"],
  nothing: ["const o = null;", "o.t"],
  text: ["const o = 'abc';", "o.t"],
  fieldOfThis: ["return new (class { t = V; run() {", "this.t"],
  privateField: ["return new (class { #t = V; run() {", "this.#t"],
  privateAccessor: [
    "return new (class { get #t() { return V; } set #t(v) { log('set', v); } run() {",
    "this.#t",
  ],
  privateReadOnly: ["return new (class { get #t() { return V; } run() {", "this.#t"],
  privateMethod: ["return new (class { #t() {} run() {", "this.#t"],
  superMember: ["return new (class extends Base { run() {", "super.t"],
  superItem: ["return new (class extends Base { run() {", "super[log('t')]"],
};

const BASE = "class Base { get t() { log('get'); return V; } set t(v) { log('set', v); } } ";
const END: Readonly<Record<string, string>> = { parameter: " })(V);", class: " } })().run();" };

function inTarget(name: string, body: (target: string) => string, value: string): string {
  const [setUp, target] = TARGETS[name] as readonly [string, string];
  const end = name === "parameter" ? END["parameter"] : setUp.startsWith("return new") ? END["class"] : "";
  const base = setUp.includes("Base") ? BASE : "";
  return `${base}${setUp} ${body(target)}${end}`
    .replaceAll("= V", `= (${value})`)
    .replaceAll("return V", `return (${value})`)
    .replaceAll("(V)", `(${value})`);
}

function binaries(): Case[] {
  return BINARY.flatMap((op) =>
    OPERANDS.flatMap((left, i) =>
      OPERANDS.filter((_, j) => (i + j) % 3 === 0 || i === j).map((right) => ({
        name: `${left} ${op} ${right}`,
        body: `const a = (${left}), b = (${right}); return a ${op} b;`,
      })),
    ),
  );
}

function unaries(): Case[] {
  return UNARY.flatMap((op) =>
    OPERANDS.map((value) => ({ name: `${op}${value}`, body: `const a = [(${value})]; return ${op}a[0];` })),
  );
}

function compounds(): Case[] {
  let turn = 0;
  return Object.keys(TARGETS).flatMap((name) =>
    COMPOUND.flatMap((op) =>
      [0, 1].map(() => {
        const left = OPERANDS[turn++ % OPERANDS.length] as string;
        const right = OPERANDS[(turn * 7) % OPERANDS.length] as string;
        const body = inTarget(
          name,
          (t) => `const r = (${t} ${op}= log((${right}))); return [r, typeof ${t}];`,
          left,
        );
        return { name: `${name} (${left}) ${op}= ${right}`, body };
      }),
    ),
  );
}

function updates(): Case[] {
  const forms = [
    (t: string) => `${t}++`,
    (t: string) => `++${t}`,
    (t: string) => `${t}--`,
    (t: string) => `--${t}`,
  ];
  const values = [
    "1",
    "'5'",
    "4n",
    "null",
    "'x'",
    "{ valueOf() { log('v'); return 2; } }",
    "Symbol.iterator",
  ];
  return Object.keys(TARGETS).flatMap((name) =>
    forms.flatMap((form) =>
      values.map((value) => {
        const body = inTarget(name, (t) => `const r = ${form(t)}; return [r, ${t}];`, value);
        return { name: `${name} ${form("t")} of ${value}`, body };
      }),
    ),
  );
}

/** Plain assignment and names of what is assigned. */
function assignments(): Case[] {
  const values = [
    "log(5)",
    "() => {}",
    "class {}",
    "class { static name = 1 }",
    "function () {}",
    "await_",
    "(t2 = 4, t2)",
  ];
  return Object.keys(TARGETS).flatMap((name) =>
    values.flatMap((value) => {
      const set = inTarget(
        name,
        (t) => `let t2; const r = (${t} = ${value}); return [r, typeof r === 'function' && r.name];`,
        "1",
      );
      const logical = inTarget(
        name,
        (t) => `let t2; const r = (${t} ??= ${value}); return [r, typeof r === 'function' && r.name];`,
        "null",
      );
      return [
        { name: `${name} = ${value}`, body: set },
        { name: `${name} ??= ${value}`, body: logical },
      ];
    }),
  );
}

/** Values of an optional chain's base. */
const BASES: readonly string[] = [
  "null",
  "undefined",
  "{ a: null }",
  "{ a: { b: { c: 1 } } }",
  "{ a() { return this; }, b: 1 }",
  "'text'",
  "5",
  "{ get a() { log('get a'); return { b: () => log('b') }; } }",
  "Object.assign(() => ({ b: () => 2 }), { a: 3 })",
];
const CHAINS: readonly string[] = [
  "?.a",
  "?.a.b",
  "?.a?.b",
  ".a?.b",
  "?.['a']",
  "?.[log('a')]?.b",
  "?.a()",
  "?.a?.()",
  ".a?.()",
  "?.()",
  "?.().b",
  "?.a.b()",
  "?.a.b?.()",
  "?.a.b.c",
  "?.a?.b?.c?.d",
  "?.[log('x')].y.z(log('never'))",
  "?.length",
  "?.a[log('b')](log('arg'))",
  "?.a?.b(...[log('arg')])",
];
const AROUND: readonly ((chain: string) => string)[] = [
  (c) => `return ${c};`,
  (c) => `return (${c});`,
  (c) => `return typeof ${c};`,
  (c) => `return delete ${c};`,
  (c) => `return (${c}).a;`,
  (c) => `return (${c})?.a;`,
  (c) => `return (${c})(log('called'));`,
  (c) => `return ${c} ?? 'none';`,
  (c) => `return \`\${${c}}\`;`,
  (c) => `return [...(${c} ?? [])];`,
  (c) => `const { a = 'd' } = ${c} ?? {}; return a;`,
  (c) => `return (() => ${c})();`,
  (c) => `class C { f = ${c}; static g = ${c}; } return [new C().f, C.g];`,
  (c) => `function f(x = ${c}) { return x; } return f();`,
  (c) => `function* g() { return ${c}; } return g().next();`,
];

function chains(): Case[] {
  let turn = 0;
  return CHAINS.flatMap((chain) =>
    AROUND.flatMap((around) =>
      [0, 1].map(() => {
        const base = BASES[turn++ % BASES.length] as string;
        return {
          name: `${around(`(${base})${chain}`)}`,
          body: `const o = (${base}); ${around(`o${chain}`)}`,
        };
      }),
    ),
  );
}

export function operators(): readonly Case[] {
  return [...binaries(), ...unaries(), ...compounds(), ...updates(), ...assignments(), ...chains()];
}
