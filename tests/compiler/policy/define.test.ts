import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compileRestricted,
  defineLanguagePolicy,
  execRestricted,
  type LanguagePolicy,
  NODE_FORMS,
  NODE_GROUPS,
  verifyRestricted,
} from "../../../src/index.js";
import { rulesOf } from "../../../src/language/policy.js";

const invalid = (spec: unknown): string => {
  try {
    defineLanguagePolicy(spec as never);
  } catch (error) {
    expect(error).toMatchObject({ name: "GuardError", code: "POLICY_INVALID" });
    return (error as Error).message.replace("defineLanguagePolicy: ", "");
  }
  throw new Error(`accepted: ${JSON.stringify(spec)}`);
};

describe("what is no policy", () => {
  it.each([
    [{ refuseNode: {} }, "unknown key `refuseNode`; did you mean `refuseNodes`?"],
    [{ zzzzzz: 1 }, "unknown key `zzzzzz`"],
    [
      { refuseNodes: { WhileStatment: true } },
      "`refuseNodes` names `WhileStatment`, which is no node type or group; did you mean `WhileStatement`?",
    ],
    [
      { refuseNodes: { loop: true } },
      "`refuseNodes` names `loop`, which is no node type or group; did you mean `loops`?",
    ],
    [
      { refuseNodes: { constructor: true } },
      "`refuseNodes` names `constructor`, which is no node type or group",
    ],
    [
      { refuseNodes: { WithStatement: true } },
      "`refuseNodes` names `WithStatement`, which the language never allows (SYNTAX_WITH); leave it out",
    ],
    [
      { onlyNodes: ["JSXElement"] },
      "`onlyNodes` names `JSXElement`, which the language never allows (SYNTAX_JSX); leave it out",
    ],
    [
      { onlyNodes: ["expression"] },
      "`onlyNodes` names `expression`, which is no node type or group; did you mean `expressions`?",
    ],
    [{ onlyNodes: "expressions" }, "`onlyNodes` must be an array"],
    [{ onlyNodes: [1] }, "`onlyNodes` takes names of node types and groups"],
    [{ onlyNodes: new Array(1) }, "element 0 of `onlyNodes` is missing"],
    [
      { refuseNodes: { Program: true } },
      "`refuseNodes` cannot refuse `Program`: there is no program without it",
    ],
    [
      { refuseNodes: { loops: false } },
      "`loops` of `refuseNodes` must be true, or say what to write instead",
    ],
    [{ refuseNodes: { loops: "" } }, "`loops` of `refuseNodes` must be true, or say what to write instead"],
    [{ onlyNodes: undefined }, "`onlyNodes` of the policy is undefined; leave it out or give its value"],
    [
      { refuseNodes: { loops: undefined } },
      "`loops` of `refuseNodes` is undefined; leave it out or give its value",
    ],
    [{ refuseNodes: ["loops"] }, "`refuseNodes` must be a plain object"],
    [{ refuseNames: { "a.b": true } }, "`refuseNames` names `a.b`, which is not a name"],
    [{ refuseMembers: { "0": true } }, "`refuseMembers` names `0`, which is not a name"],
    [{ refuseMembers: new Map([["a", true]]) }, "`refuseMembers` must be a plain object"],
    [{ reservedNames: [/x/] }, "each of `reservedNames` must be a plain object"],
    [{ reservedNames: [{}] }, "each of `reservedNames` needs `startsWith` or `endsWith`"],
    [
      { reservedNames: [{ startsWith: "" }] },
      "`startsWith` of `reservedNames` must be a text of letters that names may have",
    ],
    [
      { reservedNames: [{ endsWith: "." }] },
      "`endsWith` of `reservedNames` must be a text of letters that names may have",
    ],
    [
      { reservedNames: [{ endWith: "x" }] },
      "unknown key `endWith` in `reservedNames`; did you mean `endsWith`?",
    ],
    [{ messages: { POLICY_NOTE: "x" } }, "`messages` has no code `POLICY_NOTE`; did you mean `POLICY_NODE`?"],
    [{ messages: { POLICY_NODE: 1 } }, "`POLICY_NODE` of `messages` must be a text that is not empty"],
    [{ openNames: ["id"] }, "`id` has no leading underscore and needs no opening"],
    [{ openNames: ["_a b"] }, "`_a b` of `openNames` is not a name"],
    [{ openNames: [Symbol.iterator] }, "each of `openNames` must be a text that is not empty"],
    [{ extends: {} }, "`extends` takes policies made by defineLanguagePolicy()"],
    [{ extends: [defineLanguagePolicy(), null] }, "`extends` takes policies made by defineLanguagePolicy()"],
    [null, "the policy must be a plain object"],
    [[], "the policy must be a plain object"],
    ["loops", "the policy must be a plain object"],
    [() => ({}), "the policy must be a plain object"],
    [new (class {})(), "the policy must be a plain object"],
    [{ [Symbol("x")]: 1 }, "the policy has a symbol as a key; remove it"],
  ])("%j", (spec, message) => expect(invalid(spec)).toBe(message));

  it("nothing of the library's own can be opened, by any way round", () => {
    const closed = [
      "__proto__",
      "_getattr_",
      "_g0_",
      "_steps_",
      "__x",
      "__defineGetter__",
      "_cv_",
      "_a_",
      "constructor",
      "prototype",
      "eval",
      "_",
    ];
    for (const name of closed) expect(invalid({ openNames: [name] })).toMatch(/reserved|needs no opening/);
    const policy = defineLanguagePolicy({ openNames: ["_id", "_x1"] });
    const refused = (source: string): boolean => !compileRestricted(source, { policy }).ok;
    for (const name of closed.filter((n) => n !== "_" && n !== "eval"))
      expect([name, refused(`a.${name}`), refused(`a["${name}"]`)]).toEqual([name, true, true]);
    for (const name of closed.filter((n) => n !== "_" && n !== "prototype"))
      expect([name, refused(`let ${name} = 1`), refused(name)]).toEqual([name, true, true]);
    expect([refused("a._id"), refused("let _x1 = 1")]).toEqual([false, false]);
  });

  it("getters are refused unread, and a list that lies is read once", () => {
    let reads = 0;
    const getter = {
      get openNames() {
        reads++;
        return ["_id"];
      },
    };
    expect(invalid(getter)).toBe("`openNames` of the policy is a getter or setter; give its value");
    expect(
      invalid({
        openNames: Object.defineProperty([], "0", { get: () => (reads++ > 0 ? "_id" : "_getattr_") }),
      }),
    ).toBe("element 0 of `openNames` is a getter or setter; give its value");
    expect(reads).toBe(0);
    const seen: PropertyKey[] = [];
    const liar = new Proxy(["_id"], {
      get: () => "_getattr_",
      getOwnPropertyDescriptor(_target, key) {
        seen.push(key);
        const value = key === "0" ? (seen.filter((k) => k === "0").length === 1 ? "_id" : "_getattr_") : 1;
        return { value, writable: true, enumerable: key !== "length", configurable: key !== "length" };
      },
    });
    expect(defineLanguagePolicy({ openNames: liar }).openNames).toEqual(["_id"]);
    expect(seen).toEqual(["length", "0"]);
  });

  it("a name that is an object with two faces is no name", () => {
    let n = 0;
    const twoFaced = { toString: () => (n++ === 0 ? "_id" : "_getattr_") };
    expect(invalid({ openNames: [twoFaced] })).toMatch(/must be a text/);
    expect(n).toBe(0);
  });

  it("random declarations are refused or make a policy that opens nothing of the library's", () => {
    const key = fc.constantFrom(
      "openNames",
      "refuseNodes",
      "onlyNodes",
      "refuseNames",
      "refuseMembers",
      "reservedNames",
      "messages",
      "extends",
      "x",
    );
    const leaf = fc.oneof(
      fc.constantFrom("_id", "__x", "_getattr_", "loops", "classes", "a", "", true, null),
      fc.anything(),
    );
    const value = fc.oneof(leaf, fc.array(leaf), fc.dictionary(fc.string(), leaf));
    fc.assert(
      fc.property(fc.dictionary(key, value), (spec) => {
        let policy: LanguagePolicy;
        try {
          policy = defineLanguagePolicy(spec as never);
        } catch (error) {
          expect(error).toMatchObject({ code: "POLICY_INVALID" });
          return;
        }
        expect(policy.openNames.filter((name) => !/^_[^_](?:.*[^_])?$/u.test(name))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("a policy cannot be forged", () => {
  const real = defineLanguagePolicy({ openNames: ["_id"] });
  class Sub {}
  const forged: Record<string, unknown> = {
    "an object of its shape": {
      openNames: ["_id"],
      refusedNodes: [],
      refusedNames: [],
      refusedMembers: [],
      reservedNames: [],
    },
    "an old policy's shape": { openNames: new Set(["_id"]) },
    "a spread copy": { ...real },
    "a frozen copy": Object.freeze({ ...real }),
    "a structured clone": structuredClone(real),
    "a proxy of a real one": new Proxy(real, {}),
    "a child of a real one": Object.create(real),
    "a subclass instance with its fields": Object.assign(new Sub(), real),
    "a function": () => real,
    null: null,
    "a text": "loops",
  };
  it.each(Object.entries(forged))("%s", (_name, policy) => {
    const source = "const o = { _id: 1 }; o._id;";
    expect(compileRestricted(source, { policy: real }).ok).toBe(true);
    expect(() => compileRestricted(source, { policy } as never)).toThrow(
      expect.objectContaining({ code: "OPTION_VALUE" }),
    );
    expect(() => defineLanguagePolicy({ extends: policy as never })).toThrow(
      expect.objectContaining({ code: "POLICY_INVALID" }),
    );
    expect(() => verifyRestricted("", { policy } as never)).toThrow(TypeError);
  });
});

describe("a policy cannot be changed", () => {
  it("neither itself nor through what it was made of", () => {
    const spec = {
      openNames: ["_id"],
      refuseNodes: { loops: true },
      refuseMembers: { secret: true },
      reservedNames: [{ endsWith: "x" }],
    };
    const policy = defineLanguagePolicy(spec as never);
    const before = JSON.stringify(policy);
    spec.openNames.push("_other");
    Object.assign(spec.refuseNodes, { loops: undefined });
    Object.assign(spec.reservedNames[0] as object, { endsWith: "y" });
    const lists = [
      policy.openNames,
      policy.refusedNodes,
      policy.refusedNames,
      policy.refusedMembers,
      policy.reservedNames,
    ];
    for (const list of lists) {
      expect(() => (list as unknown[]).push("_other")).toThrow(TypeError);
      expect(() => (list as unknown[]).splice(0)).toThrow(TypeError);
      expect(() => Set.prototype.add.call(list, "_other")).toThrow(TypeError);
    }
    expect(() => Object.assign(policy, { openNames: ["_other"] })).toThrow(TypeError);
    expect(() => Object.assign(policy.reservedNames[0] as object, { endsWith: "" })).toThrow(TypeError);
    expect(JSON.stringify(policy)).toBe(before);
    expect(compileRestricted("o._other", { policy }).errors.map((d) => d.code)).toEqual(["NAME_UNDERSCORE"]);
    expect(compileRestricted("for (;;) ;", { policy }).errors.map((d) => d.code)).toEqual(["POLICY_NODE"]);
    expect(compileRestricted("o.secret; o.yx; o.y;", { policy }).errors.map((d) => d.code)).toEqual([
      "POLICY_MEMBER",
      "POLICY_MEMBER",
    ]);
  });

  it("keeps its rules where no host finds them", () => {
    const policy = defineLanguagePolicy({ openNames: ["_id"] });
    const own = Reflect.ownKeys(policy).map((key) => (policy as never)[key] as unknown);
    expect(own.every((value) => Array.isArray(value) && Object.isFrozen(value))).toBe(true);
    expect(rulesOf(policy)?.openNames).not.toBe(policy.openNames);
  });
});

describe("a policy that extends others", () => {
  const codes = (source: string, policy: LanguagePolicy): readonly string[] =>
    compileRestricted(source, { policy }).errors.map((d) => d.code);

  it("adds, and cannot take away", () => {
    const base = defineLanguagePolicy({
      openNames: ["_id"],
      refuseNodes: { classes: true },
      refuseMembers: { secret: true },
    });
    const other = defineLanguagePolicy({
      refuseNames: { fetchAll: true },
      reservedNames: [{ endsWith: "__roles__" }],
    });
    const policy = defineLanguagePolicy({
      extends: [base, other],
      openNames: ["_rev"],
      refuseNodes: { loops: true },
    });
    for (const source of ["class A {}", "for (;;) ;", "o.secret", "fetchAll()", "o.a__roles__"])
      expect(codes(source, policy)).toHaveLength(1);
    expect(codes("o._id + o._rev", policy)).toEqual([]);
    expect(codes("for (;;) ;", base)).toEqual([]);
    expect(() => defineLanguagePolicy({ extends: base, openNames: ["_getattr_"] })).toThrow();
  });

  it("intersects what is allowed", () => {
    const expressions = defineLanguagePolicy({ onlyNodes: ["expressions"] });
    const wide = defineLanguagePolicy({ extends: expressions, onlyNodes: ["expressions", "statements"] });
    const narrow = defineLanguagePolicy({
      extends: expressions,
      onlyNodes: ["Identifier", "BinaryExpression"],
    });
    expect(codes("if (a) b;", wide)).toEqual(["POLICY_NODE"]);
    expect(codes("a + b", narrow)).toEqual([]);
    expect(codes("a + 1", narrow)).toEqual(["POLICY_NODE"]);
    expect(codes("a + 1", expressions)).toEqual([]);
  });

  it("says the last text that was given", () => {
    const base = defineLanguagePolicy({
      refuseNodes: { loops: "Use map." },
      refuseMembers: { secret: "Ask." },
    });
    const policy = defineLanguagePolicy({ extends: base, refuseNodes: { WhileStatement: "Use filter." } });
    const help = (source: string): string | undefined =>
      compileRestricted(source, { policy }).errors[0]?.help;
    expect(help("while (a) ;")).toBe("Use filter.");
    expect(help("for (;;) ;")).toBe("Use map.");
    expect(help("o.secret")).toBe("Ask.");
  });
});

describe("groups and forms", () => {
  it("are frozen, and each makes a policy both ways", () => {
    expect(
      Object.isFrozen(NODE_GROUPS) &&
        [...Object.values(NODE_GROUPS), ...Object.values(NODE_FORMS)].every((g) => Object.isFrozen(g)),
    ).toBe(true);
    for (const word of [...Object.keys(NODE_GROUPS), ...Object.keys(NODE_FORMS)]) {
      expect(defineLanguagePolicy({ refuseNodes: { [word]: true } }).refusedNodes.length).toBeGreaterThan(0);
      expect(defineLanguagePolicy({ onlyNodes: [word] }).refusedNodes.length).toBeGreaterThan(0);
    }
  });

  it("an empty policy refuses nothing, and runs", () => {
    const policy = defineLanguagePolicy();
    expect(policy.refusedNodes).toEqual([]);
    expect(execRestricted(compileRestricted("[1, 2].map((x) => x * 2)", { policy })).value).toEqual([2, 4]);
  });
});
