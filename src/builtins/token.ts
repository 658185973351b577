export type TokenSet = "safe" | "limited" | "utility" | "output";

const issued = new WeakSet<object>();

/**
 * Stands for a built-in of the guest's realm on the host's side. It holds nothing of the guest's: the membrane turns it
 * into the realm's own object. Only the library makes one that counts.
 */
export class BuiltinToken {
  readonly set: TokenSet;
  readonly name: string;

  constructor(set: TokenSet, name: string) {
    this.set = set;
    this.name = name;
    Object.freeze(this);
  }
}

export function issueToken(set: TokenSet, name: string): BuiltinToken {
  const token = new BuiltinToken(set, name);
  issued.add(token);
  return token;
}

export function isToken(value: object): value is BuiltinToken {
  return issued.has(value);
}
