import type { Expression, Node, Statement, t } from "../../ast/index.js";
import type { Places } from "../native/places.js";
import type { GuardForm } from "../options.js";
import type { Resolution } from "../scope/scope.js";
import { arrow, call, id } from "./build.js";
import type { ClassName } from "./class-names.js";
import type { Completions } from "./completion.js";
import type { Sizes } from "./sizes.js";

/** What an error at a guarded site should be told as; cosmetic, never trusted. */
export interface Site {
  readonly op: Operation;
  /** The property's name; null where it is only known at run time. */
  readonly name: string | null;
  /** The operand as V8 would print it, e.g. `a.b`. Empty where V8 prints the value instead. */
  readonly text: string;
  /** The operand of an iteration is a call, which V8 says in its message. */
  readonly called?: boolean;
  /** `line:column`, for operations that have no guard of their own with a number. */
  readonly at?: string;
}

/** What the source does at a site. `nested` is a pattern inside of another, `unpack` an array pattern. */
export type Operation =
  | "read"
  | "write"
  | "delete"
  | "call"
  | "construct"
  | "iterate"
  | "arguments"
  | "yield"
  | "pattern"
  | "nested"
  | "unpack"
  | "class"
  | "operator"
  | "keys";

export type GuardKind = "g" | "o" | "w" | "s";

/** The function whose body is being rewritten. Where no statement can stand, temporaries live in a scratch arrow. */
export interface Frame {
  readonly scratch: boolean;
  readonly temps: string[];
}

export interface Lowering {
  readonly form: GuardForm;
  readonly references: Resolution["references"];
  readonly freeNames: ReadonlySet<string>;
  readonly completions: Completions;
  readonly sites: Site[];
  readonly places: Places;
  /** Async functions, which become arrows without a name. */
  readonly tasks: { count: number };
  /** Names of anonymous classes, for the places where the engine would not give them. */
  readonly classNames: ReadonlyMap<Node, ClassName>;
  /** What is known of numbers, where the program may hold bigints. */
  readonly sizes: Sizes | null;
  /** Whether the host's policy refuses a node type: what the verifier looks for must not come from here. */
  refuses(type: Node["type"]): boolean;
  /** With the option `printed`: what stands for the names `print` and `printed`, and each scope's collector by its body. */
  readonly printNames: ReadonlyMap<Node, Expression>;
  readonly collectors: ReadonlyMap<Node | null, string>;
  expr(node: Expression, frame: Frame): Expression;
  stmt(node: Statement, frame: Frame): Statement[];
  fresh(letter: "t" | "p" | "x" | "u" | "e"): string;
}

export function frame(): Frame {
  return { scratch: false, temps: [] };
}

export const SCRATCH: Frame = Object.freeze({ scratch: true, temps: [] });

export type Alloc = (letter?: "t" | "u") => t.Identifier;

/** Builds an expression that may use temporaries; in a scratch place it becomes `((_t0_) => e)()`. */
export function withTemps(
  l: Lowering,
  f: Frame,
  from: Node,
  build: (alloc: Alloc, f: Frame) => Expression,
): Expression {
  if (!f.scratch) {
    return build((letter = "t") => {
      const name = l.fresh(letter);
      f.temps.push(name);
      return id(name);
    }, f);
  }
  const names: string[] = [];
  const body = build((letter = "t") => {
    const name = l.fresh(letter);
    names.push(name);
    return id(name);
  }, f);
  return names.length === 0 ? body : call(l.places.hop(arrow(names.map(id), body), from), []);
}

/** A site guard call in the inline form. */
export function guard(
  l: Lowering,
  kind: GuardKind,
  operand: Expression,
  site: Site,
  from?: Node,
): Expression {
  l.sites.push(site);
  return call(`_${kind}${l.sites.length - 1}_`, [operand], from);
}

/** Notes what stands at a place, for an operation whose error names no guard. */
export function note(l: Lowering, site: Site, from: Node): void {
  const start = from.loc?.start;
  if (start) l.sites.push({ ...site, at: `${start.line}:${start.column + 1}` });
}

/** A guard of the call form: it has no number, so that its site is found by its place. */
export function placed(
  l: Lowering,
  name: string,
  args: readonly Expression[],
  site: Site,
  from: Node,
): Expression {
  note(l, site, from);
  return call(name, args, from);
}

/** The same node, ending elsewhere: what the printer puts behind it then maps to that place. */
export function ending<T extends Node>(l: Lowering, node: T, offset: number): T {
  const end = l.places.at(offset).loc;
  if (!end) return node;
  return { ...node, loc: { ...end, start: node.loc?.start ?? end.start, end: end.start } };
}
