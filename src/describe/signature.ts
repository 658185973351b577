import type { Documentation } from "../policies/documentation.js";

/** Whether a signature says how something is called, and not what it is. */
export function isCallable(signature: string): boolean {
  return /^[(<]/.test(signature) && overloads(signature).every((one) => /\)\s*:/.test(one));
}

/** `(a): b; (c): d` in its parts; a semicolon inside of brackets parts nothing. */
export function overloads(signature: string): readonly string[] {
  const parts = [""];
  let depth = 0;
  for (const character of signature) {
    if ("([{".includes(character)) depth++;
    if (")]}".includes(character)) depth--;
    if (character === ";" && depth === 0) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** The type of a value with that signature. */
export function signatureType(signature: string): string {
  return isCallable(signature) ? `{ ${overloads(signature).join("; ")} }` : signature;
}

/** A member as TypeScript declares it. */
export function memberDeclarations(key: string, signature: string): readonly string[] {
  return isCallable(signature)
    ? overloads(signature).map((one) => `${key}${one}`)
    : [`readonly ${key}: ${signature}`];
}

export function docOf({ doc }: Documentation): { readonly doc?: string } {
  return doc === undefined ? {} : { doc };
}

/** Type names of host-written signatures that nobody declares; one letter is a type parameter. */
export function unknownTypes(signatures: readonly string[], known: ReadonlySet<string>): readonly string[] {
  const found = new Set<string>();
  for (const signature of signatures) {
    const bare = signature.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, "");
    for (const [name] of bare.matchAll(/\b[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*\b/g))
      if (!known.has(name)) found.add(name);
  }
  return [...found].sort();
}
