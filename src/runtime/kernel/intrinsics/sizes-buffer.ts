import { mimic, replaceMethod } from "./define.js";
import { admitArray, meter } from "./meter.js";
import { apply, construct, defineProperty, getOwnPropertyDescriptor, NativeNumber, ownKeys, realmGlobal, setPrototypeOf, getPrototypeOf } from "./primordials.js";
import { lengthOf } from "./sizes-array.js";

type Constructor = new (...args: unknown[]) => object;
type Native = (...args: unknown[]) => unknown;
const TYPED = ["Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array", "Float16Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array"] as const;
const iteratorSymbol: typeof Symbol.iterator = Symbol.iterator;

/** Guest-visible constructors by name, in place of the native ones. */
export function makeBufferConstructors(): ReadonlyMap<string, Native> {
  const made = new Map<string, Native>();
  for (const name of TYPED) {
    const native = realmGlobal[name] as Constructor | undefined;
    if (native === undefined) continue;
    const width = NativeNumber((native as unknown as { BYTES_PER_ELEMENT: number }).BYTES_PER_ELEMENT);
    made.set(name, wrap(native, (first) => typedLength(first), width));
  }
  made.set("ArrayBuffer", wrap(ArrayBuffer as unknown as Constructor, (first) => NativeNumber(first), 1));
  for (const name of ["resize", "transfer", "transferToFixedLength"]) {
    replaceMethod(ArrayBuffer.prototype, name, (native) =>
      ({
        resize(this: unknown, length?: unknown): unknown {
          if (length !== undefined) admitBytes(NativeNumber(length));
          return apply(native, this, length === undefined ? [] : [length]);
        },
      }).resize,
    );
  }
  return made;
}

function typedLength(first: unknown): number {
  if (typeof first === "number") return first;
  if (typeof first !== "object" || first === null) return NativeNumber(first);
  const iterates = (first as { [iteratorSymbol]?: unknown })[iteratorSymbol];
  return iterates === undefined || iterates === null || "length" in first ? lengthOf(first) : 0;
}

function admitBytes(bytes: number): void {
  const { arrayLength } = meter.limits();
  if (bytes > arrayLength * 8) meter.limitError("LIMIT_ARRAY", `The program asked for a buffer of ${bytes} bytes; the limit is ${arrayLength * 8}.`);
  if (bytes > 256) meter.charge(bytes, "bytes");
}

function wrap(Native: Constructor, sizeOf: (first: unknown) => number, width: number): Native {
  const wrapper = function (this: unknown, ...args: unknown[]): unknown {
    // Called without `new`: the native throws its own TypeError.
    if (new.target === undefined) return apply(Native as unknown as Native, undefined, args);
    const first = args[0];
    if (width === 1 && args.length > 1 && typeof args[1] === "object" && args[1] !== null && Native === (NativeArrayBuffer as unknown)) {
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
    if (d !== undefined) defineProperty(wrapper, key, key === "prototype" ? { value: d.value, writable: false } : d);
  }
  setPrototypeOf(wrapper, getPrototypeOf(Native));
  return wrapper as unknown as Native;
}

const NativeArrayBuffer: unknown = ArrayBuffer;
