import { expr } from "../print.js";
import { type Hint, LEVEL, one, type Production, type Sort } from "../tree.js";

/** Calls of the language's own library: `$o` an object, `$i` an iterable, `$f` a function, `$p` a promise, `$n` a number, `$a` anything. */
const CALLS: Readonly<Partial<Record<Hint, readonly string[]>>> = {
  any: [
    "JSON.stringify($a)",
    "String($a)",
    "Boolean($a)",
    "Object.is($a, $a)",
    "Array.isArray($a)",
    "typeof $o.a",
    "$f.call($a, $a)",
    "$f.apply($a, $i)",
    "$f?.call?.($o, 1)",
    "Object.isFrozen($o)",
    "Object.hasOwn($o, $k)",
    "[$a, $a].join($a)",
    "$i.indexOf($a)",
    "$i.includes($a)",
    "$i.reduce($f, $a)",
    "$i.reduce($f)",
    "$i.find($f)",
    "$i.some($f)",
    '"a1b2".replace(/[a-z](\\d)/g, $f)',
    '"aXbX".replace("X", $a)',
    '"a-b".split($a)',
    "/(?<x>a)(b)?/.exec($a)",
    '"ab".match($a)',
    "/a/g[Symbol.replace]($a, $a)",
    "String.raw`a${$a}`",
    "$o.toString()",
    "$i.at($n)",
    "$i.pop()",
    "Number($a)",
    "parseInt($a)",
    "$o?.[Symbol.iterator]",
    "isNaN($a)",
    "BigInt($a)",
    "`${$a}`",
    "$a.name",
    "$o.size",
    "({ ...$o }).a",
    "(($a, $o)).b",
  ],
  object: [
    "Object.assign($o, $o)",
    "Object.freeze($o)",
    "Object.fromEntries($i)",
    "new Error($a)",
    "new TypeError($a, { cause: $a })",
    "new Map($i)",
    "new Set($i)",
    "new WeakMap()",
    "new Date(0)",
    "Object.create(null)",
    "Object($a)",
    "Object.seal($o)",
    "Object.preventExtensions($o)",
    "({ a: 1, ...$o })",
    'JSON.parse(\'{"a":[1,{"b":2}]}\', $f)',
    "Object.groupBy($i, $f)",
    "new AggregateError($i, $a)",
    "/(?<x>.)(?<y>.)?/.exec('ab').groups",
    "new Number($n)",
    "new String($a)",
  ],
  iterable: [
    "Object.keys($o)",
    "Object.values($o)",
    "Object.entries($o)",
    "Array.from($i)",
    "Array.from($i, $f)",
    "Array.of($a, $a)",
    "$i.map($f)",
    "$i.filter($f)",
    "$i.concat($a)",
    "$i.slice(1)",
    "[$a, $a].sort($f)",
    "$i.flatMap($f)",
    "$i.entries()",
    "new Map([[$a, $a]])",
    "new Map([[$a, $a]]).entries()",
    "new Set($i).values()",
    "$i[Symbol.iterator]()",
    '"a1b2".matchAll(/[a-z](\\d)/g)',
    "[...$i].reverse()",
    "$i.splice(0, 1)",
    "[, $a, ,]",
    "new Uint8Array($i)",
    "[$a, [$a]].flat()",
  ],
  promise: [
    "Promise.resolve($a)",
    "Promise.reject($a)",
    "Promise.all($i)",
    "Promise.allSettled($i)",
    "Promise.race($i)",
    "Promise.any($i)",
    "$p.then($f)",
    "$p.then($f, $f)",
    "$p.catch($f)",
    "$p.finally($f)",
    "new Promise($f)",
    "new Promise((done, fail) => { done(1); fail(2); })",
  ],
  number: [
    "Math.max($n, $n)",
    "Math.floor($n)",
    "$i.length",
    "Math.sign($a)",
    "Number.parseFloat($a)",
    "$i.push($a)",
    "Math.max(...$i)",
  ],
};

const SORTS: Readonly<Record<string, Sort>> = {
  a: "any",
  o: "object",
  i: "iterable",
  f: "callable",
  p: "promise",
  n: "number",
  k: "key",
};

/** Weight of one row among its sort; together they are about a quarter of the choices. */
const WEIGHTS: Readonly<Record<string, number>> = {
  any: 0.35,
  object: 0.5,
  iterable: 0.5,
  promise: 1.5,
  number: 0.5,
};

function row(hint: Hint, text: string): Production {
  const pieces = text.split(/\$([aoifpnk])(?![a-z])/);
  const sorts = pieces.filter((_, i) => i % 2 === 1).map((letter) => SORTS[letter] as Sort);
  const weight = WEIGHTS[hint] as number;
  return {
    kind: text,
    in: { [hint]: weight, any: hint === "any" ? weight : weight / 4 },
    slots: sorts.map(one),
    hint,
    print: (slots, context) => {
      let at = 0;
      const shown = pieces.map((piece, i) =>
        i % 2 === 0 ? piece : expr(slots[at++], context, place(pieces, i)),
      );
      return {
        text: shown.join(""),
        level: text.startsWith("typeof") ? LEVEL.unary : /\?\./.test(text) ? LEVEL.chain : LEVEL.member,
      };
    },
  };
}

/** A hole before a dot, a bracket or a call is an object; any other hole stands between commas. */
function place(pieces: readonly string[], i: number): number {
  return /^(?:\.|\?\.|\[|\()/.test(pieces[i + 1] ?? "") ? LEVEL.member : LEVEL.assign;
}

export const builtins: readonly Production[] = Object.entries(CALLS).flatMap(([hint, texts]) =>
  texts.map((text) => row(hint as Hint, text)),
);
