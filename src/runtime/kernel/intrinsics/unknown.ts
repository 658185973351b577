import { GLOBALS } from "../globals/table.js";
import { KNOWN } from "./known.js";
import {
  defineProperty,
  deleteProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  NativeMap,
  NativeTypeError,
  ownKeys,
  realmGlobal,
  symbolToString,
} from "./primordials.js";

type Owners = Map<object, ReadonlySet<string>>;

const OF_FUNCTIONS = ["length", "name", "prototype"] as const;

/** Deletes what `KNOWN` does not list. What cannot be deleted ends the making of the realm. */
export function removeUnknown(): void {
  const owners = knownOwners();
  for (const [owner, known] of owners) {
    const above = getPrototypeOf(owner);
    if (above !== null && !owners.has(above)) refuseEngine("a prototype");
    for (const key of ownKeys(owner)) {
      if (!known.has(spelled(key))) remove(owner, key);
      else clean(getOwnPropertyDescriptor(owner, key), owners);
    }
  }
  for (const { name } of GLOBALS) clean(getOwnPropertyDescriptor(realmGlobal, name), owners);
}

function knownOwners(): Owners {
  const syntax = syntaxOwners();
  const owners: Owners = new NativeMap();
  for (const { path, members } of KNOWN) {
    const owner = syntax[path] ?? resolve(path);
    if (owner === undefined) continue;
    owners.set(owner, new Set(typeof owner === "function" ? [...members, ...OF_FUNCTIONS] : members));
  }
  return owners;
}

function resolve(path: string): object | undefined {
  let at: unknown = realmGlobal;
  for (const step of path.split(".")) at = (at as Record<string, unknown> | undefined)?.[step];
  return at as object | undefined;
}

/** The intrinsics that have no name. */
function syntaxOwners(): Readonly<Record<string, object | undefined>> {
  const above = (object: object): object => getPrototypeOf(object) as object;
  const generator = function* (): Generator {};
  const asyncGenerator = async function* (): AsyncGenerator {};
  const values = [].values() as unknown as { map?(f: (x: unknown) => unknown): object };
  const { Iterator } = realmGlobal as { readonly Iterator?: { from?(x: object): object } };
  const wrapped = Iterator?.from?.({ next: () => ({}) });
  const helper = values.map?.((x) => x);
  return {
    "%FunctionPrototype%": above(() => {}),
    "%AsyncFunctionPrototype%": above(async () => {}),
    "%GeneratorFunctionPrototype%": above(generator),
    "%AsyncGeneratorFunctionPrototype%": above(asyncGenerator),
    "%GeneratorPrototype%": above(generator.prototype as object),
    "%AsyncGeneratorPrototype%": above(asyncGenerator.prototype as object),
    "%IteratorPrototype%": above(above(generator.prototype as object)),
    "%AsyncIteratorPrototype%": above(above(asyncGenerator.prototype as object)),
    "%ArrayIteratorPrototype%": above(values),
    "%StringIteratorPrototype%": above(""[Symbol.iterator]()),
    "%MapIteratorPrototype%": above(new NativeMap().keys()),
    "%SetIteratorPrototype%": above(new Set().keys()),
    "%RegExpStringIteratorPrototype%": above("".matchAll(/x/g)),
    "%TypedArray%": above(Uint8Array),
    "%TypedArrayPrototype%": above(Uint8Array.prototype),
    "%IteratorHelperPrototype%": helper && above(helper),
    "%WrapForValidIteratorPrototype%": wrapped && above(wrapped),
  };
}

/** A method or accessor has its name and its length, and nothing else. */
function clean(descriptor: PropertyDescriptor | undefined, owners: Owners): void {
  for (const f of [descriptor?.value, descriptor?.get, descriptor?.set] as unknown[]) {
    if (typeof f !== "function" || owners.has(f)) continue;
    for (const key of ownKeys(f)) {
      // The constructors that make functions from text: they are replaced next.
      const isKnown = key === "prototype" && owners.has(getOwnPropertyDescriptor(f, key)?.value as object);
      if (key !== "length" && key !== "name" && !isKnown) remove(f, key);
    }
    if (!owners.has(getPrototypeOf(f) as object)) refuseEngine("a prototype");
  }
}

function spelled(key: PropertyKey): string {
  if (typeof key !== "symbol") return key as string;
  // Well-known symbols only: `Symbol(Symbol.iterator)`.
  const text = symbolToString(key);
  const name = text.slice("Symbol(Symbol.".length, -1);
  return (Symbol as unknown as Record<string, unknown>)[name] === key ? `@@${name}` : text;
}

function remove(owner: object, key: PropertyKey): void {
  if (deleteProperty(owner, key)) return;
  // A writable property that stays is at least empty.
  if (!defineProperty(owner, key, { value: undefined, writable: false })) refuseEngine(spelled(key));
}

function refuseEngine(what: string): never {
  throw new NativeTypeError(
    `This engine has ${what} that is not known; update restrictedjs before you use it.`,
  );
}
