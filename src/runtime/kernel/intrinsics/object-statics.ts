import { brandNull } from "./brands.js";
import { refuse, replaceMethod } from "./define.js";
import { isOpen } from "./host-realm.js";
import { apply, create, NativeObject } from "./primordials.js";
import { ticking } from "./ticking.js";

/** Replaces the two statics that make objects without prototype, which would lack the brands. */
export function tameObjectStatics(): void {
  replaceMethod(
    NativeObject,
    "create",
    () =>
      ({
        create(prototype: unknown, properties?: unknown): object {
          if (properties !== undefined)
            return refuse("`Object.create` takes one argument here; assign the properties afterwards.");
          if (prototype === null) return brandNull(create(null) as object);
          // A child of a facet or of an intrinsic would answer for its parent: only open objects may be parents.
          if (typeof prototype !== "object" || !isOpen(prototype as object)) {
            return refuse(
              "`Object.create` takes null or a plain object of the program; write a class instead.",
            );
          }
          return create(prototype) as object;
        },
      }).create,
  );
  replaceMethod(
    NativeObject,
    "groupBy",
    (native) =>
      ({
        groupBy(items: unknown, callback: unknown): object {
          return brandNull(apply(native, NativeObject, [ticking(items), callback]) as object);
        },
      }).groupBy,
  );
  replaceMethod(
    NativeObject,
    "fromEntries",
    (native) =>
      ({
        fromEntries(entries: unknown): unknown {
          return apply(native, NativeObject, [ticking(entries)]);
        },
      }).fromEntries,
  );
}
