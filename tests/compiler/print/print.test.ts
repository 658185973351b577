import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import generator, { type GeneratorResult, type generate } from "@babel/generator";
import { parse } from "@babel/parser";
import { decodedMappings, TraceMap } from "@jridgewell/trace-mapping";
import { describe, expect, it } from "vitest";
import type { Node } from "../../../src/ast/index.js";
import { sourceMap } from "../../../src/compiler/4-generate/source-map.js";
import { printNode } from "../../../src/compiler/print/print.js";
import { sourceText } from "../../../src/diagnostics/make-diagnostic.js";

const options = { sourceType: "script", strictMode: true, attachComment: false } as const;
const tree = (source: string): Node =>
  parse(source, { ...options, allowReturnOutsideFunction: true, allowAwaitOutsideFunction: true }).program;

/** Babel 7 is CommonJS; its printer's function may sit one level down. */
const { default: inner } = generator as unknown as { default?: typeof generate };
const babelPrint = inner ?? (generator as unknown as typeof generate);

const babel = (source: string): GeneratorResult =>
  babelPrint(tree(source) as never, { comments: false, sourceMaps: true, sourceFileName: "a.js" }, source);

/** The places of a map, without names and without those that say what the one before says. */
function places(map: unknown): readonly string[] {
  return decodedMappings(new TraceMap(map as never)).flatMap((segments, line) => {
    let last = "";
    return segments.flatMap(([column, , sourceLine, sourceColumn]) => {
      const from = `${sourceLine}:${sourceColumn}`;
      if (from === last) return [];
      last = from;
      return [`${line}:${column} ${from}`];
    });
  });
}

const PROGRAMS: readonly string[] = [
  "a + b * c - (d - e); (a + b) * c; a ** b ** c; (a ** b) ** c; (-a) ** b; -(a ** b); a - (b + c);",
  "a ?? b; (a ?? b) || c; (a && b) ?? c; a && (b || c); a || b && c; !(a && b); typeof (a + b); void 0;",
  "- -a; + +a; - +a; a - -b; a + +b; a - --b; a + ++b; a++ + ++b; !--a; - --a; a < !--b; ~~a; a-- > b;",
  "1..toString(); 1.5.toFixed(); (1).a; 0x10.a; 1e3.a; 1e21; .5; 1_000 .a; 10n; 0xffn;",
  "(a, b); x = (a, b); f((a, b), c); [(a, b)]; a ? (b, c) : d; a[b, c]; `${(a, b)}`; for ((a, b); ;) ;",
  "new (f())(); new (f().g)(); new f.g(); new (f.g().h)(); new (a?.b)(); new f; new (class {})(); (new f).g;",
  "a?.b; a?.[b]; a?.(b); (a?.b).c; (a?.b)(); a?.b.c(d)?.[e]; (a?.b)`x`; a.b`x${y}z`; delete a?.b; (a?.b.c)?.d;",
  "({}); ({ a: 1 }).b; ({ a } = b); (function () {}); (function () {})(); (class {}); (class {}).name; () => ({}); () => ({}).a; () => { };",
  "(() => a)(); (() => a) ? b : c; a ? () => b : () => c; (a ? b : c) ? d : e; a ? b : c ? d : e; (a = b) ? c : d; (a = b).c; (() => a) + b;",
  "a = b = c; (a = b) + c; [a, b] = c; f({ a: 1 }, x = y); (f) = function () {}; (f) = class {}; (f) = function g() {};",
  "x = async () => a; x = async (a, b) => { await a; (await a) + b; (await a).b; await (a + b); -(await a); };",
  "function* g() { yield; yield a; yield* a; (yield a) + b; x = yield a, b; f(yield a); (yield).b; [yield]; yield yield a; (yield a) ? b : c; }",
  "for (var i = 0, n = 1; i < n; i++) a; for (let x of y) ; for (const [a, b] of c) { } for (x in y) a; for (;;) break; for (var i = (a in b); ;) ; for (var i = (a in b) ? c : d, f = () => { x in y }, g = [p in q]; ;) ;",
  "for (const x of (a, b)) c; for (const x in a, b) c; for ((async) of a) b;",
  "if (a) b; else c; if (a) { b } else if (c) d; else { e } if (a) { if (b) c } else d; if (a) { while (b) if (c) d; } else e; if (a) while (b) { if (c) d } else e; if (a);",
  "do a; while (b); do { a } while (b) while (a); while (a) { } x: for (;;) continue x; y: { break y; }",
  "switch (a) { case 1: b; case (2, 3): { c } default: d } switch (a) { } switch (a) { case 1: case 2: }",
  "try { a } catch { b } try { a } catch (e) { b } finally { c } try { } finally { } throw new Error(a);",
  "var a, b; var c = 1, d; let e = { a: 1, b: { c: [1, , 2, ,] }, d() { }, get e() { return 1 }, set e(v) { }, async f() { }, *g() { }, async *h() { }, [i]: 1, [j]() { }, 'k l': 1, 2: 3, m, ...n };",
  "const { a, b: c, d = 1, e: f = 2, [g]: h, ...i } = j, [k, , l = 1, ...m] = n; function o({ p }, [q] = [], r = 1, ...s) { }",
  "class A extends (B, C) { } class D extends (a || b) { } class E extends f() { constructor() { super(); super.x; super[y](); } static a = 1; b; #c = 2; static #d; #e() { } static async *f() { } get [g]() { return this.#c } static { a; } static { } static x() { #c in a; new.target } 'q' = 1; 3 = 4; }",
  "'a\\u00e9\\n'; \"it's\"; 'say \"x\"'; '\\u{1F600}'; `a${b}c${`d${e}`}`; `line\nline ${a}\n`; x = `a\nb` + c; /a\\/b/gi; a / /b/; f`a\\u`;",
  "function f() { 'use strict'; 'other'; return a; } function g() { 'use strict' } async function h() { for await (const a of b) c; } function i() { return }",
  "a = b ? c : d; a = function () { }; a = class B { }; ((a) => b)(c); (async (a) => b)(c); a => b; (a, b) => c; ([a]) => b; (a = 1) => b; (...a) => b;",
  "a.if.class; a['b']; a[1]; a[b][c].d(e)(f); (a.b)(); (0, a.b)(); this.a; null; true; undefined; debug;",
];

function realFiles(): readonly string[] {
  const folder = fileURLToPath(new URL("../../../node_modules/mathjs/lib/esm/", import.meta.url));
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".js") && /^(?:function|utils|type)\//.test(file))
    .sort()
    .slice(0, 120)
    .map((file) =>
      readFileSync(join(folder, file), "utf8")
        .replace(/^import [^;]*;\n?/gm, "")
        .replace(/^export \{[^}]*\}.*;\n?/gm, "")
        .replace(/^export (default )?/gm, ""),
    );
}

const SOURCES = [...PROGRAMS, ...realFiles()].map((source) => [source.slice(0, 60), source] as const);

describe("a tree as text", () => {
  it("has many sources to be compared by", () => expect(SOURCES.length).toBeGreaterThan(130));

  it.each(SOURCES)("is what Babel prints: %s", (_name, source) => {
    const printed = printNode(tree(source), 1000);
    const expected = babel(source);
    expect(printed.text.trimEnd()).toBe(expected.code);
    const map = sourceMap(printed.places, sourceText(source, "a.js"));
    expect(places(map)).toEqual(places(expected.map));
  });
});

describe("a tree that is not of the language", () => {
  it("has no text", () => {
    expect(() => printNode({ type: "WithStatement" } as never, 10)).toThrow("no text for WithStatement");
  });

  it("is refused when it is too deep", () => {
    const deep = tree(`${"[".repeat(50)}${"]".repeat(50)}`);
    expect(() => printNode(deep, 40)).toThrow(RangeError);
    expect(printNode(deep, 60).text).toBe(`${"[".repeat(50)}${"]".repeat(50)};\n`);
  });
});

describe("text of a string", () => {
  it.each(["\0", "\x001", "é", "\u2028", "\ud800", "\u{1f600}", "\v", "a\"b'c`${d}\\", "\x7f", "</script>"])(
    "is what Babel prints: %j",
    (value) => {
      const literal = { type: "StringLiteral", value } as Node;
      const { code } = babelPrint(literal as never, { jsescOption: { minimal: false } });
      expect(printNode(literal, 10).text).toBe(code);
    },
  );
});
