export const HARNESS = "function harm() { return undefined; }";
