import { describe, expect, it } from "vitest";
import { CASES, expected, normalised } from "./reference.js";

interface Shown {
  readonly data: unknown;
  readonly layout: Record<string, unknown>;
}

/** The reference names its templates; everything else is compared as it is. */
function shown({ data, layout }: Shown): Shown {
  const { template, ...rest } = layout;
  const named =
    typeof template === "object" && template !== null && "$ref" in template
      ? template
      : normalised(template, "template");
  return { data: normalised(data), layout: { ...(normalised(rest) as object), template: named } };
}

describe("figures equal plotly.py's", () => {
  for (const [name, make] of Object.entries(CASES)) {
    it(name, () => {
      expect(shown(make() as Shown)).toEqual(shown(expected(name) as Shown));
    });
  }
});
