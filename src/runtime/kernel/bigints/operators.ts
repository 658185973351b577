// biome-ignore-all lint/suspicious/noDoubleEquals: the operators are the program's

import { TO_TEXT } from "../../../language/bigints.js";
import { NativeTypeError } from "../intrinsics/primordials.js";
import { isObject, numeric, primitive } from "./primitive.js";
import { admitBigint, payArithmetic, payPower, payReading, payShift, payText } from "./size.js";

/**
 * `_op_`: what an operator does, in a text that may hold bigints. Operands are converted in the engine's order, each once;
 * sizes are looked at before the engine's own operator runs on what came out.
 */
export function operate(operator: string, a: unknown, b?: unknown): unknown {
  if (typeof a === "number" && typeof b === "number") return natively(operator, a as never, b as never);
  switch (operator) {
    case TO_TEXT:
      return asText(a);
    case "+": {
      const left = primitive(a, "default");
      return add(left, primitive(b, "default"));
    }
    case "==":
    case "!=":
      return isEqual(a, b) === (operator === "==");
    case "<":
    case "<=":
    case ">":
    case ">=": {
      const left = primitive(a, "number");
      const right = primitive(b, "number");
      payComparison(left, right);
      return natively(operator, left as never, right as never);
    }
    default: {
      const left = numeric(a);
      return calculate(operator, left, numeric(b));
    }
  }
}

/** What a template makes of a part: the conversion may give a bigint, whose text costs more than its size. */
function asText(value: unknown): unknown {
  const part = primitive(value, "string");
  if (typeof part === "bigint") payText(part);
  return part;
}

function add(a: unknown, b: unknown): unknown {
  if (typeof a === "bigint") {
    if (typeof b === "bigint") return admitBigint(a + b);
    if (typeof b === "string") payText(a);
  } else if (typeof b === "bigint" && typeof a === "string") payText(b);
  return (a as never) + (b as never);
}

function isEqual(a: unknown, b: unknown): boolean {
  if (a === null || a === undefined || b === null || b === undefined) return a == b;
  const left = isObject(b) ? a : primitive(a, "default");
  const right = isObject(a) ? b : primitive(b, "default");
  payComparison(left, right);
  return left == right;
}

/** A text that is compared with a bigint is read as one. */
function payComparison(a: unknown, b: unknown): void {
  if (typeof a === "bigint" && typeof b === "string") payReading(b);
  else if (typeof b === "bigint" && typeof a === "string") payReading(a);
}

function calculate(operator: string, a: number | bigint, b: number | bigint): unknown {
  if (typeof a !== "bigint" || typeof b !== "bigint") return natively(operator, a as never, b as never);
  if (operator === "**") payPower(a, b);
  else if (operator === "<<") payShift(a, b);
  else if (operator === ">>") payShift(a, -b);
  else payArithmetic(a, b);
  return admitBigint(natively(operator, a as never, b as never) as bigint);
}

function natively(operator: string, a: never, b: never): unknown {
  switch (operator) {
    case "+":
      return a + b;
    case "*":
      return a * b;
    case "/":
      return a / b;
    case "%":
      return a % b;
    case "**":
      return a ** b;
    case "<<":
      return a << b;
    case ">>":
      return a >> b;
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case ">":
      return a > b;
    case ">=":
      return a >= b;
    case "==":
      return a == b;
    case "!=":
      return a != b;
    default:
      throw new NativeTypeError(`\`${operator}\` is not an operator.`);
  }
}
