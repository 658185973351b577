/** Ways to show what an object keeps, with no member access in sight. */
export const LEAKS: readonly { readonly id: string; text(object: string): string }[] = Object.freeze([
  { id: "print", text: (o: string) => `print(${o})` },
  { id: "JSON", text: (o: string) => `JSON.stringify(${o})` },
  { id: "replacer", text: (o: string) => `((v) => (JSON.stringify(${o}, (k, x) => ((v += x), x)), v))("")` },
  { id: "entries", text: (o: string) => `Object.entries(${o})` },
  { id: "values", text: (o: string) => `Object.values(${o}).join()` },
  { id: "spread", text: (o: string) => `({ ...${o} })` },
  { id: "rest", text: (o: string) => `(({ a, ...r }) => r)(${o})` },
  { id: "assign", text: (o: string) => `Object.assign({}, ${o})` },
  { id: "for in", text: (o: string) => `((s) => { for (const k in ${o}) s += ${o}[k]; return s; })("")` },
  { id: "descriptors", text: (o: string) => `Object.getOwnPropertyDescriptors(${o})` },
  { id: "clone", text: (o: string) => `structuredClone(${o})` },
  { id: "to the host and back", text: (o: string) => `hostFn(${o})` },
  { id: "thrown", text: (o: string) => `(() => { throw ${o}; })()` },
  { id: "text", text: (o: string) => `\`\${JSON.stringify([${o}])}\`` },
  { id: "source", text: (o: string) => `[${o}.constructor + "", ${o}]` },
]);
