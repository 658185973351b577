import { describe, expect, it } from "vitest";
import { defaultGuards, execRestricted } from "../../src/index.js";

type Realm = "isolated" | "shared";

/** What the default guards do while a program of that realm runs: they are called by a guard of the host's. */
function during<T>(realm: Realm, look: () => T): T {
  const seen: T[] = [];
  const guards = {
    _call_: (): number => {
      seen.push(look());
      return 0;
    },
  };
  execRestricted("(() => 0)()", { realm, guards });
  expect(seen.length).toBe(1);
  return seen[0] as T;
}

const ask = (name: string, ...args: readonly unknown[]): unknown => defaultGuards[name]?.(...args);

/** What is asked of a value that no program has, with the value in each place where a guard takes one. */
const PLACES: Readonly<Record<string, (x: unknown) => unknown>> = {
  _getattr_: (x) => ask("_getattr_", x, "name"),
  _getitem_: (x) => ask("_getitem_", x, 0),
  _setattr_: (x) => ask("_setattr_", x, "stolen", 1),
  _setitem_: (x) => ask("_setitem_", x, 0, 1),
  _delattr_: (x) => ask("_delattr_", x, "stolen"),
  _delitem_: (x) => ask("_delitem_", x, 0),
  _getiter_: (x) => ask("_getiter_", x),
  _unpack_sequence_: (x) => ask("_unpack_sequence_", x),
  _iter_unpack_sequence_: (x) => ask("_iter_unpack_sequence_", x),
  _keys_: (x) => ask("_keys_", x),
  _rest_: (x) => ask("_rest_", x, []),
  _object_: (x) => ask("_object_", x),
  _invoke_: (x) => ask("_invoke_", x, "valueOf", []),
  _tag_: (x) => ask("_tag_", x, "valueOf"),
  _instanceof_: (x) => ask("_instanceof_", {}, x),
};
const REFUSED = /not a value of this program|belongs to the host's realm|cannot be written to/;

const failure = (f: () => unknown): string => {
  try {
    return `nothing was thrown: ${typeof f()}`;
  } catch (error) {
    return String((error as Error).message);
  }
};

describe("the default guards, handed what no program has", () => {
  const host = Object.assign(() => 0, {
    secret: 1,
    _open_: true,
    [Symbol.iterator]: () => [][Symbol.iterator](),
  });

  it.each(Object.keys(PLACES))("refuse an object of the host: %s", (name) => {
    expect(during("isolated", () => failure(() => PLACES[name]?.(host)))).toMatch(REFUSED);
  });

  it.each(Object.keys(PLACES))("refuse what belongs to the host's own realm: %s", (name) => {
    for (const owned of [Array.prototype, Object.prototype, globalThis])
      expect(during("shared", () => failure(() => PLACES[name]?.(owned)))).toMatch(REFUSED);
  });

  it.each(Object.keys(PLACES))("let the program's own through: %s", (name) => {
    for (const realm of ["isolated", "shared"] as const) {
      let message = "";
      const guards = {
        _call_: (_f: unknown, [own]: readonly unknown[]): number => {
          message = failure(() => PLACES[name]?.(own));
          return 0;
        },
      };
      execRestricted("class A { static *[Symbol.iterator]() {} }; (() => 0)(A)", { realm, guards });
      expect(message).toMatch(/^nothing was thrown/);
    }
  });
});

describe("the default guards in the host's own realm", () => {
  // biome-ignore lint/security/noGlobalEval: it is named here in order to be refused
  const makers = [Function, (async () => 0).constructor, function* () {}.constructor, globalThis.eval];

  it("call nothing that makes code of text, whoever hands it over", () => {
    for (const maker of makers)
      for (const name of ["_call_", "_apply_", "_new_", "_base_"])
        expect(
          during("shared", () => failure(() => ask(name, maker, ["return 1"]))),
          name,
        ).not.toMatch(/^nothing was thrown/);
    // The control: the host itself can.
    expect((makers[0] as (text: string) => () => number)("return 1")()).toBe(1);
  });

  const own = (x: unknown): unknown => x;
  it("hand the stand-in over wherever a native comes by", () => {
    const { map } = Array.prototype;
    const keep = function (this: { f: unknown }, f: unknown): void {
      this.f = f;
    };
    const seen = during("shared", () => [
      ask("_getattr_", [], "map"),
      ask("_call_", own, [map]),
      ask("_apply_", own, [map]),
      ask("_getitem_", { f: map }, "f"),
      ask("_invoke_", { own }, "own", [map]),
      (ask("_new_", keep, [map]) as { readonly f: unknown }).f,
      fromSuper(),
    ]);
    const [standIn] = seen;
    expect(standIn).not.toBe(map);
    expect(Object.isFrozen(standIn)).toBe(true);
    expect(seen).toEqual(Array.from(seen, () => standIn));
  });

  /** What a program's `super.map` is, as it goes into a call. */
  function fromSuper(): unknown {
    let given: unknown;
    const guards = {
      _call_: (_f: unknown, args: readonly unknown[]): number => {
        [given] = args;
        return 0;
      },
    };
    const source = "class A extends Array { steal() { return (() => 0)(super.map); } } new A().steal();";
    execRestricted(source, { realm: "shared", guards });
    return given;
  }

  it.each([
    ["_call_", () => ask("_call_", () => Array.prototype, [])],
    ["_apply_", () => ask("_apply_", () => Array.prototype, [])],
    ["_invoke_", () => ask("_invoke_", { own: () => Array.prototype }, "own", [])],
    ["_new_", () => ask("_new_", () => Array.prototype, [])],
    [
      "_new_ of a class",
      () =>
        ask(
          "_new_",
          class {
            constructor() {
              // biome-ignore lint/correctness/noConstructorReturn: that is the attack
              return Array.prototype;
            }
          },
          [],
        ),
    ],
    ["_tag_", () => (ask("_tag_", () => Array.prototype) as () => unknown)()],
  ])("give no result that belongs to the host's realm: %s", (_name, call) => {
    expect(during("shared", () => failure(call))).not.toMatch(/^nothing was thrown/);
  });

  it("call nothing that no program has, whoever hands it over", () => {
    const { defineProperty } = Object;
    const target = {};
    const args = [target, "stolen", { value: 1 }];
    for (const call of [
      () => ask("_call_", defineProperty, args),
      () => ask("_apply_", defineProperty, args),
      () => ask("_invoke_", { defineProperty }, "defineProperty", args),
    ])
      expect(during("shared", () => failure(call))).not.toMatch(/^nothing was thrown/);
    expect(target).toEqual({});
    // The control: it works for the host.
    Reflect.apply(defineProperty, undefined, args);
    expect(Object.hasOwn(target, "stolen")).toBe(true);
  });

  it.each(["_getattr_", "_setattr_", "_delattr_"])(
    "ask no key for its text where there is no object: %s",
    (name) => {
      let asked = 0;
      const key = {
        toString() {
          asked++;
          return "a";
        },
      };
      for (const realm of ["isolated", "shared"] as const)
        expect(during(realm, () => failure(() => ask(name, null, key, 1)))).not.toMatch(/^nothing/);
      expect(asked).toBe(0);
    },
  );

  it.each(["_getattr_", "_setattr_", "_delattr_", "_getitem_", "_setitem_", "_delitem_"])(
    "check each key: %s",
    (name) => {
      const o = { a: 1 };
      for (const key of ["constructor", "__proto__", "prototype", "_private"])
        expect(during("shared", () => failure(() => ask(name, o, key, {})))).toMatch(
          /not available|is private/,
        );
      expect(during("shared", () => failure(() => ask(name, o, "a", 1)))).toMatch(/^nothing was thrown/);
    },
  );
});
