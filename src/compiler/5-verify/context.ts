import type { AnyNode, FunctionExpression, Identifier, MemberExpression } from "acorn";
import type { PolicyRules } from "../../language/policy.js";
import type { Binding, Role } from "./bindings.js";
import type { VerifyCode } from "./codes.js";

/** What a checker knows besides its node. */
export interface Context {
  readonly form: "inline" | "call";
  readonly openNames: ReadonlySet<string>;
  readonly policy: PolicyRules;
  readonly readonlyNames: ReadonlySet<string>;
  /** Names of members are not looked at (I4): for measuring the realm alone. */
  readonly unguarded: boolean;
  readonly root: FunctionExpression;
  readonly parentOf: (node: AnyNode) => AnyNode | undefined;
  readonly roleOf: (id: Identifier) => Role | undefined;
  readonly bindingOf: (id: Identifier) => Binding | undefined;
  readonly isArithmeticName: (binding: Binding) => boolean;
  /** The text may hold bigints (I60). */
  readonly bigints: boolean;
  /** The value can only be a number, never a bigint. */
  readonly isNumber: (node: AnyNode) => boolean;
  /** What the object of a member expression is known to have passed (I26). */
  readonly establishedFor: (node: MemberExpression) => "read" | "write" | undefined;
  readonly report: (code: VerifyCode, node: AnyNode, name?: string) => void;
}

export type Check<N extends AnyNode = AnyNode> = (node: N, cx: Context) => void;
export type NodeOf<T extends AnyNode["type"]> = Extract<AnyNode, { readonly type: T }>;
