/** Something with a name that a guest can read or call on an object. */
export interface DescribedMember {
  /** `[Symbol.iterator]` for a symbol; empty for what an object does when it is called. */
  readonly name: string;
  /** The member as TypeScript declares it, once for each overload. */
  readonly declarations: readonly string[];
  readonly doc?: string;
}

export interface DescribedType {
  readonly name: string;
  readonly origin: "language" | "policy";
  readonly doc?: string;
  /** The name with its type parameters. */
  readonly head: string;
  /** The types whose members it has besides. */
  readonly parents: readonly string[];
  readonly members: readonly DescribedMember[];
  /** The whole declaration, for a type that has another name for others. */
  readonly alias?: string;
}

/**
 * `refused`: the membrane does not let the value in; `doc` says why. `facet`: the view of a host object that a policy
 * gives. `namespace`: an object with functions. `value`: data.
 */
export type DescribedKind =
  | "function"
  | "class"
  | "namespace"
  | "constant"
  | "facet"
  | "value"
  | "promise"
  | "refused";

export interface DescribedGlobal {
  readonly name: string;
  readonly kind: DescribedKind;
  readonly origin: "builtin" | "host";
  /** The whole type as TypeScript writes it. */
  readonly type: string;
  readonly doc?: string;
  /** The named type it has, to which `members` come. */
  readonly base?: string;
  readonly members?: readonly DescribedMember[];
}

export interface DescribedModule {
  readonly name: string;
  /** `default` among them, always: a module without one of its own is its own default. */
  readonly exports: readonly DescribedGlobal[];
}

/** Everything that a guest can reach, as data. */
export interface DescriptionData {
  readonly globals: readonly DescribedGlobal[];
  readonly types: readonly DescribedType[];
  readonly modules: readonly DescribedModule[];
}

/** What `describeGlobals` returns; frozen. */
export interface Description extends DescriptionData {
  toJSON(): DescriptionData;
  /** A self-contained declaration file: use it with `noLib` in place of TypeScript's own library. */
  toDts(): string;
}
