/** Module names that a host may list: bare names, with subpaths; never a path, a URL or a scheme. */
const BARE = /^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*(?:\/[a-z0-9][\w.-]*)*$/i;

export function isModuleName(name: unknown): name is string {
  return typeof name === "string" && BARE.test(name);
}

/** A listed name allows itself and its subpaths: `plotly` allows `plotly/express`. */
export function allowsModule(listed: readonly string[], module: string): boolean {
  return isModuleName(module) && listed.some((name) => module === name || module.startsWith(`${name}/`));
}
