import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AuditEvent,
  compileRestricted,
  defineLanguagePolicy,
  definePolicy,
  type ExecOptions,
  execRestricted,
  type LanguagePolicy,
  RestrictedExpression,
  saferGetattr,
  TABLE,
  verifyRestricted,
} from "../../../src/index.js";
import { refusedMember, rulesOf } from "../../../src/language/policy.js";
import { createPolicyRefusal } from "../../../src/runtime/kernel/policy.js";
import { PROGRAMS } from "../../conformance/programs.js";
import { FORMS } from "../../support/run.js";

const POLICY = defineLanguagePolicy({
  openNames: ["_id"],
  refuseNames: { secretName: "Use `name`.", Map: true },
  refuseMembers: { secret: "Use `open`.", push: true, valueOf: "Convert it." },
  reservedNames: [
    { endsWith: "__roles__", help: "Roles are the host's." },
    { startsWith: "aq_" },
    { startsWith: "on", endsWith: "Event" },
  ],
  messages: { POLICY_MEMBER: "Ask the host.", POLICY_NAME: "Ask the host for a name." },
});

const found = (source: string, policy: LanguagePolicy = POLICY): readonly string[] =>
  compileRestricted(source, { policy }).errors.map((d) => `${d.code} ${d.name}`);

/** Everywhere a name stands for a variable. */
const NAME_PLACES = [
  "@;",
  "@ = 1;",
  "@++;",
  "typeof @;",
  "let @;",
  "var @ = 1;",
  "const [@] = [];",
  "const { a: @ } = {};",
  "const { ...@ } = {};",
  "function @() {}",
  "class @ {}",
  "(class @ {});",
  "(function @() {});",
  "((@) => 1);",
  "((...@) => 1);",
  "(function ({ a: @ = 1 }) {});",
  "try { } catch (@) { }",
  "for (const @ of []) ;",
  "for (@ in {}) ;",
  "new @();",
  "@`x`;",
  "({ [@]: 1 });",
  "@: for (;;) break @;",
  "import @ from 'm';",
  "import { x as @ } from 'm';",
];

/** Everywhere a name stands for a member, written out. */
const MEMBER_PLACES = [
  "o.@;",
  "o?.@;",
  "o.@();",
  "o?.a.@;",
  "o['@'];",
  "o[`@`];",
  "o.@ = 1;",
  "o.@++;",
  "delete o.@;",
  "({ @: 1 });",
  "({ '@': 1 });",
  "({ ['@']: 1 });",
  "({ @() {} });",
  "({ get @() { return 1; } });",
  "(class { @ = 1 });",
  "(class { static @() {} });",
  "const { @: a } = o;",
  "({ '@': o.a } = o);",
  "((({ @: a }) => a));",
  "for (const { @: a } of []) ;",
  "[o.@] = [];",
  "for (o.@ of []) ;",
  "import { @ as a } from 'm';",
];

describe("a name that the policy refuses", () => {
  const REFUSED = ["secretName", "Map", "x__roles__", "aq_parent", "onClickEvent"];
  const FREE = ["name", "Set", "roles", "aq", "onClick", "ClickEvent", "onEven"];
  const codes = (place: string, name: string, policy?: LanguagePolicy): readonly string[] =>
    compileRestricted(place.replaceAll("@", name), {
      imports: ["m"],
      ...(policy ? { policy } : {}),
    }).errors.map((d) => d.code);

  it.each(NAME_PLACES)("%s", (place) => {
    for (const name of REFUSED) {
      expect([name, codes(place, name)]).toEqual([name, []]);
      expect([name, new Set(codes(place, name, POLICY))]).toEqual([name, new Set(["POLICY_NAME"])]);
    }
    for (const name of FREE) expect([name, codes(place, name, POLICY)]).toEqual([name, []]);
  });

  it("is refused in every spelling", () => {
    expect(found("secret\\u004eame;")).toEqual(["POLICY_NAME secretName"]);
    expect(found("let secret\\u{4e}ame;")).toEqual(["POLICY_NAME secretName"]);
    expect(found("o.s\\u0065cret;")).toEqual(["POLICY_MEMBER secret"]);
    expect(found("o['\\x73ecret'];")).toEqual(["POLICY_MEMBER secret"]);
    expect(found("o[`\\u{73}ecret`];")).toEqual(["POLICY_MEMBER secret"]);
  });

  it("is no member, and a refused member is no name", () => {
    expect(found("o.secretName; o.Map; let secret, push; secret; push;")).toEqual([]);
    expect(found("({ secret });")).toEqual(["POLICY_MEMBER secret"]);
  });

  it("says what to write", () => {
    const help = (source: string) =>
      compileRestricted(source, { policy: POLICY }).errors.map((d) => `${d.message} ${d.help}`);
    expect(help("secretName")).toEqual(["The name `secretName` is not available here. Use `name`."]);
    expect(help("Map")).toEqual(["The name `Map` is not available here. Ask the host for a name."]);
    expect(help("o.push")).toEqual(["The member `push` is not available here. Ask the host."]);
    expect(help("o.a__roles__")).toEqual([
      "The member `a__roles__` is not available here. Roles are the host's.",
    ]);
  });

  it("opens single underscore names, also where another rule reserves them", () => {
    expect(found("o._id; let _id;")).toEqual([]);
    const both = defineLanguagePolicy({ openNames: ["_id"], refuseNames: { _id: true } });
    expect(found("o._id;", both)).toEqual([]);
    expect(found("let _id;", both)).toEqual(["POLICY_NAME _id"]);
  });
});

const REFUSED_MEMBERS = ["secret", "push", "x__roles__", "aq_parent", "onXEvent"];

describe("a member that the policy refuses", () => {
  it.each(MEMBER_PLACES)("%s", (place) => {
    for (const name of REFUSED_MEMBERS) {
      const source = `const o = {};\n${place.replaceAll("@", name)}`;
      const codes = (policy?: LanguagePolicy) =>
        compileRestricted(source, { imports: ["m"], ...(policy ? { policy } : {}) }).errors.map(
          (d) => d.code,
        );
      expect([source, codes()]).toEqual([source, []]);
      expect([source, new Set(codes(POLICY))]).toEqual([source, new Set(["POLICY_MEMBER"])]);
    }
    for (const name of ["open", "pop", "roles", "aq", "onX"])
      expect(
        compileRestricted(`const o = {};\n${place.replaceAll("@", name)}`, { imports: ["m"], policy: POLICY })
          .errors,
      ).toEqual([]);
  });

  /** With a key that nobody can see at compile time. */
  const COMPUTED = [
    "o[k]",
    "o?.[k]",
    "o[k]()",
    "o?.[k]?.()",
    "o[k] = 1",
    "o[k] += 1",
    "o[k]++",
    "delete o[k]",
    "const { [k]: a } = o",
    "((({ [k]: a }) => a)(o))",
    "({ [k]: o.a } = o)",
    "({ [k]: 1 })",
    "({ [k]() {} })",
    "({ get [k]() { return 1; } })",
    "class A { [k] = 1 }",
    "class A { static [k]() {} }",
    "class A { m() { return super[k]; } } new A().m()",
    "for (const { [k]: a } of [o]) ;",
    "[o[k]] = [1]",
    "for (o[k] of [1]) ;",
    "o[k]`x`",
    "o[{ toString: () => k }]",
    "let n = 0; o[{ toString: () => (n++ === 0 ? k : 'open') }]",
    "o[[k]]",
    "o[k + '']",
  ];
  it.each(COMPUTED)("at run time: %s", (use) => {
    for (const guards of FORMS)
      for (const name of REFUSED_MEMBERS) {
        const source = `const o = { open: 1, [first]: () => 1 }; const k = name + rest; let done = false; try { ${use}; done = true; } catch (e) { ['' + e.name, e.message]; }`;
        const globals = { name: name.slice(0, 2), rest: name.slice(2), first: "open" };
        const run = (policy?: LanguagePolicy, more: ExecOptions = {}): unknown =>
          execRestricted(compileRestricted(source, { guards, ...(policy ? { policy } : {}) }), {
            globals,
            ...more,
          }).value;
        const events: AuditEvent[] = [];
        expect([use, name, run(POLICY, { onAudit: (e) => void events.push(e) })]).toEqual([
          use,
          name,
          ["GuardError", `The member \`${name}\` is not available here.`],
        ]);
        expect(events.map((e) => [e.type, e.code, e.name])).toEqual([["guard", "POLICY_MEMBER", name]]);
        expect(run()).not.toEqual(["GuardError", `The member \`${name}\` is not available here.`]);
      }
  });

  it("tells the host the code and what to write instead", () => {
    for (const guards of FORMS)
      expect(() =>
        execRestricted(compileRestricted("const k = 'sec' + 'ret'; ({})[k]", { policy: POLICY, guards })),
      ).toThrow(expect.objectContaining({ name: "GuardError", code: "POLICY_MEMBER", help: "Use `open`." }));
  });

  it("does not exist for `in`", () => {
    for (const guards of FORMS) {
      const program = (policy?: LanguagePolicy) =>
        compileRestricted("[('sec' + 'ret') in o, 'open' in o]", { guards, ...(policy ? { policy } : {}) });
      const globals = { o: Object.assign(Object.create(null), { secret: 1, open: 2 }) };
      expect(execRestricted(program(), { globals }).value).toEqual([true, true]);
      expect(execRestricted(program(POLICY), { globals }).value).toEqual([false, true]);
    }
  });

  it("is not reached through an injected guard either", () => {
    const seen: unknown[] = [];
    const guards: ExecOptions["guards"] = {
      _getattr_: (o, name) => {
        seen.push(name);
        return saferGetattr(o, name);
      },
      _getitem_: (o, name) => {
        seen.push(name);
        return saferGetattr(o, name);
      },
    };
    const program = compileRestricted("const o = { open: 1 }; const k = 'aq_' + 'x'; [o.open, o[k]]", {
      policy: POLICY,
      guards: "call",
    });
    expect(() => execRestricted(program, { guards })).toThrow(
      expect.objectContaining({ code: "POLICY_MEMBER" }),
    );
    expect(seen).toEqual(["open"]);
  });

  it("leaves number keys alone: no number is a name", () => {
    const policy = defineLanguagePolicy({
      refuseMembers: { Infinity: true, NaN: true },
      reservedNames: [{ endsWith: "y" }, { endsWith: "3" }],
    });
    const source = "const o = [1, 2, 3, 4]; const k = '3'; o[1 / 0] = 5; [o[3], o[k], o[1 / 0], o.Infinity]";
    for (const guards of FORMS)
      expect(execRestricted(compileRestricted(source, { policy, guards })).value).toEqual([4, 4, 5, 5]);
    expect(found("o.any; o.x3", policy)).toEqual(["POLICY_MEMBER any", "POLICY_MEMBER x3"]);
  });

  it("may be called `v`, or what a variable at the top level is called", () => {
    const policy = defineLanguagePolicy({ refuseMembers: { v: true, total: true } });
    const source = "const [[a], { b }] = [[1], { b: 2 }]; const total = a + b; const v = total; [total, v]";
    for (const guards of FORMS) {
      const { value, bindings } = execRestricted(compileRestricted(source, { policy, guards }));
      expect(value).toEqual([3, 3]);
      expect(bindings).toMatchObject({ total: 3, v: 3 });
    }
    expect(found("o.v; o.total;", policy)).toEqual(["POLICY_MEMBER v", "POLICY_MEMBER total"]);
  });
});

describe("what the host passes in", () => {
  const host = () => ({ open: 1, secret: "TOPSECRET", list: [{ x__roles__: "TOPSECRET", ok: 2 }] });
  const SHOW = [
    "JSON.stringify(h)",
    "Object.values(h)",
    "Object.entries(h)",
    "({ ...h })",
    "(({ open, ...rest }) => rest)(h)",
    "Object.assign({}, h)",
    "h.list.map((x) => ({ ...x }))",
    "print(h); h.open",
    "const out = {}; for (const k in h) out[k + '1'] = h[k]; out",
  ];
  it.each(SHOW)("does not show a refused member: %s", (source) => {
    for (const guards of FORMS) {
      const shown = (policy?: LanguagePolicy): string => {
        const { value, printed } = execRestricted(
          compileRestricted(source, { guards, ...(policy ? { policy } : {}) }),
          { globals: { h: host() } },
        );
        return JSON.stringify([value, printed]);
      };
      expect(shown()).toContain("TOPSECRET");
      expect(shown(POLICY)).not.toContain("TOPSECRET");
    }
  });

  it("nor from functions, callbacks, modules and rows", () => {
    const options = { policy: POLICY, imports: ["m"] };
    const globals = { f: host, each: (g: (h: object) => unknown) => g(host()) };
    const run = (source: string) =>
      JSON.stringify(
        execRestricted(compileRestricted(source, options), { globals, modules: { m: host() } }).value,
      );
    for (const source of ["[f()]", "each((h) => ({ ...h }))", "import * as n from 'm'; ({ ...n })"])
      expect(run(source)).toMatch(/open.*1/);
    for (const source of ["[f()]", "each((h) => ({ ...h }))", "import * as n from 'm'; ({ ...n })"])
      expect(run(source)).not.toContain("TOPSECRET");
    const rows = [
      { a: 1, secret: "TOPSECRET" },
      { a: 2, secret: "TOPSECRET" },
    ];
    const all = new RestrictedExpression("Object.values(row)", { policy: POLICY });
    expect(all.map(rows)).toEqual([[1], [2]]);
    expect(all.eval({ row: rows[0] })).toEqual([1]);
    const columns: Readonly<Record<string, unknown[]>> = { a: [1, 2], secret: ["TOPSECRET", "TOPSECRET"] };
    const table = {
      [TABLE]: () => ({
        names: Object.keys(columns),
        length: 2,
        column: (name: string) => columns[name] ?? [],
      }),
    };
    expect(all.map(table)).toEqual([[1], [2]]);
    expect(new RestrictedExpression("Object.values(row)").map(table)).toEqual([
      [1, "TOPSECRET"],
      [2, "TOPSECRET"],
    ]);
    expect(new RestrictedExpression("Object.values(row)").map(rows)).toEqual([
      [1, "TOPSECRET"],
      [2, "TOPSECRET"],
    ]);
  });

  it("nor a refused item or member of a facet", () => {
    class Row {
      readonly cells = { a: 1, aq_x: "TOPSECRET" };
    }
    const rowPolicy = definePolicy<Row>({
      name: "Row",
      brand: Row,
      members: { secret: { kind: "get", get: () => "TOPSECRET" }, open: { kind: "get", get: () => 1 } },
      items: { names: (row) => Object.keys(row.cells), get: (row, name) => row.cells[name as "a"] },
    });
    const run = (source: string, policy?: LanguagePolicy) =>
      execRestricted(compileRestricted(source, policy ? { policy } : {}), {
        globals: { row: new Row() },
        policies: [rowPolicy],
      }).value;
    expect(run("[row.secret, Object.values(row)]")).toEqual(["TOPSECRET", [1, "TOPSECRET"]]);
    expect(run("[row.open, row.a, Object.values(row)]", POLICY)).toEqual([1, 1, [1]]);
    for (const name of ["secret", "aq_x"]) {
      expect(found(`row.${name}`)).toEqual([`POLICY_MEMBER ${name}`]);
      expect(() => run(`row['${name.slice(0, 2)}' + '${name.slice(2)}']`, POLICY)).toThrow(
        expect.objectContaining({ code: "POLICY_MEMBER" }),
      );
    }
  });
});

describe("the check in the realm and the one of the compiler", () => {
  it("agree on every name", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."ab_$1-."), maxLength: 7 });
    const word = fc.oneof(
      letters,
      fc.constantFrom("Infinity", "NaN", "-Infinity", "0", "1n", "", "_a_", "__proto__"),
    );
    const affix = fc.string({ unit: fc.constantFrom(..."ab_$1"), minLength: 1, maxLength: 3 });
    const reserved = fc.oneof(
      fc.record({ startsWith: affix }),
      fc.record({ endsWith: affix }),
      fc.record({ startsWith: affix, endsWith: affix }),
    );
    const names = fc.array(
      letters.filter((name) => /^[a-z_$][\w$]*$/.test(name)),
      { maxLength: 4 },
    );
    let refused = 0;
    fc.assert(
      fc.property(
        names,
        fc.array(reserved, { maxLength: 3 }),
        fc.array(word, { maxLength: 20 }),
        (members, reservedNames, words) => {
          const policy = defineLanguagePolicy({
            refuseMembers: Object.fromEntries(members.map((name) => [name, `not ${name}`])),
            reservedNames,
          });
          const rules = rulesOf(policy);
          if (rules === undefined) throw new Error("no rules");
          const twin = createPolicyRefusal({
            members: [...rules.members].map(([name, r]) => [name, r.help ?? ""]),
            affixes: rules.affixes.map((a) => [a.startsWith, a.endsWith, a.memberHelp ?? ""]),
          });
          // Twice: the second time it may answer from memory.
          for (const name of [...words, ...members, ...words, ...members]) {
            const here = refusedMember(name, rules);
            if (here !== undefined) refused++;
            expect([name, twin === null ? null : twin(name)]).toEqual([
              name,
              here === undefined ? null : (here.help ?? ""),
            ]);
          }
        },
      ),
      { numRuns: 1_000 },
    );
    expect(refused).toBeGreaterThan(1_000);
  });
});

/** The rewriter brings in no name that a policy could refuse: every word of the text that is not the source's own is refused. */
describe("words of the compiled text that the source has not", () => {
  const KEYWORDS =
    /^(?:async|await|break|case|catch|class|const|continue|default|delete|do|else|false|finally|for|function|if|in|instanceof|let|new|null|of|return|static|super|switch|this|throw|true|try|typeof|var|void|while|yield|get|set|use|strict|extends)$/;
  it.each(FORMS)("may all be refused in the %s form", (guards) => {
    const words = new Set(["undefined", "v", "Object", "Symbol", "length", "next", "name", "value"]);
    for (const source of PROGRAMS) {
      const plain = compileRestricted(source, { guards });
      for (const word of (plain.code ?? "").match(/[A-Za-z$][\w$]*/g) ?? [])
        if (!KEYWORDS.test(word)) words.add(word);
    }
    let programs = 0;
    for (const source of PROGRAMS.filter((s) => compileRestricted(s, { guards }).ok)) {
      const others = Object.fromEntries(
        [...words].filter((word) => !source.includes(word)).map((word) => [word, true as const]),
      );
      const policy = defineLanguagePolicy({
        refuseNames: others,
        refuseMembers: others,
        reservedNames: [{ startsWith: "_" }, { endsWith: "_" }],
      });
      const { code, errors } = compileRestricted(source, { guards, policy });
      if (errors.some((d) => d.name?.endsWith("_"))) continue;
      expect([source, errors.map(String)]).toEqual([source, []]);
      expect([source, verifyRestricted(code ?? "", { guards, policy }).map(String)]).toEqual([source, []]);
      programs++;
    }
    expect(programs).toBeGreaterThan(50);
  });
});
