import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compare } from "../properties/grammar/compare/compare.js";
import { ignoreRejections } from "../properties/grammar/property.js";
import { FOUND } from "./programs/found.js";

let restore = (): void => {};
beforeAll(() => {
  restore = ignoreRejections();
});
afterAll(() => restore());

describe.each(Object.entries(FOUND))("%s", (_what, programs) => {
  it.each(programs)("%s", async (source) => {
    expect(await compare(source)).toEqual({ kind: "same", detail: "" });
  });
});
