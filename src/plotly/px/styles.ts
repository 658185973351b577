/** plotly.express' default sequences. */
export const SYMBOLS: readonly string[] = ["circle", "diamond", "square", "x", "cross"];
export const DASHES: readonly string[] = ["solid", "dot", "dash", "longdash", "dashdot", "longdashdot"];
export const PATTERNS: readonly string[] = ["", "/", "\\", "x", "+", "."];
