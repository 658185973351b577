import type { Choices } from "./choices.js";
import type { Context } from "./context.js";

/**
 * What a place in a program takes. `any` is an expression; `callable`, `object`, `iterable`, `promise` and `number` are
 * expressions that mostly are what the place needs, so that programs get further than their first TypeError.
 */
export type Sort =
  | "any"
  | "callable"
  | "object"
  | "iterable"
  | "promise"
  | "number"
  | "key"
  | "argument"
  | "element"
  | "property"
  | "member"
  | "statement"
  | "target"
  | "parts"
  | "part"
  | "base"
  | "labelled"
  | "parameters"
  | "case";

export interface Slot {
  readonly sort: Sort;
  readonly min: number;
  readonly max: number;
}

/** A program before it has names: which name a reference means is decided while it is printed, by `n` and the scope. */
export interface Tree {
  readonly kind: string;
  /** Source of the small choices of this node; zero stands for the simplest ones. */
  readonly n: number;
  readonly slots: readonly (readonly Tree[])[];
}

/** Expression text with its binding strength, see `LEVEL`. Statements are of level 0. */
export interface Text {
  readonly text: string;
  readonly level: number;
}

export type Hint = "any" | "number" | "object" | "callable" | "class" | "iterable" | "promise";

/** What a place is inside of, while a tree is made. */
export interface Around {
  readonly loop: boolean;
  readonly generator: boolean;
  readonly async: boolean;
}

export interface Production {
  readonly kind: string;
  /** The sorts it can stand for, with weights. */
  readonly in: Readonly<Partial<Record<Sort, number>>>;
  readonly slots: readonly Slot[];
  /** What its value mostly is. */
  readonly hint?: Hint;
  /** Where it belongs. */
  readonly likes?: keyof Around;
  /** What is around its parts; by default what is around itself. */
  readonly enters?: (n: number, outer: Around) => Around;
  /** Called for each statement of a list before the first is printed: declares the names of the list. */
  readonly hoist?: (tree: Tree, context: Context) => void;
  readonly print: (slots: Tree["slots"], context: Context, choices: Choices, tree: Tree) => Text;
}

/** How tightly an expression's text holds together. */
export const LEVEL = {
  comma: 0,
  assign: 1,
  conditional: 2,
  binary: 3,
  unary: 4,
  update: 5,
  chain: 6,
  member: 7,
  primary: 8,
} as const;

export const one = (sort: Sort): Slot => ({ sort, min: 1, max: 1 });
export const optional = (sort: Sort): Slot => ({ sort, min: 0, max: 1 });
export const many = (sort: Sort, max: number, min = 0): Slot => ({ sort, min, max });

export const primary = (text: string): Text => ({ text, level: LEVEL.primary });
export const member = (text: string): Text => ({ text, level: LEVEL.member });
export const assigning = (text: string): Text => ({ text, level: LEVEL.assign });
export const statement = (text: string): Text => ({ text, level: 0 });
