import { fromLike } from "./array-constructor.js";
import { mimic, replaceMethod } from "./define.js";
import { admitArray, meter } from "./meter.js";
import {
  apply,
  bufferLength,
  construct,
  defineProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isArray,
  NativeNumber,
  ownKeys,
  realmGlobal,
  setPrototypeOf,
  TYPED_ARRAYS,
  typedArrayLength,
  typedArrayTag,
} from "./primordials.js";
import { ticking } from "./ticking.js";

type Constructor = new (...args: unknown[]) => object;
type Native = (...args: unknown[]) => unknown;
const iteratorSymbol: typeof Symbol.iterator = Symbol.iterator;

/** Guest-visible constructors by name, in place of the native ones. */
export function makeBufferConstructors(): ReadonlyMap<string, Native> {
  const made = new Map<string, Native>();
  for (const name of TYPED_ARRAYS) {
    const native = realmGlobal[name] as Constructor | undefined;
    if (native === undefined) continue;
    const width = NativeNumber((native as unknown as { BYTES_PER_ELEMENT: number }).BYTES_PER_ELEMENT);
    made.set(name, wrap(native, typedSource, width));
  }
  made.set(
    "ArrayBuffer",
    wrap(ArrayBuffer as unknown as Constructor, (first) => NativeNumber(first), 1),
  );
  for (const name of ["resize", "transfer", "transferToFixedLength"]) {
    replaceMethod(
      ArrayBuffer.prototype,
      name,
      (native) =>
        ({
          resize(this: unknown, length?: unknown): unknown {
            if (length === undefined) return apply(native, this, []);
            const bytes = NativeNumber(length);
            admitBytes(bytes);
            return apply(native, this, [bytes]);
          },
        }).resize,
    );
  }
  return made;
}

/** What to construct from, with its length settled: whatever the program's code answers is asked once. */
function typedSource(first: unknown): unknown {
  if (typeof first !== "object" || first === null)
    return first === undefined ? undefined : NativeNumber(first);
  if (isArray(first) || typedArrayTag(first) !== undefined || isBuffer(first)) return first;
  const iterates = (first as { [iteratorSymbol]?: unknown })[iteratorSymbol];
  return iterates === undefined || iterates === null
    ? fromLike(first as ArrayLike<unknown>, undefined, undefined)
    : ticking(first);
}

function isBuffer(value: object): boolean {
  try {
    return bufferLength(value) >= 0;
  } catch {
    return false;
  }
}

function sizeOf(first: unknown): number {
  if (typeof first === "number") return first;
  return isArray(first) ? first.length : typedArrayTag(first) === undefined ? 0 : typedArrayLength(first);
}

function admitBytes(bytes: number): void {
  const { arrayLength } = meter.limits();
  if (bytes > arrayLength * 8)
    meter.limitError(
      "LIMIT_ARRAY",
      `The program asked for a buffer of ${bytes} bytes; the limit is ${arrayLength * 8}.`,
    );
  if (bytes > 256) meter.charge(bytes, "bytes");
}

function wrap(Native: Constructor, sourceOf: (first: unknown) => unknown, width: number): Native {
  const wrapper = function (this: unknown, ...args: unknown[]): unknown {
    // The common case first: `new Float64Array(100)`.
    if (new.target === wrapper && args.length === 1 && typeof args[0] === "number") {
      const bytes = args[0] * width;
      if (bytes > 256) admitBytes(bytes);
      return new Native(args[0]);
    }
    // Called without `new`: the native throws its own TypeError.
    if (new.target === undefined) return apply(Native as unknown as Native, undefined, args);
    if (args.length === 0)
      return construct(
        Native,
        args,
        (new.target === wrapper ? Native : new.target) as unknown as Constructor,
      );
    const first = sourceOf(args[0]);
    args[0] = first;
    if (
      width === 1 &&
      args.length > 1 &&
      typeof args[1] === "object" &&
      args[1] !== null &&
      Native === (NativeArrayBuffer as unknown)
    ) {
      // A growable buffer reserves its largest size; the option is read once.
      const most = (args[1] as { maxByteLength?: unknown }).maxByteLength;
      const largest = most === undefined ? undefined : NativeNumber(most);
      if (largest !== undefined) admitBytes(largest);
      args[1] = { maxByteLength: largest };
    }
    if (first !== undefined) {
      const size = sizeOf(first);
      if (width > 1) admitArray(size, width);
      else admitBytes(size);
    }
    if (new.target === wrapper) return args.length === 1 ? new Native(first) : construct(Native, args);
    return construct(Native, args, new.target as unknown as Constructor);
  };
  mimic(wrapper, Native);
  for (const key of ownKeys(Native)) {
    if (key === "name" || key === "length") continue;
    const d = getOwnPropertyDescriptor(Native, key);
    if (d !== undefined)
      defineProperty(wrapper, key, key === "prototype" ? { value: d.value, writable: false } : d);
  }
  setPrototypeOf(wrapper, getPrototypeOf(Native));
  return wrapper as unknown as Native;
}

const NativeArrayBuffer: unknown = ArrayBuffer;
