const ENDLESS = "{ [Symbol.iterator]() { return { next() { return { done: false, value: [1, 2] } } } } }";
const over = (texts: readonly string[]): readonly string[] =>
  texts.map((text) => text.replace("ENDLESS", ENDLESS));

/** Each leaves a promise rejected that nobody looks at; a plain process ends by it. */
export const REJECTIONS: readonly string[] = [
  "Promise.reject(1); 1",
  "(async () => { throw 1 })(); 1",
  "(async () => { await 0; throw new Error('late') })(); 1",
  "Promise.all([Promise.reject(1)]); 1",
  "Promise.any([Promise.reject(1)]); 1",
  "Promise.race([Promise.reject(1)]); 1",
  "class P extends Promise {} P.reject(1); 1",
  "new Promise((resolve, reject) => reject(1)); 1",
  "new Promise(() => { throw 1 }); 1",
  "(async function* () { throw 1 })().next(); 1",
  "(async () => { for await (const x of [Promise.reject(1)]) ; })(); 1",
  "Promise.resolve({ then() { throw 1 } }); 1",
  "Promise.resolve({ get then() { throw 1 } }); 1",
  "Promise.resolve({ then(_, reject) { reject(1) } }); 1",
  "let n = 0; Promise.resolve({ get then() { if (n++) throw 1 } }).then(); 1",
  "Promise.resolve().then(() => { throw 1 }); 1",
  "Promise.resolve().finally(() => { throw 1 }); 1",
];

/** Each goes on for ever where nothing counts. */
export const ITERATORS: readonly string[] = over([
  "[...ENDLESS]",
  "const [...b] = ENDLESS; 1",
  "Array.from(ENDLESS)",
  "Promise.all(ENDLESS); 1",
  "Promise.allSettled(ENDLESS); 1",
  "new Set(ENDLESS)",
  "new Map(ENDLESS)",
  "new WeakSet({ [Symbol.iterator]() { return { next() { return { done: false, value: {} } } } } })",
  "new WeakMap({ [Symbol.iterator]() { return { next() { return { done: false, value: [{}, 1] } } } } })",
  "Object.fromEntries(ENDLESS)",
  "[...(function* () { yield* ENDLESS })()]",
  "for (const x of ENDLESS) ;",
  "(([...x]) => 1)(ENDLESS)",
  "(({ a: [...x] }) => 1)({ a: ENDLESS })",
  "Math.max(...ENDLESS)",
  "Float64Array.from(ENDLESS)",
  "new AggregateError(ENDLESS)",
]);

/** Each catches, or closes, where the limit's error passes. */
export const PASSES: readonly string[] = [
  "(function () { try { for (;;) ; } catch {} finally { return 1 } })()",
  "function* g() { try { yield 1 } finally { for (;;) ; } } const i = g(); i.next(); i.return(1); 1",
  "function* g() { try { yield 1 } catch { for (;;) ; } } const i = g(); i.next(); try { i.throw(1) } catch {} 1",
  "const o = { next() { return { done: false } }, return() { for (;;) ; }, [Symbol.iterator]() { return this } }; for (const x of o) break; 1",
  "const o = { next() { return { done: false } }, return() { for (;;) ; }, [Symbol.iterator]() { return this } }; const [a] = o; 1",
];

/** The same for programs that wait. */
export const WAITING: readonly string[] = [
  "await (async () => { for (;;) ; })().catch(() => 1)",
  "await (async () => { await 0; for (;;) ; })().finally(() => {})",
  "await Promise.allSettled([(async () => { await 0; for (;;) ; })()])",
  "await Promise.race([(async () => { await 0; for (;;) ; })(), 0]); await 0; await 0; 1",
  "async function* g() { try { yield 1 } finally { for (;;) ; } } for await (const x of g()) break; 1",
  "async function* g() { for (;;) yield 1 } for await (const x of g()) ;",
  "await { then() { for (;;) ; } }",
  "await { get then() { for (;;) ; } }",
  "for (;;) await 0",
];

/** Each ends the engine's stack: a RangeError natively. */
export const DEEP: readonly string[] = [
  "function f() { f() } f()",
  "const o = { get x() { return this.x } }; o.x",
  "const o = { toString() { return [this, this.y].join() + `${this}` } }; `${o}`",
  "const o = { [Symbol.toPrimitive]() { return `${this}` } }; `${o}`",
  "[1, 2].sort(function f(a, b) { return [1, 2].sort(f)[0] })",
  "JSON.stringify({ toJSON() { return JSON.stringify(this) } })",
  "let a = []; for (let i = 0; i < 1e5; i++) a = [a]; JSON.stringify(a)",
  "let a = []; for (let i = 0; i < 1e5; i++) a = [a]; `${a}`",
  "let a = []; for (let i = 0; i < 1e5; i++) a = [a]; a.flat(Infinity)",
];

/** Nested too deeply to leave the program. */
export const RESULTS: readonly string[] = [
  "let a = []; for (let i = 0; i < 1e5; i++) a = [a]; a",
  "let a = {}; for (let i = 0; i < 1e5; i++) a = { a }; a",
  "let a = new Map(); for (let i = 0; i < 1e5; i++) a = new Map([[1, a]]); a",
];

/** What is thrown lies, or is too much to show. */
export const THROWN: readonly string[] = [
  "throw 1",
  "throw undefined",
  "throw null",
  "throw Symbol('x')",
  "throw () => 1",
  "throw {}",
  "throw 'x'.repeat(1e7)",
  "throw new Error('x'.repeat(1e7))",
  "throw Object.freeze(new Error('x'))",
  "class E extends Error { get message() { throw 1 } } throw new E()",
  "class E extends Error { get name() { throw 1 } } throw new E()",
  "class E extends Error { get stack() { throw 1 } } throw new E()",
  "class E extends Error { get cause() { throw 1 } } throw new E()",
  "class E extends Error { toString() { throw 1 } } throw new E()",
  "const e = new Error('a'); e.cause = e; throw e",
  "const e = new Error('a'); e.message = { toString() { throw 1 } }; throw e",
  "let e = new Error('a'); for (let i = 0; i < 1e4; i++) e = new Error('b', { cause: e }); throw e",
  "let e = new Error('a'); for (let i = 0; i < 1e4; i++) e = new AggregateError([e]); throw e",
  "let a = []; for (let i = 0; i < 1e5; i++) a = [a]; throw a",
];
