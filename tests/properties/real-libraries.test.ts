import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { compileRestricted, execRestricted } from "../../src/index.js";
import { FORMS } from "../support/run.js";

/** Programs that make installed libraries do their work; `result` is what they compute. */
const PROGRAMS: Readonly<Record<string, string>> = {
  marked:
    "import { marked } from 'marked'; result = marked.parse('# T\\n\\n* a\\n* b **bold** [l](http://x.y)\\n\\n| a | b |\\n|---|---|\\n| 1 | 2 |\\n\\n```js\\nlet x\\n```\\n> q\\n\\n1. one\\n2. two <b>html</b> &amp; ~~del~~')",
  "js-tokens":
    "import jsTokens from 'js-tokens'; result = Array.from(jsTokens('const a = /re/g.test(`x${1+1}`) ?? b?.c ** 2; // hi'), (t) => t.type + ':' + t.value)",
  "sourcemap-codec":
    "import { encode, decode } from '@jridgewell/sourcemap-codec'; result = [decode('AAAA,IAAM,CAAC,GAAG;AACH'), encode([[[0,0,0,0],[4,0,0,6]],[[0,0,1,0]]])]",
  pathe:
    "import { join, normalize, parse, relative } from 'pathe'; result = [join('a','../b','c.txt'), normalize('a//b/./c/..'), relative('/a/b','/a/c/d'), parse('/x/y.z')]",
  ufo: "import { joinURL, normalizeURL, parseURL, withQuery } from 'ufo'; result = [joinURL('a','/b'), parseURL('http://u:p@h:80/p?q=1#h'), withQuery('/x',{a:1,b:['c','d']}), normalizeURL('test?query=123 123#hash, test')]",
  fflate:
    "import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate/browser'; const z = deflateSync(strToU8('hello hello '.repeat(50))); result = [Array.from(z), strFromU8(inflateSync(z)).length]",
  "lru-cache":
    "import { LRUCache } from 'lru-cache'; const c = new LRUCache({ max: 2 }); c.set('a', 1); c.set('b', 2); c.get('a'); c.set('c', 3); result = [c.has('a'), c.has('b'), c.size, [...c.entries()]]",
  "estree-walker":
    "import { walk } from 'estree-walker'; const log = []; walk({ type: 'A', b: { type: 'B' }, c: [{ type: 'C' }] }, { enter(n) { log.push('+' + n.type); if (n.type === 'B') this.skip() }, leave(n) { log.push('-' + n.type) } }); result = log",
  "pure-rand":
    "import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'; import { uniformInt } from 'pure-rand/distribution/uniformInt'; const g = xoroshiro128plus(42); result = Array.from({ length: 5 }, () => uniformInt(g, 0, 1000))",
  mri: "import mri from 'mri'; result = mri(['--a','1','-bc','--no-d','x','--e=f'])",
};

/** What a program may not say, said otherwise; the engine runs the same text. */
const RENAMED: readonly (readonly [RegExp, string])[] = [
  [/(?<![\w$])_+(?=[\w$])/g, "u_"],
  [/Object\.prototype\.(\w+)/g, "({}).$1"],
  [/Symbol\.for\(/g, "Symbol("],
  [/\b(?:globalThis|process|Function|captureStackTrace)\b/g, "x$&"],
  [/\.constructor\b/g, ".maker"],
];

async function bundle(program: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: fileURLToPath(new URL("../..", import.meta.url)) },
    bundle: true,
    write: false,
    format: "esm",
    target: "es2024",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["import", "browser"],
  });
  return RENAMED.reduce((text, [from, to]) => text.replace(from, to), outputFiles[0]?.text ?? "");
}

describe.each(Object.entries(PROGRAMS))("%s", (_name, program) => {
  it("computes restricted what it computes natively", async () => {
    const text = await bundle(program);
    const native = vm.createContext({ result: undefined });
    vm.runInContext(`"use strict"; ${text}`, native);
    const expected = JSON.stringify(native.result);
    expect(expected.length).toBeGreaterThan(20);
    for (const guards of FORMS) {
      const compiled = compileRestricted(text, { guards, globalize: ["result"] });
      expect(compiled.errors.map(String)).toEqual([]);
      const { bindings } = execRestricted(compiled, { limits: { steps: 1e9, timeMs: 20_000 } });
      expect(JSON.stringify(bindings.result)).toBe(expected);
    }
  });
});
