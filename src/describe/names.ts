/** Words that cannot name a variable of a strict program. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    "break case catch class const continue debugger default delete do else enum export extends false finally for function if import " +
    "in instanceof new null return super switch this throw true try typeof var void while with implements interface let package private " +
    "protected public static yield await arguments eval undefined"
  ).split(" "),
);

/** Whether a program can mention a global of that name. */
export function isVariableName(name: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.test(name) && !RESERVED.has(name);
}

/**
 * Whether every TypeScript can read the name: engines and editors know different editions of Unicode, so that beyond
 * ASCII only letters count that all of them have.
 */
export function isPlainName(name: string): boolean {
  return (
    /^[\w$\u00c0-\u024f\u0370-\u04ff\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3]+$/.test(name) &&
    isVariableName(name)
  );
}

/** A property name in a declaration: a JSON text is a string literal of TypeScript's as well. */
export function propertyKey(name: string): string {
  return /^[A-Za-z$_][\w$]*$/.test(name) ? name : quoted(name);
}

export function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A comment on one line; nothing in it can end it. */
export function comment(text: string): string {
  return `/** ${text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ")
    .replaceAll("*/", "*\\/")
    .trim()} */`;
}

/** A type name for a policy: letters, digits and underscores, and none that is taken. */
export function typeName(name: string, taken: ReadonlySet<string>): string {
  const plain = name.replace(/[^A-Za-z0-9_$]+/g, "_").replace(/^(?=\d|$)/, "_");
  let free = RESERVED.has(plain) || BUILT_IN_TYPES.has(plain) ? `${plain}_` : plain;
  for (let i = 2; taken.has(free); i++) free = `${plain}_${i}`;
  return free;
}

const BUILT_IN_TYPES: ReadonlySet<string> = new Set(
  "any unknown never void null undefined string number boolean bigint symbol object type".split(" "),
);
