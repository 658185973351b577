/** Every way to bind or to write the name `df`, as statements. `NAME` is replaced by the name. */

/** Patterns in which the name is a target, as a declaration or an assignment may have them. */
export const PATTERNS: readonly string[] = [
  "[NAME]",
  "[, NAME]",
  "[NAME = 1]",
  "[...NAME]",
  "[...[NAME]]",
  "{ NAME }",
  "{ NAME = 1 }",
  "{ a: NAME }",
  "{ a: NAME = 1 }",
  "{ 'a': NAME }",
  "{ ['a']: NAME }",
  "{ a: { b: NAME } }",
  "{ a: [NAME] }",
  "{ a, ...NAME }",
  "[{ b: [NAME] }]",
];

const BOXES = ["NAME", ...PATTERNS];
const SOURCE = "other";

/** Declarations, none of them inside a function of its own. */
export const DECLARATIONS: readonly string[] = [
  ...["var", "let"].map((kind) => `${kind} NAME;`),
  ...["var", "let", "const"].flatMap((kind) => BOXES.map((box) => `${kind} ${box} = ${SOURCE};`)),
  ...["var", "let", "const"].flatMap((kind) => BOXES.map((box) => `for (${kind} ${box} of [${SOURCE}]) ;`)),
  ...["var", "let", "const"].map((kind) => `for (${kind} NAME in ${SOURCE}) ;`),
  ...["var", "let", "const"].map((kind) => `for (${kind} NAME = 1; false; ) ;`),
  ...BOXES.map((box) => `try { throw ${SOURCE}; } catch (${box}) { }`),
  "function NAME() { }",
  "async function NAME() { }",
  "function* NAME() { }",
  "async function* NAME() { }",
  "class NAME { }",
  "(class NAME { });",
  "({ [class NAME { }.name]() { } });",
  "class C { static { let NAME = 1; } }",
  "class C { [class NAME { }.name]() { } }",
  "class C { static x = class NAME { }; }",
  "switch (1) { case 1: let NAME = 1; }",
  "label: { let NAME = 1; }",
  "if (1) { var NAME = 1; }",
  "do { const NAME = 1; } while (false);",
  "{ function NAME() { } }",
  "{ class NAME { } }",
];

/** Writes to a name that is declared elsewhere. */
export const WRITES: readonly string[] = [
  ...BOXES.map((box) => (box === "NAME" ? `NAME = ${SOURCE};` : `(${box} = ${SOURCE});`)),
  ...["+", "-", "*", "/", "%", "**", "<<", ">>", ">>>", "&", "|", "^", "&&", "||", "??"].map(
    (op) => `NAME ${op}= 1;`,
  ),
  "NAME++;",
  "++NAME;",
  "NAME--;",
  "--NAME;",
  ...BOXES.map((box) => `for (${box} of [${SOURCE}]) ;`),
  ...BOXES.map((box) => `for (${box} in ${SOURCE}) ;`),
  "for (NAME = 1; false; ) ;",
  "for (; false; NAME++) ;",
  "(NAME) = 1;",
  "f(NAME = 1);",
  "const t = `${NAME = 1}`;",
  "class C { static x = (NAME = 1); }",
  "class C { [NAME = 1]() { } }",
  "({ [NAME = 1]: 1 });",
  "f?.(NAME = 1);",
];

/** Bindings that belong to a function; reads and writes inside it are its own. */
export const LOCALS: readonly string[] = [
  ...DECLARATIONS.map((d) => `(function () { ${d} });`),
  ...DECLARATIONS.map((d) => `(() => { ${d} });`),
  ...BOXES.flatMap((box) => [
    `(function (${box}) { });`,
    `((${box}) => 1);`,
    `({ m(${box}) { } });`,
    `({ set m(${box}) { } });`,
    `(class { m(${box}) { } });`,
    `(class { #m(${box}) { } });`,
    `(class { static m(${box}) { } });`,
    `(function* (${box}) { });`,
    `(async (${box}) => { });`,
  ]),
  "(function (...NAME) { });",
  "((a, NAME = 1) => NAME);",
  "(function NAME() { });",
  ...WRITES.map((w) => `(function (NAME) { ${w} });`),
  ...WRITES.map((w) => `(function () { let NAME; { (() => { ${w} }); } });`),
];

/** Mentions that bind and write nothing. */
export const READS: readonly string[] = [
  "NAME;",
  "NAME.x = 1;",
  "NAME[0] = 1;",
  "delete NAME.x;",
  "NAME.x++;",
  "[NAME.x] = other;",
  "({ NAME });",
  "({ NAME: 1 });",
  "other.NAME = 1;",
  "NAME: for (;;) break NAME;",
  "class C { NAME = 1; }",
  "typeof NAME;",
  "const { NAME: a } = other;",
  "((a = NAME) => a);",
];
