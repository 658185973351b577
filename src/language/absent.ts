import { FORBIDDEN_IDENTIFIERS } from "./names.js";

/** A name that programs reach for and do not find. */
export interface Absent {
  /** `language`: left out of JavaScript itself. `environment`: a browser's or Node's. `python`: RestrictedPython's users miss it. */
  readonly kind: "language" | "environment" | "python";
  /** Why it is not there. */
  readonly why: string;
  /** What to write instead; the error says so. */
  readonly instead: string;
}

type Rows = readonly (readonly [string, Absent])[];

function absent(kind: Absent["kind"], why: string, names: Readonly<Record<string, string>>): Rows {
  return Object.entries(names).flatMap(([list, instead]) =>
    list.split(" ").map((name) => [name, Object.freeze({ kind, why, instead })] as const),
  );
}

const TIMERS = "ask the host for a function that waits";

/** Absent on purpose, why, and what to use instead. A host may provide a name all the same, unless it is forbidden. */
export const ABSENT: ReadonlyMap<string, Absent> = new Map([
  ...absent("language", "it turns text into code", {
    eval: "write the code out, or compute with ordinary expressions",
    "Function AsyncFunction GeneratorFunction AsyncGeneratorFunction":
      "write a function expression or an arrow function",
    WebAssembly: "write the computation in JavaScript",
  }),
  ...absent("language", "it goes around what the guards see", {
    Proxy: "use a class with getters and setters",
    Reflect: "use the operators: `in`, `delete`, calls, spread",
    globalThis: "name the global you need directly; the host lists those it provides",
  }),
  ...absent("language", "it shows when memory is freed", {
    "WeakRef FinalizationRegistry": "keep the object in a `Map` or `WeakMap`",
  }),
  ...absent("language", "it is for threads", {
    SharedArrayBuffer: "use `ArrayBuffer`",
    Atomics: "programs run on one thread; use plain assignments",
  }),
  ...absent("language", "it has not been reviewed", {
    Intl: "format numbers with `toFixed` and dates by hand; locale data may come with a later version",
    "Iterator AsyncIterator": "write a generator",
    Temporal: "use `Date`",
    "DisposableStack AsyncDisposableStack SuppressedError": "use `try` and `finally`",
  }),
  ...absent("language", "it is outdated", {
    escape: "use `encodeURIComponent`",
    unescape: "use `decodeURIComponent`",
  }),
  ...absent("environment", "a program has no clock of its own", {
    "setTimeout setInterval setImmediate requestAnimationFrame": TIMERS,
    "clearTimeout clearInterval clearImmediate cancelAnimationFrame": TIMERS,
    queueMicrotask: "use `Promise.resolve().then(f)`",
    performance: "ask the host to measure; `Date.now()` gives the time",
  }),
  ...absent("environment", "a program has no network", {
    "fetch XMLHttpRequest WebSocket EventSource": "ask the host to pass the data as a global",
    "Request Response Headers FormData": "ask the host to pass the data as a global",
    "URL URLSearchParams":
      "take the text apart with a regular expression; `encodeURIComponent` writes a part",
  }),
  ...absent("environment", "a program has no page", {
    "window self frames top parent": "name the global you need directly",
    "document navigator location history screen": "return a figure or data; the host displays it",
    "alert confirm": "use `print(text)`",
    prompt: "ask the host to pass the answer as a global",
    "localStorage sessionStorage indexedDB caches": "return the value; the host keeps it",
    "Image Audio HTMLElement Node Event EventTarget": "return a figure or data; the host displays it",
  }),
  ...absent("environment", "a program has no process, files or threads", {
    process: "ask the host to pass the value you need as a global",
    global: "name the global you need directly",
    "require module exports": "the host provides what a program may use as globals",
    "Deno Bun": "ask the host to pass the value you need as a global",
    Buffer: "use `Uint8Array`",
    "Worker importScripts postMessage MessageChannel BroadcastChannel":
      "a program runs on one thread; call the function",
    "AbortController AbortSignal": "the host stops a program; end a loop with `break`",
    "Blob File": "return the data; the host writes it",
    crypto: "ask the host to pass what you need as a global",
  }),
  ...absent("environment", "it belongs to browsers and Node, not to the language", {
    structuredClone: "copy with spread, or `JSON.parse(JSON.stringify(x))` for plain data",
    "TextEncoder TextDecoder": "work with strings; `encodeURIComponent` gives the bytes of UTF-8",
    "atob btoa": "ask the host to decode the data",
  }),
  ...absent("python", "JavaScript has its own form for it", {
    dict: "write an object literal `{}`, or `new Map(pairs)`",
    "set frozenset": "write `new Set(values)`",
    "bytes bytearray memoryview": "use `Uint8Array`",
    complex: "keep the two numbers in an object",
    object: "write an object literal `{}` or a class",
    slice: "call `.slice(from, to)`",
    "repr ascii": "use `str(x)` or `JSON.stringify(x)`",
    format: "write a template: `${x.toFixed(2)}` between backticks",
    chr: "use `String.fromCodePoint(n)`",
    ord: "use `text.codePointAt(0)`",
    hex: "use `n.toString(16)`",
    oct: "use `n.toString(8)`",
    bin: "use `n.toString(2)`",
    pow: "write `x ** y`",
    divmod: "write `Math.floor(x / y)` and `x % y`",
    map: "call `.map(f)` on the array",
    filter: "call `.filter(f)` on the array",
    iter: "write `for (const x of xs)`, or `xs[Symbol.iterator]()`",
    next: "call `.next()` on the iterator",
    None: "write `null`",
    True: "write `true`",
    False: "write `false`",
    "Ellipsis NotImplemented": "write `undefined`",
    "lambda def": "write an arrow function: `(x) => x + 1`",
    elif: "write `else if`",
    pass: "leave the block empty: `{}`",
    "self cls": "write `this`",
  }),
  ...absent("python", "every access is an operation that is guarded where it stands", {
    getattr: "write `object.name` or `object[name]`",
    setattr: "write `object.name = value`",
    delattr: "write `delete object.name`",
    hasattr: "write `name in object`",
    callable: 'write `typeof f === "function"`',
    isinstance: "write `x instanceof C`, or `typeof x`",
    issubclass: "write `new C() instanceof B`",
    type: "write `typeof x`; `sameType(a, b)` of the `utility` set compares types",
    property: "write `get name() {}` in the class",
    "staticmethod classmethod": "write `static name() {}` in the class",
  }),
  ...absent("python", "it shows the environment instead of the data", {
    "dir vars": "use `Object.keys(object)`",
    "globals locals": "name the variable directly",
    id: "compare with `===`, or keep objects in a `Map`",
    hash: "use the value itself as the key of a `Map`",
    help: "ask the host what it provides",
    breakpoint: "use `print(value)`",
  }),
  ...absent("python", "it reaches outside of the program", {
    "open input": "ask the host to pass the data as a global",
    "compile exec execfile": "write the code out",
    "exit quit": "end the program with the expression whose value you want",
    reload: "the host provides what a program may use as globals",
  }),
  ...absent("python", "it is a module there", {
    math: "use `Math`; the host may provide the `utility` set, which has `math`",
    random: "use `Math.random()`; the host may provide the `utility` set, which has `random`",
    string: "write the characters out; the host may provide the `utility` set, which has `string`",
    json: "use `JSON.parse` and `JSON.stringify`",
    re: "write a regular expression: `/a+/.exec(text)`",
    datetime: "use `Date`",
    "os sys": "ask the host to pass the value you need as a global",
    same_type: "use `sameType` of the `utility` set",
  }),
  ...absent("python", "JavaScript's errors have other names", {
    "Exception BaseException RuntimeError AssertionError": "use `Error`",
    "ValueError IndexError ZeroDivisionError OverflowError": "use `RangeError`",
    "KeyError AttributeError NotImplementedError": "use `TypeError`",
    "NameError UnboundLocalError": "use `ReferenceError`",
    StopIteration: "return from the generator",
  }),
]);

/** Names of environments that are not there: a warning when free, and the program's own when it declares them. */
export const ABSENT_IDENTIFIERS: ReadonlySet<string> = new Set(
  [...ABSENT]
    .filter(([name, { kind }]) => kind === "environment" && !FORBIDDEN_IDENTIFIERS.has(name))
    .map(([n]) => n),
);

/** What a refused identifier should be replaced by, where there is something to say. */
export const IDENTIFIER_HELP: Readonly<Record<string, string>> = Object.freeze(
  Object.fromEntries([
    ["await", "choose another name; `await` is a keyword"],
    ...[...ABSENT].map(([name, { instead }]) => [name, instead] as const),
  ]),
);

/** What the message of an error says about a name that is not there; undefined when there is nothing to say. */
export function absentHelp(name: string): string | undefined {
  const row = ABSENT.get(name);
  return row === undefined ? undefined : `\`${name}\` is not available: ${row.why}. Instead, ${row.instead}.`;
}
