import { isForbiddenMember, isUnderscoreName } from "../language/names.js";
import { documentationOf } from "../policies/documentation.js";
import { className, kindOf, typedArrayName } from "../runtime/membrane/kinds.js";
import type { DescribedMember } from "./description.js";
import { propertyKey } from "./names.js";
import { docOf, memberDeclarations, signatureType } from "./signature.js";

/** Elements that are looked at, members that are listed, and levels that are described; what is beyond counts as `any`. */
const ELEMENTS = 1_000;
const MEMBERS = 500;
const DEPTH = 4;
const NODES = 20_000;

/** What is known while one host value is described. No getter, no trap and no method of the value's runs. */
export interface Describing {
  /** The type of an object that a policy covers; undefined for any other. */
  facet(value: object): string | undefined;
  /** Signatures that the host wrote. */
  readonly signatures: string[];
  readonly around: Set<object>;
  nodes: number;
}

/** A value that the membrane would not let in. */
export class Refused extends Error {}

/** The type of a host value: names and kinds, never contents. @throws Refused */
export function typeOf(d: Describing, value: unknown, depth = 0): string {
  if (value === null) return "null";
  if (typeof value === "symbol") throw new Refused("It holds a symbol, which cannot cross to the guest.");
  if (typeof value === "function") return functionType(d, value);
  if (typeof value !== "object") return typeof value;
  if (d.around.has(value) || ++d.nodes > NODES) return "any";
  d.around.add(value);
  try {
    return objectType(d, value, depth);
  } finally {
    d.around.delete(value);
  }
}

function functionType(d: Describing, value: object): string {
  const { signature } = documentationOf(value);
  if (signature === undefined) return "(...args: any[]) => any";
  d.signatures.push(signature);
  return signatureType(signature);
}

const CONTAINERS: ReadonlySet<string> = new Set(["array", "map", "set", "object"]);

function objectType(d: Describing, value: object, depth: number): string {
  const kind = kindOf(value);
  if (kind === "proxy") throw new Refused("It holds a Proxy, whose traps cannot be checked.");
  const facet = d.facet(value);
  if (facet !== undefined) return facet;
  if (depth >= DEPTH && CONTAINERS.has(kind)) return "any";
  switch (kind) {
    case "array":
      return `${grouped(elementType(d, value as unknown[], depth))}[]`;
    case "map": {
      const pairs = first(Map.prototype.entries.call(value)) as [unknown, unknown][];
      const keys = pairs.map(([key]) => key);
      return `Map<${elementType(d, keys, depth)}, ${elementType(
        d,
        pairs.map(([, v]) => v),
        depth,
      )}>`;
    }
    case "set":
      return `Set<${elementType(d, first(Set.prototype.values.call(value)), depth)}>`;
    case "date":
      return "Date";
    case "regexp":
      return "RegExp";
    case "typed":
      return typedArrayName(value);
    case "buffer":
      return "ArrayBuffer";
    case "promise":
      return "Promise<any>";
    case "error":
      return "Error";
    case "object":
      return inline(plainMembers(d, value, depth));
    default:
      throw new Refused(`It holds an instance of ${className(value)}, which no policy covers.`);
  }
}

function first(values: Iterable<unknown>): readonly unknown[] {
  const found: unknown[] = [];
  for (const value of values) {
    if (found.length >= ELEMENTS) break;
    found.push(value);
  }
  return found;
}

/** The kinds of elements; records of different shapes become one, whose members may be missing. */
function elementType(d: Describing, values: readonly unknown[], depth: number): string {
  const types = new Set<string>();
  const records: object[] = [];
  for (let i = 0; i < Math.min(values.length, ELEMENTS); i++) {
    const value: unknown = Object.getOwnPropertyDescriptor(values, i)?.value;
    if (isRecord(d, value) && !d.around.has(value) && d.nodes++ < NODES) records.push(value);
    else types.add(typeOf(d, value, depth + 1));
  }
  if (records.length > 0) types.add(depth + 1 >= DEPTH ? "any" : recordType(d, records, depth + 1));
  if (types.size === 0 || types.has("any") || types.size > 8) return "any";
  return [...types].map(grouped).join(" | ");
}

function isRecord(d: Describing, value: unknown): value is object {
  return (
    typeof value === "object" && value !== null && kindOf(value) === "object" && d.facet(value) === undefined
  );
}

function recordType(d: Describing, records: readonly object[], depth: number): string {
  const types = new Map<string, { readonly all: Set<string>; count: number }>();
  for (const record of records) {
    d.around.add(record);
    for (const [name, value] of ownData(record)) {
      const known = types.get(name) ?? { all: new Set(), count: 0 };
      known.all.add(typeOf(d, value, depth + 1));
      known.count++;
      types.set(name, known);
    }
    d.around.delete(record);
  }
  const members = [...types].slice(0, MEMBERS).map(([name, { all, count }]): DescribedMember => {
    const type = all.has("any") ? "any" : [...all].map(grouped).join(" | ");
    return { name, declarations: [`${propertyKey(name)}${count < records.length ? "?" : ""}: ${type}`] };
  });
  return inline(types.size > MEMBERS ? [...members, MORE] : members);
}

const MORE: DescribedMember = Object.freeze({ name: "", declarations: ["[name: string]: any"] });

/** The members of a plain object that reach the guest. @throws Refused */
export function plainMembers(d: Describing, value: object, depth: number): readonly DescribedMember[] {
  const all = ownData(value);
  const members = all.slice(0, MEMBERS).map(([name, part]): DescribedMember => {
    const documentation = part !== null && typeof part === "object" ? documentationOf(part) : {};
    const isDocumented = typeof part === "function";
    const { signature, doc } = isDocumented ? documentationOf(part as object) : documentation;
    const key = propertyKey(name);
    if (signature !== undefined) d.signatures.push(signature);
    const declarations =
      signature === undefined
        ? [`${key}: ${typeOf(d, part, depth + 1)}`]
        : memberDeclarations(key, signature);
    return Object.freeze({
      name,
      declarations: Object.freeze(declarations),
      ...docOf(doc === undefined ? {} : { doc }),
    });
  });
  return Object.freeze(all.length > MEMBERS ? [...members, MORE] : members);
}

/** What the membrane copies of an object, in order. @throws Refused */
function ownData(value: object): readonly (readonly [string, unknown])[] {
  const prototype = Object.getPrototypeOf(value) as object | null;
  // Plain objects of other realms have a prototype that ends the chain as well.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
    throw new Refused(`It holds an instance of ${className(value)}, which no policy covers.`);
  const found: (readonly [string, unknown])[] = [];
  for (const name of Object.keys(value)) {
    const descriptor = Object.getOwnPropertyDescriptor(value, name);
    if (descriptor === undefined || isUnderscoreName(name)) continue;
    if (!("value" in descriptor)) throw new Refused("It holds a getter, which would run code of the host's.");
    if (!isForbiddenMember(name)) found.push([name, descriptor.value]);
  }
  return found;
}

export function inline(members: readonly DescribedMember[]): string {
  const all = members.flatMap(({ declarations }) => declarations);
  return all.length === 0 ? "{}" : `{ ${all.join("; ")} }`;
}

/** In brackets where a type is more than one word, so that `[]` and `|` mean the whole. */
function grouped(type: string): string {
  return /^[\w$]+$/.test(type) || /^\{[^{}]*\}$/.test(type) ? type : `(${type})`;
}
