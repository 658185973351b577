/** Python's built-in functions, as guests of every set but `none` have them. */
export const HELPER_NAMES: readonly string[] = Object.freeze(
  "len range str int float bool list tuple sum min max enumerate zip sorted reversed any all abs round".split(
    " ",
  ),
);

/** What RestrictedPython's `limited_builtins` puts in the place of safe ones. */
export const LIMITED_NAMES: readonly string[] = Object.freeze(["range", "list", "tuple"]);

/** What RestrictedPython's `utility_builtins` adds. */
export const UTILITY_NAMES: readonly string[] = Object.freeze([
  "sameType",
  "test",
  "reorder",
  "math",
  "string",
  "random",
]);

/** Each run has its own: they write to the run's output. */
export const OUTPUT_NAMES: readonly string[] = Object.freeze(["print", "console"]);
