// Makes src/describe/data/lib-types.ts from TypeScript's own lib files, trimmed to what the guest realm really has.
// Arguments: further Node executables whose realms count too, so that newer members get a row with `since`.
//   node scripts/build-lib-types.mjs [node …]
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import ts from "typescript";

const root = fileURLToPath(new URL("..", import.meta.url));
const lib = dirname(createRequire(import.meta.url).resolve("typescript"));
const version = ts.version;
/** What guests never get: threads, reflection, locale data, decorators, and the weak references. */
const LEFT_OUT = /\.(?:sharedmemory|proxy|reflect|weakref|intl|decorators|disposable|temporal|legacy)\b/;
const GONE = /\b(?:SharedArrayBuffer|WeakRef|Disposable|AsyncDisposable|Temporal|DisposableStack)\b/;
/** Overloads whose extra arguments the tamed realm refuses. */
const REFUSED = { ObjectConstructor: /^create\(.*properties/ };
/** Types that TypeScript itself asks for, and those that host signatures use. */
const ROOTS =
  "Array Boolean CallableFunction Function IArguments NewableFunction Number Object RegExp String Symbol Promise PromiseLike " +
  "TemplateStringsArray ThisType Awaited Partial Required Readonly Pick Record Exclude Extract Omit NonNullable Parameters " +
  "ConstructorParameters ReturnType InstanceType NoInfer Uppercase Lowercase Capitalize Uncapitalize PropertyKey Iterator Iterable " +
  "IterableIterator AsyncIterable AsyncIterableIterator Generator AsyncGenerator IteratorObject ArrayIterator StringIterator " +
  "MapIterator SetIterator RegExpStringIterator ReadonlyArray ReadonlyMap ReadonlySet ImportMeta ThisParameterType OmitThisParameter";

const declarations = readLib();
const realms = await realmDumps(process.argv.slice(2));
const extras = JSON.parse(readFileSync(join(root, "scripts/lib-extras.json"), "utf8"));
const rows = trim();
writeFileSync(join(root, "src/describe/data/lib-types.ts"), source(rows));
execFileSync(
  process.execPath,
  [
    join(root, "node_modules/@biomejs/biome/bin/biome"),
    "format",
    "--write",
    "src/describe/data/lib-types.ts",
  ],
  { cwd: root, stdio: "ignore" },
);

/** Every declaration of the lib files by name, in order. */
function readLib() {
  const found = new Map();
  const seen = new Set();
  const read = (file) => {
    if (seen.has(file) || LEFT_OUT.test(file)) return;
    seen.add(file);
    const tree = ts.createSourceFile(
      file,
      readFileSync(join(lib, file), "utf8"),
      ts.ScriptTarget.Latest,
      true,
    );
    for (const { fileName } of tree.libReferenceDirectives) read(`lib.${fileName}.d.ts`);
    // A lib file that is a module adds to the globals in a block of their own.
    const block = tree.statements.find((node) => ts.isModuleDeclaration(node) && node.name.text === "global");
    for (const node of block?.body.statements ?? tree.statements) {
      const names = ts.isVariableStatement(node)
        ? node.declarationList.declarations.map((d) => d.name.text)
        : [node.name?.text];
      for (const name of names) {
        const known = found.get(name) ?? { interfaces: [], aliases: [], values: [] };
        if (ts.isInterfaceDeclaration(node)) known.interfaces.push(node);
        else if (ts.isTypeAliasDeclaration(node)) known.aliases.push(node);
        else if (ts.isFunctionDeclaration(node)) known.values.push(node);
        else if (ts.isVariableStatement(node)) known.values.push(node.declarationList.declarations[0]);
        found.set(name, known);
      }
    }
  };
  read("lib.esnext.d.ts");
  return found;
}

/** Members by type, each with the first Node major that has it. */
async function realmDumps(nodes) {
  const folder = mkdtempSync(join(tmpdir(), "restrictedjs-lib-"));
  const outfile = join(folder, "realm.mjs");
  const contents =
    'import { realmTypes } from "./src/describe/realm.ts"; import { builtinNames } from "./src/runtime/builtins.ts";' +
    "console.log(JSON.stringify({ node: Number(process.versions.node.split('.')[0]), globals: [...builtinNames('safe')], types: [...realmTypes()].map(([n, m]) => [n, [...m]]) }));";
  await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root, loader: "ts" },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile,
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: "error",
  });
  const dumps = [process.execPath, ...nodes]
    .map((node) => JSON.parse(execFileSync(node, [outfile], { encoding: "utf8" })))
    .sort((a, b) => a.node - b.node);
  rmSync(folder, { recursive: true });
  const types = new Map();
  for (const dump of dumps)
    for (const [name, members] of dump.types) {
      const known = types.get(name) ?? new Map();
      for (const member of members) if (!known.has(member)) known.set(member, dump.node);
      types.set(name, known);
    }
  return { oldest: dumps[0].node, types, globals: new Set(dumps.flatMap((d) => d.globals)) };
}

function trim() {
  const types = new Map();
  const pending = [...ROOTS.split(" "), ...realms.types.keys()];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (types.has(name)) continue;
    const row = typeRow(name);
    if (row === undefined) continue;
    types.set(name, row);
    pending.push(...references(JSON.stringify(row)));
  }
  const values = [...declarations]
    .filter(([name, d]) => d.values.length > 0 && realms.globals.has(name))
    .map(([name, d]) => ({
      name,
      types: unique(
        d.values.map((v) => (ts.isFunctionDeclaration(v) ? signature(v) : clean(v.type.getText()))),
      ),
    }));
  for (const { types: text } of values)
    for (const t of text)
      for (const name of references(t)) if (!types.has(name)) throw new Error(`no type ${name}`);
  return { types: families([...types.values()].sort((a, b) => (a.name < b.name ? -1 : 1))), values };
}

function references(text) {
  return (text.match(/\b[A-Z]\w*\b/g) ?? []).filter(
    (name) => declarations.get(name)?.interfaces.length || declarations.get(name)?.aliases.length,
  );
}

function typeRow(name) {
  const d = declarations.get(name);
  if (d === undefined) throw new Error(`TypeScript has no type ${name}`);
  if (d.aliases.length > 0)
    return {
      name,
      alias: clean(
        d.aliases[0]
          .getText()
          .replace(/^declare /, "")
          .replace(/^export /, ""),
      ),
    };
  if (d.interfaces.length === 0) return undefined;
  const members = new Map();
  for (const node of d.interfaces) for (const member of node.members) add(members, name, member);
  const own = extras.members[name] ?? {};
  const since = realms.types.get(name);
  for (const [key, texts] of Object.entries(own))
    if (since === undefined || since.has(key)) members.set(key, texts);
  const first = d.interfaces.find((node) => node.typeParameters !== undefined) ?? d.interfaces[0];
  const parameters =
    first.typeParameters === undefined
      ? ""
      : `<${first.typeParameters.map((p) => clean(p.getText())).join(", ")}>`;
  const parents = unique(
    d.interfaces.flatMap((node) =>
      (node.heritageClauses ?? []).flatMap((h) => h.types.map((t) => clean(t.getText()))),
    ),
  );
  return {
    name,
    head: `${name}${parameters}`,
    ...(since === undefined ? {} : { realm: true }),
    parents: parents.filter((p) => !GONE.test(p)),
    members: [...members].map(([key, texts]) => {
      const from = since?.get(key);
      const own = (extras.instance[name] ?? []).includes(key) ? { own: true } : {};
      return { key, texts, ...own, ...(from === undefined || from === realms.oldest ? {} : { since: from }) };
    }),
  };
}

/** Keeps a member when the realm has it; call and index signatures have no name and always stay. */
function add(members, type, node) {
  const key =
    node.name === undefined ? "" : ts.isStringLiteral(node.name) ? node.name.text : node.name.getText();
  const have = realms.types.get(type);
  const instance = extras.instance[type] ?? [];
  if (key !== "" && have !== undefined && !have.has(key) && !instance.includes(key)) return;
  if (/^(?:constructor|prototype|callee|caller|arguments)$/.test(key)) return;
  const text = clean(node.getText()).replace(/;$/, "");
  if (GONE.test(text) || REFUSED[type]?.test(text)) return;
  members.set(key, unique([...(members.get(key) ?? []), text]));
}

function signature(node) {
  return clean(`(${node.parameters.map((p) => p.getText()).join(", ")}) => ${node.type.getText()}`);
}

/** One line, no comments, no locale data. */
function clean(text) {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\/\/.*$/gm, "")
    .replace(/\s+/g, " ")
    .replace(/\bIntl\.(?:LocalesArgument|UnicodeBCP47LocaleIdentifier)\b/g, "string | string[]")
    .replace(/\bIntl\.\w+Options\b/g, "object")
    .trim();
}

function unique(list) {
  return [...new Set(list)];
}

/** Typed arrays differ in their names, and a few in members besides: they are written as `like` the first. */
function families(rows) {
  const models = ["Int8Array", "BigInt64Array", "Int8ArrayConstructor", "BigInt64ArrayConstructor"];
  const sorted = rows.map((row) =>
    /Array(?:Constructor)?$/.test(row.name) && row.members
      ? { ...row, members: row.members.toSorted((a, b) => (a.key < b.key ? -1 : 1)) }
      : row,
  );
  const byName = new Map(sorted.map((row) => [row.name, row]));
  return sorted.map((row) => {
    for (const model of models) {
      if (
        row.name === model ||
        !/^(?:Big)?(?:Int|Uint|Float)\d+(?:Clamped)?Array/.test(row.name) ||
        row.name.endsWith("r") !== model.endsWith("r")
      )
        continue;
      const [from, to] = [model, row.name].map((name) => name.replace("Constructor", ""));
      const swapped = JSON.parse(JSON.stringify(byName.get(model)).replaceAll(from, to));
      const sinces = new Set(row.members.filter((m) => m.key !== "").map((m) => m.since));
      const since = sinces.size === 1 ? [...sinces][0] : undefined;
      const plain = row.members.map(({ key, texts, since: own }) => ({
        key,
        texts,
        ...(own === undefined || own === since ? {} : { since: own }),
      }));
      const known = new Set(swapped.members.map((m) => JSON.stringify(m)));
      const more = plain.filter((m) => !known.has(JSON.stringify(m)));
      if (swapped.head !== row.head || plain.length - more.length !== known.size) continue;
      return {
        name: row.name,
        realm: true,
        like: [model, from, to],
        ...(since === undefined ? {} : { since }),
        ...(more.length === 0 ? {} : { members: more }),
      };
    }
    return row;
  });
}

function source({ types, values }) {
  return `// Made by scripts/build-lib-types.mjs; not edited by hand.
// Signatures from the lib files of TypeScript ${version}, trimmed: Copyright (c) Microsoft Corporation.
// Licensed under the Apache License, Version 2.0, http://www.apache.org/licenses/LICENSE-2.0; see NOTICE.
import type { LibType, LibValue } from "../lib.js";

export const LIB_TYPES: readonly LibType[] = ${JSON.stringify(types)};

export const LIB_VALUES: readonly LibValue[] = ${JSON.stringify(values)};
`;
}
