/** Site guards are numbered: `_g3_`. The letter says what the site does with its operand. */
export const SITE_GUARD = /^_([gows])(\d+)_$/;

/** Temporaries that emitted text declares for itself: `_t3_`, `_p1_`, `_x0_`, `_u2_`, `_e1_`, and `_cv_`. */
export const TEMPORARY = /^(?:_[tpxue]\d+_|_cv_)$/;

/** Run-time helpers that both forms use, with the number of arguments each takes: [least, most]. */
export const COMMON_HELPERS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["_k_", [1, 1]],
  ["_caught_", [1, 1]],
  ["_in_", [2, 2]],
  ["_handled_", [1, 1]],
  ["_stash_", [2, Number.POSITIVE_INFINITY]],
  ["_has_", [1, 1]],
  ["_noctor_", [1, 1]],
  ["_groups_", [1, 1]],
  ["_print_", [0, 0]],
  ["_printer_", [1, 1]],
  ["_printed_", [1, 1]],
  ["_op_", [2, 3]],
] as const);

/** Helpers of the inline form only. */
export const INLINE_HELPERS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["_callm_", [2, Number.POSITIVE_INFINITY]],
] as const);

/** What charges a counted loop ahead and gives back what it did not run; in one shape of the inline form only. */
export const AHEAD_CALLS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["_ahead_", [3, 3]],
  ["_settle_", [2, 2]],
] as const);

/** Guards of the call form; the spelling is RestrictedPython's where it has one. A host may inject its own. */
export const CALL_GUARDS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["_getattr_", [2, 2]],
  ["_getitem_", [2, 2]],
  ["_invoke_", [3, 4]],
  ["_setattr_", [3, 3]],
  ["_setitem_", [3, 3]],
  ["_delattr_", [2, 2]],
  ["_delitem_", [2, 2]],
  ["_inplacevar_", [2, 3]],
  ["_getiter_", [1, 1]],
  ["_unpack_sequence_", [1, 1]],
  ["_iter_unpack_sequence_", [1, 1]],
  ["_keys_", [1, 1]],
  ["_call_", [2, 2]],
  ["_apply_", [2, 2]],
  ["_callwith_", [3, 3]],
  ["_new_", [2, 2]],
  ["_tag_", [1, 2]],
  ["_instanceof_", [2, 2]],
  ["_base_", [1, 1]],
  ["_class_", [1, 2]],
  ["_await_", [1, 1]],
  ["_object_", [1, 1]],
  ["_super_", [1, 1]],
  ["_rest_", [2, 2]],
  ["_numeric_", [1, 1]],
  ["_key_", [1, 2]],
  ["_tick_", [0, 0]],
] as const);

/** `_nil_` is a symbol that no object has: reading it in a pattern always takes the default. */
export const NIL = "_nil_";
