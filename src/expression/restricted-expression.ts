import { compileExpression, programOf } from "../compiler/compile.js";
import type { CompileOptions } from "../compiler/options.js";
import { GuardError, GuestError, type Position } from "../diagnostics/errors.js";
import { tableOf } from "../policies/table.js";
import type { Caller } from "../runtime/call.js";
import { type ExecOptions, needsCallForm, runSettings } from "../runtime/options.js";
import { refused } from "../runtime/refused.js";
import { createRun, isProvided } from "../runtime/run.js";

/** How an expression is compiled and what every evaluation of it has. */
export interface ExpressionOptions
  extends Pick<CompileOptions, "filename" | "language" | "policy" | "bigints">,
    Omit<ExecOptions, "signal" | "modules"> {}

/**
 * One expression, compiled once and evaluated often: filters, derived columns, formulas in a dashboard.
 *
 * Names that neither the built-ins nor `options.globals` provide are taken from each evaluation's mapping. Each
 * evaluation has fresh limits and copies its mapping. Objects in `globals` are copied once, when the expression is made:
 * what one evaluation does to them, the next one finds.
 *
 * @throws CompileError when the expression is refused; GuardError for an option that is unknown or wrong
 * @example
 * const total = new RestrictedExpression("row.price * row.count");
 * total.eval({ row: { price: 2, count: 3 } }); // 6
 * total.map(rows);
 */
export class RestrictedExpression {
  /** The text, without the white space around it. */
  readonly source: string;
  /** Free names of the expression, sorted: those of the mapping and those that the host provides. */
  readonly usedNames: readonly string[];
  readonly #parameters: readonly string[];
  readonly #uses: ReadonlyMap<string, Position>;
  readonly #caller: Caller;

  constructor(source: string, options: ExpressionOptions = {}) {
    if (typeof source !== "string")
      throw new GuardError({
        code: "SOURCE_TYPE",
        message: `The source must be a string, not ${typeof source}.`,
      });
    const { filename, language, policy, bigints, ...exec } = options;
    for (const key of ["signal", "modules"])
      if (Object.hasOwn(exec, key))
        throw new GuardError({
          code: "OPTION_UNKNOWN",
          message: `RestrictedExpression has no option \`${key}\`.`,
        });
    const settings = runSettings(exec);
    this.source = source.trim();
    const compile = {
      guards: needsCallForm(settings) ? "call" : "inline",
      limits: {
        sourceLength: settings.limits.sourceLength,
        nodes: settings.limits.nodes,
        nesting: settings.limits.nesting,
      },
      ...(filename === undefined ? {} : { filename }),
      ...(language === undefined ? {} : { language }),
      ...(policy === undefined ? {} : { policy }),
      ...(bigints === undefined ? {} : { bigints }),
    } as const;
    const { result, parameters, uses } = compileExpression(source, compile, (name) =>
      isProvided(name, settings),
    );
    const program = programOf(result);
    if (program === undefined) throw refused(result, settings);
    this.usedNames = Object.freeze([...new Set([...result.usedNames, ...parameters])].sort());
    this.#parameters = parameters;
    this.#uses = uses;
    const run = createRun(program, settings);
    try {
      const [value] = run.start(false) as [unknown];
      this.#caller = run.caller(value);
    } finally {
      run.retire();
    }
    Object.freeze(this);
  }

  /**
   * The expression's value for one mapping of names to values; a mapping cannot replace what `options.globals` and the
   * built-ins provide.
   * @throws GuestError for a name that the mapping lacks and for what the expression throws; GuardError, LimitError
   */
  eval(mapping: Readonly<Record<string, unknown>> = {}): unknown {
    return this.#caller.call(this.#arguments(mapping), this.#parameters);
  }

  /** The same as `eval`. */
  call(mapping: Readonly<Record<string, unknown>> = {}): unknown {
    return this.eval(mapping);
  }

  /**
   * The expression's value for each row, in order. The row is what the expression calls `name`; `mapping` has the other
   * names. Rows are an iterable of values, or a table (anything with the `TABLE` method).
   * @returns one value per row
   */
  map(
    rows: Iterable<unknown> | object,
    name = "row",
    mapping: Readonly<Record<string, unknown>> = {},
  ): unknown[] {
    const at = this.#parameters.indexOf(name);
    const values = tableOf(rows) ?? (rows as Iterable<unknown>);
    return this.#caller.each(
      values,
      this.#arguments({ ...mapping, [name]: undefined }),
      this.#parameters,
      at,
    );
  }

  #arguments(mapping: Readonly<Record<string, unknown>>): unknown[] {
    const args: unknown[] = [];
    for (const name of this.#parameters) {
      if (!Object.hasOwn(mapping, name)) throw this.#missing(name);
      args.push(mapping[name]);
    }
    return args;
  }

  #missing(name: string): GuestError {
    const message = `${name} is not defined`;
    return new GuestError({
      code: "GUEST_ERROR",
      message: `ReferenceError: ${message}`,
      guestName: "ReferenceError",
      guestMessage: message,
      guestStack: "",
      value: undefined,
      position: this.#uses.get(name),
      help: `The expression takes ${this.#parameters.map((p) => `\`${p}\``).join(", ")} from its mapping.`,
    });
  }
}
