import { describe, expect, it } from "vitest";
import * as danfo from "../../src/danfo/index.js";
import * as api from "../../src/index.js";
import { DIAGNOSTIC_CODES, explainCode } from "../../src/index.js";
import { dfd } from "../danfo/host.js";

const MODULES: Readonly<Record<string, object>> = {
  restrictedjs: api,
  "restrictedjs/danfo": danfo,
  danfojs: dfd,
};

/** Runs a host example: its imports become names of the modules here. */
async function runHost(text: string): Promise<void> {
  const names: Record<string, unknown> = {};
  const body = text.replace(/^import \{ (.+) \} from "(.+)";$/gm, (_all, list: string, module: string) => {
    for (const name of list.split(", ")) names[name] = (MODULES[module] as Record<string, unknown>)[name];
    return "";
  });
  const AsyncFunction = (async () => {}).constructor as new (
    ...args: string[]
  ) => (...args: unknown[]) => Promise<void>;
  await new AsyncFunction(...Object.keys(names), body)(...Object.values(names));
}

/** The code that a text ends in, or the first warning's; null when all is well. */
async function codeOf(side: string, text: string, options: object, compile?: object): Promise<string | null> {
  try {
    if (side === "host") await runHost(text);
    else {
      const program = api.compileRestricted(text, compile);
      const [warning] = program.warnings;
      if (warning !== undefined) return warning.code;
      // The limits of compiling are among the run's options.
      void api.execRestricted(compile === undefined ? text : program, options).value;
    }
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
  return null;
}

describe("each code's example brings it about, and what to write instead is accepted", () => {
  for (const code of DIAGNOSTIC_CODES) {
    const page = explainCode(code);
    it(code, async () => {
      expect(page).toBeDefined();
      const { side = "", example, instead, options = {}, compile, unreachable } = page ?? {};
      if (unreachable !== undefined) return expect(unreachable).toMatch(/\.$/);
      expect(await codeOf(side, example ?? "", options, compile)).toBe(code);
      expect(await codeOf(side, instead ?? "", options, compile)).toBeNull();
    });
  }
});

it("few codes have no example", () => {
  const without = DIAGNOSTIC_CODES.filter((code) => explainCode(code)?.unreachable !== undefined);
  expect(without).toEqual([
    ...["DANFO_EXPORT", "DANFO_MISSING", "GUARD_CALL", "GUARD_KEY", "GUARD_RECEIVER", "PLOTLY_MISSING"],
    ...["SYNTAX_FIELD", "SYNTAX_FLOW", "SYNTAX_UNKNOWN", "VERIFICATION"],
  ]);
});
