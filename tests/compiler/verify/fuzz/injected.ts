// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are program texts
import type { GoodText } from "./text.js";

const OWN = /\b_(?:[a-z]+|[gows]\d+)_(?=\()|\b_steps_\b|\b_nil_\b/g;

/** Names that the run time gives a meaning in this text, and some that no text may declare. */
export function RESERVED({ code, form }: GoodText): readonly string[] {
  const used = [...new Set([...code.matchAll(OWN)].map(([name]) => name))];
  const always = ["_k_", "_caught_", "_nil_", "_unknown_", "_hidden", "eval", "__proto__"];
  return [
    ...used,
    ...always,
    ...(form === "inline" ? ["_g0_", "_w0_", "_steps_", "_out_"] : ["_getattr_", "_tick_"]),
  ];
}

const each = (names: readonly string[], forms: readonly string[]): readonly string[] =>
  names.flatMap((name) => forms.map((form) => form.replaceAll("N", name)));

/** Each binding form. The bodies lack ticks on purpose only where the binding alone is reason enough. */
export function BINDINGS(text: GoodText): readonly string[] {
  const tick = text.form === "inline" ? "if (--_steps_ < 0) _out_();" : "_tick_();";
  const forms = [
    "{ let N = 1; }",
    "{ const N = 1; }",
    "{ var N; }",
    "{ let N; }",
    `{ function N() { ${tick} } }`,
    `{ function* N() { ${tick} } }`,
    "{ class N { } }",
    `(function N() { ${tick} });`,
    "(class N { });",
    `((N) => { ${tick} });`,
    `((...N) => { ${tick} });`,
    `((N = 1) => { ${tick} });`,
    `(function (a, N) { ${tick} });`,
    `({ m(N) { ${tick} } });`,
    `({ set p(N) { ${tick} } });`,
    "try { } catch (N) { N = _caught_(N); }",
    "{ const { N } = {}; }",
    "{ const { a: N } = {}; }",
    "{ const { a: N = 1 } = {}; }",
    "{ const { ...N } = {}; }",
    "{ const [N] = []; }",
    "{ const [...N] = []; }",
    "{ const [N = 1] = []; }",
    "{ const { [_nil_]: N = 1 } = {}; }",
    `for (let N = 0;;) { ${tick} break; }`,
    `for (const N of []) { ${tick} }`,
    `for (const N in {}) { ${tick} }`,
    `for (var N of []) { ${tick} }`,
    "N: { break N; }",
    "(((N) => 1)(1));",
  ];
  return each(
    RESERVED(text).filter((name) => name !== "eval" && name !== "_hidden"),
    forms,
  );
}

/** Each way to write to a name. */
export function WRITES(text: GoodText): readonly string[] {
  const tick = text.form === "inline" ? "if (--_steps_ < 0) _out_();" : "_tick_();";
  const forms = [
    "N = 1;",
    "N += 1;",
    "N ??= 1;",
    "N &&= 1;",
    "N ||= 1;",
    "N++;",
    "++N;",
    "--N;",
    "[N] = [1];",
    "[...N] = [1];",
    "({ N } = {});",
    "({ a: N } = {});",
    "({ a: N = 1 } = {});",
    "({ ...N } = {});",
    "({ [_nil_]: N = 1 } = {});",
    `for (N of []) { ${tick} }`,
    `for (N in {}) { ${tick} }`,
    "(N = x);",
    "x = N;",
    "[N];",
    "({ N });",
    "typeof N;",
    "delete N;",
    "N`x`;",
    "N?.(x);",
    "new N(x);",
    "N.x;",
    "(0, N)(x);",
  ];
  return each(
    RESERVED(text).filter((name) => name !== "_nil_"),
    forms,
  );
}

/** What no proved text holds anywhere. `zz` is a name that no text has. */
export const RAW: readonly string[] = [
  "zz.y;",
  "zz[0];",
  "zz[zk];",
  "zz.y();",
  "zz.y = 1;",
  "zz.y++;",
  "delete zz.y;",
  "zz?.y;",
  "zz?.[0];",
  "zz.y?.();",
  "zz.y`a`;",
  "[...zz];",
  "({ ...zz });",
  "zf(...zz);",
  "({})[zk];",
  "({ [zk]: 1 });",
  "(class { [zk] = 1; });",
  "'a' in zz;",
  "zz instanceof zf;",
  "(class extends zz { });",
  "[q] = zz;",
  "({ q } = zz);",
  "[zz.y] = [1];",
  "({ a: zz.y } = {});",
  "{ const { q } = zz; }",
  "{ const [q] = zz; }",
  "{ const { [zk]: q } = {}; }",
  "((a = zz.y) => 1);",
  "(({ a }) => 1);",
  "(function () { });",
  "{ function zf() { } }",
  "(() => 1);",
  "(async () => { });",
  "(async function () { });",
  "({ get a() { return 1; } });",
  "({ async m() { } });",
  "(class { static { } });",
  "(class { m() { } });",
  "(class { x = zf(); });",
  "(class { static x = zf(); });",
  "while (1) { }",
  "for (;;) zf();",
  "do { } while (1);",
  "for (const q of zz) { }",
  "for (const q in zz) { }",
  "try { } finally { zf(); }",
  "try { } catch { }",
  "try { } catch (e) { }",
  "try { } catch (e) { e = _caught_(zz); }",
  "import('a');",
  "(import.meta);",
  "eval('1');",
  "(0, eval)('1');",
  "Function('1');",
  "globalThis;",
  "debugger;",
  "'use other';zz.y;",
  "({ __proto__: zz });",
  "({ '__proto__': zz });",
  "({})['__proto__'];",
  "({}).constructor;",
  "[].constructor;",
  "`${1}`.__proto__;",
  "[]['constructor'];",
  "[][`constructor`];",
  "({ constructor: 1 });",
  "(class { static prototype() { } });",
  "({}).caller;",
  "/* a */",
  "// a\n",
  "<!-- a\n",
  "_unknown_(1);",
  "_g0_(...zz);",
  "_g0_(zz, zz).y;",
  "_g0_().y;",
  "_g0_?.(zz).y;",
  "_g00_(zz).y;",
  "_k_(zk);zz.y;",
  "\\u005fg0_(zz, zz);",
  "_steps_ = 5;",
  "_out_();",
  "if (--_steps_ < 1) _out_();",
  "if (--_steps_ < 0) { }",
  "_u0_.v;",
  "_nil_;",
  "_hidden;",
  "_hidden = 1;",
  "let _u9_ = zz;",
  "{ let _u9_; _u9_ = zz; }",
  "(((_u9_) => _u9_.v)(zz));",
];

/** Member names that are forbidden in every spelling. */
export const FORBIDDEN: readonly string[] = [
  "__proto__",
  "constructor",
  "prototype",
  "__defineGetter__",
  "__lookupSetter__",
  "_safe_",
  "_open_",
  "_g0_",
  "caller",
  "arguments",
  "callee",
];
