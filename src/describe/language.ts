import { DOCS, SAME } from "./data/docs.js";
import { LIB_TYPES } from "./data/lib-types.js";
import type { DescribedMember, DescribedType } from "./description.js";
import type { LibMember, LibType } from "./lib.js";
import { type RealmTypes, realmTypes } from "./realm.js";

const rows: ReadonlyMap<string, LibType> = new Map(LIB_TYPES.map((row) => [row.name, row]));

/** The types of the language, with the members that they have in this process's guest realm and no others. */
export function languageTypes(): readonly DescribedType[] {
  const realm = realmTypes();
  return LIB_TYPES.flatMap((row) => {
    const type = described(row, realm);
    return type === undefined ? [] : [type];
  });
}

function described(row: LibType, realm: RealmTypes): DescribedType | undefined {
  const { name } = row;
  const none = Object.freeze([]);
  const base = { name, origin: "language", parents: none, members: none, head: name } as const;
  if (row.alias !== undefined) return Object.freeze({ ...base, alias: row.alias });
  const have = realm.get(name);
  if (row.realm === true && have === undefined) return undefined;
  const whole = expanded(row);
  const members = (whole.members ?? [])
    .filter(({ key, own }) => key === "" || own === true || have === undefined || have.has(key))
    .map((member) => describedMember(name, member));
  const unlisted = [...(have ?? [])].filter((key) => !isListed(whole, key)).map(unknownMember);
  return Object.freeze({
    ...base,
    head: whole.head ?? name,
    parents: Object.freeze([...(whole.parents ?? [])]),
    members: Object.freeze([...members, ...unlisted]),
  });
}

/** A row that is like another, written out. */
function expanded(row: LibType): LibType {
  const [model, from = "", to = ""] = row.like ?? [];
  const like = model === undefined ? undefined : rows.get(model);
  if (like === undefined) return row;
  const swapped = JSON.parse(JSON.stringify(like).replaceAll(from, to)) as LibType;
  return { ...swapped, members: [...(swapped.members ?? []), ...(row.members ?? [])] };
}

function describedMember(type: string, { key, texts }: LibMember): DescribedMember {
  const doc = key === "" ? undefined : memberDoc(type, key);
  const declarations = Object.freeze([...texts]);
  return Object.freeze({ name: key, declarations, ...(doc === undefined ? {} : { doc }) });
}

/** Views such as ReadonlyArray leave out on purpose what a newer engine may have. */
function isListed(row: LibType, key: string): boolean {
  return /^(?:Readonly|Callable|Newable)/.test(row.name) || hasRow(row, key);
}

function hasRow(row: LibType, key: string): boolean {
  if (expanded(row).members?.some((member) => member.key === key)) return true;
  const parents = (row.parents ?? []).map((parent) => rows.get(parent.replace(/<.*$/, "")));
  return [...parents, row.name === "Object" ? undefined : rows.get("Object")].some(
    (parent) => parent !== undefined && hasRow(parent, key),
  );
}

/** What an engine newer than the table has. */
function unknownMember(key: string): DescribedMember {
  return Object.freeze({ name: key, declarations: Object.freeze([`readonly ${key}: any`]) });
}

/** A test demands that every member has a doc, and that every doc has a member. */
export function memberDoc(type: string, key: string): string | undefined {
  return docTables(type)
    .map((table) => (Object.hasOwn(table, key) ? table[key] : undefined))
    .find((doc) => doc !== undefined);
}

export function docTables(type: string): readonly Readonly<Record<string, string>>[] {
  const names = /^(?:Big)?(?:Int|Uint|Float)\d+(?:Clamped)?Array/.test(type)
    ? type.endsWith("Constructor")
      ? ["TypedArrayConstructor"]
      : ["TypedArray", "Array"]
    : /Error$/.test(type)
      ? ["Error"]
      : [SAME[type] ?? type];
  return names.flatMap((name) => (Object.hasOwn(DOCS, name) ? [DOCS[name] ?? {}] : []));
}
