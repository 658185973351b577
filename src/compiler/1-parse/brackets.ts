/** An opening bracket and where it stands. */
export interface Opening {
  readonly bracket: string;
  readonly offset: number;
}

const CLOSES: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
/** Comments, strings and template texts, which may hold brackets that are none. */
const OPAQUE =
  /\/\/[^\n\r\u2028\u2029]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?|`(?:\\[\s\S]|[^`\\])*`?|[()[\]{}]/g;

/** The innermost bracket that is still open at an offset: a guess for messages, because regular expressions are not recognised. */
export function openBracket(text: string, before: number): Opening | null {
  const open: Opening[] = [];
  for (const found of text.slice(0, before).matchAll(OPAQUE)) {
    const [token] = found;
    if (token.length > 1 || !/[()[\]{}]/.test(token)) continue;
    const closes = CLOSES[token];
    if (closes === undefined) open.push({ bracket: token, offset: found.index });
    else if (open.at(-1)?.bracket === closes) open.pop();
  }
  return open.at(-1) ?? null;
}
