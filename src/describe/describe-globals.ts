import { isForbiddenMember } from "../language/names.js";
import { type ExecOptions, type RunSettings, runSettings } from "../runtime/options.js";
import { builtinGlobals, PRINTERS } from "./builtin-globals.js";
import type { DescribedGlobal, DescribedModule, Description, DescriptionData } from "./description.js";
import { declarationText } from "./dts.js";
import { type HostDescriber, hostDescriber } from "./host-globals.js";
import { languageTypes } from "./language.js";
import { isVariableName } from "./names.js";
import { policyNames, policyType } from "./policy-types.js";
import { unknownTypes } from "./signature.js";

/**
 * Names, kinds, types and one-line docs of everything that a guest can reach in a run with these options: as data, as
 * JSON and as a declaration file for editors. Nothing of the host's runs but the tests, captures and item names of
 * policies; of data only names and kinds are told, never values.
 *
 * @throws GuardError `OPTION_UNKNOWN`, `OPTION_VALUE`, `OPTION_GLOBAL` as `execRestricted` does
 * @example describeGlobals({ globals: { rows: [{ a: 1 }] } }).toDts()
 */
export function describeGlobals(options: ExecOptions = {}): Description {
  const settings = runSettings(options);
  const language = languageTypes();
  const names = policyNames(settings.policies, new Set(language.map(({ name }) => name)));
  const host = hostDescriber(settings.policies, names);
  const policies = [...names].map(([policy, name]) => policyType(policy, name, host.signatures));
  const data: DescriptionData = Object.freeze({
    globals: Object.freeze(globals(settings, host)),
    types: Object.freeze([...language, ...policies]),
    modules: Object.freeze(modules(settings, host)),
  });
  const known = new Set(data.types.map(({ name }) => name));
  return finished(data, unknownTypes(host.signatures, known));
}

function finished(data: DescriptionData, unknown: readonly string[]): Description {
  const description = { ...data } as Description;
  Object.defineProperty(description, "toJSON", { value: () => data });
  Object.defineProperty(description, "toDts", { value: () => declarationText(data, unknown) });
  return Object.freeze(description);
}

/** The host's globals win over the built-ins, as they do in a run. Names that no program can mention are left out. */
function globals({ builtins, globals: given }: RunSettings, host: HostDescriber): DescribedGlobal[] {
  const found = new Map<string, DescribedGlobal>();
  const add = (values: Readonly<Record<string, unknown>>): void => {
    for (const [name, value] of Object.entries(values))
      if (isVariableName(name)) found.set(name, host.describe(name, value));
  };
  const own = typeof builtins === "string" ? builtinGlobals(builtins) : builtinGlobals("none");
  for (const global of own) found.set(global.name, global);
  if (typeof builtins !== "string") add(builtins);
  if (builtins !== "none") for (const global of PRINTERS) found.set(global.name, global);
  add(given);
  return [...found.values()];
}

function modules({ modules: given }: RunSettings, host: HostDescriber): DescribedModule[] {
  return Object.entries(given).map(([name, module]) => {
    const descriptors = Object.entries(Object.getOwnPropertyDescriptors(module as object));
    const own = descriptors
      .filter(([key, d]) => "value" in d && !isForbiddenMember(key))
      .map(([key, d]) => host.describe(key, (d as PropertyDescriptor).value));
    const whole = Object.hasOwn(module as object, "default") ? [] : [host.describe("default", module)];
    return Object.freeze({ name, exports: Object.freeze([...own, ...whole]) });
  });
}
