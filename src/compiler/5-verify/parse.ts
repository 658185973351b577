import { type FunctionExpression, type Node, Parser } from "acorn";
import type { Findings } from "./findings.js";
import { NotedNode } from "./notes.js";

const BEFORE_ROOT = /^\(\s*$/;
const AFTER_ROOT = /^\s*\)\s*$/;

/**
 * acorn, making nodes that have room for the verifier's notes. The engine makes a parser slow that has to make nodes of two
 * kinds, so whoever else parses with acorn makes these, too.
 */
export class NotingParser extends Parser {
  startNode(): Node {
    return new NotedNode((this as unknown as { readonly start: number }).start);
  }

  startNodeAt(start: number): Node {
    return new NotedNode(start);
  }
}

/**
 * Parses a program text and checks that all of it is one parenthesised function. Returns nothing when it is not:
 * there is then nothing more to prove.
 */
export function parseProgram(code: string, findings: Findings): FunctionExpression | undefined {
  const comments = new Set<number>();
  const root = NotingParser.parseExpressionAt(code, 0, {
    // Not "latest": an acorn upgrade must not begin to accept syntax that no invariant speaks of.
    ecmaVersion: 2025,
    sourceType: "script",
    allowHashBang: false,
    // Comments are refused altogether: HTML-like ones end at places two parsers may see differently.
    onComment: (_block, _text, start, end) => {
      if (comments.has(start)) return;
      comments.add(start);
      findings.add("VERIFY_COMMENT", { start, end });
    },
  });
  const outside = `${code.slice(0, root.start)} ${code.slice(root.end)}`;
  if (
    root.type !== "FunctionExpression" ||
    !BEFORE_ROOT.test(code.slice(0, root.start)) ||
    !AFTER_ROOT.test(code.slice(root.end))
  ) {
    findings.add("VERIFY_ROOT", root, outside.length > 40 ? undefined : outside.trim());
    return undefined;
  }
  return root;
}

/** Turns whatever parsing or proving threw into a finding: an exception must never look like a proof. */
export function reportThrown(thrown: unknown, code: string, findings: Findings): void {
  const everything = { start: 0, end: code.length };
  // acorn 8.18 and later make a syntax error of their own of a stack overflow.
  if (
    thrown instanceof RangeError ||
    (thrown instanceof SyntaxError && thrown.message.includes("stack space"))
  ) {
    findings.add("VERIFY_DEPTH", everything);
  } else if (thrown instanceof SyntaxError) {
    const at = (thrown as SyntaxError & { readonly pos?: unknown }).pos;
    const offset = typeof at === "number" ? at : 0;
    findings.add("VERIFY_SYNTAX", { start: offset, end: offset + 1 }, thrown.message);
  } else {
    findings.add("VERIFY_INTERNAL", everything);
  }
}
