import {
  bufferLength,
  dateGetTime,
  dateToISOString,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  is,
  isArray,
  mapForEach,
  mapSize,
  NativePromise,
  NativeString,
  ownKeys,
  regexpFlag,
  regexpSource,
  setForEach,
  setSize,
  stringCharCodeAt,
  stringSlice,
  symbolToString,
  typedArrayLength,
  typedArrayTag,
  weakMapHas,
  weakSetHas,
} from "../intrinsics/primordials.js";
import { layout } from "./layout.js";
import { className, describeFunction, errorHeader, isError, isPlain } from "./names.js";
import { quote, quoteKey } from "./quote.js";

export interface InspectOptions {
  /** Text for an object that stands for one of the host's, or null for any other. */
  readonly describeFacet?: (value: object) => string | null;
  /** Levels of nesting shown; 3 by default. */
  readonly depth?: number;
  /** Characters of the result; 65,536 by default. */
  readonly maxLength?: number;
}

const MAX_ITEMS = 100;
const MAX_NODES = 10_000;
const MAX_TEXT = 10_000;

interface Walk {
  readonly options: InspectOptions;
  readonly depth: number;
  readonly maxLength: number;
  readonly path: object[];
  readonly circular: object[];
  nodes: number;
  length: number;
  deepest: number;
}

/** Text of any value as Node's console shows it, without running any of the program's code: accessors stay unread. */
export function inspect(value: unknown, options: InspectOptions = {}): string {
  const { depth = 3, maxLength = 65_536 } = options;
  const walk: Walk = { options, depth, maxLength, path: [], circular: [], nodes: 0, length: 0, deepest: 0 };
  const text = show(walk, value, 0);
  return text.length <= maxLength ? text : `${stringSlice(text, 0, maxLength)}… (cut)`;
}

function show(walk: Walk, value: unknown, indent: number): string {
  const text =
    typeof value === "object" || typeof value === "function"
      ? value === null
        ? "null"
        : showObject(walk, value, indent)
      : primitive(value);
  walk.length += text.length;
  return text;
}

export function primitive(value: unknown): string {
  switch (typeof value) {
    case "string":
      return value.length > MAX_TEXT
        ? `${quote(stringSlice(value, 0, MAX_TEXT))}... ${value.length - MAX_TEXT} more characters`
        : quote(value);
    case "number":
      return is(value, -0) ? "-0" : `${value}`;
    case "bigint":
      return `${value}n`;
    case "symbol":
      return symbolToString(value);
    default:
      return `${value as undefined}`;
  }
}

function showObject(walk: Walk, object: object, indent: number): string {
  const at = indexOf(walk.path, object);
  if (at >= 0) return `[Circular *${circle(walk, object)}]`;
  const facet = walk.options.describeFacet?.(object) ?? null;
  if (facet !== null) return facet;
  if (++walk.nodes > MAX_NODES || walk.length > walk.maxLength) return "…";
  const level = walk.path.length;
  const view = describe(walk, object);
  if (level > walk.depth) {
    if (view.nests) return `[${view.prefix === "" ? (isArray(object) ? "Array" : "Object") : view.prefix}]`;
    // Causes of causes, and functions that hang on functions, are chains of any length.
    return hasMembers(object) ? `${view.prefix} { … }` : view.prefix;
  }
  walk.path[level] = object;
  walk.deepest = level;
  const entries: string[] = [];
  view.fill(entries, indent + 2);
  members(walk, object, entries, indent + 2, view.indexed);
  walk.path.length = level;
  const reference = indexOf(walk.circular, object);
  const mark = reference < 0 ? "" : `<ref *${reference + 1}> `;
  if (!view.nests && entries.length === 0) return mark + view.prefix;
  return (
    mark +
    layout(
      view.prefix,
      view.open,
      view.close,
      entries,
      indent,
      walk.deepest - level < 3,
      isArray(object) && entries.length > 6,
    )
  );
}

interface View {
  readonly prefix: string;
  readonly open: string;
  readonly close: string;
  /** Whether an empty one still shows its brackets. */
  readonly nests: boolean;
  /** Leading index keys that `fill` has shown. */
  readonly indexed: boolean;
  readonly fill: (entries: string[], indent: number) => void;
}

const nothing = (): void => {};
const atom = (prefix: string): View => ({
  prefix,
  open: "{",
  close: "}",
  nests: false,
  indexed: false,
  fill: nothing,
});

/** Kinds are told by internal slots, which a program cannot forge. */
function describe(walk: Walk, object: object): View {
  if (typeof object === "function") return atom(describeFunction(object));
  const name = className(object);
  const title = name ?? "[Object: null prototype]";
  if (isArray(object)) {
    return {
      prefix: name === "Array" ? "" : `${title}(${object.length})`,
      open: "[",
      close: "]",
      nests: true,
      indexed: true,
      fill: (out, indent) => elements(walk, object, object.length, out, indent),
    };
  }
  if (isError(object)) return atom(walk.path.length === 0 ? errorHeader(object) : `[${errorHeader(object)}]`);
  const tag = typedArrayTag(object);
  if (tag !== undefined) {
    const length = typedArrayLength(object);
    return {
      prefix: `${tag}(${length})`,
      open: "[",
      close: "]",
      nests: true,
      indexed: true,
      fill: (out, indent) => elements(walk, object, length, out, indent),
    };
  }
  const size = slot(() => mapSize(object));
  if (size !== undefined)
    return {
      prefix: `${title}(${size})`,
      open: "{",
      close: "}",
      nests: true,
      indexed: false,
      fill: (out, indent) => mapEntries(walk, object, out, indent),
    };
  const count = slot(() => setSize(object));
  if (count !== undefined)
    return {
      prefix: `${title}(${count})`,
      open: "{",
      close: "}",
      nests: true,
      indexed: false,
      fill: (out, indent) => setEntries(walk, object, out, indent),
    };
  const text = slotText(object, title);
  if (text !== undefined) return atom(text);
  return {
    prefix: isPlain(object) ? "" : title,
    open: "{",
    close: "}",
    nests: true,
    indexed: false,
    fill: nothing,
  };
}

function slotText(object: object, title: string): string | undefined {
  const time = slot(() => dateGetTime(object));
  if (time !== undefined) return time - time === 0 ? dateToISOString(object) : "Invalid Date";
  // `RegExp.prototype` answers too; it is no regular expression, and showing it as one does no harm.
  const source = slot(() => regexpSource(object));
  if (source !== undefined) {
    let flags = "";
    for (const flag of ["d", "g", "i", "m", "s", "u", "y"] as const)
      if (regexpFlag[flag](object)) flags += flag;
    return `/${source}/${flags}`;
  }
  const bytes = slot(() => bufferLength(object));
  if (bytes !== undefined) return `ArrayBuffer { byteLength: ${bytes} }`;
  if (
    slot(() => weakMapHas(object, object)) !== undefined ||
    slot(() => weakSetHas(object, object)) !== undefined
  )
    return `${title} { <items unknown> }`;
  if (title === "Promise" && getPrototypeOf(object) === NativePromise.prototype) return "Promise {}";
  return undefined;
}

function slot<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function elements(walk: Walk, object: object, length: number, out: string[], indent: number): void {
  let holes = 0;
  let shown = 0;
  let i = 0;
  const flush = (): void => {
    if (holes > 0) out[out.length] = `<${holes} empty item${holes === 1 ? "" : "s"}>`;
    holes = 0;
  };
  for (; i < length && shown < MAX_ITEMS && holes < MAX_NODES; i++) {
    const d = getOwnPropertyDescriptor(object, i);
    if (d === undefined) {
      holes++;
      continue;
    }
    flush();
    out[out.length] = property(walk, d, indent);
    shown++;
  }
  // A sparse array may be four thousand million long: the rest is said, not walked.
  if (holes > 0 && i < length) {
    holes += length - i;
    i = length;
  }
  flush();
  if (i < length) out[out.length] = `... ${length - i} more item${length - i === 1 ? "" : "s"}`;
}

function mapEntries(walk: Walk, object: object, out: string[], indent: number): void {
  let n = 0;
  mapForEach(object, (value, key) => {
    if (n++ < MAX_ITEMS) out[out.length] = `${show(walk, key, indent)} => ${show(walk, value, indent)}`;
  });
  if (n > MAX_ITEMS) out[out.length] = `... ${n - MAX_ITEMS} more items`;
}

function setEntries(walk: Walk, object: object, out: string[], indent: number): void {
  let n = 0;
  setForEach(object, (value) => {
    if (n++ < MAX_ITEMS) out[out.length] = show(walk, value, indent);
  });
  if (n > MAX_ITEMS) out[out.length] = `... ${n - MAX_ITEMS} more items`;
}

function members(walk: Walk, object: object, out: string[], indent: number, indexed: boolean): void {
  const names = ownKeys(object);
  const error = !indexed && isError(object);
  let shown = 0;
  for (let i = 0; i < names.length; i++) {
    const key = names[i] as PropertyKey;
    if (indexed && typeof key === "string" && isIndex(key)) continue;
    const d = getOwnPropertyDescriptor(object, key);
    const extra = error && isExtra(key);
    if (d === undefined || !isShown(key, d, error)) continue;
    if (shown++ >= MAX_ITEMS) {
      out[out.length] = "...";
      return;
    }
    const label =
      typeof key === "symbol"
        ? `[${symbolToString(key)}]`
        : extra
          ? `[${NativeString(key)}]`
          : quoteKey(NativeString(key));
    out[out.length] = `${label}: ${property(walk, d, indent)}`;
  }
}

/** Members of an error that are shown although they are not enumerable. */
function isExtra(key: PropertyKey): boolean {
  return key === "cause" || key === "errors";
}

function isShown(key: PropertyKey, d: PropertyDescriptor, error: boolean): boolean {
  if (error && isExtra(key)) return true;
  if (error && (key === "name" || key === "message" || key === "stack")) return false;
  return d.enumerable === true;
}

/** Of an object that does not nest. */
function hasMembers(object: object): boolean {
  const names = ownKeys(object);
  const error = isError(object);
  for (let i = 0; i < names.length; i++) {
    const key = names[i] as PropertyKey;
    const d = getOwnPropertyDescriptor(object, key);
    if (d !== undefined && isShown(key, d, error)) return true;
  }
  return false;
}

function property(walk: Walk, d: PropertyDescriptor, indent: number): string {
  if ("value" in d) return show(walk, d.value, indent);
  return d.get === undefined ? "[Setter]" : d.set === undefined ? "[Getter]" : "[Getter/Setter]";
}

function isIndex(key: string): boolean {
  const code = stringCharCodeAt(key, 0);
  return code >= 48 && code <= 57;
}

function indexOf(list: readonly object[], object: object): number {
  for (let i = 0; i < list.length; i++) if (list[i] === object) return i;
  return -1;
}

function circle(walk: Walk, object: object): number {
  const known = indexOf(walk.circular, object);
  if (known >= 0) return known + 1;
  walk.circular[walk.circular.length] = object;
  return walk.circular.length;
}
