/** A type of the language's own library: an interface, an alias, or an interface that differs from another in names. */
export interface LibType {
  readonly name: string;
  /** The whole declaration of an alias. */
  readonly alias?: string;
  /** `[model, from, to]`: the model with each `from` written `to`, and `members` besides. */
  readonly like?: readonly string[];
  /** The name with its type parameters. */
  readonly head?: string;
  readonly parents?: readonly string[];
  readonly members?: readonly LibMember[];
  /** The realm has such objects, where it is new enough; other types are TypeScript's alone. */
  readonly realm?: true;
  /** As with members, for the whole type. */
  readonly since?: number;
}

export interface LibMember {
  /** The name; `[Symbol.iterator]` for a symbol; empty for call, construct and index signatures. */
  readonly key: string;
  /** One signature for each overload, without a semicolon. */
  readonly texts: readonly string[];
  /** Every such object has it of its own; the prototype does not. */
  readonly own?: true;
  /** The first Node major that has it, when that is not the oldest supported one. */
  readonly since?: number;
}

export interface LibValue {
  readonly name: string;
  readonly types: readonly string[];
}
