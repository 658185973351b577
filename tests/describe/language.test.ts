import { describe, expect, it } from "vitest";
import { DOCS, GLOBAL_DOCS } from "../../src/describe/data/docs.js";
import { HELPER_ROWS, LIMITED_ROWS, NAMESPACE_ROWS, UTILITY_ROWS } from "../../src/describe/data/helpers.js";
import { LIB_TYPES } from "../../src/describe/data/lib-types.js";
import { docTables, languageTypes, memberDoc } from "../../src/describe/language.js";
import { realmTypes } from "../../src/describe/realm.js";
import { describeGlobals, execRestricted } from "../../src/index.js";
import { FORBIDDEN_MEMBERS } from "../../src/language/names.js";
import { builtinNames } from "../../src/runtime/builtins.js";

const NODE = Number(process.versions.node.split(".")[0]);
const realm = realmTypes();
const types = new Map(languageTypes().map((type) => [type.name, type]));

/** The keys of a type and of all that it extends; every type has those of Object. */
function keysOf(name: string): ReadonlySet<string> {
  const type = types.get(name);
  const parents = [
    ...(type?.parents ?? []).map((p) => p.replace(/<.*$/, "")),
    ...(name === "Object" ? [] : ["Object"]),
  ];
  return new Set([...(type?.members ?? []).map((m) => m.name), ...parents.flatMap((p) => [...keysOf(p)])]);
}

describe("the table of the language's types", () => {
  it.each([...realm.keys()].filter((n) => !/^(?:Readonly|Callable|Newable)/.test(n)).map((n) => [n]))(
    "%s: every member of the realm has a row",
    (name) => {
      const members = realm.get(name) ?? new Set();
      expect([...members].filter((key) => !keysOf(name).has(key))).toEqual([]);
      const guessed =
        types.get(name)?.members.filter((m) => m.declarations[0] === `readonly ${m.name}: any`) ?? [];
      expect(guessed.map((m) => m.name)).toEqual([]);
    },
  );

  it("no row lacks a member, but those that a newer engine has", () => {
    const lacking = LIB_TYPES.flatMap(({ name, members = [], since }) =>
      members
        .filter(({ key, own }) => key !== "" && own !== true && realm.has(name) && !realm.get(name)?.has(key))
        .map((member) => ({ name: `${name}.${member.key}`, since: member.since ?? since })),
    );
    expect(lacking.filter((row) => row.since === undefined || row.since <= NODE)).toEqual([]);
    const absent = LIB_TYPES.filter((row) => row.realm === true && !realm.has(row.name)).map(
      (row) => row.name,
    );
    expect(
      absent.every((name) => NODE < 24 && /^Float16Array/.test(name)),
      absent.join(),
    ).toBe(true);
  });

  it("rows of newer members are left out on an engine without them", () => {
    const has = types.get("ObjectConstructor")?.members.some((m) => m.name === "groupBy");
    expect(has).toBe(NODE >= 21);
    expect(keysOf("ObjectConstructor").has("getPrototypeOf")).toBe(false);
  });

  it("no type has a member that guests may not read", () => {
    for (const type of types.values())
      for (const { name } of type.members)
        expect(FORBIDDEN_MEMBERS.has(name), `${type.name}.${name}`).toBe(false);
  });

  it("every member has a line of its own, and every line a member", () => {
    const rows = LIB_TYPES.filter((row) => row.realm === true);
    const undocumented = rows.flatMap(({ name, members = [] }) =>
      members
        .filter(({ key }) => key !== "" && memberDoc(name, key) === undefined)
        .map(({ key }) => `${name}.${key}`),
    );
    expect(undocumented).toEqual([]);
    const all = new Map<object, Set<string>>();
    for (const row of LIB_TYPES) {
      const like = LIB_TYPES.find((other) => other.name === row.like?.[0]);
      for (const table of docTables(row.name)) {
        const keys = all.get(table) ?? new Set();
        for (const { key } of [...(row.members ?? []), ...(like?.members ?? [])]) keys.add(key);
        all.set(table, keys);
      }
    }
    for (const [name, table] of Object.entries(DOCS))
      expect(
        Object.keys(table).filter((key) => !all.get(table)?.has(key)),
        name,
      ).toEqual([]);
  });

  it("members that belong to each object and not to its prototype are there", () => {
    const own = LIB_TYPES.flatMap(({ name, members = [] }) =>
      members.filter((m) => m.own).map((m) => `${name}.${m.key}`),
    );
    expect(own.sort()).toEqual(["AggregateError.errors", "Error.cause", "Error.stack", "RegExp.lastIndex"]);
    const source =
      "const e = new Error('x', { cause: 1 }); [typeof e.stack, e.cause, new AggregateError([2]).errors[0], /a/.lastIndex]";
    expect(execRestricted(source).value).toEqual(["string", 1, 2, 0]);
  });

  it("generators have what their types say", () => {
    const keys = ["next", "return", "throw"];
    const source = `const g = (function* () {})(); const a = (async function* () {})(); ${JSON.stringify(keys)}.flatMap((k) => [typeof g[k], typeof a[k]])`;
    expect(execRestricted(source).value).toEqual(new Array(6).fill("function"));
    for (const name of ["Generator", "AsyncGenerator"])
      expect(
        types
          .get(name)
          ?.members.map((m) => m.name)
          .filter((key) => !key.startsWith("[")),
      ).toEqual(keys);
  });
});

describe("the built-in sets", () => {
  const sets = ["safe", "limited", "utility", "none"] as const;

  it.each(sets)("%s: every name of the realm is described, and no other", (set) => {
    const names = describeGlobals({ builtins: set }).globals.map(({ name }) => name);
    expect(names.sort()).toEqual([...builtinNames(set)].filter((name) => name !== "undefined").sort());
  });

  it.each(sets)("%s: every global has a type and a line", (set) => {
    for (const { name, type, doc } of describeGlobals({ builtins: set }).globals) {
      expect([name, type]).not.toEqual([name, "any"]);
      expect(doc, name).toMatch(/^\S.*\.$/);
    }
  });

  it("no row is of a name that is not there", () => {
    const all = new Set([...builtinNames("utility"), "Float16Array"]);
    const rows = [HELPER_ROWS, LIMITED_ROWS, UTILITY_ROWS, NAMESPACE_ROWS, GLOBAL_DOCS].flatMap((t) =>
      Object.keys(t),
    );
    expect(rows.filter((name) => !all.has(name))).toEqual([]);
  });

  it("namespaces have the members that guests see", () => {
    for (const name of Object.keys(NAMESPACE_ROWS)) {
      const keys = execRestricted(`Object.keys(${name})`, { builtins: "utility" }).value as string[];
      expect(keys.sort()).toEqual(Object.keys(NAMESPACE_ROWS[name]?.members ?? {}).sort());
    }
  });

  it("helpers do what their lines say", () => {
    const source =
      "[len('abc'), range(2), str(1), int('7'), float('1.5'), bool([]), list('ab'), tuple([1]), sum([1, 2]), min(3, 2), " +
      "max([1, 5]), enumerate(['a']), zip([1], [2]), sorted([2, 1]), reversed([1, 2]), any([0, 1]), all([0, 1]), abs(-1), round(2.5)]";
    const expected = [
      3,
      [0, 1],
      "1",
      7,
      1.5,
      false,
      ["a", "b"],
      [1],
      3,
      2,
      5,
      [[0, "a"]],
      [[1, 2]],
      [1, 2],
      [2, 1],
      true,
      false,
      1,
      2,
    ];
    expect(execRestricted(source).value).toEqual(expected);
    expect(expected.length).toBe(Object.keys(HELPER_ROWS).length);
  });
});
