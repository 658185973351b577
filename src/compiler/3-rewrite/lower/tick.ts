import type { Expression, Node, Statement, t } from "../../../ast/index.js";
import { call, id, num, seq, statement } from "../build.js";
import type { Lowering } from "../context.js";

/** `--_steps_ < 0`: the counter is a small integer in a closure variable, which V8 keeps cheap. */
function exhausted(): Expression {
  const less = {
    type: "UpdateExpression",
    operator: "--",
    prefix: true,
    argument: id("_steps_"),
  } as t.UpdateExpression;
  return { type: "BinaryExpression", operator: "<", left: less, right: num(0) } as t.BinaryExpression;
}

/** `from` is what runs out when the counter does: the loop or the function. */
export function tick(l: Lowering, from?: Node): Statement {
  if (l.form === "call") return statement(call("_tick_", [], from), from);
  const consequent = statement(call("_out_", [], from), from);
  return { type: "IfStatement", test: exhausted(), consequent, alternate: null } as unknown as t.IfStatement;
}

/** A tick in front of an expression, where no statement can stand. */
export function tickedExpression(l: Lowering, value: Expression, from?: Node): Expression {
  if (l.form === "call") return seq([call("_tick_", [], from), value]);
  const check = {
    type: "LogicalExpression",
    operator: "&&",
    left: exhausted(),
    right: call("_out_", [], from),
  };
  return seq([check as t.LogicalExpression, value]);
}
