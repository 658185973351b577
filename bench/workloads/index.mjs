export const WORKLOADS = Object.freeze([
  "recursion",
  "sieve",
  "matrix",
  "nbody",
  "classes",
  "strings",
  "pipeline",
  "closures",
  "json",
  "shapes",
  "tiny",
  "expression",
  "hostcalls",
  "rows-first",
  "rows-later",
  "coldstart",
  "compile",
  "first",
  "memory",
]);

export async function loadWorkload(name) {
  const { workload } = await import(new URL(`./${name}.mjs`, import.meta.url).href);
  return workload;
}
