interface Normalisation {
  readonly from: RegExp;
  readonly to: string;
  readonly why: string;
}

/**
 * Everything that the comparison forgives in the wording of errors. Each row is a text that the engine renders from the
 * program's source, which the two forms do not have at the site. The shorter this table, the better.
 */
export const WORDING: readonly Normalisation[] = [
  {
    from: /^The value cannot be used like this$/,
    to: "a value has not what is asked of it",
    why: "the call form does not find the place of `(({}) => {})?.()`",
  },
  {
    from: /^Cannot (?:read|set) properties of (?:undefined|null).*$|^Cannot convert undefined or null to object$/s,
    to: "a value has not what is asked of it",
    why: "the guard before the access finds out first, and does not always know the key or what follows",
  },
  {
    from: /^(?:.* is not (?:a function or its return value is not )?(?:async )?iterable|Cannot destructure |Spread syntax requires ).*$/s,
    to: "a value has not what is asked of it",
    why: "the engine prints the pattern's and the operand's source",
  },
  {
    from: /^(?:.* is not a (?:function|constructor)(?: or null)?|Class constructors? .*cannot be invoked without 'new'|Function.prototype.apply was called on .*|Right-hand side of 'instanceof' is not (?:callable|an object))$/s,
    to: "a value has not what is asked of it",
    why: "the engine prints the callee's source",
  },
  {
    from: /^Cannot use 'in' operator to search for .*$/s,
    to: "Cannot use 'in' operator",
    why: "the engine prints a key that is a function as its source",
  },
  {
    from: /^(?:Cannot access 'nope' before initialization|nope is not defined)$/,
    to: "nope is not defined",
    why: "names that nobody provides are kept in their dead zone; what never passes a `catch` keeps the engine's words",
  },
];

export function wording(message: string): string {
  for (const { from, to } of WORDING) if (from.test(message)) return message.replace(from, to);
  return message;
}

/** Marks on objects without a prototype by which guards know them; programs cannot name them. */
export function isBrand(key: PropertyKey): boolean {
  return key === "_safe_" || key === "_open_";
}
