import { didYouMean } from "../../index.js";
import { TEMPLATES } from "../data/templates.js";
import { isPlain } from "../figure/figure.js";
import { type PlainObject, plain } from "../figure/plain.js";

/** A named template, or one given as an object. */
export function templateOf(given: unknown): PlainObject {
  const name = given ?? "plotly";
  if (name === "none") return { data: {}, layout: {} };
  if (isPlain(name)) return plain(name) as PlainObject;
  if (typeof name === "string" && Object.hasOwn(TEMPLATES, name))
    return structuredClone(TEMPLATES[name]) as PlainObject;
  const known = [...Object.keys(TEMPLATES), "none"];
  throw new TypeError(
    `\`template\` must be ${known.map((n) => `"${n}"`).join(", ")} or a template object.${typeof name === "string" ? didYouMean(name, known) : ""}`,
  );
}
