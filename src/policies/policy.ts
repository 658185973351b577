import { GuardError } from "../diagnostics/errors.js";
import { type Documentation, documentationProblem } from "./documentation.js";

/** What a member may use besides its target. */
export interface MemberContext {
  /** Takes `steps` from the run's step budget; throws an uncatchable LimitError when it is used up. */
  charge(steps: number): void;
}

/** A readable member. The result crosses the membrane like any host value. */
export interface GetPermit<T> extends Documentation {
  readonly kind: "get";
  get(target: T, context: MemberContext): unknown;
  /** Permits `object.name = value`. The value is the host's already, as a method's arguments are, and hostile. */
  set?(target: T, value: unknown, context: MemberContext): void;
}

/**
 * A callable member. `args` are already the host's: plain data is copied, guest functions are host-callable,
 * facets are the objects that their policies hold. Every argument is hostile until it is checked.
 */
export interface MethodPermit<T> extends Documentation {
  readonly kind: "method";
  call(target: T, args: readonly unknown[], context: MemberContext): unknown;
}

export type Permit<T> = GetPermit<T> | MethodPermit<T>;

/** Members that depend on the object, such as the columns of a DataFrame. Read only. */
export interface Items<T> {
  names(target: T): readonly string[];
  get(target: T, name: string, context: MemberContext): unknown;
  /** What an editor may show of one item, such as a column's type; never its values. */
  describe?(target: T, name: string): Documentation;
}

/**
 * State that lives in the guest as ordinary mutable data (a figure's `data` and `layout`): `read` gives it out when
 * the facet is made, `revive` makes a host object of what the guest left there, before each method and at export.
 */
export interface Resident<T> {
  read(target: T): Readonly<Record<string, unknown>>;
  revive(state: Readonly<Record<string, unknown>>): T;
  /** What an editor may show of the state. */
  readonly fields?: Readonly<Record<string, Documentation>>;
}

export interface PolicySpec<T extends object> {
  /** What guests are told the type is called, e.g. `DataFrame`. */
  readonly name: string;
  /** The class whose instances are meant, or a test that reads no user-made property. */
  readonly brand: (abstract new (...args: never[]) => T) | ((value: object) => boolean);
  /** Turns the host's object into the one that the facet stands for; that one needs a policy of its own. */
  capture?(value: T): object;
  readonly members?: Readonly<Record<string, Permit<T>>>;
  readonly items?: Items<T>;
  readonly resident?: Resident<T>;
  /** What `for of`, spread and array patterns see. */
  iterate?(target: T): Iterable<unknown>;
  /** What the host receives when a facet leaves as a result; default: the export is refused. */
  export?(target: T): unknown;
  /** What `print(facet)` shows. */
  describe?(target: T): string;
  /** What to write instead of assigning to a member. */
  readonly writeHelp?: string;
  /** What the type is, in one line, for `describeGlobals`. */
  readonly doc?: string;
  /** The type of what `iterate` gives, as TypeScript writes it. */
  readonly elementType?: string;
}

/** A checked, frozen policy; only `definePolicy` makes one. */
export interface Policy<T extends object = object> extends PolicySpec<T> {
  readonly matches: (value: object) => boolean;
}

const policies = new WeakSet<object>();
const specKeys: ReadonlySet<string> = new Set([
  "name",
  "brand",
  "capture",
  "members",
  "items",
  "resident",
  "iterate",
  "export",
  "describe",
  "writeHelp",
  "doc",
  "elementType",
]);

/**
 * Declares what guests may touch of the instances of one host type.
 * @throws GuardError `POLICY_INVALID` for unknown keys, a missing brand, or a member that has no kind.
 */
export function definePolicy<T extends object>(spec: PolicySpec<T>): Policy {
  for (const key of Object.keys(spec)) if (!specKeys.has(key)) throw invalid(`unknown key \`${key}\``);
  if (typeof spec.name !== "string" || spec.name === "") throw invalid("`name` must be a non-empty string");
  if (typeof spec.brand !== "function") throw invalid("`brand` must be a class or a test");
  for (const [name, permit] of Object.entries(spec.members ?? {})) {
    const body = permit.kind === "get" ? permit.get : permit.kind === "method" ? permit.call : undefined;
    if (typeof body !== "function") throw invalid(`member \`${name}\` must be a getter or a method`);
    const set: unknown = permit.kind === "get" ? permit.set : undefined;
    if (set !== undefined && (typeof set !== "function" || spec.resident !== undefined))
      throw invalid(`\`set\` of member \`${name}\` must be a function, in a policy without \`resident\``);
    checkDocumentation(`member \`${name}\``, permit);
  }
  for (const [name, field] of Object.entries(spec.resident?.fields ?? {}))
    checkDocumentation(`field \`${name}\``, field);
  checkDocumentation("the policy", { doc: spec.doc, signature: spec.elementType } as Documentation);
  const policy = Object.freeze({ ...spec, matches: matcher(spec.brand) });
  policies.add(policy);
  return policy as unknown as Policy;
}

function checkDocumentation(what: string, { signature, doc }: Documentation): void {
  const problem = documentationProblem({
    ...(signature === undefined ? {} : { signature }),
    ...(doc === undefined ? {} : { doc }),
  });
  if (problem !== null) throw invalid(`${what}: ${problem}`);
}

export function isPolicy(value: unknown): value is Policy {
  return typeof value === "object" && value !== null && policies.has(value);
}

function matcher<T extends object>(brand: PolicySpec<T>["brand"]): (value: object) => boolean {
  const prototype: unknown = Object.getOwnPropertyDescriptor(brand, "prototype")?.value;
  const isClass =
    typeof prototype === "object" &&
    prototype !== null &&
    /^class\b/.test(Function.prototype.toString.call(brand));
  if (!isClass) return brand as (value: object) => boolean;
  // Not `instanceof`: that would run a Symbol.hasInstance of the host's, and it must be exact here.
  return (value) => Object.prototype.isPrototypeOf.call(prototype as object, value);
}

function invalid(reason: string): GuardError {
  return new GuardError({ code: "POLICY_INVALID", message: `definePolicy: ${reason}` });
}

const privilegedFunctions = new WeakSet<object>();

/**
 * Marks a host function as one that is written for this library: facet arguments reach it as the objects that their
 * policies hold, not as exported copies. Only code that treats them as hostile and never mutates them may be marked.
 */
export function privileged<F extends (...args: never[]) => unknown>(f: F): F {
  privilegedFunctions.add(f);
  return f;
}

export function isPrivileged(f: object): boolean {
  return privilegedFunctions.has(f);
}
