/** Wraps statements into a program text that is proved when they are. */
export function inline(body: string): string {
  return `(function () { "use strict"; if (--_steps_ < 0) _out_(); ${body} })`;
}

export function call(body: string): string {
  return `(function () { "use strict"; _tick_(); ${body} })`;
}

export function inlineAsync(body: string): string {
  return `(async function () { "use strict"; if (--_steps_ < 0) _out_(); ${body} })`;
}

export function callAsync(body: string): string {
  return `(async function () { "use strict"; _tick_(); ${body} })`;
}

/** In the bodies below, `TICK;` is the form's tick as a statement and `TICKED` as an expression. */
export function expand(body: string, form: "inline" | "call"): string {
  const [statement, expression] =
    form === "inline"
      ? ["if (--_steps_ < 0) _out_();", "--_steps_ < 0 && _out_()"]
      : ["_tick_();", "_tick_()"];
  return body.replaceAll("TICKED", expression).replaceAll("TICK;", statement);
}

export interface Text {
  readonly form: "inline" | "call";
  readonly code: string;
}

export function text(form: "inline" | "call", body: string): Text {
  const async = /^async\b/.test(body);
  const wrap = form === "inline" ? (async ? inlineAsync : inline) : async ? callAsync : call;
  return { form, code: wrap(expand(async ? body.slice("async ".length) : body, form)) };
}
