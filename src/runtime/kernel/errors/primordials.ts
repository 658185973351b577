/** Intrinsics of the guest realm that the error kit uses, captured before any guest code runs. */
export const { apply, getOwnPropertyDescriptor, defineProperty, deleteProperty, getPrototypeOf } = Reflect;
export const NativeError = Error;
export const NativeTypeError = TypeError;

const regexpExec = RegExp.prototype.exec;
const textReplaceAll = String.prototype.replaceAll;
const textSlice = String.prototype.slice;
const textStartsWith = String.prototype.startsWith;
const textIncludes = String.prototype.includes;
const textLastIndexOf = String.prototype.lastIndexOf;
const weakMapGet = WeakMap.prototype.get;
const weakMapSet = WeakMap.prototype.set;
const mapGet = Map.prototype.get;

/** 16 KB: an expression that is compiled at the end of the stack would end the process. */
const ROOM: undefined[] = [];
ROOM.length = 2_000;
const nothing = (): void => {};

export const exec = (pattern: RegExp, text: string): RegExpExecArray | null => {
  apply(nothing, undefined, ROOM);
  return apply(regexpExec, pattern, [text]) as RegExpExecArray | null;
};
export const replaceAll = (text: string, what: string, by: string): string =>
  apply(textReplaceAll, text, [what, () => by]) as string;
export const slice = (text: string, from: number, to?: number): string =>
  apply(textSlice, text, [from, to]) as string;
export const startsWith = (text: string, what: string): boolean =>
  apply(textStartsWith, text, [what]) as boolean;
export const includes = (text: string, what: string): boolean => apply(textIncludes, text, [what]) as boolean;
export const lastIndexOf = (text: string, what: string): number =>
  apply(textLastIndexOf, text, [what]) as number;
export const weakGet = <K extends object, V>(map: WeakMap<K, V>, key: K): V | undefined =>
  apply(weakMapGet, map, [key]) as V | undefined;
export const weakSet = <K extends object, V>(map: WeakMap<K, V>, key: K, value: V): void => {
  apply(weakMapSet, map, [key, value]);
};
export const getFrom = <K, V>(map: Map<K, V>, key: K): V | undefined =>
  apply(mapGet, map, [key]) as V | undefined;

/** A property as the guest would read it, looked up along the prototypes. */
export function read(object: object, name: string): unknown {
  for (let o: object | null = object; o !== null; o = getPrototypeOf(o)) {
    const d = getOwnPropertyDescriptor(o, name);
    if (d === undefined) continue;
    if ("value" in d) return d.value;
    return d.get === undefined ? undefined : apply(d.get, object, []);
  }
  return undefined;
}
