import type { Settings } from "../options.js";

const COMMON = {
  sourceType: "script",
  strictMode: true,
  errorRecovery: true,
  attachComment: false,
  // These are parsed so that the check stage can refuse them with a code and a help of their own.
  allowImportExportEverywhere: true,
  allowAwaitOutsideFunction: true,
  allowReturnOutsideFunction: true,
} as const;

const OPTIONS = Object.freeze({
  js: COMMON,
  ts: { ...COMMON, plugins: ["typescript"] as ["typescript"] },
});

export type BabelOptions = (typeof OPTIONS)[Settings["language"]];

export function babelOptions(language: Settings["language"]): BabelOptions {
  return OPTIONS[language];
}
