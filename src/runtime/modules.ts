import type { ImportedName, Program } from "../compiler/compile.js";
import { GuardError } from "../diagnostics/errors.js";
import type { Auditor } from "./audit.js";
import { importValue } from "./membrane/import.js";
import type { Session } from "./membrane/session.js";
import type { RunSettings } from "./options.js";

/**
 * What a program's imported names stand for, by local name. Modules are looked up before the program's first step, as
 * natively: a program that names what is not there does not begin.
 * @throws GuardError `IMPORT_MISSING`
 */
export function importedValues(
  session: Session,
  program: Program,
  settings: RunSettings,
): ReadonlyMap<string, () => unknown> {
  const { audit } = session;
  const found = new Map<string, () => unknown>();
  if (program.modules.length === 0) return found;
  const modules = new Map(program.modules.map((name) => [name, moduleOf(settings, audit, name)]));
  for (const wanted of program.imports) {
    const value = exportOf(modules.get(wanted.module), wanted);
    if (value === undefined) throw missing(audit, wanted, modules.get(wanted.module));
    const path = `\`${wanted.name}\` of the module \`${wanted.module}\``;
    found.set(wanted.local, () =>
      wanted.name === "*"
        ? namespace(session, importValue(session, value.value, path))
        : importValue(session, value.value, path),
    );
  }
  return found;
}

/** The host's own restriction, not a way around one. */
const UNPROVIDED = Object.freeze({
  type: "guard",
  code: "IMPORT_MISSING",
  event: "exec_restriction_violation",
} as const);

function moduleOf(settings: RunSettings, audit: Auditor, name: string): unknown {
  const guard = settings.guards._import_ as ((name: string) => unknown) | undefined;
  const module =
    guard !== undefined
      ? guard(name)
      : Object.hasOwn(settings.modules, name)
        ? settings.modules[name]
        : undefined;
  if ((typeof module === "object" || typeof module === "function") && module !== null) return module;
  const message = `The host provides no module \`${name}\` to this run.`;
  audit.tell({ ...UNPROVIDED, message, name });
  audit.settle();
  throw new GuardError({ code: "IMPORT_MISSING", message });
}

/** An own data property; a module without a `default` of its own is its own default. */
function exportOf(module: unknown, { name }: ImportedName): { readonly value: unknown } | undefined {
  if (name === "*") return { value: module };
  const d = Object.getOwnPropertyDescriptor(module, name);
  if (d !== undefined && "value" in d) return { value: d.value };
  return name === "default" && d === undefined ? { value: module } : undefined;
}

function missing(audit: Auditor, wanted: ImportedName, module: unknown): GuardError {
  const { line, column, name } = wanted;
  const message = `The module \`${wanted.module}\` has no export \`${name}\`.`;
  audit.tell({ ...UNPROVIDED, message, name, position: { line, column } });
  audit.settle();
  return new GuardError({
    code: "IMPORT_MISSING",
    message,
    position: { line, column },
    help: `It exports ${Object.keys(module as object)
      .map((key) => `\`${key}\``)
      .join(", ")}.`,
  });
}

/** As natively, nobody writes to a module's namespace. A facet guards itself. */
function namespace(session: Session, value: unknown): unknown {
  const isCopy =
    typeof value === "object" && value !== null && session.kernel.facets.record(value) === undefined;
  return isCopy ? Object.freeze(value) : value;
}
