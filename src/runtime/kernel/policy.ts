const { apply } = Reflect;
const mapGet = Map.prototype.get;
const mapSet = Map.prototype.set;
const startsWith = String.prototype.startsWith;
const endsWith = String.prototype.endsWith;
const charCodeAt = String.prototype.charCodeAt;
const setHas = Set.prototype.has;
const setAdd = Set.prototype.add;
const UNDERSCORE = 95;
/** Keys are the guest's to invent: only so many, and only so long ones, are kept. */
const MOST_REMEMBERED = 1_000;
const LONGEST_REMEMBERED = 64;

/** The members that a host's language policy refuses, as data that crosses into the realm. */
export interface RefusedMembers {
  /** A name and what to write instead. */
  readonly members: readonly (readonly [name: string, help: string])[];
  readonly affixes: readonly (readonly [startsWith: string, endsWith: string, help: string])[];
}

/** What to write instead of a member that is refused; null for a member that is not. */
export type PolicyRefusal = (name: string) => string | null;

/** The run-time twin of `refusedMember` of the language tables; null when nothing is refused. */
export function createPolicyRefusal({ members, affixes }: RefusedMembers): PolicyRefusal | null {
  if (members.length === 0 && affixes.length === 0) return null;
  const helps = new Map<string, string>();
  for (let i = 0; i < members.length; i++) {
    const [name, help] = members[i] as readonly [string, string];
    apply(mapSet, helps, [name, help]);
  }
  // Copied: the host's arrays are not touched while a guest runs.
  const own: Affix[] = [];
  for (let i = 0; i < affixes.length; i++) {
    const [start, end, help] = affixes[i] as readonly [string, string, string];
    own[i] = { start, end, help };
  }
  const find = (name: string): string | null => {
    if (isNumberName(name)) return null;
    const help = apply(mapGet, helps, [name]) as string | undefined;
    return help ?? affixHelp(name, own);
  };
  // Most keys come again and again: one look instead of one for each rule.
  const free = new Set<string>();
  let left = MOST_REMEMBERED;
  return (name) => {
    if (apply(setHas, free, [name]) as boolean) return null;
    const help = find(name);
    if (help === null && left > 0 && name.length <= LONGEST_REMEMBERED) {
      left--;
      apply(setAdd, free, [name]);
    }
    return help;
  };
}

interface Affix {
  readonly start: string;
  readonly end: string;
  readonly help: string;
}

function affixHelp(name: string, affixes: readonly Affix[]): string | null {
  if (affixes.length === 0 || isReservedShape(name)) return null;
  for (let i = 0; i < affixes.length; i++) {
    const { start, end, help } = affixes[i] as Affix;
    const fits =
      name.length >= start.length + end.length &&
      (apply(startsWith, name, [start]) as boolean) &&
      (apply(endsWith, name, [end]) as boolean);
    if (fits) return help;
  }
  return null;
}

/** As in the language tables: what a number may be as a key. */
function isNumberName(name: string): boolean {
  if (name === "Infinity" || name === "NaN" || name === "") return true;
  const first = apply(charCodeAt, name, [0]) as number;
  return first === 45 || (first >= 48 && first <= 57);
}

function isReservedShape(name: string): boolean {
  return (
    name.length > 2 &&
    apply(charCodeAt, name, [0]) === UNDERSCORE &&
    apply(charCodeAt, name, [name.length - 1]) === UNDERSCORE
  );
}
