import type { Section } from "../row.js";

/** What RestrictedPython's suite does not ask and JavaScript makes necessary, by the section it belongs to. */
export const ADDITIONS: readonly Section[] = [
  {
    key: "limits",
    files: "sizes",
    rows: [
      ["P", "add: Array(1e9)", "hits the array limit"],
      ["P", "add: repeat", "`'a'.repeat(1e9)` hits the string limit"],
      ["P", "add: padEnd", "`''.padEnd(1e9)` hits the string limit"],
      ["P", "add: new Array(n).fill", "hits the array limit"],
      ["P", "add: BigInt **", "`2n ** 100000000n` hits a limit"],
      [
        "A",
        "add: arr.length = 4e9",
        "whatever would walk or fill the array hits a limit",
        "a length costs nothing",
      ],
    ],
  },
  {
    key: "compile-function",
    files: "parameters and name",
    rows: [
      ["P", "add: parameter injection", "`a){}, evil = function (` cannot leave its place"],
      ["P", "add: guarded parameter defaults", "a default value is guest code like any other"],
      ["P", "add: parameter syntax error", "is a diagnostic, not an exception"],
      [
        "P",
        "add: hostile function name",
        "a name with a newline, a comment end or a backtick is only a name",
      ],
    ],
  },
  {
    key: "print",
    files: "hostile values",
    rows: [
      [
        "P",
        "add: logging hostile objects",
        "no toString, toJSON, Symbol.toPrimitive or inspect hook is called",
      ],
      ["P", "add: log size limit", "endless output hits the print limit"],
    ],
  },
  {
    key: "operators",
    files: "operators of JavaScript",
    rows: [
      ["P", "add: typeof, void, comma", "as natively"],
      ["P", "add: logical and exponent assignment", "`??=`, `||=`, `&&=`, `**=`"],
      ["P", "add: optional chaining", "`a?.b`, `a?.[k]`, `f?.()`"],
      [
        "P",
        "add: instanceof",
        "through the guard; a class's own `Symbol.hasInstance` is asked by guest code only",
      ],
    ],
  },
  {
    key: "class",
    files: "classes of JavaScript",
    rows: [
      ["P", "add: private fields", "`#x` works and needs no guard"],
      ["P", "add: super", "`super.m()` works, `super.constructor` is refused"],
      ["P", "add: accessors", "get and set"],
      ["P", "add: static block", "runs, ticks, and is guarded"],
      ["P", "add: computed class keys", "`['constr' + 'uctor']() {}` is refused at run time"],
      ["P", "add: new.target", "works"],
      ["P", "add: reserved class names", "`class eval {}` and library names are refused"],
    ],
  },
  {
    key: "functions",
    files: "binding positions",
    rows: [
      ["P", "add: every binding position", "a guard's name is refused in every place that binds a name"],
    ],
  },
  {
    key: "inspect-iterate-loop",
    files: "programs without end",
    rows: [
      ["P", "add: endless while and for", "the step limit; `try`, `catch` and `finally` do not swallow it"],
      ["P", "add: endless recursion", "the call depth limit, likewise"],
      ["P", "add: pathological comparator", "the step limit, likewise"],
    ],
  },
  {
    key: "name",
    files: "spellings",
    rows: [
      ["P", "add: escaped identifiers", "`\\u005fgetattr`, `ev\\u0061l` are read as what they spell"],
      ["P", "add: shorthand eval", "`{ eval }` is refused"],
      ["P", "add: export as", "`export { x as _y }` is refused"],
      ["P", "add: import alias", "`import { x as _y }` is refused"],
      ["P", "add: enum and namespace names", "TypeScript's enum and namespace are refused"],
    ],
  },
];
