import type {
  DescribedGlobal,
  DescribedMember,
  DescribedModule,
  DescribedType,
  DescriptionData,
} from "./description.js";
import { comment, isPlainName, propertyKey, quoted } from "./names.js";

const HEADER = `// What a restricted program can reach. Made by describeGlobals(); use it with "noLib" and "moduleDetection": "force".
// Signatures of the language's own types are TypeScript's, trimmed: Copyright (c) Microsoft Corporation, licensed under
// the Apache License, Version 2.0, http://www.apache.org/licenses/LICENSE-2.0.`;

/** TypeScript finds the names of `[Symbol.iterator]` and its kin by this value: without it, types cannot be written. */
const SYMBOL = "/** Unique keys. */ declare const Symbol: SymbolConstructor;";

/** The declaration file: types, globals, modules. `unknown` are type names that only signatures mention. */
export function declarationText(data: DescriptionData, unknown: readonly string[]): string {
  const parts = [
    HEADER,
    ...data.types.map(typeText),
    ...unknown.map((name) => `type ${name} = any;`),
    ...data.globals.filter(({ name }) => isPlainName(name) && name !== "Symbol").map(globalText),
    SYMBOL,
    ...data.modules.map(moduleText),
  ];
  return `${parts.join("\n")}\n`;
}

function typeText({ alias, head, parents, members, doc }: DescribedType): string {
  if (alias !== undefined) return alias;
  const above = parents.length === 0 ? "" : ` extends ${parents.join(", ")}`;
  return `${docText(doc)}interface ${head}${above} ${block(members, "")}`;
}

function globalText(global: DescribedGlobal): string {
  const keyword = global.origin === "host" ? "let" : "const";
  return `${docText(global.doc)}declare ${keyword} ${global.name}: ${valueType(global, "")};`;
}

/** The type with what is said about each member. */
function valueType({ type, base, members }: DescribedGlobal, indent: string): string {
  if (members === undefined || members.length === 0) return type;
  return `${base === undefined ? "" : `${base} & `}${block(members, indent)}`;
}

function block(members: readonly DescribedMember[], indent: string): string {
  if (members.length === 0) return "{}";
  const lines = members.flatMap(({ doc, declarations }) =>
    declarations.map((text, i) => `${indent}  ${i === 0 ? docText(doc) : ""}${text};`),
  );
  return `{\n${lines.join("\n")}\n${indent}}`;
}

function moduleText({ name, exports }: DescribedModule): string {
  const lines = exports.flatMap((one, i) => [
    `  ${docText(one.doc)}const export${i}: ${valueType(one, "  ")};`,
    `  export { export${i} as ${propertyKey(one.name)} };`,
  ]);
  return `declare module ${quoted(name)} {\n${[...lines, "  export {};"].join("\n")}\n}`;
}

function docText(doc: string | undefined): string {
  return doc === undefined || doc === "" ? "" : `${comment(doc)} `;
}
