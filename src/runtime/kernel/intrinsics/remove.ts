import { deleteProperty, getOwnPropertyDescriptor, getPrototypeOf, realmGlobal } from "./primordials.js";

const RegExpLegacy = [
  "$1",
  "$2",
  "$3",
  "$4",
  "$5",
  "$6",
  "$7",
  "$8",
  "$9",
  "input",
  "$_",
  "lastMatch",
  "$&",
  "lastParen",
  "$+",
  "leftContext",
  "$`",
  "rightContext",
  "$'",
] as const;

interface Removal {
  readonly from: string;
  readonly names: readonly string[];
  readonly attack: string;
}

/** Statics and methods that no guest needs and some escape used. Paths are from the global object. */
export const REMOVALS: readonly Removal[] = Object.freeze([
  {
    from: "Object",
    names: ["getPrototypeOf", "setPrototypeOf"],
    attack: "walks from any object to its realm's prototypes, or slips a prototype under a facet",
  },
  {
    from: "Object",
    names: ["defineProperty", "defineProperties"],
    attack: "writes past the write guard, installs getters on shared objects",
  },
  {
    from: "Object",
    names: [
      "getOwnPropertyDescriptor",
      "getOwnPropertyDescriptors",
      "getOwnPropertyNames",
      "getOwnPropertySymbols",
    ],
    attack: "reads members by descriptor, past the read guard",
  },
  {
    from: "Object.prototype",
    names: ["__proto__", "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__"],
    attack: "the same four powers, on every object",
  },
  {
    from: "Symbol",
    names: ["for", "keyFor"],
    attack: "the symbol registry is shared with the host: `nodejs.util.inspect.custom`",
  },
  {
    from: "Array",
    names: ["fromAsync"],
    attack: "awaits guest thenables in native code, leaves rejections unhandled",
  },
  {
    from: "Error",
    names: ["captureStackTrace", "stackTraceLimit", "prepareStackTrace"],
    attack: "call sites give the functions and receivers of host frames",
  },
  {
    from: "RegExp",
    names: RegExpLegacy,
    attack: "shows the subject of the last match of anyone in the realm",
  },
  { from: "Function.prototype", names: ["caller", "arguments"], attack: "stack walking" },
  {
    from: "Iterator.prototype",
    names: ["flatMap"],
    attack: "multiplies elements in native code: `xs.values().flatMap(() => xs).toArray()`",
  },
  {
    from: "Date.prototype",
    names: ["toTemporalInstant"],
    attack: "gives an object of an API that is neither tamed nor charged",
  },
  { from: "Iterator", names: ["concat"], attack: "iterates in native code without ticks" },
  { from: "JSON", names: ["rawJSON", "isRawJSON"], attack: "makes objects without brand" },
]);

export function removeDangerous(): void {
  for (const { from, names } of REMOVALS) {
    let owner: unknown = realmGlobal;
    for (const step of from.split(".")) owner = (owner as Record<string, unknown> | undefined)?.[step];
    // Older engines have no `Iterator`.
    if (owner === undefined) continue;
    for (const name of names) deleteProperty(owner as object, name);
  }
  removeAsyncDispose();
}

/** `asyncDispose` of async generators returns a promise that nobody marks. */
function removeAsyncDispose(): void {
  const symbol = (Symbol as unknown as Record<string, unknown>)["asyncDispose"];
  const samples = getPrototypeOf(async function* () {}.prototype as object) as object;
  for (let o: object | null = samples; o !== null; o = getPrototypeOf(o)) {
    if (typeof symbol === "symbol" && getOwnPropertyDescriptor(o, symbol) !== undefined)
      deleteProperty(o, symbol);
  }
}
