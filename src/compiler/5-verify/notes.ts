import type { AnyNode, Identifier } from "acorn";
import type { MutableBinding, Role } from "./bindings.js";

/** What a name or a member expression is known to have passed (I26): a write guard is the stronger test. */
export type Strength = "read" | "write";

/**
 * What the verifier finds out about a node is noted in the node itself: a table beside the tree costs as much as the
 * parse. The names are symbols, so that no field of the parser's can be taken for one of them.
 */
const PARENT = Symbol("parent");
const ROLE = Symbol("role");
const BINDING = Symbol("binding");
const LICENCE = Symbol("licence");

interface Notes {
  [PARENT]: AnyNode | undefined;
  [ROLE]: Role | undefined;
  [BINDING]: MutableBinding | undefined;
  [LICENCE]: Strength | undefined;
}

/** A node as acorn makes it, with room for the notes from the start: all nodes of a type are then alike to the engine. */
export class NotedNode implements Notes {
  type: string;
  start: number;
  end: number;
  [PARENT]: AnyNode | undefined;
  [ROLE]: Role | undefined;
  [BINDING]: MutableBinding | undefined;
  [LICENCE]: Strength | undefined;

  constructor(start: number) {
    this.type = "";
    this.start = start;
    this.end = 0;
    this[PARENT] = undefined;
    this[ROLE] = undefined;
    this[BINDING] = undefined;
    this[LICENCE] = undefined;
  }
}

const notes = (node: AnyNode): Notes => node as unknown as Notes;

export const parentOf = (node: AnyNode): AnyNode | undefined => notes(node)[PARENT];

export const noteParent = (node: AnyNode, parent: AnyNode): void => {
  notes(node)[PARENT] = parent;
};

export const roleOf = (id: Identifier): Role | undefined => notes(id)[ROLE];

export const noteRole = (id: Identifier, role: Role): void => {
  notes(id)[ROLE] = role;
};

/** The declaration an identifier refers to; nothing for a free name. */
export const bindingOf = (id: Identifier): MutableBinding | undefined => notes(id)[BINDING];

export const noteBinding = (id: Identifier, binding: MutableBinding): void => {
  notes(id)[BINDING] = binding;
};

export const licenceOf = (node: AnyNode): Strength | undefined => notes(node)[LICENCE];

export const noteLicence = (node: AnyNode, strength: Strength): void => {
  notes(node)[LICENCE] = strength;
};
