import { describe, expect } from "vitest";
import { FORMS } from "../support/run.js";
import { covers, failureCode, refusals, values } from "./support.js";

const LOG = "const log = [];";

describe("try", () => {
  values([
    {
      row: "test_RestrictingNodeTransformer__visit_Try__1",
      source: `${LOG} try { log.push('try'); throw new RangeError('x') } catch (e) { log.push('catch', e.message) } log`,
      value: ["try", "catch", "x"],
    },
    {
      row: "test_RestrictingNodeTransformer__visit_Try__2",
      source: `${LOG} try { log.push('try') } catch { log.push('catch') } log.push('after'); log`,
      value: ["try", "after"],
    },
    {
      row: "test_RestrictingNodeTransformer__visit_TryFinally__1",
      source: `${LOG} function f() { try { log.push('try'); throw 1 } finally { log.push('finally'); return 'out' } } [f(), log]`,
      value: ["out", ["try", "finally"]],
    },
    {
      row: "test_RestrictingNodeTransformer__visit_TryFinally__2",
      source: `${LOG} try { log.push('try'); throw 1 } catch { log.push('catch') } finally { log.push('finally') } log`,
      value: ["try", "catch", "finally"],
    },
    {
      row: "test_RestrictingNodeTransformer__visit_TryFinally__3",
      source: `${LOG} try { log.push('try') } catch { log.push('catch') } finally { log.push('finally') } log`,
      value: ["try", "finally"],
    },
  ]);

  covers("test_RestrictingNodeTransformer__visit_TryFinally__1", () => {
    const source = "function f() { try { for (;;) ; } finally { return 'out' } } f()";
    for (const form of FORMS)
      expect(failureCode(source, { limits: { steps: 1000 } }, form)).toBe("LIMIT_STEPS");
  });

  covers("test_RestrictingNodeTransformer__visit_Try__1", () => {
    for (const head of ["", "(e)", "({ message })", "([a])"])
      for (const form of FORMS)
        expect(failureCode(`try { for (;;) ; } catch ${head} { 1 }`, { limits: { steps: 1000 } }, form)).toBe(
          "LIMIT_STEPS",
        );
  });

  refusals([
    {
      row: "test_RestrictingNodeTransformer__visit_ExceptHandler__2",
      source: "try {} catch (_bad) {}",
      errors: ["1 NAME_UNDERSCORE"],
    },
    {
      row: "test_RestrictingNodeTransformer__visit_ExceptHandler__2",
      source: "try {} catch ({ _bad }) {}",
      errors: ["1 NAME_UNDERSCORE"],
    },
  ]);
});
