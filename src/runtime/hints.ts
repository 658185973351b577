import { nearestName } from "../diagnostics/suggest.js";
import { absentHelp } from "../language/absent.js";
import { isForbiddenMember } from "../language/names.js";

/** What a program could have named, for the help of an error that nobody in the program caught. */
export interface Hints {
  /** Free names that have a value, and the program's own. */
  names(): readonly string[];
  /** The guest's value of a free name. */
  root(name: string): unknown;
  /** Members that policies permit, for objects that no free name stands for. */
  members(): readonly string[];
}

interface Failure {
  readonly message: string;
  /** The name that nobody provides, when that is what went wrong. */
  readonly missing: string | null;
  /** Source text of the value that was undefined or null. */
  readonly subject: string;
}

/** "Did you mean …?" for a name or member that does not exist; undefined when nothing is near. */
export function helpFor({ message, missing, subject }: Failure, hints: Hints): string | undefined {
  if (missing !== null) return nameHelp(missing, hints);
  if (message === "Assignment to constant variable.") return "Declare it with `let` if its value changes.";
  const called = /^(\S+) is not a (?:function|constructor)$/.exec(message)?.[1];
  return memberHelp(called ?? subject, hints);
}

function nameHelp(name: string, hints: Hints): string | undefined {
  const absent = absentHelp(name);
  if (absent !== undefined) return absent;
  const near = nearestName(name, hints.names());
  if (near !== undefined) return `Did you mean \`${near}\`?`;
  return `Declare \`${name}\` with \`let\` or \`const\`, or ask the host to provide it.`;
}

/** `a.b.c`: the base `a.b` and the wrong member `c`. */
function memberHelp(text: string, hints: Hints): string | undefined {
  const found = /^(.+?)\??\.([\w$]+)$/.exec(text);
  const [, base = "", wrong = ""] = found ?? [];
  if (found === null || isForbiddenMember(wrong)) return undefined;
  const known = membersOf(base, hints);
  const near = known.includes(wrong) ? undefined : nearestName(wrong, known);
  return near === undefined ? undefined : `Did you mean \`${base}.${near}\`?`;
}

function membersOf(base: string, hints: Hints): readonly string[] {
  let value: unknown = hints;
  for (const [index, part] of base.split(".").entries()) {
    value = index === 0 ? hints.root(part) : dataOf(value, part);
    if (value === undefined || value === null) return [...hints.members(), ...COMMON];
  }
  return permitted(namesOf(value));
}

/** A value along the prototypes; getters are not run. */
function dataOf(value: unknown, name: string): unknown {
  for (let o: unknown = value; o !== null && o !== undefined; o = Object.getPrototypeOf(o)) {
    const d = Object.getOwnPropertyDescriptor(o, name);
    if (d !== undefined) return d.value;
  }
  return undefined;
}

function namesOf(value: unknown): string[] {
  const names: string[] = [];
  for (let o: unknown = Object(value); o !== null; o = Object.getPrototypeOf(o))
    names.push(...Object.getOwnPropertyNames(o));
  return names;
}

function permitted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].filter((name) => !isForbiddenMember(name));
}

/** Members of the language's own values. */
const COMMON: readonly string[] = permitted(
  [Array, String, Number, Map, Set, Date, RegExp, Promise, Object].flatMap((C) =>
    Object.getOwnPropertyNames(C.prototype),
  ),
);
