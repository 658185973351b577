import { GuardError } from "../diagnostics/errors.js";
import type { PolicyRules } from "../language/policy.js";
import type { CompileResult } from "./compile.js";
import type { Settings } from "./options.js";

/** Results that were compiled before; only `createCompileCache` makes one. Frozen: what it holds is out of reach. */
export interface CompileCache {
  /** How full it is, and how often it was asked. */
  usage(): CacheUsage;
  /** Forgets everything it holds. */
  clear(): void;
}

export interface CacheUsage {
  readonly entries: number;
  /** Of sources, emitted texts, source positions and keys. */
  readonly bytes: number;
  readonly hits: number;
  readonly misses: number;
}

export interface CacheSize {
  /** The most results it holds; default 500. */
  readonly entries?: number;
  /** The most bytes of text it holds, about; default 32 MB. */
  readonly bytes?: number;
}

/** What the compiler does with a cache. */
export interface Store {
  get(key: string): CompileResult | undefined;
  set(key: string, result: CompileResult, bytes: number): void;
  key(source: string, settings: Settings): string | undefined;
}

const DEFAULTS = Object.freeze({ entries: 500, bytes: 32_000_000 });

const stores = new WeakMap<object, Store>();

/**
 * A cache to pass to `compileRestricted` as the option `cache`. It holds what was compiled without an error, and drops
 * what was not asked for the longest. A result is found again by its whole source and every option, the policy by identity.
 * @throws GuardError `OPTION_UNKNOWN`, `OPTION_VALUE`
 */
export function createCompileCache(size: CacheSize = {}): CompileCache {
  const limits = sizeOf(size);
  const { store, cache } = makeCache(limits.entries, limits.bytes);
  stores.set(cache, store);
  return cache;
}

/** @throws GuardError `OPTION_VALUE` for anything but a cache */
export function storeOf(cache: unknown): Store {
  const store = typeof cache === "object" && cache !== null ? stores.get(cache) : undefined;
  if (store === undefined) throw wrong("OPTION_VALUE", "`cache` must be made by createCompileCache().");
  return store;
}

function makeCache(most: number, mostBytes: number): { readonly store: Store; readonly cache: CompileCache } {
  // In the order of use: a map keeps the order in which its keys came.
  const held = new Map<string, { readonly result: CompileResult; readonly bytes: number }>();
  const policies = new WeakMap<PolicyRules, number>();
  let [policyCount, bytes, hits, misses] = [0, 0, 0, 0];
  const drop = (key: string): void => {
    bytes -= held.get(key)?.bytes ?? 0;
    held.delete(key);
  };
  const policyNumber = (policy: PolicyRules): number => {
    const known = policies.get(policy) ?? policyCount++;
    policies.set(policy, known);
    return known;
  };
  const store: Store = {
    key: (source, settings) => keyOf(source, settings, policyNumber(settings.policy)),
    get(key) {
      const found = held.get(key);
      if (found === undefined) misses++;
      else hits++;
      if (found === undefined) return undefined;
      held.delete(key);
      held.set(key, found);
      return found.result;
    },
    set(key, result, textBytes) {
      drop(key);
      const size = textBytes + 2 * key.length;
      if (size > mostBytes) return;
      held.set(key, { result, bytes: size });
      bytes += size;
      for (const oldest of held.keys()) {
        if (held.size <= most && bytes <= mostBytes) return;
        drop(oldest);
      }
    },
  };
  const cache: CompileCache = Object.freeze({
    usage: () => Object.freeze({ entries: held.size, bytes, hits, misses }),
    clear() {
      held.clear();
      bytes = 0;
    },
  });
  return { store, cache };
}

/**
 * Every option as it was read, and the whole source: no two compilations that could differ have one key. Undefined where
 * that cannot be said: a limit need not be a number.
 */
function keyOf(source: string, settings: Settings, policy: number): string | undefined {
  const { limits, policy: _rules, ...others } = settings;
  const numbers = Object.entries(limits).flat();
  if (!Object.values(limits).every((limit) => typeof limit === "number")) return undefined;
  // A number that JSON has no text for is written out.
  return `${JSON.stringify([policy, others, numbers.map(String)])}\n${source}`;
}

function sizeOf(size: unknown): Required<CacheSize> {
  if (typeof size !== "object" || size === null)
    throw wrong("OPTION_VALUE", "The size of a cache must be an object with `entries` and `bytes`.");
  const { entries = DEFAULTS.entries, bytes = DEFAULTS.bytes, ...more } = size as CacheSize;
  for (const key of Object.keys(more))
    throw wrong("OPTION_UNKNOWN", `createCompileCache has no option \`${key}\`; it has entries, bytes.`);
  for (const [name, value] of Object.entries({ entries, bytes }))
    if (!Number.isSafeInteger(value) || value < 0)
      throw wrong("OPTION_VALUE", `\`${name}\` must be a whole number from 0 on.`);
  return { entries, bytes };
}

function wrong(code: "OPTION_UNKNOWN" | "OPTION_VALUE", message: string): GuardError {
  return new GuardError({ code, message });
}
