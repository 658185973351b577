interface Taken {
  readonly object: object;
  readonly prototype: object | null;
  readonly extensible: boolean;
  readonly keys: readonly PropertyKey[];
  readonly members: readonly PropertyDescriptor[];
}

const { defineProperty, deleteProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys, isExtensible } =
  Reflect;
const { is } = Object;

const CONSTRUCTORS = [
  Object,
  Function,
  Array,
  String,
  Number,
  Boolean,
  Symbol,
  BigInt,
  Error,
  TypeError,
  RangeError,
  AggregateError,
  RegExp,
  Date,
  Map,
  Set,
  WeakMap,
  WeakSet,
  Promise,
  ArrayBuffer,
  Uint8Array,
] as const;

const SAMPLES: readonly object[] = [
  async () => {},
  function* () {},
  async function* () {},
  [].values(),
  new Map().values(),
  new Set().values(),
  "x".matchAll(/x/g),
  ""[Symbol.iterator](),
];

const WATCHED: readonly object[] = [
  ...CONSTRUCTORS,
  ...CONSTRUCTORS.map((c) => c.prototype as object),
  getPrototypeOf(Uint8Array) as object,
  getPrototypeOf(Uint8Array.prototype) as object,
  ...SAMPLES.map((s) => getPrototypeOf(s) as object),
  getPrototypeOf(getPrototypeOf([].values()) as object) as object,
  JSON,
  Math,
  Reflect,
];

/** Looks whether this realm's intrinsics are as they were, and puts them back. */
export function watchIntrinsics(): () => readonly string[] {
  const before = WATCHED.map(take);
  const globals = new Set(ownKeys(globalThis));
  return () => {
    const found: string[] = [];
    for (const [i, one] of before.entries()) {
      if (same(one)) continue;
      found.push(...repaired(one));
      // What was frozen stays so: it is told once.
      before[i] = take(one.object);
    }
    for (const key of ownKeys(globalThis))
      if (!globals.has(key)) {
        found.push(`globalThis.${String(key)}`);
        deleteProperty(globalThis, key);
      }
    return found;
  };
}

function take(object: object): Taken {
  const keys = ownKeys(object);
  const members = keys.map((key) => getOwnPropertyDescriptor(object, key) as PropertyDescriptor);
  return { object, prototype: getPrototypeOf(object), extensible: isExtensible(object), keys, members };
}

function same({ object, prototype, extensible, keys, members }: Taken): boolean {
  if (getPrototypeOf(object) !== prototype || isExtensible(object) !== extensible) return false;
  const now = ownKeys(object);
  return (
    now.length === keys.length &&
    keys.every((key, i) => {
      const [a, b] = [getOwnPropertyDescriptor(object, key), members[i]];
      return a !== undefined && is(a.value, b?.value) && a.get === b?.get && a.set === b?.set;
    })
  );
}

function repaired({ object, prototype, keys, members }: Taken): readonly string[] {
  Reflect.setPrototypeOf(object, prototype);
  for (const key of ownKeys(object)) if (!keys.includes(key)) deleteProperty(object, key);
  for (const [i, key] of keys.entries()) defineProperty(object, key, members[i] as PropertyDescriptor);
  return [`an intrinsic with ${keys.slice(0, 3).map(String).join(", ")}`];
}
