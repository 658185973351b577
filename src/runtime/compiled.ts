/** Uses after which the engine has compiled an expression in each of its ways for one kind of text. */
const USES = 8;

/**
 * An expression of the library's own that may be used where a program has left little of the stack: the engine's compiler
 * of expressions ends the process there. So it is compiled now, for texts of either kind.
 */
export function compiled(expression: RegExp): RegExp {
  for (let i = 0; i < USES; i++) for (const text of ["a", "\u{101}"]) text.replace(expression, "");
  return expression;
}
