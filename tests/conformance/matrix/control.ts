import type { Case } from "../../support/differential.js";

/** Ways to leave, and the places they leave through: each pair, nested twice. */
const JUMPS: readonly string[] = [
  "log('through');",
  "break;",
  "continue;",
  "break out;",
  "continue out;",
  "return log('returned');",
  "throw 'thrown';",
  "if (i > 0) break; else continue;",
];

const PLACES: readonly ((body: string) => string)[] = [
  (b) => `try { log('t'); ${b} } finally { log('f'); }`,
  (b) => `try { log('t'); throw 'x'; } catch (e) { log('c', e); ${b} } finally { log('f'); }`,
  (b) => `try { log('t'); } finally { log('f'); ${b} }`,
  (b) => `try { return log('t'); } finally { ${b} }`,
  (b) => `try { throw log('t'); } catch { ${b} }`,
  (b) => `for (const x of iter(log, [1, 2])) { ${b} }`,
  (b) => `for (const [x] of [[1], [2]]) { log(x); ${b} }`,
  (b) => `for (const k in { a: 1, b: 2 }) { log(k); ${b} }`,
  (b) => `switch (i) { case 0: log('zero'); { ${b} } case 1: log('one'); break; default: { ${b} } }`,
  (b) => `inner: { log('block'); ${b.replace("break;", "break inner;")} }`,
  (b) => `let n = 0; do { log('do'); ${b} } while (n++ < 1);`,
  (b) => `if (i === 0) { ${b} } else log('else');`,
  (b) => `{ let shadow = i; ${b} log(shadow); }`,
];

const LABELLED = PLACES.findIndex((place) => place("").startsWith("inner:"));

function jumps(): Case[] {
  const cases: Case[] = [];
  for (const [a, outer] of PLACES.entries())
    for (const [b, inner] of PLACES.entries())
      for (const jump of JUMPS) {
        // One label cannot stand inside itself.
        if (a === LABELLED && b === LABELLED) continue;
        const body = `out: for (let i = 0; i < 2; i++) { log('i', i); ${outer(inner(jump))} } return 'end';`;
        cases.push({ name: body, body });
      }
  return cases;
}

/** The same ways inside a generator that is resumed, returned and thrown into. */
function generators(): Case[] {
  const resumes = ["it.next('n')", "it.return('r')", "it.throw('t')"];
  return PLACES.flatMap((place) =>
    resumes.flatMap((first) =>
      resumes.map((second) => {
        const body = `function* g() { out: for (let i = 0; i < 2; i++) { ${place("log('y', yield i);")} } return 'end'; }
const it = g(); const step = (f) => { try { log(f()); } catch (e) { log('out', e); } };
step(() => it.next()); step(() => ${first}); step(() => ${second}); step(() => it.next());`;
        return { name: body, body };
      }),
    ),
  );
}

function loops(): Case[] {
  const heads = [
    "const x",
    "let x",
    "var x",
    "const [x]",
    "let { x }",
    "x",
    "[x]",
    "({ x })",
    "o.x",
    "o[log('k')]",
    "[o.x, x = 5]",
  ];
  const sources = [
    "[1, [2], { x: 3 }]",
    "iter(log, [[4], { x: 5 }])",
    "'ab'",
    "new Map([[6, 7]])",
    "null",
    "7",
    "{}",
  ];
  const bodies = ["log('b');", "fs.push(() => x);", "break;", "throw 'body';", "continue;"];
  return heads.flatMap((head) =>
    sources.flatMap((source) =>
      bodies.flatMap((body, n) =>
        (n % 2 === 0 ? ["of", "in"] : ["of"]).map((word) => {
          const declares = /^(?:const|let) /.test(head);
          const text = `const o = {}, fs = []; ${declares || head.startsWith("var") ? "" : "let x;"}
for (${head.startsWith("({") ? head.slice(1, -1) : head} ${word} (${source})) { ${body} } return [o, fs.map((f) => f()), ${declares ? "typeof x" : "x"}];`;
          return { name: text, body: text };
        }),
      ),
    ),
  );
}

export function control(): readonly Case[] {
  return [...jumps(), ...generators(), ...loops()];
}
