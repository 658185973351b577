/** Plotly's pseudo-HTML: the tags that only style text. Everything else is shown as it is written. */
const TAGS: ReadonlySet<string> = new Set(["b", "i", "em", "s", "u", "sub", "sup", "br", "extra", "span"]);
/** Linear: what it reads after the name ends at the next bracket, and nothing follows it that it could also read. */
const TAG = /^<(\/?)([a-z]{1,6})(\s[^<>]*|\/)?>/i;

const STYLES: ReadonlyMap<string, RegExp> = new Map([
  ["color", /^(?:#[0-9a-f]{3,8}|[a-z]{3,24}|rgba?\([\d\s.,%]+\))$/i],
  ["font-size", /^\d{1,3}(?:\.\d+)?(?:px|em|%|pt)$/],
  ["font-weight", /^(?:bold|bolder|lighter|normal|[1-9]00)$/],
  ["font-style", /^(?:italic|normal|oblique)$/],
  ["font-family", /^[\w\s,'-]{1,100}$/],
  ["text-decoration", /^(?:underline|line-through|overline|none)$/],
]);

/** Keeps the styling tags without attributes, and `span` with a strict style; every other `<` becomes `&lt;`. */
export function sanitizeText(text: string): string {
  if (!text.includes("<")) return text;
  let out = "";
  let rest = text;
  for (let at = rest.indexOf("<"); at >= 0; at = rest.indexOf("<")) {
    out += rest.slice(0, at);
    rest = rest.slice(at);
    const found = TAG.exec(rest);
    const name = found?.[2]?.toLowerCase() ?? "";
    if (found === null || !TAGS.has(name)) {
      out += "&lt;";
      rest = rest.slice(1);
      continue;
    }
    out += found[1] === "/" ? `</${name}>` : name === "span" ? span(found[3] ?? "") : `<${name}>`;
    rest = rest.slice(found[0].length);
  }
  return out + rest;
}

function span(attributes: string): string {
  const style = /^\s*style\s*=\s*(?:"([^"]*)"|'([^']*)')\s*$/i.exec(attributes);
  const rules = (style?.[1] ?? style?.[2] ?? "").split(";").flatMap((rule) => {
    const [name = "", value = "", ...more] = rule.split(":").map((part) => part.trim());
    return more.length === 0 && STYLES.get(name.toLowerCase())?.test(value)
      ? [`${name.toLowerCase()}:${value}`]
      : [];
  });
  return rules.length === 0 ? "<span>" : `<span style="${rules.join(";")}">`;
}
