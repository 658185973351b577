import type { Expression, Node, Statement, t } from "../../ast/index.js";
import type { GuardForm } from "../options.js";
import type { Resolution } from "../scope/scope.js";
import { arrow, call, id } from "./build.js";
import type { ClassName } from "./class-names.js";
import type { Completions } from "./completion.js";

/** What an error at a guarded site should be told as; cosmetic, never trusted. */
export interface Site {
  readonly kind: "g" | "o" | "w" | "s";
  readonly op: "read" | "write" | "iterate" | "pattern" | "spread" | "class" | "operator" | "keys";
  readonly name: string;
  /** The operand as V8 would print it, e.g. `a.b`. */
  readonly text: string;
}

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
  /** Names of anonymous classes, for the places where the engine would not give them. */
  readonly classNames: ReadonlyMap<Node, ClassName>;
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
export function withTemps(l: Lowering, f: Frame, build: (alloc: Alloc, f: Frame) => Expression): Expression {
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
  return names.length === 0 ? body : call(arrow(names.map(id), body), []);
}

/** A site guard call in the inline form. */
export function guard(
  l: Lowering,
  kind: Site["kind"],
  operand: Expression,
  site: Omit<Site, "kind">,
  from?: Node,
): Expression {
  l.sites.push({ kind, ...site });
  return call(`_${kind}${l.sites.length - 1}_`, [operand], from);
}
