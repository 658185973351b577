import { Choices } from "./choices.js";
import { type Context, ROOT_FUNCTION, type Shared } from "./context.js";
import { statements } from "./print.js";
import { PRODUCTIONS } from "./productions/index.js";
import { Scope } from "./scope.js";
import type { Tree } from "./tree.js";

/** The text of a program. Its last statement shows what became of its names, or is whatever the tree ends in. */
export function programText(root: Tree): string {
  const shared: Shared = { productions: PRODUCTIONS, declared: new Map(), counter: 0 };
  const scope = new Scope(null);
  const context: Context = {
    shared,
    scope,
    varScope: scope,
    fn: ROOT_FUNCTION,
    labels: [],
    canBreak: false,
    canContinue: false,
    privates: [],
    declares: null,
    member: null,
  };
  const body = statements(root.slots[0], context);
  const names = scope.bindings.filter((b) => b.ready).map((b) => b.name);
  const state = new Choices(root.n).chance(1, 2) ? `[${names.join(", ")}];` : "";
  return [body, state].filter((part) => part !== "").join("\n");
}
