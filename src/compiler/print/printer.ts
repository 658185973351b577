import type { Node } from "../../ast/index.js";
import type { NeedsParentheses } from "./parentheses.js";
import { IN_FOR_HEAD, Writer } from "./writer.js";

export type NodeOf<T extends Node["type"]> = Extract<Node, { type: T }>;

/** Prints the nodes of one type. */
export type Form<N extends Node = Node> = (p: Printer, node: N, parent: Node) => void;

export interface Row {
  readonly print: Form<never>;
  readonly parentheses?: NeedsParentheses;
}

/** A node and all that is in it as text; what a type looks like stands in the rows. */
export class Printer extends Writer {
  readonly #rows: ReadonlyMap<string, Row>;
  /** How deep nodes may stand in each other. */
  readonly #nesting: number;
  #nested = 0;

  constructor(rows: ReadonlyMap<string, Row>, nesting: number) {
    super();
    this.#rows = rows;
    this.#nesting = nesting;
  }

  /** @throws RangeError for a tree that is too deep, long before the stack ends. */
  print(node: Node, parent: Node): void {
    if (this.#nested > this.#nesting) throw new RangeError("the tree is too deep");
    this.#nested++;
    const row = this.#rows.get(node.type);
    if (row === undefined) throw new TypeError(`no text for ${node.type}`);
    if (row.parentheses?.(node as never, parent, this.context) === true) {
      const { context } = this;
      if ((context & IN_FOR_HEAD) > 0) this.context = 0;
      this.token("(");
      this.#placed(node, parent, row);
      this.token(")");
      if ((context & IN_FOR_HEAD) > 0) this.context = context;
    } else this.#placed(node, parent, row);
    this.#nested--;
  }

  #placed(node: Node, parent: Node, row: Row): void {
    const { loc } = node;
    this.from(loc);
    row.print(this, node as never, parent);
    this.fromEnd(loc);
  }

  /** Inside of brackets, where the head of a `for` ends for the operator `in`. */
  inside(node: Node, parent: Node): void {
    const { context } = this;
    if ((context & IN_FOR_HEAD) === 0) return this.print(node, parent);
    this.context = 0;
    this.print(node, parent);
    this.context = context;
  }

  /** A computed key or member. */
  bracketed(node: Node, parent: Node): void {
    this.token("[");
    this.inside(node, parent);
    this.token("]");
  }

  /** Nodes with commas between. */
  list(nodes: readonly Node[], parent: Node): void {
    for (let i = 0; i < nodes.length; i++) {
      if (i > 0) this.comma();
      this.inside(nodes[i] as Node, parent);
    }
  }

  /** Each on a line of its own. */
  lines(nodes: readonly Node[], parent: Node, separator = ""): void {
    for (let i = 0; i < nodes.length; i++) {
      this.inside(nodes[i] as Node, parent);
      if (separator !== "" && i + 1 < nodes.length) this.token(separator);
      this.newline();
    }
  }

  /** `{ … }` with each node on a line. */
  braced(nodes: readonly Node[], parent: Node, separator = ""): void {
    this.token("{");
    if (nodes.length > 0) {
      this.newline();
      this.indent();
      this.lines(nodes, parent, separator);
      this.dedent();
    }
    this.close("}", parent);
  }

  /** The last token of a node comes from its last character. */
  close(token: string, node: Node): void {
    this.fromEnd(node.loc, 1);
    this.token(token);
  }
}
