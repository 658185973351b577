// Made by scripts/build-lib-types.mjs; not edited by hand.
// Signatures from the lib files of TypeScript 6.0.3, trimmed: Copyright (c) Microsoft Corporation.
// Licensed under the Apache License, Version 2.0, http://www.apache.org/licenses/LICENSE-2.0; see NOTICE.
import type { LibType, LibValue } from "../lib.js";

export const LIB_TYPES: readonly LibType[] = [
  {
    name: "AggregateError",
    head: "AggregateError",
    realm: true,
    parents: ["Error"],
    members: [{ key: "errors", texts: ["errors: any[]"], own: true }],
  },
  {
    name: "AggregateErrorConstructor",
    head: "AggregateErrorConstructor",
    realm: true,
    parents: [],
    members: [
      {
        key: "",
        texts: [
          "new (errors: Iterable<any>, message?: string): AggregateError",
          "(errors: Iterable<any>, message?: string): AggregateError",
          "new ( errors: Iterable<any>, message?: string, options?: ErrorOptions, ): AggregateError",
          "( errors: Iterable<any>, message?: string, options?: ErrorOptions, ): AggregateError",
        ],
      },
    ],
  },
  {
    name: "Array",
    head: "Array<T>",
    realm: true,
    parents: [],
    members: [
      { key: "", texts: ["[n: number]: T"] },
      { key: "[Symbol.iterator]", texts: ["[Symbol.iterator](): ArrayIterator<T>"] },
      {
        key: "[Symbol.unscopables]",
        texts: ["readonly [Symbol.unscopables]: { [K in keyof any[]]?: boolean; }"],
      },
      { key: "at", texts: ["at(index: number): T | undefined"] },
      {
        key: "concat",
        texts: ["concat(...items: ConcatArray<T>[]): T[]", "concat(...items: (T | ConcatArray<T>)[]): T[]"],
      },
      { key: "copyWithin", texts: ["copyWithin(target: number, start: number, end?: number): this"] },
      { key: "entries", texts: ["entries(): ArrayIterator<[number, T]>"] },
      {
        key: "every",
        texts: [
          "every<S extends T>(predicate: (value: T, index: number, array: T[]) => value is S, thisArg?: any): this is S[]",
          "every(predicate: (value: T, index: number, array: T[]) => unknown, thisArg?: any): boolean",
        ],
      },
      { key: "fill", texts: ["fill(value: T, start?: number, end?: number): this"] },
      {
        key: "filter",
        texts: [
          "filter<S extends T>(predicate: (value: T, index: number, array: T[]) => value is S, thisArg?: any): S[]",
          "filter(predicate: (value: T, index: number, array: T[]) => unknown, thisArg?: any): T[]",
        ],
      },
      {
        key: "find",
        texts: [
          "find<S extends T>(predicate: (value: T, index: number, obj: T[]) => value is S, thisArg?: any): S | undefined",
          "find(predicate: (value: T, index: number, obj: T[]) => unknown, thisArg?: any): T | undefined",
        ],
      },
      {
        key: "findIndex",
        texts: [
          "findIndex(predicate: (value: T, index: number, obj: T[]) => unknown, thisArg?: any): number",
        ],
      },
      {
        key: "findLast",
        texts: [
          "findLast<S extends T>(predicate: (value: T, index: number, array: T[]) => value is S, thisArg?: any): S | undefined",
          "findLast(predicate: (value: T, index: number, array: T[]) => unknown, thisArg?: any): T | undefined",
        ],
      },
      {
        key: "findLastIndex",
        texts: [
          "findLastIndex(predicate: (value: T, index: number, array: T[]) => unknown, thisArg?: any): number",
        ],
      },
      { key: "flat", texts: ["flat<A, D extends number = 1>( this: A, depth?: D, ): FlatArray<A, D>[]"] },
      {
        key: "flatMap",
        texts: [
          "flatMap<U, This = undefined>( callback: (this: This, value: T, index: number, array: T[]) => U | ReadonlyArray<U>, thisArg?: This, ): U[]",
        ],
      },
      {
        key: "forEach",
        texts: ["forEach(callbackfn: (value: T, index: number, array: T[]) => void, thisArg?: any): void"],
      },
      { key: "includes", texts: ["includes(searchElement: T, fromIndex?: number): boolean"] },
      { key: "indexOf", texts: ["indexOf(searchElement: T, fromIndex?: number): number"] },
      { key: "join", texts: ["join(separator?: string): string"] },
      { key: "keys", texts: ["keys(): ArrayIterator<number>"] },
      { key: "lastIndexOf", texts: ["lastIndexOf(searchElement: T, fromIndex?: number): number"] },
      { key: "length", texts: ["length: number"] },
      {
        key: "map",
        texts: ["map<U>(callbackfn: (value: T, index: number, array: T[]) => U, thisArg?: any): U[]"],
      },
      { key: "pop", texts: ["pop(): T | undefined"] },
      { key: "push", texts: ["push(...items: T[]): number"] },
      {
        key: "reduce",
        texts: [
          "reduce(callbackfn: (previousValue: T, currentValue: T, currentIndex: number, array: T[]) => T): T",
          "reduce(callbackfn: (previousValue: T, currentValue: T, currentIndex: number, array: T[]) => T, initialValue: T): T",
          "reduce<U>(callbackfn: (previousValue: U, currentValue: T, currentIndex: number, array: T[]) => U, initialValue: U): U",
        ],
      },
      {
        key: "reduceRight",
        texts: [
          "reduceRight(callbackfn: (previousValue: T, currentValue: T, currentIndex: number, array: T[]) => T): T",
          "reduceRight(callbackfn: (previousValue: T, currentValue: T, currentIndex: number, array: T[]) => T, initialValue: T): T",
          "reduceRight<U>(callbackfn: (previousValue: U, currentValue: T, currentIndex: number, array: T[]) => U, initialValue: U): U",
        ],
      },
      { key: "reverse", texts: ["reverse(): T[]"] },
      { key: "shift", texts: ["shift(): T | undefined"] },
      { key: "slice", texts: ["slice(start?: number, end?: number): T[]"] },
      {
        key: "some",
        texts: ["some(predicate: (value: T, index: number, array: T[]) => unknown, thisArg?: any): boolean"],
      },
      { key: "sort", texts: ["sort(compareFn?: (a: T, b: T) => number): this"] },
      {
        key: "splice",
        texts: [
          "splice(start: number, deleteCount?: number): T[]",
          "splice(start: number, deleteCount: number, ...items: T[]): T[]",
        ],
      },
      {
        key: "toLocaleString",
        texts: [
          "toLocaleString(): string",
          "toLocaleString(locales: string | string[], options?: object & object): string",
        ],
      },
      { key: "toReversed", texts: ["toReversed(): T[]"] },
      { key: "toSorted", texts: ["toSorted(compareFn?: (a: T, b: T) => number): T[]"] },
      {
        key: "toSpliced",
        texts: [
          "toSpliced(start: number, deleteCount: number, ...items: T[]): T[]",
          "toSpliced(start: number, deleteCount?: number): T[]",
        ],
      },
      { key: "toString", texts: ["toString(): string"] },
      { key: "unshift", texts: ["unshift(...items: T[]): number"] },
      { key: "values", texts: ["values(): ArrayIterator<T>"] },
      { key: "with", texts: ["with(index: number, value: T): T[]"] },
    ],
  },
  {
    name: "ArrayBuffer",
    head: "ArrayBuffer",
    realm: true,
    parents: [],
    members: [
      { key: "byteLength", texts: ["readonly byteLength: number"] },
      { key: "slice", texts: ["slice(begin?: number, end?: number): ArrayBuffer"] },
      { key: "[Symbol.toStringTag]", texts: ['readonly [Symbol.toStringTag]: "ArrayBuffer"'] },
      { key: "maxByteLength", texts: ["get maxByteLength(): number"] },
      { key: "resizable", texts: ["get resizable(): boolean"] },
      { key: "resize", texts: ["resize(newByteLength?: number): void"] },
      { key: "detached", texts: ["get detached(): boolean"], since: 22 },
      { key: "transfer", texts: ["transfer(newByteLength?: number): ArrayBuffer"], since: 22 },
      {
        key: "transferToFixedLength",
        texts: ["transferToFixedLength(newByteLength?: number): ArrayBuffer"],
        since: 22,
      },
    ],
  },
  {
    name: "ArrayBufferConstructor",
    head: "ArrayBufferConstructor",
    realm: true,
    parents: [],
    members: [
      {
        key: "",
        texts: [
          "new (byteLength: number): ArrayBuffer",
          "new (): ArrayBuffer",
          "new (byteLength: number, options?: { maxByteLength?: number; }): ArrayBuffer",
        ],
      },
      { key: "isView", texts: ["isView(arg: any): arg is ArrayBufferView"] },
      { key: "[Symbol.species]", texts: ["readonly [Symbol.species]: ArrayBufferConstructor"] },
    ],
  },
  { name: "ArrayBufferLike", alias: "type ArrayBufferLike = ArrayBufferTypes[keyof ArrayBufferTypes];" },
  {
    name: "ArrayBufferTypes",
    head: "ArrayBufferTypes",
    parents: [],
    members: [{ key: "ArrayBuffer", texts: ["ArrayBuffer: ArrayBuffer"] }],
  },
  {
    name: "ArrayBufferView",
    head: "ArrayBufferView<TArrayBuffer extends ArrayBufferLike = ArrayBufferLike>",
    parents: [],
    members: [
      { key: "buffer", texts: ["readonly buffer: TArrayBuffer"] },
      { key: "byteLength", texts: ["readonly byteLength: number"] },
      { key: "byteOffset", texts: ["readonly byteOffset: number"] },
    ],
  },
  {
    name: "ArrayConstructor",
    head: "ArrayConstructor",
    realm: true,
    parents: [],
    members: [
      {
        key: "",
        texts: [
          "new (arrayLength?: number): any[]",
          "new <T>(arrayLength: number): T[]",
          "new <T>(...items: T[]): T[]",
          "(arrayLength?: number): any[]",
          "<T>(arrayLength: number): T[]",
          "<T>(...items: T[]): T[]",
        ],
      },
      { key: "[Symbol.species]", texts: ["readonly [Symbol.species]: ArrayConstructor"] },
      {
        key: "from",
        texts: [
          "from<T>(arrayLike: ArrayLike<T>): T[]",
          "from<T, U>(arrayLike: ArrayLike<T>, mapfn: (v: T, k: number) => U, thisArg?: any): U[]",
          "from<T>(iterable: Iterable<T> | ArrayLike<T>): T[]",
          "from<T, U>(iterable: Iterable<T> | ArrayLike<T>, mapfn: (v: T, k: number) => U, thisArg?: any): U[]",
        ],
      },
      { key: "isArray", texts: ["isArray(arg: any): arg is any[]"] },
      { key: "of", texts: ["of<T>(...items: T[]): T[]"] },
    ],
  },
  {
    name: "ArrayIterator",
    head: "ArrayIterator<T>",
    realm: true,
    parents: ["IteratorObject<T, BuiltinIteratorReturn, unknown>"],
    members: [{ key: "[Symbol.toStringTag]", texts: ["readonly [Symbol.toStringTag]: string"] }],
  },
  {
    name: "ArrayLike",
    head: "ArrayLike<T>",
    parents: [],
    members: [
      { key: "length", texts: ["readonly length: number"] },
      { key: "", texts: ["readonly [n: number]: T"] },
    ],
  },
  {
    name: "AsyncGenerator",
    head: "AsyncGenerator<T = unknown, TReturn = any, TNext = any>",
    parents: ["AsyncIteratorObject<T, TReturn, TNext>"],
    members: [
      { key: "next", texts: ["next(...[value]: [] | [TNext]): Promise<IteratorResult<T, TReturn>>"] },
      {
        key: "return",
        texts: ["return(value: TReturn | PromiseLike<TReturn>): Promise<IteratorResult<T, TReturn>>"],
      },
      { key: "throw", texts: ["throw(e: any): Promise<IteratorResult<T, TReturn>>"] },
      {
        key: "[Symbol.asyncIterator]",
        texts: ["[Symbol.asyncIterator](): AsyncGenerator<T, TReturn, TNext>"],
      },
    ],
  },
  {
    name: "AsyncIterable",
    head: "AsyncIterable<T, TReturn = any, TNext = any>",
    parents: [],
    members: [
      {
        key: "[Symbol.asyncIterator]",
        texts: ["[Symbol.asyncIterator](): AsyncIterator<T, TReturn, TNext>"],
      },
    ],
  },
  {
    name: "AsyncIterableIterator",
    head: "AsyncIterableIterator<T, TReturn = any, TNext = any>",
    parents: ["AsyncIterator<T, TReturn, TNext>"],
    members: [
      {
        key: "[Symbol.asyncIterator]",
        texts: ["[Symbol.asyncIterator](): AsyncIterableIterator<T, TReturn, TNext>"],
      },
    ],
  },
  {
    name: "AsyncIterator",
    head: "AsyncIterator<T, TReturn = any, TNext = any>",
    parents: [],
    members: [
      { key: "next", texts: ["next(...[value]: [] | [TNext]): Promise<IteratorResult<T, TReturn>>"] },
      {
        key: "return",
        texts: ["return?(value?: TReturn | PromiseLike<TReturn>): Promise<IteratorResult<T, TReturn>>"],
      },
      { key: "throw", texts: ["throw?(e?: any): Promise<IteratorResult<T, TReturn>>"] },
    ],
  },
  {
    name: "AsyncIteratorObject",
    head: "AsyncIteratorObject<T, TReturn = unknown, TNext = unknown>",
    parents: ["AsyncIterator<T, TReturn, TNext>"],
    members: [
      {
        key: "[Symbol.asyncIterator]",
        texts: ["[Symbol.asyncIterator](): AsyncIteratorObject<T, TReturn, TNext>"],
      },
    ],
  },
  {
    name: "Awaited",
    alias:
      "type Awaited<T> = T extends null | undefined ? T : T extends object & { then(onfulfilled: infer F, ...args: infer _): any; } ? F extends ((value: infer V, ...args: infer _) => any) ? Awaited<V> : never : T;",
  },
  {
    name: "BigInt",
    head: "BigInt",
    realm: true,
    parents: [],
    members: [
      { key: "toString", texts: ["toString(radix?: number): string"] },
      {
        key: "toLocaleString",
        texts: ["toLocaleString(locales?: string | string[], options?: BigIntToLocaleStringOptions): string"],
      },
      { key: "valueOf", texts: ["valueOf(): bigint"] },
      { key: "[Symbol.toStringTag]", texts: ['readonly [Symbol.toStringTag]: "BigInt"'] },
    ],
  },
  {
    name: "BigInt64Array",
    head: "BigInt64Array<TArrayBuffer extends ArrayBufferLike = ArrayBufferLike>",
    realm: true,
    parents: [],
    members: [
      { key: "", texts: ["[index: number]: bigint"] },
      { key: "BYTES_PER_ELEMENT", texts: ["readonly BYTES_PER_ELEMENT: number"] },
      { key: "[Symbol.iterator]", texts: ["[Symbol.iterator](): ArrayIterator<bigint>"] },
      { key: "[Symbol.toStringTag]", texts: ['readonly [Symbol.toStringTag]: "BigInt64Array"'] },
      { key: "at", texts: ["at(index: number): bigint | undefined"] },
      { key: "buffer", texts: ["readonly buffer: TArrayBuffer"] },
      { key: "byteLength", texts: ["readonly byteLength: number"] },
      { key: "byteOffset", texts: ["readonly byteOffset: number"] },
      { key: "copyWithin", texts: ["copyWithin(target: number, start: number, end?: number): this"] },
      { key: "entries", texts: ["entries(): ArrayIterator<[number, bigint]>"] },
      {
        key: "every",
        texts: [
          "every(predicate: (value: bigint, index: number, array: BigInt64Array<TArrayBuffer>) => boolean, thisArg?: any): boolean",
        ],
      },
      { key: "fill", texts: ["fill(value: bigint, start?: number, end?: number): this"] },
      {
        key: "filter",
        texts: [
          "filter(predicate: (value: bigint, index: number, array: BigInt64Array<TArrayBuffer>) => any, thisArg?: any): BigInt64Array<ArrayBuffer>",
        ],
      },
      {
        key: "find",
        texts: [
          "find(predicate: (value: bigint, index: number, array: BigInt64Array<TArrayBuffer>) => boolean, thisArg?: any): bigint | undefined",
        ],
      },
      {
        key: "findIndex",
        texts: [
          "findIndex(predicate: (value: bigint, index: number, array: BigInt64Array<TArrayBuffer>) => boolean, thisArg?: any): number",
        ],
      },
      {
        key: "findLast",
        texts: [
          "findLast<S extends bigint>( predicate: ( value: bigint, index: number, array: this, ) => value is S, thisArg?: any, ): S | undefined",
          "findLast( predicate: ( value: bigint, index: number, array: this, ) => unknown, thisArg?: any, ): bigint | undefined",
        ],
      },
      {
        key: "findLastIndex",
        texts: [
          "findLastIndex( predicate: ( value: bigint, index: number, array: this, ) => unknown, thisArg?: any, ): number",
        ],
      },
      {
        key: "forEach",
        texts: [
          "forEach(callbackfn: (value: bigint, index: number, array: BigInt64Array<TArrayBuffer>) => void, thisArg?: any): void",
        ],
      },
      { key: "includes", texts: ["includes(searchElement: bigint, fromIndex?: number): boolean"] },
      { key: "indexOf", texts: ["indexOf(searchElement: bigint, fromIndex?: number): number"] },
      { key: "join", texts: ["join(separator?: string): string"] },
      { key: "keys", texts: ["keys(): ArrayIterator<number>"] },
      { key: "lastIndexOf", texts: ["lastIndexOf(searchElement: bigint, fromIndex?: number): number"] },
      { key: "length", texts: ["readonly length: number"] },
      {
        key: "map",
        texts: [
          "map(callbackfn: (value: bigint, index: number, array: BigInt64Array<TArrayBuffer>) => bigint, thisArg?: any): BigInt64Array<ArrayBuffer>",
        ],
      },
      {
        key: "reduce",
        texts: [
          "reduce(callbackfn: (previousValue: bigint, currentValue: bigint, currentIndex: number, array: BigInt64Array<TArrayBuffer>) => bigint): bigint",
          "reduce<U>(callbackfn: (previousValue: U, currentValue: bigint, currentIndex: number, array: BigInt64Array<TArrayBuffer>) => U, initialValue: U): U",
        ],
      },
      {
        key: "reduceRight",
        texts: [
          "reduceRight(callbackfn: (previousValue: bigint, currentValue: bigint, currentIndex: number, array: BigInt64Array<TArrayBuffer>) => bigint): bigint",
          "reduceRight<U>(callbackfn: (previousValue: U, currentValue: bigint, currentIndex: number, array: BigInt64Array<TArrayBuffer>) => U, initialValue: U): U",
        ],
      },
      { key: "reverse", texts: ["reverse(): this"] },
      { key: "set", texts: ["set(array: ArrayLike<bigint>, offset?: number): void"] },
      { key: "slice", texts: ["slice(start?: number, end?: number): BigInt64Array<ArrayBuffer>"] },
      {
        key: "some",
        texts: [
          "some(predicate: (value: bigint, index: number, array: BigInt64Array<TArrayBuffer>) => boolean, thisArg?: any): boolean",
        ],
      },
      { key: "sort", texts: ["sort(compareFn?: (a: bigint, b: bigint) => number | bigint): this"] },
      { key: "subarray", texts: ["subarray(begin?: number, end?: number): BigInt64Array<TArrayBuffer>"] },
      {
        key: "toLocaleString",
        texts: ["toLocaleString(locales?: string | string[], options?: object): string"],
      },
      { key: "toReversed", texts: ["toReversed(): BigInt64Array<ArrayBuffer>"] },
      {
        key: "toSorted",
        texts: ["toSorted(compareFn?: (a: bigint, b: bigint) => number): BigInt64Array<ArrayBuffer>"],
      },
      { key: "toString", texts: ["toString(): string"] },
      { key: "values", texts: ["values(): ArrayIterator<bigint>"] },
      { key: "with", texts: ["with(index: number, value: bigint): BigInt64Array<ArrayBuffer>"] },
    ],
  },
  {
    name: "BigInt64ArrayConstructor",
    head: "BigInt64ArrayConstructor",
    realm: true,
    parents: [],
    members: [
      {
        key: "",
        texts: [
          "new (length?: number): BigInt64Array<ArrayBuffer>",
          "new (array: ArrayLike<bigint> | Iterable<bigint>): BigInt64Array<ArrayBuffer>",
          "new <TArrayBuffer extends ArrayBufferLike = ArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, length?: number): BigInt64Array<TArrayBuffer>",
          "new (buffer: ArrayBuffer, byteOffset?: number, length?: number): BigInt64Array<ArrayBuffer>",
          "new (array: ArrayLike<bigint> | ArrayBuffer): BigInt64Array<ArrayBuffer>",
        ],
      },
      { key: "BYTES_PER_ELEMENT", texts: ["readonly BYTES_PER_ELEMENT: number"] },
      { key: "[Symbol.species]", texts: ["readonly [Symbol.species]: BigInt64ArrayConstructor"] },
      {
        key: "from",
        texts: [
          "from(arrayLike: ArrayLike<bigint>): BigInt64Array<ArrayBuffer>",
          "from<U>(arrayLike: ArrayLike<U>, mapfn: (v: U, k: number) => bigint, thisArg?: any): BigInt64Array<ArrayBuffer>",
          "from(elements: Iterable<bigint>): BigInt64Array<ArrayBuffer>",
          "from<T>(elements: Iterable<T>, mapfn?: (v: T, k: number) => bigint, thisArg?: any): BigInt64Array<ArrayBuffer>",
        ],
      },
      { key: "of", texts: ["of(...items: bigint[]): BigInt64Array<ArrayBuffer>"] },
    ],
  },
  {
    name: "BigIntConstructor",
    head: "BigIntConstructor",
    realm: true,
    parents: [],
    members: [
      { key: "", texts: ["(value: bigint | boolean | number | string): bigint"] },
      { key: "asIntN", texts: ["asIntN(bits: number, int: bigint): bigint"] },
      { key: "asUintN", texts: ["asUintN(bits: number, int: bigint): bigint"] },
    ],
  },
  {
    name: "BigIntToLocaleStringOptions",
    head: "BigIntToLocaleStringOptions",
    parents: [],
    members: [
      { key: "localeMatcher", texts: ["localeMatcher?: string"] },
      { key: "style", texts: ["style?: string"] },
      { key: "numberingSystem", texts: ["numberingSystem?: string"] },
      { key: "unit", texts: ["unit?: string"] },
      { key: "unitDisplay", texts: ["unitDisplay?: string"] },
      { key: "currency", texts: ["currency?: string"] },
      { key: "currencyDisplay", texts: ["currencyDisplay?: string"] },
      { key: "useGrouping", texts: ["useGrouping?: boolean"] },
      {
        key: "minimumIntegerDigits",
        texts: [
          "minimumIntegerDigits?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21",
        ],
      },
      {
        key: "minimumFractionDigits",
        texts: [
          "minimumFractionDigits?: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20",
        ],
      },
      {
        key: "maximumFractionDigits",
        texts: [
          "maximumFractionDigits?: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20",
        ],
      },
      {
        key: "minimumSignificantDigits",
        texts: [
          "minimumSignificantDigits?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21",
        ],
      },
      {
        key: "maximumSignificantDigits",
        texts: [
          "maximumSignificantDigits?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21",
        ],
      },
      { key: "notation", texts: ["notation?: string"] },
      { key: "compactDisplay", texts: ["compactDisplay?: string"] },
    ],
  },
  { name: "BigUint64Array", realm: true, like: ["BigInt64Array", "BigInt64Array", "BigUint64Array"] },
  {
    name: "BigUint64ArrayConstructor",
    realm: true,
    like: ["BigInt64ArrayConstructor", "BigInt64Array", "BigUint64Array"],
  },
  {
    name: "Boolean",
    head: "Boolean",
    realm: true,
    parents: [],
    members: [
      { key: "valueOf", texts: ["valueOf(): boolean"] },
      { key: "toString", texts: ["toString(): string"] },
    ],
  },
  {
    name: "BooleanConstructor",
    head: "BooleanConstructor",
    realm: true,
    parents: [],
    members: [{ key: "", texts: ["new (value?: any): Boolean", "<T>(value?: T): boolean"] }],
  },
  { name: "BuiltinIteratorReturn", alias: "type BuiltinIteratorReturn = intrinsic;" },
  {
    name: "CallableFunction",
    head: "CallableFunction",
    realm: true,
    parents: ["Function"],
    members: [
      {
        key: "apply",
        texts: [
          "apply<T, R>(this: (this: T) => R, thisArg: T): R",
          "apply<T, A extends any[], R>(this: (this: T, ...args: A) => R, thisArg: T, args: A): R",
        ],
      },
      {
        key: "call",
        texts: ["call<T, A extends any[], R>(this: (this: T, ...args: A) => R, thisArg: T, ...args: A): R"],
      },
      {
        key: "bind",
        texts: [
          "bind<T>(this: T, thisArg: ThisParameterType<T>): OmitThisParameter<T>",
          "bind<T, A extends any[], B extends any[], R>(this: (this: T, ...args: [...A, ...B]) => R, thisArg: T, ...args: A): (...args: B) => R",
        ],
      },
    ],
  },
  { name: "Capitalize", alias: "type Capitalize<S extends string> = intrinsic;" },
  {
    name: "ConcatArray",
    head: "ConcatArray<T>",
    parents: [],
    members: [
      { key: "", texts: ["readonly [n: number]: T"] },
      { key: "join", texts: ["join(separator?: string): string"] },
      { key: "length", texts: ["readonly length: number"] },
      { key: "slice", texts: ["slice(start?: number, end?: number): T[]"] },
    ],
  },
  {
    name: "ConstructorParameters",
    alias:
      "type ConstructorParameters<T extends abstract new (...args: any) => any> = T extends abstract new (...args: infer P) => any ? P : never;",
  },
  {
    name: "DataView",
    head: "DataView<TArrayBuffer extends ArrayBufferLike = ArrayBufferLike>",
    realm: true,
    parents: [],
    members: [
      { key: "buffer", texts: ["readonly buffer: TArrayBuffer"] },
      { key: "byteLength", texts: ["readonly byteLength: number"] },
      { key: "byteOffset", texts: ["readonly byteOffset: number"] },
      { key: "getFloat32", texts: ["getFloat32(byteOffset: number, littleEndian?: boolean): number"] },
      { key: "getFloat64", texts: ["getFloat64(byteOffset: number, littleEndian?: boolean): number"] },
      { key: "getInt8", texts: ["getInt8(byteOffset: number): number"] },
      { key: "getInt16", texts: ["getInt16(byteOffset: number, littleEndian?: boolean): number"] },
      { key: "getInt32", texts: ["getInt32(byteOffset: number, littleEndian?: boolean): number"] },
      { key: "getUint8", texts: ["getUint8(byteOffset: number): number"] },
      { key: "getUint16", texts: ["getUint16(byteOffset: number, littleEndian?: boolean): number"] },
      { key: "getUint32", texts: ["getUint32(byteOffset: number, littleEndian?: boolean): number"] },
      {
        key: "setFloat32",
        texts: ["setFloat32(byteOffset: number, value: number, littleEndian?: boolean): void"],
      },
      {
        key: "setFloat64",
        texts: ["setFloat64(byteOffset: number, value: number, littleEndian?: boolean): void"],
      },
      { key: "setInt8", texts: ["setInt8(byteOffset: number, value: number): void"] },
      {
        key: "setInt16",
        texts: ["setInt16(byteOffset: number, value: number, littleEndian?: boolean): void"],
      },
      {
        key: "setInt32",
        texts: ["setInt32(byteOffset: number, value: number, littleEndian?: boolean): void"],
      },
      { key: "setUint8", texts: ["setUint8(byteOffset: number, value: number): void"] },
      {
        key: "setUint16",
        texts: ["setUint16(byteOffset: number, value: number, littleEndian?: boolean): void"],
      },
      {
        key: "setUint32",
        texts: ["setUint32(byteOffset: number, value: number, littleEndian?: boolean): void"],
      },
      { key: "[Symbol.toStringTag]", texts: ["readonly [Symbol.toStringTag]: string"] },
      { key: "getBigInt64", texts: ["getBigInt64(byteOffset: number, littleEndian?: boolean): bigint"] },
      { key: "getBigUint64", texts: ["getBigUint64(byteOffset: number, littleEndian?: boolean): bigint"] },
      {
        key: "setBigInt64",
        texts: ["setBigInt64(byteOffset: number, value: bigint, littleEndian?: boolean): void"],
      },
      {
        key: "setBigUint64",
        texts: ["setBigUint64(byteOffset: number, value: bigint, littleEndian?: boolean): void"],
      },
      {
        key: "getFloat16",
        texts: ["getFloat16(byteOffset: number, littleEndian?: boolean): number"],
        since: 24,
      },
      {
        key: "setFloat16",
        texts: ["setFloat16(byteOffset: number, value: number, littleEndian?: boolean): void"],
        since: 24,
      },
    ],
  },
  {
    name: "DataViewConstructor",
    head: "DataViewConstructor",
    realm: true,
    parents: [],
    members: [
      {
        key: "",
        texts: [
          "new <TArrayBuffer extends ArrayBufferLike & { BYTES_PER_ELEMENT?: never; }>(buffer: TArrayBuffer, byteOffset?: number, byteLength?: number): DataView<TArrayBuffer>",
        ],
      },
    ],
  },
  {
    name: "Date",
    head: "Date",
    realm: true,
    parents: [],
    members: [
      { key: "toString", texts: ["toString(): string"] },
      { key: "toDateString", texts: ["toDateString(): string"] },
      { key: "toTimeString", texts: ["toTimeString(): string"] },
      {
        key: "toLocaleString",
        texts: [
          "toLocaleString(): string",
          "toLocaleString(locales?: string | string[], options?: object): string",
        ],
      },
      {
        key: "toLocaleDateString",
        texts: [
          "toLocaleDateString(): string",
          "toLocaleDateString(locales?: string | string[], options?: object): string",
        ],
      },
      {
        key: "toLocaleTimeString",
        texts: [
          "toLocaleTimeString(): string",
          "toLocaleTimeString(locales?: string | string[], options?: object): string",
        ],
      },
      { key: "valueOf", texts: ["valueOf(): number"] },
      { key: "getTime", texts: ["getTime(): number"] },
      { key: "getFullYear", texts: ["getFullYear(): number"] },
      { key: "getUTCFullYear", texts: ["getUTCFullYear(): number"] },
      { key: "getMonth", texts: ["getMonth(): number"] },
      { key: "getUTCMonth", texts: ["getUTCMonth(): number"] },
      { key: "getDate", texts: ["getDate(): number"] },
      { key: "getUTCDate", texts: ["getUTCDate(): number"] },
      { key: "getDay", texts: ["getDay(): number"] },
      { key: "getUTCDay", texts: ["getUTCDay(): number"] },
      { key: "getHours", texts: ["getHours(): number"] },
      { key: "getUTCHours", texts: ["getUTCHours(): number"] },
      { key: "getMinutes", texts: ["getMinutes(): number"] },
      { key: "getUTCMinutes", texts: ["getUTCMinutes(): number"] },
      { key: "getSeconds", texts: ["getSeconds(): number"] },
      { key: "getUTCSeconds", texts: ["getUTCSeconds(): number"] },
      { key: "getMilliseconds", texts: ["getMilliseconds(): number"] },
      { key: "getUTCMilliseconds", texts: ["getUTCMilliseconds(): number"] },
      { key: "getTimezoneOffset", texts: ["getTimezoneOffset(): number"] },
      { key: "setTime", texts: ["setTime(time: number): number"] },
      { key: "setMilliseconds", texts: ["setMilliseconds(ms: number): number"] },
      { key: "setUTCMilliseconds", texts: ["setUTCMilliseconds(ms: number): number"] },
      { key: "setSeconds", texts: ["setSeconds(sec: number, ms?: number): number"] },
      { key: "setUTCSeconds", texts: ["setUTCSeconds(sec: number, ms?: number): number"] },
      { key: "setMinutes", texts: ["setMinutes(min: number, sec?: number, ms?: number): number"] },
      { key: "setUTCMinutes", texts: ["setUTCMinutes(min: number, sec?: number, ms?: number): number"] },
      {
        key: "setHours",
        texts: ["setHours(hours: number, min?: number, sec?: number, ms?: number): number"],
      },
      {
        key: "setUTCHours",
        texts: ["setUTCHours(hours: number, min?: number, sec?: number, ms?: number): number"],
      },
      { key: "setDate", texts: ["setDate(date: number): number"] },
      { key: "setUTCDate", texts: ["setUTCDate(date: number): number"] },
      { key: "setMonth", texts: ["setMonth(month: number, date?: number): number"] },
      { key: "setUTCMonth", texts: ["setUTCMonth(month: number, date?: number): number"] },
      { key: "setFullYear", texts: ["setFullYear(year: number, month?: number, date?: number): number"] },
      {
        key: "setUTCFullYear",
        texts: ["setUTCFullYear(year: number, month?: number, date?: number): number"],
      },
      { key: "toUTCString", texts: ["toUTCString(): string"] },
      { key: "toISOString", texts: ["toISOString(): string"] },
      { key: "toJSON", texts: ["toJSON(key?: any): string"] },
      {
        key: "[Symbol.toPrimitive]",
        texts: [
          '[Symbol.toPrimitive](hint: "default"): string',
          '[Symbol.toPrimitive](hint: "string"): string',
          '[Symbol.toPrimitive](hint: "number"): number',
          "[Symbol.toPrimitive](hint: string): string | number",
        ],
      },
      { key: "toGMTString", texts: ["toGMTString(): string"] },
      { key: "getYear", texts: ["getYear(): number"] },
      { key: "setYear", texts: ["setYear(year: number): number"] },
      { key: "toTemporalInstant", texts: ["toTemporalInstant(): any"], since: 26 },
    ],
  },
  {
    name: "DateConstructor",
    head: "DateConstructor",
    realm: true,
    parents: [],
    members: [
      {
        key: "",
        texts: [
          "new (): Date",
          "new (value: number | string): Date",
          "new (year: number, monthIndex: number, date?: number, hours?: number, minutes?: number, seconds?: number, ms?: number): Date",
          "(): string",
          "new (value: number | string | Date): Date",
        ],
      },
      { key: "parse", texts: ["parse(s: string): number"] },
      {
        key: "UTC",
        texts: [
          "UTC(year: number, monthIndex: number, date?: number, hours?: number, minutes?: number, seconds?: number, ms?: number): number",
          "UTC(year: number, monthIndex?: number, date?: number, hours?: number, minutes?: number, seconds?: number, ms?: number): number",
        ],
      },
      { key: "now", texts: ["now(): number"] },
    ],
  },
  {
    name: "Error",
    head: "Error",
    realm: true,
    parents: [],
    members: [
      { key: "name", texts: ["name: string"] },
      { key: "message", texts: ["message: string"] },
      { key: "stack", texts: ["stack?: string"], own: true },
      { key: "cause", texts: ["cause?: unknown"], own: true },
      { key: "toString", texts: ["toString(): string"] },
    ],
  },
  {
    name: "ErrorConstructor",
    head: "ErrorConstructor",
    realm: true,
    parents: [],
    members: [
      {
        key: "",
        texts: [
          "new (message?: string): Error",
          "(message?: string): Error",
          "new (message?: string, options?: ErrorOptions): Error",
          "(message?: string, options?: ErrorOptions): Error",
        ],
      },
      { key: "isError", texts: ["isError(error: unknown): error is Error"], since: 24 },
    ],
  },
  {
    name: "ErrorOptions",
    head: "ErrorOptions",
    parents: [],
    members: [{ key: "cause", texts: ["cause?: unknown"] }],
  },
  { name: "EvalError", head: "EvalError", realm: true, parents: ["Error"], members: [] },
  {
    name: "EvalErrorConstructor",
    head: "EvalErrorConstructor",
    realm: true,
    parents: ["ErrorConstructor"],
    members: [
      {
        key: "",
        texts: [
          "new (message?: string): EvalError",
          "(message?: string): EvalError",
          "new (message?: string, options?: ErrorOptions): EvalError",
          "(message?: string, options?: ErrorOptions): EvalError",
        ],
      },
    ],
  },
  { name: "Exclude", alias: "type Exclude<T, U> = T extends U ? never : T;" },
  { name: "Extract", alias: "type Extract<T, U> = T extends U ? T : never;" },
  {
    name: "FlatArray",
    alias:
      'type FlatArray<Arr, Depth extends number> = { done: Arr; recur: Arr extends ReadonlyArray<infer InnerArr> ? FlatArray<InnerArr, [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20][Depth]> : Arr; }[Depth extends -1 ? "done" : "recur"];',
  },
  {
    name: "Float16Array",
    head: "Float16Array<TArrayBuffer extends ArrayBufferLike = ArrayBufferLike>",
    realm: true,
    parents: [],
    members: [
      { key: "", texts: ["[index: number]: number"] },
      { key: "BYTES_PER_ELEMENT", texts: ["readonly BYTES_PER_ELEMENT: number"], since: 24 },
      { key: "[Symbol.iterator]", texts: ["[Symbol.iterator](): ArrayIterator<number>"], since: 24 },
      { key: "[Symbol.toStringTag]", texts: ['readonly [Symbol.toStringTag]: "Float16Array"'], since: 24 },
      { key: "at", texts: ["at(index: number): number | undefined"], since: 24 },
      { key: "buffer", texts: ["readonly buffer: TArrayBuffer"], since: 24 },
      { key: "byteLength", texts: ["readonly byteLength: number"], since: 24 },
      { key: "byteOffset", texts: ["readonly byteOffset: number"], since: 24 },
      {
        key: "copyWithin",
        texts: ["copyWithin(target: number, start: number, end?: number): this"],
        since: 24,
      },
      { key: "entries", texts: ["entries(): ArrayIterator<[number, number]>"], since: 24 },
      {
        key: "every",
        texts: [
          "every(predicate: (value: number, index: number, array: this) => unknown, thisArg?: any): boolean",
        ],
        since: 24,
      },
      { key: "fill", texts: ["fill(value: number, start?: number, end?: number): this"], since: 24 },
      {
        key: "filter",
        texts: [
          "filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Float16Array<ArrayBuffer>",
        ],
        since: 24,
      },
      {
        key: "find",
        texts: [
          "find(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number | undefined",
        ],
        since: 24,
      },
      {
        key: "findIndex",
        texts: [
          "findIndex(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number",
        ],
        since: 24,
      },
      {
        key: "findLast",
        texts: [
          "findLast<S extends number>( predicate: ( value: number, index: number, array: this, ) => value is S, thisArg?: any, ): S | undefined",
          "findLast( predicate: ( value: number, index: number, array: this, ) => unknown, thisArg?: any, ): number | undefined",
        ],
        since: 24,
      },
      {
        key: "findLastIndex",
        texts: [
          "findLastIndex( predicate: ( value: number, index: number, array: this, ) => unknown, thisArg?: any, ): number",
        ],
        since: 24,
      },
      {
        key: "forEach",
        texts: [
          "forEach(callbackfn: (value: number, index: number, array: this) => void, thisArg?: any): void",
        ],
        since: 24,
      },
      { key: "includes", texts: ["includes(searchElement: number, fromIndex?: number): boolean"], since: 24 },
      { key: "indexOf", texts: ["indexOf(searchElement: number, fromIndex?: number): number"], since: 24 },
      { key: "join", texts: ["join(separator?: string): string"], since: 24 },
      { key: "keys", texts: ["keys(): ArrayIterator<number>"], since: 24 },
      {
        key: "lastIndexOf",
        texts: ["lastIndexOf(searchElement: number, fromIndex?: number): number"],
        since: 24,
      },
      { key: "length", texts: ["readonly length: number"], since: 24 },
      {
        key: "map",
        texts: [
          "map(callbackfn: (value: number, index: number, array: this) => number, thisArg?: any): Float16Array<ArrayBuffer>",
        ],
        since: 24,
      },
      {
        key: "reduce",
        texts: [
          "reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number",
          "reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number",
          "reduce<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U",
        ],
        since: 24,
      },
      {
        key: "reduceRight",
        texts: [
          "reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number",
          "reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number",
          "reduceRight<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U",
        ],
        since: 24,
      },
      { key: "reverse", texts: ["reverse(): this"], since: 24 },
      { key: "set", texts: ["set(array: ArrayLike<number>, offset?: number): void"], since: 24 },
      { key: "slice", texts: ["slice(start?: number, end?: number): Float16Array<ArrayBuffer>"], since: 24 },
      {
        key: "some",
        texts: [
          "some(predicate: (value: number, index: number, array: this) => unknown, thisArg?: any): boolean",
        ],
        since: 24,
      },
      { key: "sort", texts: ["sort(compareFn?: (a: number, b: number) => number): this"], since: 24 },
      {
        key: "subarray",
        texts: ["subarray(begin?: number, end?: number): Float16Array<TArrayBuffer>"],
        since: 24,
      },
      {
        key: "toLocaleString",
        texts: ["toLocaleString(locales?: string | string[], options?: object): string"],
        since: 24,
      },
      { key: "toReversed", texts: ["toReversed(): Float16Array<ArrayBuffer>"], since: 24 },
      {
        key: "toSorted",
        texts: ["toSorted(compareFn?: (a: number, b: number) => number): Float16Array<ArrayBuffer>"],
        since: 24,
      },
      { key: "toString", texts: ["toString(): string"], since: 24 },
      { key: "values", texts: ["values(): ArrayIterator<number>"], since: 24 },
      { key: "with", texts: ["with(index: number, value: number): Float16Array<ArrayBuffer>"], since: 24 },
    ],
  },
  {
    name: "Float16ArrayConstructor",
    head: "Float16ArrayConstructor",
    realm: true,
    parents: [],
    members: [
      {
        key: "",
        texts: [
          "new (length?: number): Float16Array<ArrayBuffer>",
          "new (array: ArrayLike<number> | Iterable<number>): Float16Array<ArrayBuffer>",
          "new <TArrayBuffer extends ArrayBufferLike = ArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, length?: number): Float16Array<TArrayBuffer>",
          "new (buffer: ArrayBuffer, byteOffset?: number, length?: number): Float16Array<ArrayBuffer>",
          "new (array: ArrayLike<number> | ArrayBuffer): Float16Array<ArrayBuffer>",
        ],
      },
      { key: "BYTES_PER_ELEMENT", texts: ["readonly BYTES_PER_ELEMENT: number"], since: 24 },
      { key: "[Symbol.species]", texts: ["readonly [Symbol.species]: Float16ArrayConstructor"], since: 24 },
      {
        key: "from",
        texts: [
          "from(arrayLike: ArrayLike<number>): Float16Array<ArrayBuffer>",
          "from<T>(arrayLike: ArrayLike<T>, mapfn: (v: T, k: number) => number, thisArg?: any): Float16Array<ArrayBuffer>",
          "from(elements: Iterable<number>): Float16Array<ArrayBuffer>",
          "from<T>(elements: Iterable<T>, mapfn?: (v: T, k: number) => number, thisArg?: any): Float16Array<ArrayBuffer>",
        ],
        since: 24,
      },
      { key: "of", texts: ["of(...items: number[]): Float16Array<ArrayBuffer>"], since: 24 },
    ],
  },
  {
    name: "Float32Array",
    head: "Float32Array<TArrayBuffer extends ArrayBufferLike = ArrayBufferLike>",
    realm: true,
    parents: [],
    members: [
      { key: "", texts: ["[index: number]: number"] },
      { key: "BYTES_PER_ELEMENT", texts: ["readonly BYTES_PER_ELEMENT: number"] },
      { key: "[Symbol.iterator]", texts: ["[Symbol.iterator](): ArrayIterator<number>"] },
      { key: "[Symbol.toStringTag]", texts: ['readonly [Symbol.toStringTag]: "Float32Array"'] },
      { key: "at", texts: ["at(index: number): number | undefined"] },
      { key: "buffer", texts: ["readonly buffer: TArrayBuffer"] },
      { key: "byteLength", texts: ["readonly byteLength: number"] },
      { key: "byteOffset", texts: ["readonly byteOffset: number"] },
      { key: "copyWithin", texts: ["copyWithin(target: number, start: number, end?: number): this"] },
      { key: "entries", texts: ["entries(): ArrayIterator<[number, number]>"] },
      {
        key: "every",
        texts: [
          "every(predicate: (value: number, index: number, array: this) => unknown, thisArg?: any): boolean",
        ],
      },
      { key: "fill", texts: ["fill(value: number, start?: number, end?: number): this"] },
      {
        key: "filter",
        texts: [
          "filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Float32Array<ArrayBuffer>",
        ],
      },
      {
        key: "find",
        texts: [
          "find(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number | undefined",
        ],
      },
      {
        key: "findIndex",
        texts: [
          "findIndex(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number",
        ],
      },
      {
        key: "findLast",
        texts: [
          "findLast<S extends number>( predicate: ( value: number, index: number, array: this, ) => value is S, thisArg?: any, ): S | undefined",
          "findLast( predicate: ( value: number, index: number, array: this, ) => unknown, thisArg?: any, ): number | undefined",
        ],
      },
      {
        key: "findLastIndex",
        texts: [
          "findLastIndex( predicate: ( value: number, index: number, array: this, ) => unknown, thisArg?: any, ): number",
        ],
      },
      {
        key: "forEach",
        texts: [
          "forEach(callbackfn: (value: number, index: number, array: this) => void, thisArg?: any): void",
        ],
      },
      { key: "includes", texts: ["includes(searchElement: number, fromIndex?: number): boolean"] },
      { key: "indexOf", texts: ["indexOf(searchElement: number, fromIndex?: number): number"] },
      { key: "join", texts: ["join(separator?: string): string"] },
      { key: "keys", texts: ["keys(): ArrayIterator<number>"] },
      { key: "lastIndexOf", texts: ["lastIndexOf(searchElement: number, fromIndex?: number): number"] },
      { key: "length", texts: ["readonly length: number"] },
      {
        key: "map",
        texts: [
          "map(callbackfn: (value: number, index: number, array: this) => number, thisArg?: any): Float32Array<ArrayBuffer>",
        ],
      },
      {
        key: "reduce",
        texts: [
          "reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number",
          "reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number",
          "reduce<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U",
        ],
      },
      {
        key: "reduceRight",
        texts: [
          "reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number",
          "reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number",
          "reduceRight<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U",
        ],
      },
      { key: "reverse", texts: ["reverse(): this"] },
      { key: "set", texts: ["set(array: ArrayLike<number>, offset?: number): void"] },
      { key: "slice", texts: ["slice(start?: number, end?: number): Float32Array<ArrayBuffer>"] },
      {
        key: "some",
        texts: [
          "some(predicate: (value: number, index: number, array: this) => unknown, thisArg?: any): boolean",
        ],
      },
      { key: "sort", texts: ["sort(compareFn?: (a: number, b: number) => number): this"] },
      { key: "subarray", texts: ["subarray(begin?: number, end?: number): Float32Array<TArrayBuffer>"] },
      {
        key: "toLocaleString",
        texts: [
          "toLocaleString(): string",
          "toLocaleString(locales: string | string[], options?: object): string",
        ],
      },
      { key: "toReversed", texts: ["toReversed(): Float32Array<ArrayBuffer>"] },
      {
        key: "toSorted",
        texts: ["toSorted(compareFn?: (a: number, b: number) => number): Float32Array<ArrayBuffer>"],
      },
      { key: "toString", texts: ["toString(): string"] },
      { key: "values", texts: ["values(): ArrayIterator<number>"] },
      { key: "with", texts: ["with(index: number, value: number): Float32Array<ArrayBuffer>"] },
    ],
  },
  {
    name: "Float32ArrayConstructor",
    realm: true,
    like: ["Int8ArrayConstructor", "Int8Array", "Float32Array"],
  },
  {
    name: "Float64Array",
    head: "Float64Array<TArrayBuffer extends ArrayBufferLike = ArrayBufferLike>",
    realm: true,
    parents: [],
    members: [
      { key: "", texts: ["[index: number]: number"] },
      { key: "BYTES_PER_ELEMENT", texts: ["readonly BYTES_PER_ELEMENT: number"] },
      { key: "[Symbol.iterator]", texts: ["[Symbol.iterator](): ArrayIterator<number>"] },
      { key: "[Symbol.toStringTag]", texts: ['readonly [Symbol.toStringTag]: "Float64Array"'] },
      { key: "at", texts: ["at(index: number): number | undefined"] },
      { key: "buffer", texts: ["readonly buffer: TArrayBuffer"] },
      { key: "byteLength", texts: ["readonly byteLength: number"] },
      { key: "byteOffset", texts: ["readonly byteOffset: number"] },
      { key: "copyWithin", texts: ["copyWithin(target: number, start: number, end?: number): this"] },
      { key: "entries", texts: ["entries(): ArrayIterator<[number, number]>"] },
      {
        key: "every",
        texts: [
          "every(predicate: (value: number, index: number, array: this) => unknown, thisArg?: any): boolean",
        ],
      },
      { key: "fill", texts: ["fill(value: number, start?: number, end?: number): this"] },
      {
        key: "filter",
        texts: [
          "filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Float64Array<ArrayBuffer>",
        ],
      },
      {
        key: "find",
        texts: [
          "find(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number | undefined",
        ],
      },
      {
        key: "findIndex",
        texts: [
          "findIndex(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number",
        ],
      },
      {
        key: "findLast",
        texts: [
          "findLast<S extends number>( predicate: ( value: number, index: number, array: this, ) => value is S, thisArg?: any, ): S | undefined",
          "findLast( predicate: ( value: number, index: number, array: this, ) => unknown, thisArg?: any, ): number | undefined",
        ],
      },
      {
        key: "findLastIndex",
        texts: [
          "findLastIndex( predicate: ( value: number, index: number, array: this, ) => unknown, thisArg?: any, ): number",
        ],
      },
      {
        key: "forEach",
        texts: [
          "forEach(callbackfn: (value: number, index: number, array: this) => void, thisArg?: any): void",
        ],
      },
      { key: "includes", texts: ["includes(searchElement: number, fromIndex?: number): boolean"] },
      { key: "indexOf", texts: ["indexOf(searchElement: number, fromIndex?: number): number"] },
      { key: "join", texts: ["join(separator?: string): string"] },
      { key: "keys", texts: ["keys(): ArrayIterator<number>"] },
      { key: "lastIndexOf", texts: ["lastIndexOf(searchElement: number, fromIndex?: number): number"] },
      { key: "length", texts: ["readonly length: number"] },
      {
        key: "map",
        texts: [
          "map(callbackfn: (value: number, index: number, array: this) => number, thisArg?: any): Float64Array<ArrayBuffer>",
        ],
      },
      {
        key: "reduce",
        texts: [
          "reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number",
          "reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number",
          "reduce<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U",
        ],
      },
      {
        key: "reduceRight",
        texts: [
          "reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number",
          "reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number",
          "reduceRight<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U",
        ],
      },
      { key: "reverse", texts: ["reverse(): this"] },
      { key: "set", texts: ["set(array: ArrayLike<number>, offset?: number): void"] },
      { key: "slice", texts: ["slice(start?: number, end?: number): Float64Array<ArrayBuffer>"] },
      {
        key: "some",
        texts: [
          "some(predicate: (value: number, index: number, array: this) => unknown, thisArg?: any): boolean",
        ],
      },
      { key: "sort", texts: ["sort(compareFn?: (a: number, b: number) => number): this"] },
      { key: "subarray", texts: ["subarray(begin?: number, end?: number): Float64Array<TArrayBuffer>"] },
      {
        key: "toLocaleString",
        texts: [
          "toLocaleString(): string",
          "toLocaleString(locales: string | string[], options?: object): string",
        ],
      },
      { key: "toReversed", texts: ["toReversed(): Float64Array<ArrayBuffer>"] },
      {
        key: "toSorted",
        texts: ["toSorted(compareFn?: (a: number, b: number) => number): Float64Array<ArrayBuffer>"],
      },
      { key: "toString", texts: ["toString(): string"] },
      { key: "values", texts: ["values(): ArrayIterator<number>"] },
      { key: "with", texts: ["with(index: number, value: number): Float64Array<ArrayBuffer>"] },
    ],
  },
  {
    name: "Float64ArrayConstructor",
    realm: true,
    like: ["Int8ArrayConstructor", "Int8Array", "Float64Array"],
  },
  {
    name: "Function",
    head: "Function",
    realm: true,
    parents: [],
    members: [
      { key: "apply", texts: ["apply(this: Function, thisArg: any, argArray?: any): any"] },
      { key: "call", texts: ["call(this: Function, thisArg: any, ...argArray: any[]): any"] },
      { key: "bind", texts: ["bind(this: Function, thisArg: any, ...argArray: any[]): any"] },
      { key: "toString", texts: ["toString(): string"] },
      { key: "length", texts: ["readonly length: number"] },
      { key: "name", texts: ["readonly name: string"] },
      { key: "[Symbol.hasInstance]", texts: ["[Symbol.hasInstance](value: any): boolean"] },
    ],
  },
  {
    name: "Generator",
    head: "Generator<T = unknown, TReturn = any, TNext = any>",
    parents: ["IteratorObject<T, TReturn, TNext>"],
    members: [
      { key: "next", texts: ["next(...[value]: [] | [TNext]): IteratorResult<T, TReturn>"] },
      { key: "return", texts: ["return(value: TReturn): IteratorResult<T, TReturn>"] },
      { key: "throw", texts: ["throw(e: any): IteratorResult<T, TReturn>"] },
      { key: "[Symbol.iterator]", texts: ["[Symbol.iterator](): Generator<T, TReturn, TNext>"] },
    ],
  },
  {
    name: "IArguments",
    head: "IArguments",
    parents: [],
    members: [
      { key: "", texts: ["[index: number]: any"] },
      { key: "length", texts: ["length: number"] },
      { key: "[Symbol.iterator]", texts: ["[Symbol.iterator](): ArrayIterator<any>"] },
    ],
  },
  { name: "ImportMeta", head: "ImportMeta", parents: [], members: [] },
  {
    name: "InstanceType",
    alias:
      "type InstanceType<T extends abstract new (...args: any) => any> = T extends abstract new (...args: any) => infer R ? R : any;",
  },
  { name: "Int16Array", realm: true, like: ["Int8Array", "Int8Array", "Int16Array"] },
  { name: "Int16ArrayConstructor", realm: true, like: ["Int8ArrayConstructor", "Int8Array", "Int16Array"] },
  { name: "Int32Array", realm: true, like: ["Int8Array", "Int8Array", "Int32Array"] },
  { name: "Int32ArrayConstructor", realm: true, like: ["Int8ArrayConstructor", "Int8Array", "Int32Array"] },
  {
    name: "Int8Array",
    head: "Int8Array<TArrayBuffer extends ArrayBufferLike = ArrayBufferLike>",
    realm: true,
    parents: [],
    members: [
      { key: "", texts: ["[index: number]: number"] },
      { key: "BYTES_PER_ELEMENT", texts: ["readonly BYTES_PER_ELEMENT: number"] },
      { key: "[Symbol.iterator]", texts: ["[Symbol.iterator](): ArrayIterator<number>"] },
      { key: "[Symbol.toStringTag]", texts: ['readonly [Symbol.toStringTag]: "Int8Array"'] },
      { key: "at", texts: ["at(index: number): number | undefined"] },
      { key: "buffer", texts: ["readonly buffer: TArrayBuffer"] },
      { key: "byteLength", texts: ["readonly byteLength: number"] },
      { key: "byteOffset", texts: ["readonly byteOffset: number"] },
      { key: "copyWithin", texts: ["copyWithin(target: number, start: number, end?: number): this"] },
      { key: "entries", texts: ["entries(): ArrayIterator<[number, number]>"] },
      {
        key: "every",
        texts: [
          "every(predicate: (value: number, index: number, array: this) => unknown, thisArg?: any): boolean",
        ],
      },
      { key: "fill", texts: ["fill(value: number, start?: number, end?: number): this"] },
      {
        key: "filter",
        texts: [
          "filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Int8Array<ArrayBuffer>",
        ],
      },
      {
        key: "find",
        texts: [
          "find(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number | undefined",
        ],
      },
      {
        key: "findIndex",
        texts: [
          "findIndex(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number",
        ],
      },
      {
        key: "findLast",
        texts: [
          "findLast<S extends number>( predicate: ( value: number, index: number, array: this, ) => value is S, thisArg?: any, ): S | undefined",
          "findLast( predicate: (value: number, index: number, array: this) => unknown, thisArg?: any, ): number | undefined",
        ],
      },
      {
        key: "findLastIndex",
        texts: [
          "findLastIndex( predicate: (value: number, index: number, array: this) => unknown, thisArg?: any, ): number",
        ],
      },
      {
        key: "forEach",
        texts: [
          "forEach(callbackfn: (value: number, index: number, array: this) => void, thisArg?: any): void",
        ],
      },
      { key: "includes", texts: ["includes(searchElement: number, fromIndex?: number): boolean"] },
      { key: "indexOf", texts: ["indexOf(searchElement: number, fromIndex?: number): number"] },
      { key: "join", texts: ["join(separator?: string): string"] },
      { key: "keys", texts: ["keys(): ArrayIterator<number>"] },
      { key: "lastIndexOf", texts: ["lastIndexOf(searchElement: number, fromIndex?: number): number"] },
      { key: "length", texts: ["readonly length: number"] },
      {
        key: "map",
        texts: [
          "map(callbackfn: (value: number, index: number, array: this) => number, thisArg?: any): Int8Array<ArrayBuffer>",
        ],
      },
      {
        key: "reduce",
        texts: [
          "reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number",
          "reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number",
          "reduce<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U",
        ],
      },
      {
        key: "reduceRight",
        texts: [
          "reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number",
          "reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number",
          "reduceRight<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U",
        ],
      },
      { key: "reverse", texts: ["reverse(): this"] },
      { key: "set", texts: ["set(array: ArrayLike<number>, offset?: number): void"] },
      { key: "slice", texts: ["slice(start?: number, end?: number): Int8Array<ArrayBuffer>"] },
      {
        key: "some",
        texts: [
          "some(predicate: (value: number, index: number, array: this) => unknown, thisArg?: any): boolean",
        ],
      },
      { key: "sort", texts: ["sort(compareFn?: (a: number, b: number) => number): this"] },
      { key: "subarray", texts: ["subarray(begin?: number, end?: number): Int8Array<TArrayBuffer>"] },
      {
        key: "toLocaleString",
        texts: [
          "toLocaleString(): string",
          "toLocaleString(locales: string | string[], options?: object): string",
        ],
      },
      { key: "toReversed", texts: ["toReversed(): Int8Array<ArrayBuffer>"] },
      {
        key: "toSorted",
        texts: ["toSorted(compareFn?: (a: number, b: number) => number): Int8Array<ArrayBuffer>"],
      },
      { key: "toString", texts: ["toString(): string"] },
      { key: "values", texts: ["values(): ArrayIterator<number>"] },
      { key: "with", texts: ["with(index: number, value: number): Int8Array<ArrayBuffer>"] },
    ],
  },
  {
    name: "Int8ArrayConstructor",
    head: "Int8ArrayConstructor",
    realm: true,
    parents: [],
    members: [
      {
        key: "",
        texts: [
          "new (length: number): Int8Array<ArrayBuffer>",
          "new (array: ArrayLike<number>): Int8Array<ArrayBuffer>",
          "new <TArrayBuffer extends ArrayBufferLike = ArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, length?: number): Int8Array<TArrayBuffer>",
          "new (buffer: ArrayBuffer, byteOffset?: number, length?: number): Int8Array<ArrayBuffer>",
          "new (array: ArrayLike<number> | ArrayBuffer): Int8Array<ArrayBuffer>",
          "new (elements: Iterable<number>): Int8Array<ArrayBuffer>",
          "new (): Int8Array<ArrayBuffer>",
        ],
      },
      { key: "BYTES_PER_ELEMENT", texts: ["readonly BYTES_PER_ELEMENT: number"] },
      { key: "[Symbol.species]", texts: ["readonly [Symbol.species]: Int8ArrayConstructor"] },
      {
        key: "from",
        texts: [
          "from(arrayLike: ArrayLike<number>): Int8Array<ArrayBuffer>",
          "from<T>(arrayLike: ArrayLike<T>, mapfn: (v: T, k: number) => number, thisArg?: any): Int8Array<ArrayBuffer>",
          "from(elements: Iterable<number>): Int8Array<ArrayBuffer>",
          "from<T>(elements: Iterable<T>, mapfn?: (v: T, k: number) => number, thisArg?: any): Int8Array<ArrayBuffer>",
        ],
      },
      { key: "of", texts: ["of(...items: number[]): Int8Array<ArrayBuffer>"] },
    ],
  },
  {
    name: "Iterable",
    head: "Iterable<T, TReturn = any, TNext = any>",
    parents: [],
    members: [{ key: "[Symbol.iterator]", texts: ["[Symbol.iterator](): Iterator<T, TReturn, TNext>"] }],
  },
  {
    name: "IterableIterator",
    head: "IterableIterator<T, TReturn = any, TNext = any>",
    parents: ["Iterator<T, TReturn, TNext>"],
    members: [
      { key: "[Symbol.iterator]", texts: ["[Symbol.iterator](): IterableIterator<T, TReturn, TNext>"] },
    ],
  },
  {
    name: "Iterator",
    head: "Iterator<T, TReturn = any, TNext = any>",
    parents: [],
    members: [
      { key: "next", texts: ["next(...[value]: [] | [TNext]): IteratorResult<T, TReturn>"] },
      { key: "return", texts: ["return?(value?: TReturn): IteratorResult<T, TReturn>"] },
      { key: "throw", texts: ["throw?(e?: any): IteratorResult<T, TReturn>"] },
    ],
  },
  {
    name: "IteratorObject",
    head: "IteratorObject<T, TReturn = unknown, TNext = unknown>",
    realm: true,
    parents: ["Iterator<T, TReturn, TNext>"],
    members: [
      { key: "[Symbol.iterator]", texts: ["[Symbol.iterator](): IteratorObject<T, TReturn, TNext>"] },
      {
        key: "map",
        texts: ["map<U>(callbackfn: (value: T, index: number) => U): IteratorObject<U, undefined, unknown>"],
        since: 22,
      },
      {
        key: "filter",
        texts: [
          "filter<S extends T>(predicate: (value: T, index: number) => value is S): IteratorObject<S, undefined, unknown>",
          "filter(predicate: (value: T, index: number) => unknown): IteratorObject<T, undefined, unknown>",
        ],
        since: 22,
      },
      { key: "take", texts: ["take(limit: number): IteratorObject<T, undefined, unknown>"], since: 22 },
      { key: "drop", texts: ["drop(count: number): IteratorObject<T, undefined, unknown>"], since: 22 },
      {
        key: "reduce",
        texts: [
          "reduce(callbackfn: (previousValue: T, currentValue: T, currentIndex: number) => T): T",
          "reduce(callbackfn: (previousValue: T, currentValue: T, currentIndex: number) => T, initialValue: T): T",
          "reduce<U>(callbackfn: (previousValue: U, currentValue: T, currentIndex: number) => U, initialValue: U): U",
        ],
        since: 22,
      },
      { key: "toArray", texts: ["toArray(): T[]"], since: 22 },
      { key: "forEach", texts: ["forEach(callbackfn: (value: T, index: number) => void): void"], since: 22 },
      { key: "some", texts: ["some(predicate: (value: T, index: number) => unknown): boolean"], since: 22 },
      { key: "every", texts: ["every(predicate: (value: T, index: number) => unknown): boolean"], since: 22 },
      {
        key: "find",
        texts: [
          "find<S extends T>(predicate: (value: T, index: number) => value is S): S | undefined",
          "find(predicate: (value: T, index: number) => unknown): T | undefined",
        ],
        since: 22,
      },
      { key: "[Symbol.toStringTag]", texts: ["readonly [Symbol.toStringTag]: string"], since: 22 },
      { key: "[Symbol.dispose]", texts: ["[Symbol.dispose](): void"], since: 24 },
    ],
  },
  {
    name: "IteratorResult",
    alias: "type IteratorResult<T, TReturn = any> = IteratorYieldResult<T> | IteratorReturnResult<TReturn>;",
  },
  {
    name: "IteratorReturnResult",
    head: "IteratorReturnResult<TReturn>",
    parents: [],
    members: [
      { key: "done", texts: ["done: true"] },
      { key: "value", texts: ["value: TReturn"] },
    ],
  },
  {
    name: "IteratorYieldResult",
    head: "IteratorYieldResult<TYield>",
    parents: [],
    members: [
      { key: "done", texts: ["done?: false"] },
      { key: "value", texts: ["value: TYield"] },
    ],
  },
  {
    name: "JSON",
    head: "JSON",
    realm: true,
    parents: [],
    members: [
      {
        key: "parse",
        texts: ["parse(text: string, reviver?: (this: any, key: string, value: any) => any): any"],
      },
      {
        key: "stringify",
        texts: [
          "stringify(value: any, replacer?: (this: any, key: string, value: any) => any, space?: string | number): string",
          "stringify(value: any, replacer?: (number | string)[] | null, space?: string | number): string",
        ],
      },
      { key: "[Symbol.toStringTag]", texts: ["readonly [Symbol.toStringTag]: string"] },
    ],
  },
  { name: "Lowercase", alias: "type Lowercase<S extends string> = intrinsic;" },
  {
    name: "Map",
    head: "Map<K, V>",
    realm: true,
    parents: [],
    members: [
      { key: "clear", texts: ["clear(): void"] },
      { key: "delete", texts: ["delete(key: K): boolean"] },
      {
        key: "forEach",
        texts: ["forEach(callbackfn: (value: V, key: K, map: Map<K, V>) => void, thisArg?: any): void"],
      },
      { key: "get", texts: ["get(key: K): V | undefined"] },
      { key: "has", texts: ["has(key: K): boolean"] },
      { key: "set", texts: ["set(key: K, value: V): this"] },
      { key: "size", texts: ["readonly size: number"] },
      { key: "[Symbol.iterator]", texts: ["[Symbol.iterator](): MapIterator<[K, V]>"] },
      { key: "entries", texts: ["entries(): MapIterator<[K, V]>"] },
      { key: "keys", texts: ["keys(): MapIterator<K>"] },
      { key: "values", texts: ["values(): MapIterator<V>"] },
      { key: "[Symbol.toStringTag]", texts: ["readonly [Symbol.toStringTag]: string"] },
      { key: "getOrInsert", texts: ["getOrInsert(key: K, defaultValue: V): V"], since: 26 },
      {
        key: "getOrInsertComputed",
        texts: ["getOrInsertComputed(key: K, callback: (key: K) => V): V"],
        since: 26,
      },
    ],
  },
  {
    name: "MapConstructor",
    head: "MapConstructor",
    realm: true,
    parents: [],
    members: [
      {
        key: "",
        texts: [
          "new (): Map<any, any>",
          "new <K, V>(entries?: readonly (readonly [K, V])[] | null): Map<K, V>",
          "new <K, V>(iterable?: Iterable<readonly [K, V]> | null): Map<K, V>",
        ],
      },
      { key: "[Symbol.species]", texts: ["readonly [Symbol.species]: MapConstructor"] },
      {
        key: "groupBy",
        texts: [
          "groupBy<K, T>( items: Iterable<T>, keySelector: (item: T, index: number) => K, ): Map<K, T[]>",
        ],
        since: 22,
      },
    ],
  },
  {
    name: "MapIterator",
    head: "MapIterator<T>",
    realm: true,
    parents: ["IteratorObject<T, BuiltinIteratorReturn, unknown>"],
    members: [{ key: "[Symbol.toStringTag]", texts: ["readonly [Symbol.toStringTag]: string"] }],
  },
  {
    name: "Math",
    head: "Math",
    realm: true,
    parents: [],
    members: [
      { key: "E", texts: ["readonly E: number"] },
      { key: "LN10", texts: ["readonly LN10: number"] },
      { key: "LN2", texts: ["readonly LN2: number"] },
      { key: "LOG2E", texts: ["readonly LOG2E: number"] },
      { key: "LOG10E", texts: ["readonly LOG10E: number"] },
      { key: "PI", texts: ["readonly PI: number"] },
      { key: "SQRT1_2", texts: ["readonly SQRT1_2: number"] },
      { key: "SQRT2", texts: ["readonly SQRT2: number"] },
      { key: "abs", texts: ["abs(x: number): number"] },
      { key: "acos", texts: ["acos(x: number): number"] },
      { key: "asin", texts: ["asin(x: number): number"] },
      { key: "atan", texts: ["atan(x: number): number"] },
      { key: "atan2", texts: ["atan2(y: number, x: number): number"] },
      { key: "ceil", texts: ["ceil(x: number): number"] },
      { key: "cos", texts: ["cos(x: number): number"] },
      { key: "exp", texts: ["exp(x: number): number"] },
      { key: "floor", texts: ["floor(x: number): number"] },
      { key: "log", texts: ["log(x: number): number"] },
      { key: "max", texts: ["max(...values: number[]): number"] },
      { key: "min", texts: ["min(...values: number[]): number"] },
      { key: "pow", texts: ["pow(x: number, y: number): number"] },
      { key: "random", texts: ["random(): number"] },
      { key: "round", texts: ["round(x: number): number"] },
      { key: "sin", texts: ["sin(x: number): number"] },
      { key: "sqrt", texts: ["sqrt(x: number): number"] },
      { key: "tan", texts: ["tan(x: number): number"] },
      { key: "clz32", texts: ["clz32(x: number): number"] },
      { key: "imul", texts: ["imul(x: number, y: number): number"] },
      { key: "sign", texts: ["sign(x: number): number"] },
      { key: "log10", texts: ["log10(x: number): number"] },
      { key: "log2", texts: ["log2(x: number): number"] },
      { key: "log1p", texts: ["log1p(x: number): number"] },
      { key: "expm1", texts: ["expm1(x: number): number"] },
      { key: "cosh", texts: ["cosh(x: number): number"] },
      { key: "sinh", texts: ["sinh(x: number): number"] },
      { key: "tanh", texts: ["tanh(x: number): number"] },
      { key: "acosh", texts: ["acosh(x: number): number"] },
      { key: "asinh", texts: ["asinh(x: number): number"] },
      { key: "atanh", texts: ["atanh(x: number): number"] },
      { key: "hypot", texts: ["hypot(...values: number[]): number"] },
      { key: "trunc", texts: ["trunc(x: number): number"] },
      { key: "fround", texts: ["fround(x: number): number"] },
      { key: "cbrt", texts: ["cbrt(x: number): number"] },
      { key: "[Symbol.toStringTag]", texts: ["readonly [Symbol.toStringTag]: string"] },
      { key: "f16round", texts: ["f16round(x: number): number"], since: 24 },
    ],
  },
  {
    name: "NewableFunction",
    head: "NewableFunction",
    realm: true,
    parents: ["Function"],
    members: [
      {
        key: "apply",
        texts: [
          "apply<T>(this: new () => T, thisArg: T): void",
          "apply<T, A extends any[]>(this: new (...args: A) => T, thisArg: T, args: A): void",
        ],
      },
      {
        key: "call",
        texts: ["call<T, A extends any[]>(this: new (...args: A) => T, thisArg: T, ...args: A): void"],
      },
      {
        key: "bind",
        texts: [
          "bind<T>(this: T, thisArg: any): T",
          "bind<A extends any[], B extends any[], R>(this: new (...args: [...A, ...B]) => R, thisArg: any, ...args: A): new (...args: B) => R",
        ],
      },
    ],
  },
  { name: "NoInfer", alias: "type NoInfer<T> = intrinsic;" },
  { name: "NonNullable", alias: "type NonNullable<T> = T & {};" },
  {
    name: "Number",
    head: "Number",
    realm: true,
    parents: [],
    members: [
      { key: "toString", texts: ["toString(radix?: number): string"] },
      { key: "toFixed", texts: ["toFixed(fractionDigits?: number): string"] },
      { key: "toExponential", texts: ["toExponential(fractionDigits?: number): string"] },
      { key: "toPrecision", texts: ["toPrecision(precision?: number): string"] },
      { key: "valueOf", texts: ["valueOf(): number"] },
      {
        key: "toLocaleString",
        texts: ["toLocaleString(locales?: string | string[], options?: object): string"],
      },
    ],
  },
  {
    name: "NumberConstructor",
    head: "NumberConstructor",
    realm: true,
    parents: [],
    members: [
      { key: "", texts: ["new (value?: any): Number", "(value?: any): number"] },
      { key: "MAX_VALUE", texts: ["readonly MAX_VALUE: number"] },
      { key: "MIN_VALUE", texts: ["readonly MIN_VALUE: number"] },
      { key: "NaN", texts: ["readonly NaN: number"] },
      { key: "NEGATIVE_INFINITY", texts: ["readonly NEGATIVE_INFINITY: number"] },
      { key: "POSITIVE_INFINITY", texts: ["readonly POSITIVE_INFINITY: number"] },
      { key: "EPSILON", texts: ["readonly EPSILON: number"] },
      { key: "isFinite", texts: ["isFinite(number: unknown): boolean"] },
      { key: "isInteger", texts: ["isInteger(number: unknown): boolean"] },
      { key: "isNaN", texts: ["isNaN(number: unknown): boolean"] },
      { key: "isSafeInteger", texts: ["isSafeInteger(number: unknown): boolean"] },
      { key: "MAX_SAFE_INTEGER", texts: ["readonly MAX_SAFE_INTEGER: number"] },
      { key: "MIN_SAFE_INTEGER", texts: ["readonly MIN_SAFE_INTEGER: number"] },
      { key: "parseFloat", texts: ["parseFloat(string: string): number"] },
      { key: "parseInt", texts: ["parseInt(string: string, radix?: number): number"] },
    ],
  },
  {
    name: "Object",
    head: "Object",
    realm: true,
    parents: [],
    members: [
      { key: "toString", texts: ["toString(): string"] },
      { key: "toLocaleString", texts: ["toLocaleString(): string"] },
      { key: "valueOf", texts: ["valueOf(): Object"] },
      { key: "hasOwnProperty", texts: ["hasOwnProperty(v: PropertyKey): boolean"] },
      { key: "isPrototypeOf", texts: ["isPrototypeOf(v: Object): boolean"] },
      { key: "propertyIsEnumerable", texts: ["propertyIsEnumerable(v: PropertyKey): boolean"] },
    ],
  },
  {
    name: "ObjectConstructor",
    head: "ObjectConstructor",
    realm: true,
    parents: [],
    members: [
      { key: "", texts: ["new (value?: any): Object", "(): any", "(value: any): any"] },
      { key: "create", texts: ["create(o: object | null): any"] },
      { key: "seal", texts: ["seal<T>(o: T): T"] },
      {
        key: "freeze",
        texts: [
          "freeze<T extends Function>(f: T): T",
          "freeze<T extends { [idx: string]: U | null | undefined | object; }, U extends string | bigint | number | boolean | symbol>(o: T): Readonly<T>",
          "freeze<T>(o: T): Readonly<T>",
        ],
      },
      { key: "preventExtensions", texts: ["preventExtensions<T>(o: T): T"] },
      { key: "isSealed", texts: ["isSealed(o: any): boolean"] },
      { key: "isFrozen", texts: ["isFrozen(o: any): boolean"] },
      { key: "isExtensible", texts: ["isExtensible(o: any): boolean"] },
      { key: "keys", texts: ["keys(o: object): string[]", "keys(o: {}): string[]"] },
      {
        key: "assign",
        texts: [
          "assign<T extends {}, U>(target: T, source: U): T & U",
          "assign<T extends {}, U, V>(target: T, source1: U, source2: V): T & U & V",
          "assign<T extends {}, U, V, W>(target: T, source1: U, source2: V, source3: W): T & U & V & W",
          "assign(target: object, ...sources: any[]): any",
        ],
      },
      { key: "is", texts: ["is(value1: any, value2: any): boolean"] },
      {
        key: "values",
        texts: ["values<T>(o: { [s: string]: T; } | ArrayLike<T>): T[]", "values(o: {}): any[]"],
      },
      {
        key: "entries",
        texts: [
          "entries<T>(o: { [s: string]: T; } | ArrayLike<T>): [string, T][]",
          "entries(o: {}): [string, any][]",
        ],
      },
      {
        key: "fromEntries",
        texts: [
          "fromEntries<T = any>(entries: Iterable<readonly [PropertyKey, T]>): { [k: string]: T; }",
          "fromEntries(entries: Iterable<readonly any[]>): any",
        ],
      },
      { key: "hasOwn", texts: ["hasOwn(o: object, v: PropertyKey): boolean"] },
      {
        key: "groupBy",
        texts: [
          "groupBy<K extends PropertyKey, T>( items: Iterable<T>, keySelector: (item: T, index: number) => K, ): Partial<Record<K, T[]>>",
        ],
        since: 22,
      },
    ],
  },
  { name: "Omit", alias: "type Omit<T, K extends keyof any> = Pick<T, Exclude<keyof T, K>>;" },
  {
    name: "OmitThisParameter",
    alias:
      "type OmitThisParameter<T> = unknown extends ThisParameterType<T> ? T : T extends (...args: infer A) => infer R ? (...args: A) => R : T;",
  },
  {
    name: "Parameters",
    alias:
      "type Parameters<T extends (...args: any) => any> = T extends (...args: infer P) => any ? P : never;",
  },
  { name: "Partial", alias: "type Partial<T> = { [P in keyof T]?: T[P]; };" },
  { name: "Pick", alias: "type Pick<T, K extends keyof T> = { [P in K]: T[P]; };" },
  {
    name: "Promise",
    head: "Promise<T>",
    realm: true,
    parents: [],
    members: [
      {
        key: "then",
        texts: [
          "then<TResult1 = T, TResult2 = never>(onfulfilled?: ((value: T) => TResult1 | PromiseLike<TResult1>) | undefined | null, onrejected?: ((reason: any) => TResult2 | PromiseLike<TResult2>) | undefined | null): Promise<TResult1 | TResult2>",
        ],
      },
      {
        key: "catch",
        texts: [
          "catch<TResult = never>(onrejected?: ((reason: any) => TResult | PromiseLike<TResult>) | undefined | null): Promise<T | TResult>",
        ],
      },
      { key: "[Symbol.toStringTag]", texts: ["readonly [Symbol.toStringTag]: string"] },
      { key: "finally", texts: ["finally(onfinally?: (() => void) | undefined | null): Promise<T>"] },
    ],
  },
  {
    name: "PromiseConstructor",
    head: "PromiseConstructor",
    realm: true,
    parents: [],
    members: [
      {
        key: "all",
        texts: [
          "all<T>(values: Iterable<T | PromiseLike<T>>): Promise<Awaited<T>[]>",
          "all<T extends readonly unknown[] | []>(values: T): Promise<{ -readonly [P in keyof T]: Awaited<T[P]>; }>",
        ],
      },
      {
        key: "race",
        texts: [
          "race<T>(values: Iterable<T | PromiseLike<T>>): Promise<Awaited<T>>",
          "race<T extends readonly unknown[] | []>(values: T): Promise<Awaited<T[number]>>",
        ],
      },
      {
        key: "",
        texts: [
          "new <T>(executor: (resolve: (value: T | PromiseLike<T>) => void, reject: (reason?: any) => void) => void): Promise<T>",
        ],
      },
      { key: "reject", texts: ["reject<T = never>(reason?: any): Promise<T>"] },
      {
        key: "resolve",
        texts: [
          "resolve(): Promise<void>",
          "resolve<T>(value: T): Promise<Awaited<T>>",
          "resolve<T>(value: T | PromiseLike<T>): Promise<Awaited<T>>",
        ],
      },
      { key: "[Symbol.species]", texts: ["readonly [Symbol.species]: PromiseConstructor"] },
      {
        key: "allSettled",
        texts: [
          "allSettled<T extends readonly unknown[] | []>(values: T): Promise<{ -readonly [P in keyof T]: PromiseSettledResult<Awaited<T[P]>>; }>",
          "allSettled<T>(values: Iterable<T | PromiseLike<T>>): Promise<PromiseSettledResult<Awaited<T>>[]>",
        ],
      },
      {
        key: "any",
        texts: [
          "any<T extends readonly unknown[] | []>(values: T): Promise<Awaited<T[number]>>",
          "any<T>(values: Iterable<T | PromiseLike<T>>): Promise<Awaited<T>>",
        ],
      },
      { key: "withResolvers", texts: ["withResolvers<T>(): PromiseWithResolvers<T>"], since: 22 },
      {
        key: "try",
        texts: [
          "try<T, U extends unknown[]>(callbackFn: (...args: U) => T | PromiseLike<T>, ...args: U): Promise<Awaited<T>>",
        ],
        since: 24,
      },
    ],
  },
  {
    name: "PromiseFulfilledResult",
    head: "PromiseFulfilledResult<T>",
    parents: [],
    members: [
      { key: "status", texts: ['status: "fulfilled"'] },
      { key: "value", texts: ["value: T"] },
    ],
  },
  {
    name: "PromiseLike",
    head: "PromiseLike<T>",
    parents: [],
    members: [
      {
        key: "then",
        texts: [
          "then<TResult1 = T, TResult2 = never>(onfulfilled?: ((value: T) => TResult1 | PromiseLike<TResult1>) | undefined | null, onrejected?: ((reason: any) => TResult2 | PromiseLike<TResult2>) | undefined | null): PromiseLike<TResult1 | TResult2>",
        ],
      },
    ],
  },
  {
    name: "PromiseRejectedResult",
    head: "PromiseRejectedResult",
    parents: [],
    members: [
      { key: "status", texts: ['status: "rejected"'] },
      { key: "reason", texts: ["reason: any"] },
    ],
  },
  {
    name: "PromiseSettledResult",
    alias: "type PromiseSettledResult<T> = PromiseFulfilledResult<T> | PromiseRejectedResult;",
  },
  {
    name: "PromiseWithResolvers",
    head: "PromiseWithResolvers<T>",
    parents: [],
    members: [
      { key: "promise", texts: ["promise: Promise<T>"] },
      { key: "resolve", texts: ["resolve: (value: T | PromiseLike<T>) => void"] },
      { key: "reject", texts: ["reject: (reason?: any) => void"] },
    ],
  },
  { name: "PropertyKey", alias: "type PropertyKey = string | number | symbol;" },
  { name: "RangeError", head: "RangeError", realm: true, parents: ["Error"], members: [] },
  {
    name: "RangeErrorConstructor",
    head: "RangeErrorConstructor",
    realm: true,
    parents: ["ErrorConstructor"],
    members: [
      {
        key: "",
        texts: [
          "new (message?: string): RangeError",
          "(message?: string): RangeError",
          "new (message?: string, options?: ErrorOptions): RangeError",
          "(message?: string, options?: ErrorOptions): RangeError",
        ],
      },
    ],
  },
  { name: "Readonly", alias: "type Readonly<T> = { readonly [P in keyof T]: T[P]; };" },
  {
    name: "ReadonlyArray",
    head: "ReadonlyArray<T>",
    realm: true,
    parents: [],
    members: [
      { key: "", texts: ["readonly [n: number]: T"] },
      { key: "[Symbol.iterator]", texts: ["[Symbol.iterator](): ArrayIterator<T>"] },
      {
        key: "[Symbol.unscopables]",
        texts: ["readonly [Symbol.unscopables]: { [K in keyof readonly any[]]?: boolean; }"],
      },
      { key: "at", texts: ["at(index: number): T | undefined"] },
      {
        key: "concat",
        texts: ["concat(...items: ConcatArray<T>[]): T[]", "concat(...items: (T | ConcatArray<T>)[]): T[]"],
      },
      { key: "entries", texts: ["entries(): ArrayIterator<[number, T]>"] },
      {
        key: "every",
        texts: [
          "every<S extends T>(predicate: (value: T, index: number, array: readonly T[]) => value is S, thisArg?: any): this is readonly S[]",
          "every(predicate: (value: T, index: number, array: readonly T[]) => unknown, thisArg?: any): boolean",
        ],
      },
      {
        key: "filter",
        texts: [
          "filter<S extends T>(predicate: (value: T, index: number, array: readonly T[]) => value is S, thisArg?: any): S[]",
          "filter(predicate: (value: T, index: number, array: readonly T[]) => unknown, thisArg?: any): T[]",
        ],
      },
      {
        key: "find",
        texts: [
          "find<S extends T>(predicate: (value: T, index: number, obj: readonly T[]) => value is S, thisArg?: any): S | undefined",
          "find(predicate: (value: T, index: number, obj: readonly T[]) => unknown, thisArg?: any): T | undefined",
        ],
      },
      {
        key: "findIndex",
        texts: [
          "findIndex(predicate: (value: T, index: number, obj: readonly T[]) => unknown, thisArg?: any): number",
        ],
      },
      {
        key: "findLast",
        texts: [
          "findLast<S extends T>( predicate: (value: T, index: number, array: readonly T[]) => value is S, thisArg?: any, ): S | undefined",
          "findLast( predicate: (value: T, index: number, array: readonly T[]) => unknown, thisArg?: any, ): T | undefined",
        ],
      },
      {
        key: "findLastIndex",
        texts: [
          "findLastIndex( predicate: (value: T, index: number, array: readonly T[]) => unknown, thisArg?: any, ): number",
        ],
      },
      { key: "flat", texts: ["flat<A, D extends number = 1>( this: A, depth?: D, ): FlatArray<A, D>[]"] },
      {
        key: "flatMap",
        texts: [
          "flatMap<U, This = undefined>( callback: (this: This, value: T, index: number, array: T[]) => U | ReadonlyArray<U>, thisArg?: This, ): U[]",
        ],
      },
      {
        key: "forEach",
        texts: [
          "forEach(callbackfn: (value: T, index: number, array: readonly T[]) => void, thisArg?: any): void",
        ],
      },
      { key: "includes", texts: ["includes(searchElement: T, fromIndex?: number): boolean"] },
      { key: "indexOf", texts: ["indexOf(searchElement: T, fromIndex?: number): number"] },
      { key: "join", texts: ["join(separator?: string): string"] },
      { key: "keys", texts: ["keys(): ArrayIterator<number>"] },
      { key: "lastIndexOf", texts: ["lastIndexOf(searchElement: T, fromIndex?: number): number"] },
      { key: "length", texts: ["readonly length: number"] },
      {
        key: "map",
        texts: [
          "map<U>(callbackfn: (value: T, index: number, array: readonly T[]) => U, thisArg?: any): U[]",
        ],
      },
      {
        key: "reduce",
        texts: [
          "reduce(callbackfn: (previousValue: T, currentValue: T, currentIndex: number, array: readonly T[]) => T): T",
          "reduce(callbackfn: (previousValue: T, currentValue: T, currentIndex: number, array: readonly T[]) => T, initialValue: T): T",
          "reduce<U>(callbackfn: (previousValue: U, currentValue: T, currentIndex: number, array: readonly T[]) => U, initialValue: U): U",
        ],
      },
      {
        key: "reduceRight",
        texts: [
          "reduceRight(callbackfn: (previousValue: T, currentValue: T, currentIndex: number, array: readonly T[]) => T): T",
          "reduceRight(callbackfn: (previousValue: T, currentValue: T, currentIndex: number, array: readonly T[]) => T, initialValue: T): T",
          "reduceRight<U>(callbackfn: (previousValue: U, currentValue: T, currentIndex: number, array: readonly T[]) => U, initialValue: U): U",
        ],
      },
      { key: "slice", texts: ["slice(start?: number, end?: number): T[]"] },
      {
        key: "some",
        texts: [
          "some(predicate: (value: T, index: number, array: readonly T[]) => unknown, thisArg?: any): boolean",
        ],
      },
      {
        key: "toLocaleString",
        texts: [
          "toLocaleString(): string",
          "toLocaleString(locales: string | string[], options?: object & object): string",
        ],
      },
      { key: "toReversed", texts: ["toReversed(): T[]"] },
      { key: "toSorted", texts: ["toSorted(compareFn?: (a: T, b: T) => number): T[]"] },
      {
        key: "toSpliced",
        texts: [
          "toSpliced(start: number, deleteCount: number, ...items: T[]): T[]",
          "toSpliced(start: number, deleteCount?: number): T[]",
        ],
      },
      { key: "toString", texts: ["toString(): string"] },
      { key: "values", texts: ["values(): ArrayIterator<T>"] },
      { key: "with", texts: ["with(index: number, value: T): T[]"] },
    ],
  },
  {
    name: "ReadonlyMap",
    head: "ReadonlyMap<K, V>",
    realm: true,
    parents: [],
    members: [
      {
        key: "forEach",
        texts: [
          "forEach(callbackfn: (value: V, key: K, map: ReadonlyMap<K, V>) => void, thisArg?: any): void",
        ],
      },
      { key: "get", texts: ["get(key: K): V | undefined"] },
      { key: "has", texts: ["has(key: K): boolean"] },
      { key: "size", texts: ["readonly size: number"] },
      { key: "[Symbol.iterator]", texts: ["[Symbol.iterator](): MapIterator<[K, V]>"] },
      { key: "entries", texts: ["entries(): MapIterator<[K, V]>"] },
      { key: "keys", texts: ["keys(): MapIterator<K>"] },
      { key: "values", texts: ["values(): MapIterator<V>"] },
    ],
  },
  {
    name: "ReadonlySet",
    head: "ReadonlySet<T>",
    realm: true,
    parents: [],
    members: [
      {
        key: "forEach",
        texts: [
          "forEach(callbackfn: (value: T, value2: T, set: ReadonlySet<T>) => void, thisArg?: any): void",
        ],
      },
      { key: "has", texts: ["has(value: T): boolean"] },
      { key: "size", texts: ["readonly size: number"] },
      { key: "[Symbol.iterator]", texts: ["[Symbol.iterator](): SetIterator<T>"] },
      { key: "entries", texts: ["entries(): SetIterator<[T, T]>"] },
      { key: "keys", texts: ["keys(): SetIterator<T>"] },
      { key: "values", texts: ["values(): SetIterator<T>"] },
      { key: "union", texts: ["union<U>(other: ReadonlySetLike<U>): Set<T | U>"], since: 22 },
      { key: "intersection", texts: ["intersection<U>(other: ReadonlySetLike<U>): Set<T & U>"], since: 22 },
      { key: "difference", texts: ["difference<U>(other: ReadonlySetLike<U>): Set<T>"], since: 22 },
      {
        key: "symmetricDifference",
        texts: ["symmetricDifference<U>(other: ReadonlySetLike<U>): Set<T | U>"],
        since: 22,
      },
      { key: "isSubsetOf", texts: ["isSubsetOf(other: ReadonlySetLike<unknown>): boolean"], since: 22 },
      { key: "isSupersetOf", texts: ["isSupersetOf(other: ReadonlySetLike<unknown>): boolean"], since: 22 },
      {
        key: "isDisjointFrom",
        texts: ["isDisjointFrom(other: ReadonlySetLike<unknown>): boolean"],
        since: 22,
      },
    ],
  },
  {
    name: "ReadonlySetLike",
    head: "ReadonlySetLike<T>",
    parents: [],
    members: [
      { key: "keys", texts: ["keys(): Iterator<T>"] },
      { key: "has", texts: ["has(value: T): boolean"] },
      { key: "size", texts: ["readonly size: number"] },
    ],
  },
  { name: "Record", alias: "type Record<K extends keyof any, T> = { [P in K]: T; };" },
  { name: "ReferenceError", head: "ReferenceError", realm: true, parents: ["Error"], members: [] },
  {
    name: "ReferenceErrorConstructor",
    head: "ReferenceErrorConstructor",
    realm: true,
    parents: ["ErrorConstructor"],
    members: [
      {
        key: "",
        texts: [
          "new (message?: string): ReferenceError",
          "(message?: string): ReferenceError",
          "new (message?: string, options?: ErrorOptions): ReferenceError",
          "(message?: string, options?: ErrorOptions): ReferenceError",
        ],
      },
    ],
  },
  {
    name: "RegExp",
    head: "RegExp",
    realm: true,
    parents: [],
    members: [
      { key: "exec", texts: ["exec(string: string): RegExpExecArray | null"] },
      { key: "test", texts: ["test(string: string): boolean"] },
      { key: "source", texts: ["readonly source: string"] },
      { key: "global", texts: ["readonly global: boolean"] },
      { key: "ignoreCase", texts: ["readonly ignoreCase: boolean"] },
      { key: "multiline", texts: ["readonly multiline: boolean"] },
      { key: "lastIndex", texts: ["lastIndex: number"], own: true },
      { key: "compile", texts: ["compile(pattern: string, flags?: string): this"] },
      { key: "flags", texts: ["readonly flags: string"] },
      { key: "sticky", texts: ["readonly sticky: boolean"] },
      { key: "unicode", texts: ["readonly unicode: boolean"] },
      { key: "[Symbol.match]", texts: ["[Symbol.match](string: string): RegExpMatchArray | null"] },
      {
        key: "[Symbol.replace]",
        texts: [
          "[Symbol.replace](string: string, replaceValue: string): string",
          "[Symbol.replace](string: string, replacer: (substring: string, ...args: any[]) => string): string",
        ],
      },
      { key: "[Symbol.search]", texts: ["[Symbol.search](string: string): number"] },
      { key: "[Symbol.split]", texts: ["[Symbol.split](string: string, limit?: number): string[]"] },
      { key: "dotAll", texts: ["readonly dotAll: boolean"] },
      {
        key: "[Symbol.matchAll]",
        texts: ["[Symbol.matchAll](str: string): RegExpStringIterator<RegExpExecArray>"],
      },
      { key: "hasIndices", texts: ["readonly hasIndices: boolean"] },
      { key: "unicodeSets", texts: ["readonly unicodeSets: boolean"] },
      { key: "toString", texts: ["toString(): string"] },
    ],
  },
  {
    name: "RegExpConstructor",
    head: "RegExpConstructor",
    realm: true,
    parents: [],
    members: [
      {
        key: "",
        texts: [
          "new (pattern: RegExp | string): RegExp",
          "new (pattern: string, flags?: string): RegExp",
          "(pattern: RegExp | string): RegExp",
          "(pattern: string, flags?: string): RegExp",
          "new (pattern: RegExp | string, flags?: string): RegExp",
          "(pattern: RegExp | string, flags?: string): RegExp",
        ],
      },
      { key: "[Symbol.species]", texts: ["readonly [Symbol.species]: RegExpConstructor"] },
      { key: "escape", texts: ["escape(string: string): string"], since: 24 },
    ],
  },
  {
    name: "RegExpExecArray",
    head: "RegExpExecArray",
    parents: ["Array<string>"],
    members: [
      { key: "0", texts: ["0: string"] },
      { key: "groups", texts: ["groups?: { [key: string]: string; }"] },
      { key: "index", texts: ["index: number"] },
      { key: "indices", texts: ["indices?: RegExpIndicesArray"] },
      { key: "input", texts: ["input: string"] },
    ],
  },
  {
    name: "RegExpIndicesArray",
    head: "RegExpIndicesArray",
    parents: ["Array<[number, number] | undefined>"],
    members: [{ key: "groups", texts: ["groups?: { [key: string]: [number, number]; }"] }],
  },
  {
    name: "RegExpMatchArray",
    head: "RegExpMatchArray",
    parents: ["Array<string>"],
    members: [
      { key: "0", texts: ["0: string"] },
      { key: "groups", texts: ["groups?: { [key: string]: string; }"] },
      { key: "index", texts: ["index?: number"] },
      { key: "indices", texts: ["indices?: RegExpIndicesArray"] },
      { key: "input", texts: ["input?: string"] },
    ],
  },
  {
    name: "RegExpStringIterator",
    head: "RegExpStringIterator<T>",
    realm: true,
    parents: ["IteratorObject<T, BuiltinIteratorReturn, unknown>"],
    members: [{ key: "[Symbol.toStringTag]", texts: ["readonly [Symbol.toStringTag]: string"] }],
  },
  { name: "Required", alias: "type Required<T> = { [P in keyof T]-?: T[P]; };" },
  {
    name: "ReturnType",
    alias:
      "type ReturnType<T extends (...args: any) => any> = T extends (...args: any) => infer R ? R : any;",
  },
  {
    name: "Set",
    head: "Set<T>",
    realm: true,
    parents: [],
    members: [
      { key: "add", texts: ["add(value: T): this"] },
      { key: "clear", texts: ["clear(): void"] },
      { key: "delete", texts: ["delete(value: T): boolean"] },
      {
        key: "forEach",
        texts: ["forEach(callbackfn: (value: T, value2: T, set: Set<T>) => void, thisArg?: any): void"],
      },
      { key: "has", texts: ["has(value: T): boolean"] },
      { key: "size", texts: ["readonly size: number"] },
      { key: "[Symbol.iterator]", texts: ["[Symbol.iterator](): SetIterator<T>"] },
      { key: "entries", texts: ["entries(): SetIterator<[T, T]>"] },
      { key: "keys", texts: ["keys(): SetIterator<T>"] },
      { key: "values", texts: ["values(): SetIterator<T>"] },
      { key: "[Symbol.toStringTag]", texts: ["readonly [Symbol.toStringTag]: string"] },
      { key: "union", texts: ["union<U>(other: ReadonlySetLike<U>): Set<T | U>"], since: 22 },
      { key: "intersection", texts: ["intersection<U>(other: ReadonlySetLike<U>): Set<T & U>"], since: 22 },
      { key: "difference", texts: ["difference<U>(other: ReadonlySetLike<U>): Set<T>"], since: 22 },
      {
        key: "symmetricDifference",
        texts: ["symmetricDifference<U>(other: ReadonlySetLike<U>): Set<T | U>"],
        since: 22,
      },
      { key: "isSubsetOf", texts: ["isSubsetOf(other: ReadonlySetLike<unknown>): boolean"], since: 22 },
      { key: "isSupersetOf", texts: ["isSupersetOf(other: ReadonlySetLike<unknown>): boolean"], since: 22 },
      {
        key: "isDisjointFrom",
        texts: ["isDisjointFrom(other: ReadonlySetLike<unknown>): boolean"],
        since: 22,
      },
    ],
  },
  {
    name: "SetConstructor",
    head: "SetConstructor",
    realm: true,
    parents: [],
    members: [
      {
        key: "",
        texts: [
          "new <T = any>(values?: readonly T[] | null): Set<T>",
          "new <T>(iterable?: Iterable<T> | null): Set<T>",
        ],
      },
      { key: "[Symbol.species]", texts: ["readonly [Symbol.species]: SetConstructor"] },
    ],
  },
  {
    name: "SetIterator",
    head: "SetIterator<T>",
    realm: true,
    parents: ["IteratorObject<T, BuiltinIteratorReturn, unknown>"],
    members: [{ key: "[Symbol.toStringTag]", texts: ["readonly [Symbol.toStringTag]: string"] }],
  },
  {
    name: "String",
    head: "String",
    realm: true,
    parents: [],
    members: [
      { key: "toString", texts: ["toString(): string"] },
      { key: "charAt", texts: ["charAt(pos: number): string"] },
      { key: "charCodeAt", texts: ["charCodeAt(index: number): number"] },
      { key: "concat", texts: ["concat(...strings: string[]): string"] },
      { key: "indexOf", texts: ["indexOf(searchString: string, position?: number): number"] },
      { key: "lastIndexOf", texts: ["lastIndexOf(searchString: string, position?: number): number"] },
      {
        key: "localeCompare",
        texts: [
          "localeCompare(that: string): number",
          "localeCompare(that: string, locales?: string | string[], options?: object): number",
        ],
      },
      {
        key: "match",
        texts: [
          "match(regexp: string | RegExp): RegExpMatchArray | null",
          "match(matcher: { [Symbol.match](string: string): RegExpMatchArray | null; }): RegExpMatchArray | null",
        ],
      },
      {
        key: "replace",
        texts: [
          "replace(searchValue: string | RegExp, replaceValue: string): string",
          "replace(searchValue: string | RegExp, replacer: (substring: string, ...args: any[]) => string): string",
          "replace(searchValue: { [Symbol.replace](string: string, replaceValue: string): string; }, replaceValue: string): string",
          "replace(searchValue: { [Symbol.replace](string: string, replacer: (substring: string, ...args: any[]) => string): string; }, replacer: (substring: string, ...args: any[]) => string): string",
        ],
      },
      {
        key: "search",
        texts: [
          "search(regexp: string | RegExp): number",
          "search(searcher: { [Symbol.search](string: string): number; }): number",
        ],
      },
      { key: "slice", texts: ["slice(start?: number, end?: number): string"] },
      {
        key: "split",
        texts: [
          "split(separator: string | RegExp, limit?: number): string[]",
          "split(splitter: { [Symbol.split](string: string, limit?: number): string[]; }, limit?: number): string[]",
        ],
      },
      { key: "substring", texts: ["substring(start: number, end?: number): string"] },
      { key: "toLowerCase", texts: ["toLowerCase(): string"] },
      { key: "toLocaleLowerCase", texts: ["toLocaleLowerCase(locales?: string | string[]): string"] },
      { key: "toUpperCase", texts: ["toUpperCase(): string"] },
      { key: "toLocaleUpperCase", texts: ["toLocaleUpperCase(locales?: string | string[]): string"] },
      { key: "trim", texts: ["trim(): string"] },
      { key: "length", texts: ["readonly length: number"] },
      { key: "substr", texts: ["substr(from: number, length?: number): string"] },
      { key: "valueOf", texts: ["valueOf(): string"] },
      { key: "", texts: ["readonly [index: number]: string"] },
      { key: "codePointAt", texts: ["codePointAt(pos: number): number | undefined"] },
      { key: "includes", texts: ["includes(searchString: string, position?: number): boolean"] },
      { key: "endsWith", texts: ["endsWith(searchString: string, endPosition?: number): boolean"] },
      {
        key: "normalize",
        texts: [
          'normalize(form: "NFC" | "NFD" | "NFKC" | "NFKD"): string',
          "normalize(form?: string): string",
        ],
      },
      { key: "repeat", texts: ["repeat(count: number): string"] },
      { key: "startsWith", texts: ["startsWith(searchString: string, position?: number): boolean"] },
      { key: "anchor", texts: ["anchor(name: string): string"] },
      { key: "big", texts: ["big(): string"] },
      { key: "blink", texts: ["blink(): string"] },
      { key: "bold", texts: ["bold(): string"] },
      { key: "fixed", texts: ["fixed(): string"] },
      { key: "fontcolor", texts: ["fontcolor(color: string): string"] },
      { key: "fontsize", texts: ["fontsize(size: number): string", "fontsize(size: string): string"] },
      { key: "italics", texts: ["italics(): string"] },
      { key: "link", texts: ["link(url: string): string"] },
      { key: "small", texts: ["small(): string"] },
      { key: "strike", texts: ["strike(): string"] },
      { key: "sub", texts: ["sub(): string"] },
      { key: "sup", texts: ["sup(): string"] },
      { key: "[Symbol.iterator]", texts: ["[Symbol.iterator](): StringIterator<string>"] },
      { key: "padStart", texts: ["padStart(maxLength: number, fillString?: string): string"] },
      { key: "padEnd", texts: ["padEnd(maxLength: number, fillString?: string): string"] },
      { key: "trimEnd", texts: ["trimEnd(): string"] },
      { key: "trimStart", texts: ["trimStart(): string"] },
      { key: "trimLeft", texts: ["trimLeft(): string"] },
      { key: "trimRight", texts: ["trimRight(): string"] },
      { key: "matchAll", texts: ["matchAll(regexp: RegExp): RegExpStringIterator<RegExpExecArray>"] },
      {
        key: "replaceAll",
        texts: [
          "replaceAll(searchValue: string | RegExp, replaceValue: string): string",
          "replaceAll(searchValue: string | RegExp, replacer: (substring: string, ...args: any[]) => string): string",
        ],
      },
      { key: "at", texts: ["at(index: number): string | undefined"] },
      { key: "isWellFormed", texts: ["isWellFormed(): boolean"] },
      { key: "toWellFormed", texts: ["toWellFormed(): string"] },
    ],
  },
  {
    name: "StringConstructor",
    head: "StringConstructor",
    realm: true,
    parents: [],
    members: [
      { key: "", texts: ["new (value?: any): String", "(value?: any): string"] },
      { key: "fromCharCode", texts: ["fromCharCode(...codes: number[]): string"] },
      { key: "fromCodePoint", texts: ["fromCodePoint(...codePoints: number[]): string"] },
      {
        key: "raw",
        texts: [
          "raw(template: { raw: readonly string[] | ArrayLike<string>; }, ...substitutions: any[]): string",
        ],
      },
    ],
  },
  {
    name: "StringIterator",
    head: "StringIterator<T>",
    realm: true,
    parents: ["IteratorObject<T, BuiltinIteratorReturn, unknown>"],
    members: [{ key: "[Symbol.toStringTag]", texts: ["readonly [Symbol.toStringTag]: string"] }],
  },
  {
    name: "Symbol",
    head: "Symbol",
    realm: true,
    parents: [],
    members: [
      { key: "toString", texts: ["toString(): string"] },
      { key: "valueOf", texts: ["valueOf(): symbol"] },
      { key: "[Symbol.toPrimitive]", texts: ["[Symbol.toPrimitive](hint: string): symbol"] },
      { key: "[Symbol.toStringTag]", texts: ["readonly [Symbol.toStringTag]: string"] },
      { key: "description", texts: ["readonly description: string | undefined"] },
    ],
  },
  {
    name: "SymbolConstructor",
    head: "SymbolConstructor",
    realm: true,
    parents: [],
    members: [
      { key: "", texts: ["(description?: string | number): symbol"] },
      { key: "iterator", texts: ["readonly iterator: unique symbol"] },
      { key: "hasInstance", texts: ["readonly hasInstance: unique symbol"] },
      { key: "isConcatSpreadable", texts: ["readonly isConcatSpreadable: unique symbol"] },
      { key: "match", texts: ["readonly match: unique symbol"] },
      { key: "replace", texts: ["readonly replace: unique symbol"] },
      { key: "search", texts: ["readonly search: unique symbol"] },
      { key: "species", texts: ["readonly species: unique symbol"] },
      { key: "split", texts: ["readonly split: unique symbol"] },
      { key: "toPrimitive", texts: ["readonly toPrimitive: unique symbol"] },
      { key: "toStringTag", texts: ["readonly toStringTag: unique symbol"] },
      { key: "unscopables", texts: ["readonly unscopables: unique symbol"] },
      { key: "asyncIterator", texts: ["readonly asyncIterator: unique symbol"] },
      { key: "matchAll", texts: ["readonly matchAll: unique symbol"] },
      { key: "dispose", texts: ["readonly dispose: unique symbol"], since: 24 },
      { key: "asyncDispose", texts: ["readonly asyncDispose: unique symbol"], since: 24 },
    ],
  },
  { name: "SyntaxError", head: "SyntaxError", realm: true, parents: ["Error"], members: [] },
  {
    name: "SyntaxErrorConstructor",
    head: "SyntaxErrorConstructor",
    realm: true,
    parents: ["ErrorConstructor"],
    members: [
      {
        key: "",
        texts: [
          "new (message?: string): SyntaxError",
          "(message?: string): SyntaxError",
          "new (message?: string, options?: ErrorOptions): SyntaxError",
          "(message?: string, options?: ErrorOptions): SyntaxError",
        ],
      },
    ],
  },
  {
    name: "TemplateStringsArray",
    head: "TemplateStringsArray",
    parents: ["ReadonlyArray<string>"],
    members: [{ key: "raw", texts: ["readonly raw: readonly string[]"] }],
  },
  {
    name: "ThisParameterType",
    alias: "type ThisParameterType<T> = T extends (this: infer U, ...args: never) => any ? U : unknown;",
  },
  { name: "ThisType", head: "ThisType<T>", parents: [], members: [] },
  { name: "TypeError", head: "TypeError", realm: true, parents: ["Error"], members: [] },
  {
    name: "TypeErrorConstructor",
    head: "TypeErrorConstructor",
    realm: true,
    parents: ["ErrorConstructor"],
    members: [
      {
        key: "",
        texts: [
          "new (message?: string): TypeError",
          "(message?: string): TypeError",
          "new (message?: string, options?: ErrorOptions): TypeError",
          "(message?: string, options?: ErrorOptions): TypeError",
        ],
      },
    ],
  },
  { name: "URIError", head: "URIError", realm: true, parents: ["Error"], members: [] },
  {
    name: "URIErrorConstructor",
    head: "URIErrorConstructor",
    realm: true,
    parents: ["ErrorConstructor"],
    members: [
      {
        key: "",
        texts: [
          "new (message?: string): URIError",
          "(message?: string): URIError",
          "new (message?: string, options?: ErrorOptions): URIError",
          "(message?: string, options?: ErrorOptions): URIError",
        ],
      },
    ],
  },
  {
    name: "Uint16Array",
    head: "Uint16Array<TArrayBuffer extends ArrayBufferLike = ArrayBufferLike>",
    realm: true,
    parents: [],
    members: [
      { key: "", texts: ["[index: number]: number"] },
      { key: "BYTES_PER_ELEMENT", texts: ["readonly BYTES_PER_ELEMENT: number"] },
      { key: "[Symbol.iterator]", texts: ["[Symbol.iterator](): ArrayIterator<number>"] },
      { key: "[Symbol.toStringTag]", texts: ['readonly [Symbol.toStringTag]: "Uint16Array"'] },
      { key: "at", texts: ["at(index: number): number | undefined"] },
      { key: "buffer", texts: ["readonly buffer: TArrayBuffer"] },
      { key: "byteLength", texts: ["readonly byteLength: number"] },
      { key: "byteOffset", texts: ["readonly byteOffset: number"] },
      { key: "copyWithin", texts: ["copyWithin(target: number, start: number, end?: number): this"] },
      { key: "entries", texts: ["entries(): ArrayIterator<[number, number]>"] },
      {
        key: "every",
        texts: [
          "every(predicate: (value: number, index: number, array: this) => unknown, thisArg?: any): boolean",
        ],
      },
      { key: "fill", texts: ["fill(value: number, start?: number, end?: number): this"] },
      {
        key: "filter",
        texts: [
          "filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Uint16Array<ArrayBuffer>",
        ],
      },
      {
        key: "find",
        texts: [
          "find(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number | undefined",
        ],
      },
      {
        key: "findIndex",
        texts: [
          "findIndex(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number",
        ],
      },
      {
        key: "findLast",
        texts: [
          "findLast<S extends number>( predicate: ( value: number, index: number, array: this, ) => value is S, thisArg?: any, ): S | undefined",
          "findLast( predicate: ( value: number, index: number, array: this, ) => unknown, thisArg?: any, ): number | undefined",
        ],
      },
      {
        key: "findLastIndex",
        texts: [
          "findLastIndex( predicate: ( value: number, index: number, array: this, ) => unknown, thisArg?: any, ): number",
        ],
      },
      {
        key: "forEach",
        texts: [
          "forEach(callbackfn: (value: number, index: number, array: this) => void, thisArg?: any): void",
        ],
      },
      { key: "includes", texts: ["includes(searchElement: number, fromIndex?: number): boolean"] },
      { key: "indexOf", texts: ["indexOf(searchElement: number, fromIndex?: number): number"] },
      { key: "join", texts: ["join(separator?: string): string"] },
      { key: "keys", texts: ["keys(): ArrayIterator<number>"] },
      { key: "lastIndexOf", texts: ["lastIndexOf(searchElement: number, fromIndex?: number): number"] },
      { key: "length", texts: ["readonly length: number"] },
      {
        key: "map",
        texts: [
          "map(callbackfn: (value: number, index: number, array: this) => number, thisArg?: any): Uint16Array<ArrayBuffer>",
        ],
      },
      {
        key: "reduce",
        texts: [
          "reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number",
          "reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number",
          "reduce<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U",
        ],
      },
      {
        key: "reduceRight",
        texts: [
          "reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number",
          "reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number",
          "reduceRight<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U",
        ],
      },
      { key: "reverse", texts: ["reverse(): this"] },
      { key: "set", texts: ["set(array: ArrayLike<number>, offset?: number): void"] },
      { key: "slice", texts: ["slice(start?: number, end?: number): Uint16Array<ArrayBuffer>"] },
      {
        key: "some",
        texts: [
          "some(predicate: (value: number, index: number, array: this) => unknown, thisArg?: any): boolean",
        ],
      },
      { key: "sort", texts: ["sort(compareFn?: (a: number, b: number) => number): this"] },
      { key: "subarray", texts: ["subarray(begin?: number, end?: number): Uint16Array<TArrayBuffer>"] },
      {
        key: "toLocaleString",
        texts: [
          "toLocaleString(): string",
          "toLocaleString(locales: string | string[], options?: object): string",
        ],
      },
      { key: "toReversed", texts: ["toReversed(): Uint16Array<ArrayBuffer>"] },
      {
        key: "toSorted",
        texts: ["toSorted(compareFn?: (a: number, b: number) => number): Uint16Array<ArrayBuffer>"],
      },
      { key: "toString", texts: ["toString(): string"] },
      { key: "values", texts: ["values(): ArrayIterator<number>"] },
      { key: "with", texts: ["with(index: number, value: number): Uint16Array<ArrayBuffer>"] },
    ],
  },
  { name: "Uint16ArrayConstructor", realm: true, like: ["Int8ArrayConstructor", "Int8Array", "Uint16Array"] },
  {
    name: "Uint32Array",
    head: "Uint32Array<TArrayBuffer extends ArrayBufferLike = ArrayBufferLike>",
    realm: true,
    parents: [],
    members: [
      { key: "", texts: ["[index: number]: number"] },
      { key: "BYTES_PER_ELEMENT", texts: ["readonly BYTES_PER_ELEMENT: number"] },
      { key: "[Symbol.iterator]", texts: ["[Symbol.iterator](): ArrayIterator<number>"] },
      { key: "[Symbol.toStringTag]", texts: ['readonly [Symbol.toStringTag]: "Uint32Array"'] },
      { key: "at", texts: ["at(index: number): number | undefined"] },
      { key: "buffer", texts: ["readonly buffer: TArrayBuffer"] },
      { key: "byteLength", texts: ["readonly byteLength: number"] },
      { key: "byteOffset", texts: ["readonly byteOffset: number"] },
      { key: "copyWithin", texts: ["copyWithin(target: number, start: number, end?: number): this"] },
      { key: "entries", texts: ["entries(): ArrayIterator<[number, number]>"] },
      {
        key: "every",
        texts: [
          "every(predicate: (value: number, index: number, array: this) => unknown, thisArg?: any): boolean",
        ],
      },
      { key: "fill", texts: ["fill(value: number, start?: number, end?: number): this"] },
      {
        key: "filter",
        texts: [
          "filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Uint32Array<ArrayBuffer>",
        ],
      },
      {
        key: "find",
        texts: [
          "find(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number | undefined",
        ],
      },
      {
        key: "findIndex",
        texts: [
          "findIndex(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number",
        ],
      },
      {
        key: "findLast",
        texts: [
          "findLast<S extends number>( predicate: ( value: number, index: number, array: this, ) => value is S, thisArg?: any, ): S | undefined",
          "findLast( predicate: ( value: number, index: number, array: this, ) => unknown, thisArg?: any, ): number | undefined",
        ],
      },
      {
        key: "findLastIndex",
        texts: [
          "findLastIndex( predicate: ( value: number, index: number, array: this, ) => unknown, thisArg?: any, ): number",
        ],
      },
      {
        key: "forEach",
        texts: [
          "forEach(callbackfn: (value: number, index: number, array: this) => void, thisArg?: any): void",
        ],
      },
      { key: "includes", texts: ["includes(searchElement: number, fromIndex?: number): boolean"] },
      { key: "indexOf", texts: ["indexOf(searchElement: number, fromIndex?: number): number"] },
      { key: "join", texts: ["join(separator?: string): string"] },
      { key: "keys", texts: ["keys(): ArrayIterator<number>"] },
      { key: "lastIndexOf", texts: ["lastIndexOf(searchElement: number, fromIndex?: number): number"] },
      { key: "length", texts: ["readonly length: number"] },
      {
        key: "map",
        texts: [
          "map(callbackfn: (value: number, index: number, array: this) => number, thisArg?: any): Uint32Array<ArrayBuffer>",
        ],
      },
      {
        key: "reduce",
        texts: [
          "reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number",
          "reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number",
          "reduce<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U",
        ],
      },
      {
        key: "reduceRight",
        texts: [
          "reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number",
          "reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number",
          "reduceRight<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U",
        ],
      },
      { key: "reverse", texts: ["reverse(): this"] },
      { key: "set", texts: ["set(array: ArrayLike<number>, offset?: number): void"] },
      { key: "slice", texts: ["slice(start?: number, end?: number): Uint32Array<ArrayBuffer>"] },
      {
        key: "some",
        texts: [
          "some(predicate: (value: number, index: number, array: this) => unknown, thisArg?: any): boolean",
        ],
      },
      { key: "sort", texts: ["sort(compareFn?: (a: number, b: number) => number): this"] },
      { key: "subarray", texts: ["subarray(begin?: number, end?: number): Uint32Array<TArrayBuffer>"] },
      {
        key: "toLocaleString",
        texts: [
          "toLocaleString(): string",
          "toLocaleString(locales: string | string[], options?: object): string",
        ],
      },
      { key: "toReversed", texts: ["toReversed(): Uint32Array<ArrayBuffer>"] },
      {
        key: "toSorted",
        texts: ["toSorted(compareFn?: (a: number, b: number) => number): Uint32Array<ArrayBuffer>"],
      },
      { key: "toString", texts: ["toString(): string"] },
      { key: "values", texts: ["values(): ArrayIterator<number>"] },
      { key: "with", texts: ["with(index: number, value: number): Uint32Array<ArrayBuffer>"] },
    ],
  },
  { name: "Uint32ArrayConstructor", realm: true, like: ["Int8ArrayConstructor", "Int8Array", "Uint32Array"] },
  {
    name: "Uint8Array",
    realm: true,
    like: ["Int8Array", "Int8Array", "Uint8Array"],
    members: [
      {
        key: "setFromBase64",
        texts: [
          'setFromBase64( string: string, options?: { alphabet?: "base64" | "base64url" | undefined; lastChunkHandling?: "loose" | "strict" | "stop-before-partial" | undefined; }, ): { read: number; written: number; }',
        ],
        since: 26,
      },
      {
        key: "setFromHex",
        texts: ["setFromHex(string: string): { read: number; written: number; }"],
        since: 26,
      },
      {
        key: "toBase64",
        texts: [
          'toBase64( options?: { alphabet?: "base64" | "base64url" | undefined; omitPadding?: boolean | undefined; }, ): string',
        ],
        since: 26,
      },
      { key: "toHex", texts: ["toHex(): string"], since: 26 },
    ],
  },
  {
    name: "Uint8ArrayConstructor",
    realm: true,
    like: ["Int8ArrayConstructor", "Int8Array", "Uint8Array"],
    members: [
      {
        key: "fromBase64",
        texts: [
          'fromBase64( string: string, options?: { alphabet?: "base64" | "base64url" | undefined; lastChunkHandling?: "loose" | "strict" | "stop-before-partial" | undefined; }, ): Uint8Array<ArrayBuffer>',
        ],
        since: 26,
      },
      { key: "fromHex", texts: ["fromHex( string: string, ): Uint8Array<ArrayBuffer>"], since: 26 },
    ],
  },
  {
    name: "Uint8ClampedArray",
    head: "Uint8ClampedArray<TArrayBuffer extends ArrayBufferLike = ArrayBufferLike>",
    realm: true,
    parents: [],
    members: [
      { key: "", texts: ["[index: number]: number"] },
      { key: "BYTES_PER_ELEMENT", texts: ["readonly BYTES_PER_ELEMENT: number"] },
      { key: "[Symbol.iterator]", texts: ["[Symbol.iterator](): ArrayIterator<number>"] },
      { key: "[Symbol.toStringTag]", texts: ['readonly [Symbol.toStringTag]: "Uint8ClampedArray"'] },
      { key: "at", texts: ["at(index: number): number | undefined"] },
      { key: "buffer", texts: ["readonly buffer: TArrayBuffer"] },
      { key: "byteLength", texts: ["readonly byteLength: number"] },
      { key: "byteOffset", texts: ["readonly byteOffset: number"] },
      { key: "copyWithin", texts: ["copyWithin(target: number, start: number, end?: number): this"] },
      { key: "entries", texts: ["entries(): ArrayIterator<[number, number]>"] },
      {
        key: "every",
        texts: [
          "every(predicate: (value: number, index: number, array: this) => unknown, thisArg?: any): boolean",
        ],
      },
      { key: "fill", texts: ["fill(value: number, start?: number, end?: number): this"] },
      {
        key: "filter",
        texts: [
          "filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Uint8ClampedArray<ArrayBuffer>",
        ],
      },
      {
        key: "find",
        texts: [
          "find(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number | undefined",
        ],
      },
      {
        key: "findIndex",
        texts: [
          "findIndex(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number",
        ],
      },
      {
        key: "findLast",
        texts: [
          "findLast<S extends number>( predicate: ( value: number, index: number, array: this, ) => value is S, thisArg?: any, ): S | undefined",
          "findLast( predicate: ( value: number, index: number, array: this, ) => unknown, thisArg?: any, ): number | undefined",
        ],
      },
      {
        key: "findLastIndex",
        texts: [
          "findLastIndex( predicate: ( value: number, index: number, array: this, ) => unknown, thisArg?: any, ): number",
        ],
      },
      {
        key: "forEach",
        texts: [
          "forEach(callbackfn: (value: number, index: number, array: this) => void, thisArg?: any): void",
        ],
      },
      { key: "includes", texts: ["includes(searchElement: number, fromIndex?: number): boolean"] },
      { key: "indexOf", texts: ["indexOf(searchElement: number, fromIndex?: number): number"] },
      { key: "join", texts: ["join(separator?: string): string"] },
      { key: "keys", texts: ["keys(): ArrayIterator<number>"] },
      { key: "lastIndexOf", texts: ["lastIndexOf(searchElement: number, fromIndex?: number): number"] },
      { key: "length", texts: ["readonly length: number"] },
      {
        key: "map",
        texts: [
          "map(callbackfn: (value: number, index: number, array: this) => number, thisArg?: any): Uint8ClampedArray<ArrayBuffer>",
        ],
      },
      {
        key: "reduce",
        texts: [
          "reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number",
          "reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number",
          "reduce<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U",
        ],
      },
      {
        key: "reduceRight",
        texts: [
          "reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number",
          "reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number",
          "reduceRight<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U",
        ],
      },
      { key: "reverse", texts: ["reverse(): this"] },
      { key: "set", texts: ["set(array: ArrayLike<number>, offset?: number): void"] },
      { key: "slice", texts: ["slice(start?: number, end?: number): Uint8ClampedArray<ArrayBuffer>"] },
      {
        key: "some",
        texts: [
          "some(predicate: (value: number, index: number, array: this) => unknown, thisArg?: any): boolean",
        ],
      },
      { key: "sort", texts: ["sort(compareFn?: (a: number, b: number) => number): this"] },
      { key: "subarray", texts: ["subarray(begin?: number, end?: number): Uint8ClampedArray<TArrayBuffer>"] },
      {
        key: "toLocaleString",
        texts: [
          "toLocaleString(): string",
          "toLocaleString(locales: string | string[], options?: object): string",
        ],
      },
      { key: "toReversed", texts: ["toReversed(): Uint8ClampedArray<ArrayBuffer>"] },
      {
        key: "toSorted",
        texts: ["toSorted(compareFn?: (a: number, b: number) => number): Uint8ClampedArray<ArrayBuffer>"],
      },
      { key: "toString", texts: ["toString(): string"] },
      { key: "values", texts: ["values(): ArrayIterator<number>"] },
      { key: "with", texts: ["with(index: number, value: number): Uint8ClampedArray<ArrayBuffer>"] },
    ],
  },
  {
    name: "Uint8ClampedArrayConstructor",
    realm: true,
    like: ["Int8ArrayConstructor", "Int8Array", "Uint8ClampedArray"],
  },
  { name: "Uncapitalize", alias: "type Uncapitalize<S extends string> = intrinsic;" },
  { name: "Uppercase", alias: "type Uppercase<S extends string> = intrinsic;" },
  { name: "WeakKey", alias: "type WeakKey = WeakKeyTypes[keyof WeakKeyTypes];" },
  {
    name: "WeakKeyTypes",
    head: "WeakKeyTypes",
    parents: [],
    members: [
      { key: "object", texts: ["object: object"] },
      { key: "symbol", texts: ["symbol: symbol"] },
    ],
  },
  {
    name: "WeakMap",
    head: "WeakMap<K extends WeakKey, V>",
    realm: true,
    parents: [],
    members: [
      { key: "delete", texts: ["delete(key: K): boolean"] },
      { key: "get", texts: ["get(key: K): V | undefined"] },
      { key: "has", texts: ["has(key: K): boolean"] },
      { key: "set", texts: ["set(key: K, value: V): this"] },
      { key: "[Symbol.toStringTag]", texts: ["readonly [Symbol.toStringTag]: string"] },
      { key: "getOrInsert", texts: ["getOrInsert(key: K, defaultValue: V): V"], since: 26 },
      {
        key: "getOrInsertComputed",
        texts: ["getOrInsertComputed(key: K, callback: (key: K) => V): V"],
        since: 26,
      },
    ],
  },
  {
    name: "WeakMapConstructor",
    head: "WeakMapConstructor",
    realm: true,
    parents: [],
    members: [
      {
        key: "",
        texts: [
          "new <K extends WeakKey = WeakKey, V = any>(entries?: readonly (readonly [K, V])[] | null): WeakMap<K, V>",
          "new <K extends WeakKey = WeakKey, V = any>(iterable?: Iterable<readonly [K, V]> | null): WeakMap<K, V>",
        ],
      },
    ],
  },
  {
    name: "WeakSet",
    head: "WeakSet<T extends WeakKey>",
    realm: true,
    parents: [],
    members: [
      { key: "add", texts: ["add(value: T): this"] },
      { key: "delete", texts: ["delete(value: T): boolean"] },
      { key: "has", texts: ["has(value: T): boolean"] },
      { key: "[Symbol.toStringTag]", texts: ["readonly [Symbol.toStringTag]: string"] },
    ],
  },
  {
    name: "WeakSetConstructor",
    head: "WeakSetConstructor",
    realm: true,
    parents: [],
    members: [
      {
        key: "",
        texts: [
          "new <T extends WeakKey = WeakKey>(values?: readonly T[] | null): WeakSet<T>",
          "new <T extends WeakKey = WeakKey>(iterable: Iterable<T>): WeakSet<T>",
        ],
      },
    ],
  },
];

export const LIB_VALUES: readonly LibValue[] = [
  { name: "NaN", types: ["number"] },
  { name: "Infinity", types: ["number"] },
  { name: "parseInt", types: ["(string: string, radix?: number) => number"] },
  { name: "parseFloat", types: ["(string: string) => number"] },
  { name: "isNaN", types: ["(number: number) => boolean"] },
  { name: "isFinite", types: ["(number: number) => boolean"] },
  { name: "decodeURI", types: ["(encodedURI: string) => string"] },
  { name: "decodeURIComponent", types: ["(encodedURIComponent: string) => string"] },
  { name: "encodeURI", types: ["(uri: string) => string"] },
  { name: "encodeURIComponent", types: ["(uriComponent: string | number | boolean) => string"] },
  { name: "Symbol", types: ["SymbolConstructor"] },
  { name: "Object", types: ["ObjectConstructor"] },
  { name: "String", types: ["StringConstructor"] },
  { name: "Boolean", types: ["BooleanConstructor"] },
  { name: "Number", types: ["NumberConstructor"] },
  { name: "Math", types: ["Math"] },
  { name: "Date", types: ["DateConstructor"] },
  { name: "RegExp", types: ["RegExpConstructor"] },
  { name: "Error", types: ["ErrorConstructor"] },
  { name: "EvalError", types: ["EvalErrorConstructor"] },
  { name: "RangeError", types: ["RangeErrorConstructor"] },
  { name: "ReferenceError", types: ["ReferenceErrorConstructor"] },
  { name: "SyntaxError", types: ["SyntaxErrorConstructor"] },
  { name: "TypeError", types: ["TypeErrorConstructor"] },
  { name: "URIError", types: ["URIErrorConstructor"] },
  { name: "JSON", types: ["JSON"] },
  { name: "Array", types: ["ArrayConstructor"] },
  { name: "Promise", types: ["PromiseConstructor"] },
  { name: "ArrayBuffer", types: ["ArrayBufferConstructor"] },
  { name: "DataView", types: ["DataViewConstructor"] },
  { name: "Int8Array", types: ["Int8ArrayConstructor"] },
  { name: "Uint8Array", types: ["Uint8ArrayConstructor"] },
  { name: "Uint8ClampedArray", types: ["Uint8ClampedArrayConstructor"] },
  { name: "Int16Array", types: ["Int16ArrayConstructor"] },
  { name: "Uint16Array", types: ["Uint16ArrayConstructor"] },
  { name: "Int32Array", types: ["Int32ArrayConstructor"] },
  { name: "Uint32Array", types: ["Uint32ArrayConstructor"] },
  { name: "Float32Array", types: ["Float32ArrayConstructor"] },
  { name: "Float64Array", types: ["Float64ArrayConstructor"] },
  { name: "Map", types: ["MapConstructor"] },
  { name: "WeakMap", types: ["WeakMapConstructor"] },
  { name: "Set", types: ["SetConstructor"] },
  { name: "WeakSet", types: ["WeakSetConstructor"] },
  { name: "BigInt", types: ["BigIntConstructor"] },
  { name: "BigInt64Array", types: ["BigInt64ArrayConstructor"] },
  { name: "BigUint64Array", types: ["BigUint64ArrayConstructor"] },
  { name: "AggregateError", types: ["AggregateErrorConstructor"] },
  { name: "Float16Array", types: ["Float16ArrayConstructor"] },
];
