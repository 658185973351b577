import { type Example, host, none, program } from "./example.js";

const exec = 'import { execRestricted } from "restrictedjs";\n';
const policy = 'import { definePolicy, execRestricted } from "restrictedjs";\n';

/** Codes of guards, limits, the border and the host's own options. */
export const RUN_EXAMPLES: Readonly<Record<string, Example>> = {
  GUARD_MEMBER: program(
    "const key = ['con', 'structor'].join('');\n({})[key];",
    "const data = new Map([['constructor', 1]]);\ndata.get('constructor');",
  ),
  GUARD_KEY: none("Strings, numbers and symbols are all the keys there are, and each is decided."),
  GUARD_RECEIVER: none(
    "Nothing of the host's reaches a program unless something else fails: it is the second of two checks.",
  ),
  GUARD_WRITE: program("Math.max = () => 0;", "const max = () => 0;\nmax();"),
  GUARD_CALL: none("No name leads to such a function: it is the second of two checks."),
  GUEST_ERROR: program("const row = undefined;\nrow.total;", "const row = undefined;\nrow?.total;"),
  LIMIT_STEPS: program("while (true) {}", "for (let i = 0; i < 10; i++) {}", { limits: { steps: 10_000 } }),
  LIMIT_TIME: program("while (true) {}", "1;", { limits: { timeMs: 20, steps: 2_000_000_000 } }),
  LIMIT_CALL_DEPTH: program("const f = (n) => f(n + 1) + 1;\nf(0);", "let n = 0;\nwhile (n < 100) n++;"),
  LIMIT_ALLOCATION: program(
    "const xs = [];\nfor (let i = 0; i < 100; i++) xs.push(new Float64Array(10000));",
    "new Float64Array(10);\n0;",
    {
      limits: { allocatedBytes: 1_000_000 },
    },
  ),
  LIMIT_STRING: program("'ab'.repeat(1000000);", "'ab'.repeat(10);", { limits: { stringLength: 1_000 } }),
  LIMIT_ARRAY: program("new Array(1000000);", "new Array(10);", { limits: { arrayLength: 1_000 } }),
  LIMIT_BIGINT: program("2n ** 100000n;", "2n ** 1000n % 97n;"),
  LIMIT_PRINT: program("for (let i = 0; i < 100; i++) print('a long line');", "print('short');", {
    limits: { printedBytes: 100 },
  }),
  LIMIT_RESULT: program("range(1000);", "len(range(1000));", {
    builtins: "utility",
    limits: { resultNodes: 100 },
  }),
  LIMIT_ABORTED: host(
    'import { execRestrictedAsync } from "restrictedjs";\nawait execRestrictedAsync("1", { signal: AbortSignal.abort() });',
    'import { execRestrictedAsync } from "restrictedjs";\nawait execRestrictedAsync("1", { signal: new AbortController().signal });',
  ),
  EXPORT_FUNCTION: program("() => 1;", "(() => 1)();"),
  EXPORT_TYPE: program("Symbol('id');", "const id = 'id';\nid;"),
  HOST_TYPE: host(
    `${exec}execRestricted("db", { globals: { db: new (class Database {})() } });`,
    `${policy}class Database { size = 3; }\nconst databases = definePolicy({ name: "Database", brand: Database, members: { size: { kind: "get", get: (db) => db.size } } });\nexecRestricted("db.size", { globals: { db: new Database() }, policies: [databases] });`,
  ),
  HOST_ACCESSOR: host(
    `${exec}execRestricted("o", { globals: { o: { get now() { return Date.now(); } } } });`,
    `${exec}execRestricted("o", { globals: { o: { now: Date.now() } } });`,
  ),
  FACET_MEMBER: host(
    `${policy}class Account { owner = "ann"; pin = "1234"; }\nconst accounts = definePolicy({ name: "Account", brand: Account, members: { owner: { kind: "get", get: (a) => a.owner } } });\nconst told = [];\nexecRestricted("account.pin", { globals: { account: new Account() }, policies: [accounts], onAudit: (event) => told.push(event) });\nif (told.length > 0) throw Object.assign(new Error(told[0].message), told[0]);`,
    `${policy}class Account { owner = "ann"; pin = "1234"; }\nconst accounts = definePolicy({ name: "Account", brand: Account, members: { owner: { kind: "get", get: (a) => a.owner } } });\nconst told = [];\nexecRestricted("account.owner", { globals: { account: new Account() }, policies: [accounts], onAudit: (event) => told.push(event) });\nif (told.length > 0) throw Object.assign(new Error(told[0].message), told[0]);`,
  ),
  HOST_PROXY: host(
    `${exec}execRestricted("o", { globals: { o: new Proxy({}, {}) } });`,
    `${exec}execRestricted("o", { globals: { o: { ...new Proxy({}, {}) } } });`,
  ),
  HOST_BIGINT: host(
    `${exec}execRestricted("price() * price()", { globals: { price: () => 5n } });`,
    `import { compileRestricted, execRestricted } from "restrictedjs";\nconst program = compileRestricted("price() * price()", { bigints: true });\nexecRestricted(program, { globals: { price: () => 5n } });`,
  ),
  OPTION_UNKNOWN: host(
    `${exec}execRestricted("1", { limit: {} });`,
    `${exec}execRestricted("1", { limits: {} });`,
  ),
  OPTION_VALUE: host(
    `${exec}execRestricted("1", { limits: { steps: "many" } });`,
    `${exec}execRestricted("1", { limits: { steps: 1_000_000 } });`,
  ),
  OPTION_GLOBAL: host(
    `${exec}execRestricted("1", { globals: { _db: 1 } });`,
    `${exec}execRestricted("1", { globals: { db: 1 } });`,
  ),
  PROGRAM_UNKNOWN: host(
    `${exec}execRestricted({ ok: true, code: "1" });`,
    'import { compileRestricted, execRestricted } from "restrictedjs";\nexecRestricted(compileRestricted("1"));',
  ),
  POLICY_INVALID: host(
    'import { definePolicy } from "restrictedjs";\ndefinePolicy({ name: "", brand: class {} });',
    'import { definePolicy } from "restrictedjs";\ndefinePolicy({ name: "Database", brand: class {} });',
  ),
  VERIFICATION: none("It would be a bug in the compiler."),
  DANFO_FRAME: host(
    'import { captureFrame } from "restrictedjs/danfo";\ncaptureFrame({ a: [1, 2] });',
    'import { captureFrame } from "restrictedjs/danfo";\nimport { DataFrame } from "danfojs";\ncaptureFrame(new DataFrame({ a: [1, 2] }));',
  ),
  DANFO_CELL: host(
    'import { captureFrame } from "restrictedjs/danfo";\nimport { DataFrame } from "danfojs";\ncaptureFrame(new DataFrame([[{ x: 1 }]], { columns: ["a"] }));',
    'import { captureFrame } from "restrictedjs/danfo";\nimport { DataFrame } from "danfojs";\ncaptureFrame(new DataFrame([[1]], { columns: ["a"] }));',
  ),
  DANFO_COLUMN_NAME: host(
    'import { execRestricted } from "restrictedjs";\nimport { danfoPolicies } from "restrictedjs/danfo";\nimport { DataFrame } from "danfojs";\nconst df = new DataFrame({ a: [1] });\nexecRestricted(\'df.rename({ a: "shape" })\', { globals: { df }, policies: danfoPolicies }).value;',
    'import { execRestricted } from "restrictedjs";\nimport { danfoPolicies } from "restrictedjs/danfo";\nimport { DataFrame } from "danfojs";\nconst df = new DataFrame({ a: [1] });\nexecRestricted(\'df.rename({ a: "b" })\', { globals: { df }, policies: danfoPolicies }).value;',
  ),
  DANFO_EXPORT: none("It is what danfojs itself would throw; its known refusals are told before."),
  DANFO_MISSING: none("It needs an installation without danfojs."),
  PLOTLY_MISSING: none("It needs an installation without plotly.js-dist-min."),
};
