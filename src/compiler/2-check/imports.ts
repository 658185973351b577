import type { Node, t } from "../../ast/index.js";
import type { Code } from "../../diagnostics/codes.js";
import { allowsModule } from "../../language/modules.js";
import { specifierName } from "../imports.js";
import type { Settings } from "../options.js";
import { checkMember, type NameFinding } from "./names.js";

type Report = (
  node: Node,
  finding: NameFinding | { code: Code; message: string; help?: string },
  name?: string,
) => void;

/** An `import` is allowed at the top level, of a module that the host listed, and binds ordinary names. */
export function checkImport(
  node: t.ImportDeclaration,
  parent: Node | null,
  settings: Settings,
  report: Report,
): void {
  const module = node.source.value;
  if (parent?.type !== "Program") return refuse(node, "`import` stands at the top level only.", report);
  if (!allowsModule(settings.imports, module)) {
    return report(
      node,
      { code: "SYNTAX_IMPORT", message: `The module \`${module}\` is not available.`, ...listed(settings) },
      module,
    );
  }
  const { phase, attributes, assertions, importKind } = node as {
    phase?: unknown;
    attributes?: readonly unknown[];
    assertions?: readonly unknown[];
    importKind?: string | null;
  };
  if (phase || (attributes ?? []).length > 0 || (assertions ?? []).length > 0)
    return refuse(node, "`import` takes no phase and no attributes here.", report);
  if ((importKind ?? "value") !== "value") return refuse(node, "Only values are imported.", report);
  for (const specifier of node.specifiers) checkSpecifier(specifier, settings, report);
}

function checkSpecifier(
  specifier: t.ImportDeclaration["specifiers"][number],
  settings: Settings,
  report: Report,
): void {
  if (specifier.type !== "ImportSpecifier") return;
  const name = specifierName(specifier.imported);
  const finding = checkMember(name, settings);
  if (finding) report(specifier.imported, finding, name);
}

/** Mode `function`: a parameter and an import of one name would hide each other. */
export function checkImportedParams(
  imported: readonly { readonly local: string }[],
  params: ReadonlySet<string>,
  at: Node,
  report: Report,
): void {
  for (const { local } of imported)
    if (params.has(local))
      report(
        at,
        { code: "SYNTAX_ERROR", message: `\`${local}\` is a parameter and an imported name.` },
        local,
      );
}

function refuse(node: Node, message: string, report: Report): void {
  report(node, { code: "SYNTAX_IMPORT", message });
}

function listed(settings: Settings): { help?: string } {
  if (settings.imports.length === 0) return {};
  return {
    help: `The host provides ${settings.imports.map((name) => `\`${name}\``).join(", ")}.`,
  };
}
