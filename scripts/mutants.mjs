// The mutants of the security core. Each is one edit of one source file that makes one check permissive, or leaves one
// taming out. `setups` says which walls are left to notice it: the other would hide it.

import { siteMutants } from "./mutant-sites.mjs";

const K = "src/runtime/kernel";
const M = "src/runtime/membrane";

/**
 * The guest realm made powerless as a wall: code from text works, its global object has the canary, nothing is frozen
 * or watched. The canary comes last: the kernel would freeze it, and its realm with it.
 */
export const REALM_OFF = [
  [
    "src/runtime/realm/realm.ts",
    "codeGeneration: { strings: false, wasm: false }",
    "codeGeneration: { strings: true, wasm: false }",
  ],
  [
    "src/runtime/realm/realm.ts",
    "kernel: createKernel({ ...host, watch }),",
    "kernel: ((kernel) => (Object.assign(context, { pwn: () => (globalThis as unknown as { pwn(): void }).pwn(), process: { pid: 1, env: {}, cwd: () => '' } }), kernel))(createKernel({ ...host, watch })),",
  ],
  [`${K}/intrinsics/tame.ts`, "inertFunctionConstructors();\n", "\n"],
  [`${K}/intrinsics/freeze.ts`, "if (contains(SEALED_ONLY, object))", "if (false)"],
  [`${K}/intrinsics/freeze.ts`, "else if (!contains(EXTENSIBLE, object)) freeze(object);", ""],
  [`${K}/index.ts`, "  emptyGlobal();\n", ""],
  [`${K}/index.ts`, "kernel.check = snapshotIntegrity();", ""],
];

/** Built-ins that write to what they are given: no guard sees it, and only the frozen intrinsics stop it. */
export const REALM_ALONE = String.raw`Object\.(?:assign|freeze|preventExtensions|defineProperty|defineProperties)\(|\.(?:call|apply)\(|Reflect\.`;

/** Which walls stand while a mutant is judged, and what the other is made of: it would hide the mutant. */
export const SETUPS = {
  /** In the host's own realm. */
  guards: { walls: "guards", form: "call", edits: [], aside: null, isWhole: true },
  /** Both forms need a realm: it is made powerless. */
  "powerless call": { walls: "both", form: "call", edits: REALM_OFF, aside: REALM_ALONE, isWhole: false },
  "powerless inline": { walls: "both", form: "inline", edits: REALM_OFF, aside: REALM_ALONE, isWhole: false },
  /** The member guards are taken out. */
  realm: { walls: "realm", form: "inline", edits: [], aside: null, isWhole: true },
};

/** Tests that look at the security core, besides the hostile programs. */
export const TESTS = [
  "tests/guards",
  "tests/membrane",
  "tests/runtime/kernel-parts",
  "tests/runtime/errors",
  "tests/runtime/shared-realm.test.ts",
  "tests/runtime/guards.test.ts",
  "tests/runtime/brand.test.ts",
  "tests/runtime/last-lines.test.ts",
  "tests/runtime/membrane.test.ts",
  "tests/runtime/injected.test.ts",
  "tests/runtime/every-guard.test.ts",
  "tests/runtime/function-mode.test.ts",
  "tests/runtime/writable-facets.test.ts",
  "tests/runtime/limits.test.ts",
  "tests/runtime/print.test.ts",
  "tests/runtime/watch.test.ts",
  "tests/runtime/ambient.test.ts",
  "tests/audit",
  "tests/builtins",
];

/** Those that run first for a mutant of a file. */
export const FIRST_TESTS = [
  [`${M}/bigint`, ["tests/runtime/bigints"]],
  [`${K}/bigints`, ["tests/runtime/charges", "tests/runtime/bigints"]],
  [`${K}/regexp`, ["tests/runtime/kernel-parts/regexp-cost.test.ts"]],
  [
    "src/runtime/call-sites",
    ["tests/runtime/call-sites", "tests/runtime/guards", "tests/runtime/shared-realm"],
  ],
  [
    `${M}/(rows?|row-text|special|record|frozen)`,
    ["tests/membrane/rows", "tests/membrane/frozen", "tests/runtime/function-mode", "tests/membrane/inwards"],
  ],
  [`${K}/rows`, ["tests/membrane/rows"]],
  [
    M,
    [
      "tests/membrane/outwards",
      "tests/membrane/inwards",
      "tests/membrane/lying",
      "tests/runtime/membrane",
      "tests/runtime/charges",
    ],
  ],
  [
    `${K}/facets`,
    [
      "tests/runtime/last-lines",
      "tests/runtime/writable-facets",
      "tests/runtime/membrane",
      "tests/membrane/isolation",
    ],
  ],
  [
    `${K}/guards-call`,
    [
      "tests/runtime/shared-realm",
      "tests/guards",
      "tests/runtime/guards",
      "tests/runtime/injected",
      "tests/runtime/charges",
      "tests/runtime/limits",
    ],
  ],
  [`${K}/keys`, ["tests/guards", "tests/runtime/guards", "tests/runtime/bigints"]],
  [`${K}/injected`, ["tests/runtime/injected", "tests/runtime/every-guard", "tests/guards/foreign"]],
  [
    `${K}/helpers/`,
    ["tests/runtime/charges", "tests/runtime/limits", "tests/runtime/kernel-parts/helpers.test.ts"],
  ],
  [
    `${K}/helpers-inline`,
    [
      "tests/runtime/last-lines",
      "tests/runtime/brand",
      "tests/guards",
      "tests/runtime/errors",
      "tests/runtime/guards",
      "tests/runtime/charges",
      "tests/runtime/limits",
    ],
  ],
  [
    `${K}/index`,
    ["tests/runtime/last-lines", "tests/runtime/brand", "tests/runtime/membrane", "tests/membrane/isolation"],
  ],
  [`${K}/globals`, ["tests/runtime/ambient", "tests/runtime/shared-realm"]],
  [`${K}/intrinsics/promises`, ["tests/runtime/kernel-parts/promises.test.ts"]],
  [`${K}/intrinsics/(stand-ins|host-realm)`, ["tests/runtime/shared-realm", "tests/guards/foreign"]],
  [`${K}/outside`, ["tests/guards/foreign"]],
  [`${K}/intrinsics/define`, ["tests/runtime/shared-realm", "tests/runtime/kernel-parts/walls.test.ts"]],
  [
    `${K}/intrinsics/json\\.`,
    ["tests/runtime/shared-realm", "tests/runtime/last-lines", "tests/runtime/kernel-parts/walls.test.ts"],
  ],
  [
    `${K}/intrinsics/sizes-bigint`,
    ["tests/runtime/charges", "tests/runtime/bigints", "tests/runtime/kernel-parts/sizes.test.ts"],
  ],
  [
    `${K}/intrinsics/(?:sizes|meter|ticking|array|function-apply|json-size|regexp)`,
    ["tests/runtime/charges", "tests/runtime/limits", "tests/runtime/kernel-parts/sizes.test.ts"],
  ],
  [
    `${K}/intrinsics/tame`,
    [
      "tests/runtime/charges",
      "tests/runtime/limits",
      "tests/runtime/bigints",
      "tests/runtime/shared-realm",
      "tests/runtime/kernel-parts/sizes.test.ts",
      "tests/runtime/kernel-parts/walls.test.ts",
    ],
  ],
  [
    `${K}/intrinsics`,
    [
      "tests/runtime/last-lines",
      "tests/runtime/kernel-parts/walls.test.ts",
      "tests/runtime/kernel-parts/intrinsics.test.ts",
    ],
  ],
  [`${K}/budget`, ["tests/runtime/limits", "tests/runtime/charges"]],
  ["src/runtime/evaluate", ["tests/runtime/last-lines", "tests/runtime/guards", "tests/runtime/brand"]],
];

const mutants =
  (...setups) =>
  (id, file, find, replace, more) => ({
    id,
    setups,
    edits: [[file, find, replace]],
    ...more,
  });
const call = mutants("powerless call", "guards");
const inline = mutants("powerless inline");
const realm = mutants("realm");
const shared = mutants("guards");

const GUARDS_CALL = [
  call(
    "call: receivers unchecked",
    `${K}/guards-call.ts`,
    'return (typeof o === "object" || typeof o === "function" ? handed(o) : o) as object;',
    "return o as object;",
  ),
  call(
    "call: writes unchecked",
    `${K}/guards-call.ts`,
    "if (isOpen(chosen)) return chosen;",
    "return chosen;",
  ),
  call("call: function makers callable", `${K}/guards-call.ts`, "    refuseDenied(f, parts);\n", ""),
  call(
    "call: key of a read unchecked",
    `${K}/guards-call.ts`,
    "    present(o, name);\n    const k = key(name);",
    "    present(o, name);\n    const k = name as PropertyKey;",
  ),
  call(
    "call: key of a write unchecked",
    `${K}/guards-call.ts`,
    'present(o, name, "write");\n    const k = key(name);',
    'present(o, name, "write");\n    const k = name as PropertyKey;',
  ),
  call(
    "call: key of a delete unchecked",
    `${K}/guards-call.ts`,
    'present(o, name, "delete");\n    const k = key(name);',
    'present(o, name, "delete");\n    const k = name as PropertyKey;',
  ),
  call(
    "call: key of a pattern unchecked",
    `${K}/guards-call.ts`,
    "const checked = key(name);",
    "const checked = name;",
  ),
  call(
    "call: iterables unchecked",
    `${K}/guards-call.ts`,
    'receiver(x, "");\n    if (!isPlainArray',
    "if (!isPlainArray",
  ),
  call(
    "call: patterns unchecked",
    `${K}/guards-call.ts`,
    'faulty("pattern", x) : receiver(x, "")',
    'faulty("pattern", x) : x',
  ),
  call(
    "call: for in and spread unchecked",
    `${K}/guards-call.ts`,
    'o === null ? o : receiver(o, "")',
    "o === null ? o : o",
  ),
  call(
    "call: instanceof unchecked",
    `${K}/guards-call.ts`,
    'const checked = receiver(C, "");',
    "const checked = C;",
  ),
  call(
    "call: superclass unchecked",
    `${K}/guards-call.ts`,
    '(typeof C === "function" ? callable(C) :',
    '(typeof C === "function" ? C :',
  ),
  call(
    "call: construction unchecked",
    `${K}/guards-call.ts`,
    'const f = callable(C, "construct");',
    "const f = C as Fn;",
  ),
  call(
    "call: methods unchecked",
    `${K}/guards-call.ts`,
    "const f = callable(early.length > 0 ? early[0] : method(o, name));",
    "const f = (early.length > 0 ? early[0] : method(o, name)) as Fn;",
  ),
  call(
    "call: tags unchecked",
    `${K}/guards-call.ts`,
    "apply(callable(f), isMember",
    "apply(f as Fn, isMember",
  ),
  call(
    "call: plain calls unchecked",
    `${K}/guards-call.ts`,
    "apply(callable(f), undefined, handedAll(feed(f, args)))",
    "apply(f as Fn, undefined, handedAll(feed(f, args)))",
  ),
  call(
    "call: calls with a receiver unchecked",
    `${K}/guards-call.ts`,
    "const called = callable(f);",
    "const called = f as Fn;",
  ),
  call(
    "call: function makers by identity unknown",
    `${K}/injected.ts`,
    "(apply(includes, denied, [f]) as boolean)",
    "false",
  ),
  call(
    "call: the list of function makers is empty",
    `${K}/outside.ts`,
    "return [of(() => {}), of(async () => {}), of(function* () {}), of(async function* () {}), evaluator];",
    "return [of, evaluator].slice(2);",
  ),
];

const S = "src/runtime/call-sites.ts";
/** The functions of the call form's sites, which stand for the shared guards in a realm of the guest's. */
const CALL_SITES = [
  ["all is read", S, 'const READS = "o._safe_ === true";', 'const READS = "true";'],
  ["all is written", S, 'const WRITES = "o._open_ === true";', 'const WRITES = "true";'],
  [
    "a read looks at no brand",
    S,
    "(o, k) { if (${READS}) return o[${key}];",
    "(o, k) { if (o) return o[${key}];",
  ],
  [
    "a computed read looks at no brand",
    S,
    "${HAS} && ${READS}) return o[k]; return _getitem_",
    "${HAS}) return o[k]; return _getitem_",
  ],
  ["a computed read takes any key", S, '(o, k) { if (typeof k === "number" && ${HAS}', "(o, k) { if (${HAS}"],
  [
    "a write looks at no brand",
    S,
    "(o, k, v) { if (${WRITES}) return o[${key}]",
    "(o, k, v) { if (o) return o[${key}]",
  ],
  [
    "a computed write looks at no brand",
    S,
    "${HAS} && ${WRITES}) return o[k] = v;",
    "${HAS}) return o[k] = v;",
  ],
  [
    "a computed write takes any key",
    S,
    '(o, k, v) { if (typeof k === "number" && ${HAS}',
    "(o, k, v) { if (${HAS}",
  ],
  [
    "a method call looks at no brand",
    S,
    "(_o_, k, a) { if (_o_._safe_ === true) return",
    "(_o_, k, a) { if (_o_) return",
  ],
]
  .map(([id, ...edit]) => mutants("powerless call")(`call sites: ${id}`, ...edit))
  .concat(
    [
      [
        "`exec` is not left to the shared guard",
        S,
        'new Set(["exec"])',
        "new Set([])",
        { tests: ["tests/runtime/watch.test.ts", "tests/runtime/call-sites.test.ts"] },
      ],
      ["a `call` of the program's own is called", S, "f.call === _native_", "true"],
      [
        "sized operators take all",
        S,
        'known = name === "+=" ? `${both("number")} || ${both("string")}` : both("number")',
        'known = "true"',
        { tests: ["tests/runtime/bigints.test.ts"] },
      ],
      [
        "names that the verifier did not prove are read",
        S,
        "return name === undefined ? null : `(o, k) {",
        "return `(o, k) {",
      ],
    ].map(([id, file, find, replace, more]) =>
      mutants("powerless call")(`call sites: ${id}`, file, find, replace, more),
    ),
  );

const H = `${K}/intrinsics/host-realm.ts`;
/** What stands in the place of the brands where the guards are alone. */
const HOST_REALM = [
  shared(
    "host realm: given returns its value",
    H,
    "  const instead = weakMapGet(standIns",
    "  if (state.on) return value;\n  const instead = weakMapGet(standIns",
  ),
  shared(
    "host realm: what the host owns is not refused",
    H,
    "if (weakSetHas(owned, value as object))",
    "if (false)",
  ),
  shared(
    "host realm: all is open",
    H,
    "const brand = (object as",
    "if (state.on) return true;\n  const brand = (object as",
  ),
  shared("host realm: what is shared is not closed", H, "  weakSetAdd(closed, object);\n", ""),
  shared("host realm: stand-ins are not frozen", H, "return freeze(object);", "return object;"),
  shared(
    "host realm: forwarders look at nothing",
    H,
    "return given(apply(native, given(this), givenAll(args)));",
    "return apply(native, this, args);",
  ),
  shared(
    "host realm: receivers of super as they are",
    `${K}/guards-call.ts`,
    "_super_: handed,",
    "_super_: (x: unknown) => x,",
  ),
  shared(
    "host realm: arguments as they are",
    `${K}/guards-call.ts`,
    "if (isHostRealm() && isArray(values))",
    "if (false)",
  ),
  shared(
    "host realm: values as they are",
    `${K}/guards-call.ts`,
    "if (!isHostRealm()) return value;",
    "return value;",
  ),
  shared(
    "host realm: errors are not secured",
    `${K}/guards-call.ts`,
    "return errors.secure(given(value));",
    "return given(value);",
  ),
  shared(
    "host realm: what the host adds later is unclaimed",
    `${K}/index.ts`,
    "if (shared) claimHostRealm();",
    "",
  ),
  shared(
    "host realm: the walk claims nothing",
    `${K}/intrinsics/stand-ins.ts`,
    "  for (const object of found) {\n    own(object);",
    "  for (const object of found) {",
  ),
  shared(
    "host realm: function makers are unclaimed",
    `${K}/intrinsics/stand-ins.ts`,
    "own(value as object);",
    "",
  ),
  shared(
    "host realm: nothing is removed",
    `${K}/intrinsics/stand-ins.ts`,
    "own(realmGlobal);\n  removals();",
    "own(realmGlobal);",
  ),
  shared(
    "host realm: the global object is unclaimed",
    `${K}/intrinsics/stand-ins.ts`,
    "own(realmGlobal);\n",
    "",
  ),
  {
    ...shared("host realm: JSON takes all names", `${K}/intrinsics/tame.ts`, "  tameJsonNames();\n", ""),
    tests: ["tests/runtime/shared-realm.test.ts"],
  },
  shared("host realm: JSON.parse keeps __proto__", `${K}/intrinsics/tame.ts`, "  tameJson();\n", ""),
  shared(
    "host realm: Object.create takes any parent",
    `${K}/intrinsics/object-statics.ts`,
    'typeof prototype !== "object" || !isOpen(prototype as object)',
    "false",
  ),
];

const KEYS = Object.entries({ call, inline }).flatMap(([form, make]) =>
  [
    [
      "underscore names pass",
      "      apply(charCodeAt, key, [0]) === UNDERSCORE &&",
      "      false && apply(charCodeAt, key, [0]) === UNDERSCORE &&",
    ],
    ["forbidden names pass", "(apply(has, FORBIDDEN_MEMBERS, [key]) as boolean)", "false"],
    [
      "the longest names pass",
      "length <= FORBIDDEN_MEMBER_LENGTHS.max",
      "length < FORBIDDEN_MEMBER_LENGTHS.min",
    ],
    [
      "objects are coerced twice",
      'return typeof only === "string" ? text(only) : only;',
      'if (typeof only === "string") text(only); return key as PropertyKey;',
    ],
    ["objects are not checked", 'return typeof only === "string" ? text(only) : only;', "return only;"],
    [
      "strings are not checked",
      'if (typeof key === "string") return text(key);',
      'if (typeof key === "string") return key;',
    ],
  ].map(([id, find, replace]) => make(`keys, ${form} form: ${id}`, `${K}/keys.ts`, find, replace)),
);

const SITES = [
  inline(
    "site: _g lets all through",
    "src/runtime/evaluate.ts",
    "`if (o._safe_ === true) return o; throw",
    "`return o; throw",
  ),
  inline(
    "site: _o lets all through",
    "src/runtime/evaluate.ts",
    "if (o === undefined || o === null || o._safe_ === true) return o;",
    "return o;",
  ),
  inline(
    "site: _w lets all through",
    "src/runtime/evaluate.ts",
    "if (o._open_ === true) return o;",
    "return o;",
  ),
  inline(
    "site: _s lets all through",
    "src/runtime/evaluate.ts",
    "if (o._safe_ === true) return _spread_(o);",
    "return _spread_(o);",
  ),
  inline(
    "site: computed keys unchecked",
    "src/runtime/evaluate.ts",
    'return typeof k === "number" ? k : _key_(k);',
    "return k;",
  ),
  inline(
    "site: text keys unchecked",
    "src/runtime/evaluate.ts",
    'return typeof k === "number" ? k : _key_(k);',
    'return typeof k === "number" || typeof k === "string" ? k : _key_(k);',
  ),
  inline(
    "site: object keys unchecked",
    "src/runtime/evaluate.ts",
    'return typeof k === "number" ? k : _key_(k);',
    'return typeof k === "number" || typeof k === "object" ? k : _key_(k);',
  ),
  inline(
    "helper: `in` shows forbidden names",
    `${K}/helpers-inline.ts`,
    "checked = key(name);\n      } catch (error) {\n        // A forbidden",
    "checked = name as PropertyKey;\n      } catch (error) {\n        // A forbidden",
  ),
  inline(
    "helper: foreign errors are passed on",
    `${K}/helpers-inline.ts`,
    "      !unguarded &&\n",
    "      false &&\n",
  ),
  inline(
    "helper: groups keep no brand",
    `${K}/helpers-inline.ts`,
    "apply(weakSet, copies, [value, brand(copy)]);",
    "apply(weakSet, copies, [value, copy]);",
  ),
  inline("brand: built-ins are open", `${K}/intrinsics/brands.ts`, 'hidden(intrinsic, "_open_", false);', ""),
  inline(
    "brand: constructors are open",
    `${K}/intrinsics/brands.ts`,
    "return this !== intrinsic;",
    "return true;",
  ),
  inline(
    "brand: host functions are open",
    `${K}/index.ts`,
    'defineProperty(wrapped, "_open_", { value: false });',
    "",
  ),
  inline(
    "brand: facets are open",
    `${K}/facets.ts`,
    'hidden(prototype, "_open_", shape.setters.length > 0);',
    ";",
  ),
  inline("brand: facet methods are open", `${K}/facets.ts`, 'hidden(method, "_open_", false);', ""),
  inline(
    "statics: Object.create takes any parent",
    `${K}/intrinsics/object-statics.ts`,
    'typeof prototype !== "object" || !isOpen(prototype as object)',
    "false",
  ),
  inline("JSON.parse keeps __proto__", `${K}/intrinsics/tame.ts`, "  tameJson();\n", ""),
];

const IMPORT = [
  realm(
    "import: all kinds of values cross as they are",
    `${M}/simple.ts`,
    "return value === null;",
    "return true;",
  ),
  realm(
    "import: functions enter as they are",
    `${M}/import.ts`,
    "return wrapFunction(state.session, value as (...args: never[]) => unknown, path);",
    "return value;",
  ),
  realm(
    "import: everything enters as it is",
    `${M}/import.ts`,
    "value === null ? null : enterObject(state, value as object, path, depth)",
    "value",
  ),
  realm(
    "import: plain objects enter as they are",
    `${M}/import.ts`,
    "return enterPlain(state, value, path, depth);",
    "return value;",
  ),
  realm(
    "import: arrays enter as they are",
    `${M}/import.ts`,
    "return enterArray(state, value as unknown[], path, depth);",
    "return value;",
  ),
  realm(
    "import: errors enter as they are",
    `${M}/import.ts`,
    "return remember(state, value, kernel.errors.makeError(errorName(value), errorMessage(value)));",
    "return value;",
  ),
  realm(
    "import: promises enter as they are",
    `${M}/import.ts`,
    "return enterPromise(session, value as Promise<unknown>, path);",
    "return value;",
  ),
  realm(
    "import: private members enter",
    `${M}/session.ts`,
    "return (isUnderscoreName(name) && !policy.openNames.has(name)) ||",
    "return",
  ),
  realm(
    "import: instances enter without a facet",
    `${M}/import.ts`,
    "if (policy !== undefined) return facet(state, policy, value, path);",
    "if (policy !== undefined) return value;",
  ),
  realm(
    "import: proxies enter as what they stand for",
    `${M}/kinds.ts`,
    'if (types.isProxy(value)) return "proxy";',
    "",
  ),
  realm(
    "import: proxies of functions enter",
    `${M}/import.ts`,
    'if (hasProxy(value as object)) throw refusal("HOST_PROXY", path, "is a Proxy, or inherits of one");',
    "",
  ),
  realm(
    "import: getters are read",
    `${M}/import.ts`,
    'if (!("value" in d)) throw refusal("HOST_ACCESSOR", `${path}.${name}`, "is a getter");',
    'if (!("value" in d)) d.value = Reflect.get(value, name);',
  ),
  realm(
    "import: instances are copied as data",
    `${M}/import.ts`,
    "prototype !== null && prototype !== Object.prototype && !isForeignPlain(prototype)",
    "false",
  ),
  realm(
    "import: all that has the brand's name is the guest's",
    `${M}/import.ts`,
    'return (kernel.shared || "_safe_" in value) && kernel.isOwn(value);',
    'return "_safe_" in value;',
  ),
  realm(
    "import: what settles a host promise enters as it is",
    `${M}/import.ts`,
    "done(importValue(session, value, path));",
    "done(value);",
  ),
];

const EXPORT = [
  realm(
    "export: everything leaves as it is",
    `${M}/export.ts`,
    "    return leave(state, value, 0);",
    "    return value;",
  ),
  realm(
    "export: functions leave unwrapped",
    `${M}/export.ts`,
    'if (state.mode.functions === "refuse") throw refusal("EXPORT_FUNCTION", "a function");',
    "return f;",
  ),
  realm(
    "export: plain objects leave as they are",
    `${M}/export.ts`,
    "return leavePlain(state, value, depth);",
    "return value;",
  ),
  realm(
    "export: arrays leave as they are",
    `${M}/export.ts`,
    "return leaveArray(state, value as unknown[], depth);",
    "return value;",
  ),
  realm(
    "export: errors leave as they are",
    `${M}/export.ts`,
    "return remember(state, value, leaveError(state.session, value));",
    "return value;",
  ),
  realm(
    "export: getters are run",
    `${M}/export.ts`,
    'if (!("value" in d)) throw refusal("EXPORT_TYPE", `an object',
    'if (!("value" in d)) d.value = (value as never)[name]; if (false) throw refusal("EXPORT_TYPE", `an object',
  ),
  realm(
    "export: facets leave as the host's own",
    `${M}/export.ts`,
    'if (state.mode.facets === "raw") return object;',
    "return object;",
  ),
  realm(
    "export: __proto__ is assigned",
    `${M}/export.ts`,
    "Object.defineProperty(copy, name, {\n      value: leave(state, d.value, depth + 1),\n      writable: true,\n      enumerable: true,\n      configurable: true,\n    });",
    "copy[name] = leave(state, d.value, depth + 1);",
  ),
];

const FACETS = [
  realm(
    "facet: members of one type work on another",
    `${K}/facets.ts`,
    "if (record === undefined || record.policy !== policy)",
    "if (record === undefined)",
  ),
  realm("facet: objects are not frozen", `${K}/facets.ts`, "return freeze(facet);", "return facet;"),
  realm(
    "facet: prototypes are not frozen",
    `${K}/facets.ts`,
    "return freeze(prototype);",
    "return prototype;",
  ),
  realm(
    "facet: methods are not frozen",
    `${K}/facets.ts`,
    "hidden(prototype, name, freeze(method));",
    "hidden(prototype, name, method);",
  ),
  realm("host functions are not frozen", `${K}/index.ts`, "return freeze(wrapped);", "return wrapped;"),
];

const drop = (id, call) => realm(`taming left out: ${id}`, `${K}/intrinsics/tame.ts`, `  ${call};\n`, "");
const TAMING = [
  drop("removals", "removeDangerous()"),
  drop("inert function constructors", "inertFunctionConstructors()"),
  drop("Object statics", "tameObjectStatics()"),
  drop("JSON", "tameJson()"),
  drop("promises", "tamePromisePrototypes()"),
  drop("Promise constructor", 'replaceGlobal("Promise", makePromiseConstructor())'),
  drop("function text", "hideFunctionText()"),
  realm(
    "taming left out: frozen intrinsics",
    `${K}/intrinsics/freeze.ts`,
    "else if (!contains(EXTENSIBLE, object)) freeze(object);",
    "",
  ),
  realm("taming left out: the emptied global object", `${K}/index.ts`, "  emptyGlobal();\n", ""),
  realm("taming left out: the integrity check", `${K}/index.ts`, "kernel.check = snapshotIntegrity();", ""),
  realm(
    "taming left out: no code from text",
    "src/runtime/realm/realm.ts",
    "codeGeneration: { strings: false, wasm: false }",
    "codeGeneration: { strings: true, wasm: true }",
  ),
  realm(
    "rejections are not looked after",
    `${K}/intrinsics/promises.ts`,
    "  try {\n    if (getPrototypeOf(promise) === PromisePrototype",
    "  return promise;\n  try {\n    if (getPrototypeOf(promise) === PromisePrototype",
  ),
];

const ROWS = [
  'Object",\n    names: ["getPrototypeOf',
  'Object",\n    names: ["defineProperty',
  'Object",\n    names: [\n      "getOwn',
  "Object.prototype",
  "Symbol",
  "Array",
  "Error",
  "RegExp",
  "Function.prototype",
  "Iterator.prototype",
  "JSON",
].map((from) =>
  realm(
    `removal left out: ${from.replace(/[\s"]+/g, " ")}`,
    `${K}/intrinsics/remove.ts`,
    `from: "${from}`,
    `from: "Nothing_${from}`,
  ),
);

const tested = mutants();
const KEEPS = "tests/runtime/errors";
/** What no rule finds: decisions that a file takes once. */
const DECISIONS = [
  tested(
    "the host's own errors come out of the port",
    `${K}/closed-port.ts`,
    "throw rebuilt(foreign);",
    "throw foreign;",
    { tests: ["tests/runtime/last-lines.test.ts"] },
  ),
  tested(
    "what has the brand by chance is the realm's own",
    `${K}/intrinsics/born.ts`,
    "return weakSetHas(born, object);",
    "return (object as { _safe_?: unknown })._safe_ === true;",
    { tests: ["tests/membrane/lying.test.ts"] },
  ),
  ...[
    [
      "what it holds of an array is given",
      "this.v = source[from];\n    return { value: undefined, done: false };",
      "this.v = source[from];\n    return { value: source[from], done: false };",
    ],
    [
      "what it holds of an iterator is given",
      "stash.v = result.value;\n    return { value: undefined, done: false };",
      "stash.v = result.value;\n    return { value: stash.v, done: false };",
    ],
    ["every array is walked", "return isPlainArray(source)\n", "return Array.isArray(source)\n"],
  ].map(([what, find, replace]) =>
    tested(`stash: ${what}`, `${K}/stash.ts`, find, replace, {
      tests: ["tests/runtime/kernel-parts/stash.test.ts"],
    }),
  ),
  tested(
    "JSON: what holds itself is a tree",
    `${K}/intrinsics/json-size.ts`,
    "if (depth > DEEP || tally.parts > MANY) return false;",
    "",
    { tests: ["tests/runtime/kernel-parts/json-size.test.ts"] },
  ),
  tested(
    "JSON: lists in lists are short",
    `${K}/intrinsics/json-size.ts`,
    "length += one.length + state.gap * one.parts;\n    parts += one.parts;\n  }\n  return { length, parts };\n}\n\nfunction ofObject",
    "parts += 1;\n  }\n  return { length, parts };\n}\n\nfunction ofObject",
  ),
  tested(
    "messages of any length are told",
    "src/diagnostics/bounded.ts",
    "if (message.length <= LONGEST_MESSAGE) return message;",
    "if (message.length >= 0) return message;",
    { tests: ["tests/runtime/errors"] },
  ),
  ...[
    ["a Proxy is asked", "row-text", "isProxy(row) || ", ""],
    [
      "a getter is run",
      "row-text",
      "if (apply(lookUpGetter, row, key${i}) !== undefined) return undefined;",
      "",
    ],
    ["what is inherited is the row's own", "row-text", " || !apply(hasOwn, row, key${last})", ""],
    ["what a policy claims is copied", "row-text", "(claims !== null && claims(row)) || ", ""],
    ["an instance of a class is copied", "row-text", " || getPrototypeOf(row) !== plain", ""],
    [
      "a row is copied twice",
      "rows",
      "kept.rows.forEach((row, j) => void seen.set(row, kept.copies[kept.from + j]));",
      "",
    ],
    ["any number of parts comes", "rows", "count(crossing, (next - at) * parts);", ""],
    ["private names come along", "special", "name.charCodeAt(0) === UNDERSCORE || ", ""],
  ].map(([what, file, find, replace]) =>
    tested(`rows: ${what}`, `${M}/${file}.ts`, find, replace, { tests: ["tests/membrane/rows.test.ts"] }),
  ),
  ...[
    ["the copies can be changed", "frozen", "freeze(copy as object);", ";"],
    ["flat rows can be changed", "frozen", "void freeze(kept.copies[kept.from + i] as object)", "undefined"],
    ["runs share an array", "frozen", "return session.kernel.listOf(known);", "return known;"],
    ["what a policy claims is copied", "frozen", " || isClaimed(session, value, parts)", ""],
    ["a getter may be in it", "frozen", 'if (d === undefined || !("value" in d))', "if (d === undefined)"],
    ["an instance may be in it", "frozen", " && (prototype === null || prototype === Object.prototype)", ""],
    ["one row by itself can be changed", "rows", "isFrozenObject(row) || ", ""],
    ["a single row can be changed", "record", " && !isClaimed(session, value)", ""],
  ].map(([what, file, find, replace]) =>
    tested(`frozen data: ${what}`, `${M}/${file}.ts`, find, replace, {
      tests: ["tests/membrane/frozen.test.ts"],
    }),
  ),
  tested(
    "rows: a setter without a getter is data",
    `${K}/rows.ts`,
    "return d !== undefined && d.get === undefined && d.set === undefined;",
    "return d !== undefined;",
    { tests: ["tests/membrane/rows.test.ts"] },
  ),
  tested(
    "calls: a limit that a promise swallowed is forgotten",
    `${K}/calls.ts`,
    "return budget.death === null ? { ok: true, value } : { ok: false, value: budget.death };",
    "return { ok: true, value };",
    {
      tests: [
        "tests/runtime/interleaving.test.ts",
        "tests/runtime/limits.test.ts",
        "tests/runtime/function-mode.test.ts",
      ],
    },
  ),
  ...[
    ["the queue is left for the next run", "          drain();", ""],
    ["the run before is not gone back to", "kernel.enter(before);", ""],
  ].map(([what, find, replace]) =>
    tested(`gate: ${what}`, "src/runtime/gate.ts", find, replace, {
      tests: ["tests/runtime/interleaving.test.ts", "tests/runtime/limits.test.ts"],
    }),
  ),
  ...[
    ["come to programs that do not count them", 'if (bigints === "refused")', "if (false)"],
    ["come without the clock being looked at", "  budget?.beWary();\n", ""],
    ["of any size come", "if (value < LEAST_LARGE && value > -LEAST_LARGE) return value;", "return value;"],
  ].map(([what, find, replace]) => tested(`bigints: they ${what}`, `${M}/bigint.ts`, find, replace)),
  tested("bigints: the run is not wary of them", `${K}/run.ts`, "if (options.bigints) budget.beWary();", "", {
    tests: ["tests/runtime/bigints.test.ts"],
  }),
  tested(
    "bigints: an object's method runs uncharged in the host's realm",
    `${K}/bigints/primitive.ts`,
    "const charged = isHostRealm() ? given(method) : method;",
    "const charged = method;",
  ),
  ...[
    ["small is what is not", "if (size < SMALL) return 0;", "return 0;"],
    ["none is too large", "  return Infinity;\n}\n\n/** Refuses", "  return BIGINT_BITS;\n}\n\n/** Refuses"],
    ["the clock is not looked at", "if (unlooked < LOOK) return;", "return;"],
  ].map(([what, find, replace]) => tested(`bigints, sizes: ${what}`, `${K}/bigints/size.ts`, find, replace)),
  ...[
    [
      "long expressions are read",
      "source.length > LONGEST_EXPRESSION ? null :",
      "source.length < 0 ? null :",
    ],
    ["strange ones are cheap", "if (isStrange)", "if (false)"],
    ["each start costs nothing", "isAnchored(part) ? 0 : startsOf(scan, part, steps)", "0"],
    ["all are anchored", 'return part.kind === "start";', "return true;"],
    ["choices never add up", "isDisjoint(seen, first) ? larger : sum", "larger"],
    ["repeats of repeats are linear", "if (body.empty || !isOne) return", "if (false) return"],
    [
      "repeats leave in one way",
      "const leaves = least === most ||",
      "const leaves = true || least === most ||",
    ],
    ["walks are never in vain", "if (!isLast) scan.isVain = true;", ""],
    ["references back cost a step", "return { steps: LINEAR, ways: ONE, walks: false };", "return STEP;"],
    [
      "what is no number is small",
      "logarithm < Infinity ? logarithm : Infinity",
      "logarithm < Infinity ? logarithm : 0",
    ],
  ].map(([what, find, replace]) =>
    tested(`cost of an expression: ${what}`, `${K}/regexp/cost.ts`, find, replace),
  ),
  ...[
    ["nesting has no end", "if (++parser.depth > DEEPEST)", "if (++parser.depth < 0)"],
    ["what is given up on is read", "if (parser.depth === GIVEN_UP) return null;", ""],
  ].map(([what, find, replace]) =>
    tested(`cost of an expression: ${what}`, `${K}/regexp/parse.ts`, find, replace),
  ),
  tested(
    "cost of an expression: looking at its size takes as long as it takes",
    `${K}/regexp/size.ts`,
    "if (++state.visits > MOST_VISITS) return next;",
    "++state.visits;",
  ),
  tested(
    "cost of an expression: its size is what was counted",
    `${K}/regexp/size.ts`,
    "state.visits > MOST_VISITS ? Infinity : state.units",
    "state.units",
  ),
  tested(
    "cost of an expression: other cases are other characters",
    `${K}/regexp/chars.ts`,
    "return [a[0], a[1], a[2] | all, a[3] | all,",
    "return [a[0], a[1], a[2], a[3],",
  ),
  tested(
    "cost of an expression: escapes have one case",
    `${K}/regexp/escape.ts`,
    "chars: reader.ignoreCase ? anyCase(chars, reader.unicode) : chars,",
    "chars,",
  ),
  tested(
    "language policy: computed members are free",
    `${K}/policy.ts`,
    "if (members.length === 0 && affixes.length === 0) return null;",
    "if (members.length >= 0) return null;",
    { tests: ["tests/compiler/policy"] },
  ),
  mutants("powerless call", "powerless inline")(
    "run: all keys pass",
    `${K}/run.ts`,
    "const key = options.unguarded ?",
    "const key = options.unguarded || options.sites !== null ?",
  ),
  tested("run: exec is not watched", `${K}/run.ts`, "if (options.readsExec) watchExec();", "", {
    tests: ["tests/runtime/watch.test.ts"],
  }),
  realm(
    "errors: stacks are the engine's",
    `${K}/errors/index.ts`,
    '      frozen("prepareStackTrace", prepare);\n',
    "",
    {
      tests: [KEEPS],
    },
  ),
  realm(
    "errors: the length of stacks is the program's",
    `${K}/errors/index.ts`,
    '      frozen("stackTraceLimit", 40);\n',
    "",
    {
      tests: [KEEPS],
    },
  ),
  tested(
    "errors: limits can be caught",
    `${K}/errors/index.ts`,
    'typeof value === "object" && value !== null && (apply(setHas, limits, [value]) as boolean),',
    "value === limits,",
    { tests: ["tests/runtime/limits.test.ts"] },
  ),
  tested(
    "errors: getters of a name are run",
    `${K}/errors/index.ts`,
    'name: dataText(error, "name") ?? "Error",',
    "name: (error as Error).name,",
    { tests: ["tests/membrane/outwards.test.ts"] },
  ),
  tested(
    "errors: names of guards stay in messages",
    `${K}/errors/repair.ts`,
    "const name = exec(TRACE, fixed);",
    "const name = null as RegExpExecArray | null;",
    { tests: [KEEPS] },
  ),
  tested(
    "errors: frames of guards are shown",
    `${K}/errors/trace.ts`,
    "if (exec(OWN, name) !== null) continue;",
    "",
    {
      tests: [KEEPS],
    },
  ),
  tested(
    "iterating: zip is not shown to the host's guard",
    `${K}/globals/iterating.ts`,
    '  found.set(HELPERS.zip, "each");\n',
    "",
    {
      tests: ["tests/runtime/injected.test.ts"],
    },
  ),
  tested(
    "function text: the kernel's is read",
    `${K}/intrinsics/function-constructors.ts`,
    'return stringEndsWith(text, "{ [native code] }") ? text : `function ${shown}() { [guest code] }`;',
    "return text;",
  ),
  realm(
    "global object: it keeps its prototype",
    `${K}/intrinsics/global.ts`,
    "  setPrototypeOf(realmGlobal, null);\n",
    "",
  ),
  ...[
    ["prototypes", "if (getPrototypeOf(object) !== before.prototype)"],
    ["extensibility", "if (isExtensible(object) !== before.extensible)"],
    ["new members", "if (now.length !== keys.length)"],
    ["members", "if (!same(getOwnPropertyDescriptor(object, key), descriptors[i] as PropertyDescriptor))"],
  ].map(([what, find]) =>
    realm(`integrity: ${what} are not compared`, `${K}/intrinsics/integrity.ts`, find, "if (false)"),
  ),
  inline("JSON: __proto__ stays in parsed data", `${K}/intrinsics/json.ts`, "if (suspect) strip(value);", ""),
  inline(
    "JSON: a reviver sees __proto__",
    `${K}/intrinsics/json.ts`,
    "return key === PROTO ? undefined : apply",
    "return apply",
  ),
  shared(
    "JSON: a list of names has the stack",
    `${K}/intrinsics/json.ts`,
    'name !== "stack" && !isForbidden',
    "!isForbidden",
  ),
  shared(
    "JSON: a list of names has forbidden ones",
    `${K}/intrinsics/json.ts`,
    " && !isForbiddenMember(name)",
    "",
  ),
  shared(
    "JSON: a list of names has what the host keeps",
    `${K}/intrinsics/json.ts`,
    " && !isKeptByHost(name)",
    "",
  ),
  ...[
    [
      "dear matches are not watched",
      "  return watched(native, self, args);\n}\n\nexport",
      "  return apply(native, self, args);\n}\n\nexport",
    ],
    [
      "every expression is as it was made",
      "getPrototypeOf(regexp) === RegExpPrototype &&\n    ownKeys(regexp).length === 1 &&",
      "",
    ],
    [
      "every expression is the realm's",
      '    getPrototypeOf(regexp) === RegExpPrototype &&\n    !hasOwn(regexp, "constructor") &&\n    !hasOwn(regexp, "flags")',
      "    true",
    ],
  ].map(([what, find, replace]) =>
    tested(`matching: ${what}`, `${K}/intrinsics/matching.ts`, find, replace, {
      tests: ["tests/runtime/watch.test.ts", "tests/runtime/kernel-parts/sizes.test.ts"],
    }),
  ),
  realm(
    "overrides: shared objects are assigned to",
    `${K}/intrinsics/override.ts`,
    "refuse(`\\`${name}\\` of a shared object cannot be changed.`);",
    "void 0;",
    { behind: ["taming left out: frozen intrinsics"] },
  ),
  ...[
    [
      "members stay",
      "if (!known.has(spelled(key))) remove(owner, key);",
      "if (!known.has(spelled(key))) continue;",
    ],
    [
      "members of methods stay",
      'if (key !== "length" && key !== "name" && !isKnown) remove(f, key);',
      "void isKnown;",
    ],
    [
      "prototypes are taken",
      'if (!owners.has(getPrototypeOf(f) as object)) refuseEngine("a prototype");',
      "",
    ],
    [
      "prototypes of owners are taken",
      'if (above !== null && !owners.has(above)) refuseEngine("a prototype");',
      "",
    ],
  ].map(([what, find, replace]) =>
    tested(`unknown intrinsics: ${what}`, `${K}/intrinsics/unknown.ts`, find, replace),
  ),
  ...["getPrototypeOf(object)", "d?.value", "d?.get", "d?.set"].map((way) =>
    mutants("realm", "guards")(
      `the walk of intrinsics leaves out ${way}`,
      `${K}/intrinsics/reach.ts`,
      `    visit(${way});\n`,
      "",
    ),
  ),
  tested(
    "evaluate: findings are passed over",
    "src/runtime/evaluate.ts",
    "if (verified.findings.length > 0 || result.code === null)",
    "if (result.code === null)",
    { tests: ["tests/runtime/last-lines.test.ts"] },
  ),
  realm(
    "evaluate: names that nobody provides are looked up",
    "src/runtime/evaluate.ts",
    'missing.length === 0 ? "" : `let ${missing.join(", ")};`,',
    '"",',
    { behind: ["taming left out: the emptied global object"] },
  ),
];

const BY_HAND = [
  ...GUARDS_CALL,
  ...CALL_SITES,
  ...HOST_REALM,
  ...KEYS,
  ...SITES,
  ...IMPORT,
  ...EXPORT,
  ...FACETS,
  ...TAMING,
  ...ROWS,
  ...DECISIONS,
];

/**
 * Checks that have another one behind them: a program that gets out with both left out, and with neither alone, shows
 * that the first is no hole by itself.
 */
const BEHIND = {
  "call: key of a read unchecked": [
    "call: function makers callable",
    "call: plain calls unchecked",
    "call: methods unchecked",
    "call: construction unchecked",
    "call: tags unchecked",
    "call: calls with a receiver unchecked",
    "call: superclass unchecked",
  ],
  "import: everything enters as it is": [
    "call: iterables unchecked",
    "call: patterns unchecked",
    "call: for in and spread unchecked",
    "call: instanceof unchecked",
    "call: receivers unchecked",
    "site: _g lets all through",
    "site: _o lets all through",
    "site: _s lets all through",
    "helper: foreign errors are passed on",
    "brand: facets are open",
    "brand: host functions are open",
    "call sites: all is read",
    "call sites: a read looks at no brand",
    "call sites: a computed read looks at no brand",
    "call sites: a method call looks at no brand",
  ],
  "import: private members enter": [
    "keys, inline form: underscore names pass",
    "keys, call form: underscore names pass",
  ],
  "facet: members of one type work on another": ["facet: prototypes are not frozen"],
  "host realm: what the host owns is not refused": [
    "call: function makers callable",
    "call: function makers by identity unknown",
    "host realm: nothing is removed",
  ],
  "host realm: what the host adds later is unclaimed": ["host realm: the walk claims nothing"],
  "host realm: function makers are unclaimed": ["call: function makers by identity unknown"],
  "call: function makers by identity unknown": ["host realm: function makers are unclaimed"],
  "host realm: values as they are": [
    "call: receivers unchecked",
    "host realm: arguments as they are",
    "host realm: all is open",
    "host realm: what is shared is not closed",
    "host realm: forwarders look at nothing",
    "host realm: receivers of super as they are",
  ],
  "taming left out: no code from text": ["taming left out: inert function constructors"],
  "taming left out: inert function constructors": ["taming left out: no code from text"],
  "host realm: stand-ins are not frozen": [
    "host realm: all is open",
    "host realm: what is shared is not closed",
  ],
  "removal left out: Object , names: [ getPrototypeOf": [
    "host realm: the walk claims nothing",
    "facet: prototypes are not frozen",
  ],
};

/** What the table of removals names is not in the table of what is known, either. */
const REMOVED = BY_HAND.filter(({ id }) => id.startsWith("removal left out")).map(({ id }) => id);
BEHIND['membrane/import: if (hasProxy(value)) throw refusal("HOST_PROXY", path, "inherits of a Proxy");'] = [
  "import: proxies enter as what they stand for",
  'membrane/import: if (kind === "proxy") throw refusal("HOST_PROXY", path, "is a Proxy");',
];
BEHIND["kernel/intrinsics/tame: removeUnknown();"] = ["taming left out: removals", ...REMOVED];

export const MUTANTS = [...BY_HAND, ...siteMutants(BY_HAND)].map((mutant) => ({
  ...mutant,
  behind: [
    ...(mutant.behind ?? []),
    ...Object.entries(BEHIND).flatMap(([other, ids]) => (ids.includes(mutant.id) ? [other] : [])),
  ],
}));
