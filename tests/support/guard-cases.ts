// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are programs

/** One guard: a small program whose text has it, and what RestrictedPython calls it. */
export interface GuardCase {
  readonly guard: string;
  readonly source: string;
  /** What the program gives; each case is run with the guard passing through, and must still give it. */
  readonly value: unknown;
  readonly ancestor: string;
  readonly async?: boolean;
  readonly globals?: Readonly<Record<string, unknown>>;
}

const row = (guard: string, ancestor: string, source: string, value: unknown): GuardCase => ({
  guard,
  source,
  value,
  ancestor,
});

/** Each guard of the call form, in the order of docs/guards.md. */
export const GUARD_CASES: readonly GuardCase[] = [
  row("_getattr_", "`_getattr_`", "const o = { b: { c: 1 } }; o.b.c", 1),
  row("_getattr_", "`_getattr_`", "const { a, b: { c } } = { a: 1, b: { c: 2 } }; c", 2),
  row("_getitem_", "`_getitem_`", "const a = [4, 5], i = 1; a[i]", 5),
  row("_invoke_", "", "[3, 1, 2].slice(1)", [1, 2]),
  row("_setattr_", "`_write_`", "const o = {}; o.a = 1; o", { a: 1 }),
  row("_setitem_", "`_write_`", "const o = {}; o['a' + 1] = 2; o", { a1: 2 }),
  row("_delattr_", "`_write_`", "const o = { a: 1, b: 2 }; delete o.a; o", { b: 2 }),
  row("_delitem_", "`_write_`", "const o = { a1: 1 }; delete o['a' + 1]; o", {}),
  row("_write_", "`_write_`", "const o = {}; o.a = 1; o", { a: 1 }),
  row("_inplacevar_", "`_inplacevar_`", "let x = 1; x += 2; x", 3),
  row("_inplacevar_", "refused there", "const o = { a: 1 }; o.a *= 4; o", { a: 4 }),
  row("_getiter_", "`_getiter_`", "let s = 0; for (const x of [1, 2]) s += x; s", 3),
  row("_getiter_", "not guarded there", "const a = [1]; [...a, 2]", [1, 2]),
  row("_unpack_sequence_", "`_unpack_sequence_`", "const [a, b] = [1, 2]; b", 2),
  row(
    "_iter_unpack_sequence_",
    "`_iter_unpack_sequence_`",
    "let s = 0; for (const [, v] of [[1, 2]]) s += v; s",
    2,
  ),
  row("_keys_", "", "const names = []; for (const k in { a: 1 }) names.push(k); names", ["a"]),
  row("_keys_", "not guarded there", "const o = { a: 1 }; ({ ...o })", { a: 1 }),
  row("_rest_", "", "const { a, ...r } = { a: 1, b: 2 }; r", { b: 2 }),
  row("_object_", "", "const { a } = { a: 1 }; a", 1),
  row("_call_", "", "const f = (x) => x + 1; f(1)", 2),
  row("_apply_", "`_apply_`", "const f = (...xs) => xs.length; f(...[1, 2])", 2),
  row("_new_", "", "new Map([[1, 2]]).size", 1),
  row("_tag_", "", "const t = (s, x) => s[0] + x; t`a${1}`", "a1"),
  row("_in_", "not guarded there", "'a' in { a: 1 }", true),
  row("_instanceof_", "", "[] instanceof Array", true),
  row("_base_", "", "class A {} class B extends A {} new B() instanceof A", true),
  row("_class_", "`__metaclass__`", "class A { m() { return 1; } } new A().m()", 1),
  row("_caught_", "", "let m; try { null.x; } catch (e) { m = e instanceof TypeError; } m", true),
  { ...row("_await_", "", "await 1", 1), async: true },
  row("_tick_", "", "let n = 0; while (n < 2) n++; n", 2),
];
