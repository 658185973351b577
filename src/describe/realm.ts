import { isForbiddenMember } from "../language/names.js";
import { environment } from "../runtime/environment.js";

/** The members that a type has in the guest realm, as a guest can reach them; symbols are written `[Symbol.x]`. */
export type RealmTypes = ReadonlyMap<string, ReadonlySet<string>>;

const { apply, construct, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
type Kernel = ReturnType<typeof environment>["realm"]["kernel"];
type Globals = Readonly<Record<string, unknown>>;

/** Read-only views that TypeScript has and the language has not. */
const VIEWS: Readonly<Record<string, string>> = Object.freeze({
  ReadonlyArray: "Array",
  ReadonlyMap: "Map",
  ReadonlySet: "Set",
  CallableFunction: "Function",
  NewableFunction: "Function",
});
/** What every function has of its own; it is listed with `Function`. */
const OF_FUNCTIONS: ReadonlySet<string> = new Set(["length", "name"]);

const known = new WeakMap<Kernel, RealmTypes>();

/** Walks the tamed intrinsics of the real realm. Nothing of them is called but the methods that make iterators. */
export function realmTypes(): RealmTypes {
  const { kernel } = environment().realm;
  const types = known.get(kernel) ?? walk(kernel);
  known.set(kernel, types);
  return types;
}

function walk(kernel: Kernel): RealmTypes {
  const globals = kernel.globals("safe");
  const named = namedObjects(kernel, globals);
  const stop = new Set(named.values());
  const types = new Map<string, ReadonlySet<string>>();
  for (const [name, object] of named) {
    const own = membersOf(object, stop);
    types.set(name, typeof object === "function" ? without(own, OF_FUNCTIONS) : own);
  }
  types.set("Function", membersOf(named.get("Function") as object, stop));
  for (const [view, of] of Object.entries(VIEWS)) types.set(view, types.get(of) ?? new Set());
  return types;
}

/** Every object that is listed under a name of its own: constructors, prototypes, namespaces. */
function namedObjects(kernel: Kernel, globals: Globals): ReadonlyMap<string, object> {
  const named = new Map<string, object>();
  for (const [name, value] of Object.entries(globals)) {
    if (typeof value === "object" && value !== null) named.set(name, value);
    const prototype = typeof value === "function" ? prototypeOf(value) : undefined;
    // Helpers such as `len` are plain functions: their prototypes are nobody's.
    if (prototype === undefined || !ownKeys(prototype).some((key) => key !== "constructor")) continue;
    named.set(`${name}Constructor`, value as object);
    named.set(name, prototype);
  }
  named.set("Function", getPrototypeOf(globals.Object as object) as object);
  for (const [name, iterator] of iterators(kernel, globals)) {
    named.set(name, getPrototypeOf(iterator) as object);
    named.set("IteratorObject", getPrototypeOf(getPrototypeOf(iterator) as object) as object);
  }
  return named;
}

function iterators(kernel: Kernel, globals: Globals): readonly (readonly [string, object])[] {
  const make = (type: string, key: PropertyKey, receiver: unknown, ...args: unknown[]): object =>
    apply(
      getOwnPropertyDescriptor(prototypeOf(globals[type] as object) as object, key)?.value as () => object,
      receiver,
      args,
    );
  const { Map: GuestMap, Set: GuestSet, RegExp: GuestRegExp } = kernel.intrinsics;
  return [
    ["ArrayIterator", make("Array", "values", kernel.newArray(0))],
    ["StringIterator", make("String", Symbol.iterator, "")],
    ["MapIterator", make("Map", "values", construct(GuestMap as never, []))],
    ["SetIterator", make("Set", "values", construct(GuestSet as never, []))],
    ["RegExpStringIterator", make("String", "matchAll", "", construct(GuestRegExp as never, ["", "g"]))],
  ];
}

function prototypeOf(f: object): object | undefined {
  const value: unknown = getOwnPropertyDescriptor(f, "prototype")?.value;
  return typeof value === "object" && value !== null ? value : undefined;
}

/** Own members, and those of parents that have no name of their own, such as the one of all typed arrays. */
function membersOf(object: object, stop: ReadonlySet<object>): ReadonlySet<string> {
  const names = new Set<string>();
  for (let o: object | null = object; o !== null; o = getPrototypeOf(o)) {
    if (o !== object && stop.has(o)) break;
    for (const key of ownKeys(o)) {
      const name = typeof key === "string" ? key : `[${key.description ?? ""}]`;
      if (!isForbiddenMember(name)) names.add(name);
    }
  }
  return names;
}

function without(names: ReadonlySet<string>, left: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...names].filter((name) => !left.has(name)));
}
