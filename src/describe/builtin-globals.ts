import { environment } from "../runtime/environment.js";
import type { BuiltinSet } from "../runtime/options.js";
import { GLOBAL_DOCS } from "./data/docs.js";
import {
  HELPER_ROWS,
  type HelperRow,
  LIMITED_ROWS,
  NAMESPACE_ROWS,
  PRINT_ROW,
  UTILITY_ROWS,
} from "./data/helpers.js";
import { LIB_VALUES } from "./data/lib-types.js";
import { inline } from "./data-type.js";
import type { DescribedGlobal, DescribedMember } from "./description.js";
import { propertyKey } from "./names.js";
import { memberDeclarations, signatureType } from "./signature.js";

const values: ReadonlyMap<string, string> = new Map(
  LIB_VALUES.map(({ name, types }) => [name, types.join(" & ")]),
);
const ANYTHING: HelperRow = Object.freeze({ signature: "any", doc: "" });

/** The globals of a built-in set, as they are in the guest realm; without `print` and `console`, which each run makes. */
export function builtinGlobals(set: BuiltinSet): readonly DescribedGlobal[] {
  const found = Object.entries(environment().realm.kernel.globals(set));
  return (
    found
      // A keyword of TypeScript's, too.
      .filter(([name]) => name !== "undefined")
      .map(([name, value]) => builtin(name, value, set))
  );
}

function builtin(name: string, value: unknown, set: BuiltinSet): DescribedGlobal {
  if (Object.hasOwn(NAMESPACE_ROWS, name) && !values.has(name))
    return namespace(name, Object.keys(value as object));
  const type = values.get(name);
  if (type === undefined) return helper(name, helperRow(name, set));
  const kind =
    typeof value !== "function"
      ? typeof value === "object"
        ? "namespace"
        : "constant"
      : /Constructor$/.test(type)
        ? "class"
        : "function";
  const doc = Object.hasOwn(GLOBAL_DOCS, name) ? GLOBAL_DOCS[name] : undefined;
  return Object.freeze({ name, kind, origin: "builtin", type, ...(doc === undefined ? {} : { doc }) });
}

function helperRow(name: string, set: BuiltinSet): HelperRow {
  const tables = [...(set === "limited" ? [LIMITED_ROWS] : []), HELPER_ROWS, UTILITY_ROWS];
  return tables.find((table) => Object.hasOwn(table, name))?.[name] ?? ANYTHING;
}

function helper(name: string, { signature, doc }: HelperRow): DescribedGlobal {
  return Object.freeze({ name, kind: "function", origin: "builtin", type: signatureType(signature), doc });
}

/** The members that the realm's object really has. */
function namespace(name: string, keys: readonly string[]): DescribedGlobal {
  const rows = NAMESPACE_ROWS[name];
  const members = keys
    .filter((key) => !key.startsWith("_"))
    .map((key): DescribedMember => {
      const { signature, doc } = rows?.members[key] ?? ANYTHING;
      return Object.freeze({
        name: key,
        declarations: Object.freeze(memberDeclarations(propertyKey(key), signature)),
        doc,
      });
    });
  return Object.freeze({
    name,
    kind: "namespace",
    origin: "builtin",
    type: inline(members),
    members: Object.freeze(members),
    doc: rows?.doc ?? "",
  });
}

/** What every run has but those with the set `none`. */
export const PRINTERS: readonly DescribedGlobal[] = Object.freeze([
  helper("print", PRINT_ROW),
  namespace("console", Object.keys(NAMESPACE_ROWS.console?.members ?? {})),
]);
