import { makeArrayConstructor } from "./array-constructor.js";
import { defineBrands } from "./brands.js";
import { tameApply } from "./function-apply.js";
import { hideFunctionText, inertFunctionConstructors } from "./function-constructors.js";
import { given, isHostRealm, putInPlace } from "./host-realm.js";
import { tameJson, tameJsonNames } from "./json.js";
import { installMeter, type Meter } from "./meter.js";
import { tameObjectStatics } from "./object-statics.js";
import { permitOverrides } from "./override.js";
import { defineProperty, getOwnPropertyDescriptor, ownKeys, realmGlobal } from "./primordials.js";
import { makePromiseConstructor, tamePromisePrototypes } from "./promises.js";
import { makeRegExpConstructor, tameExpressions } from "./regexp-constructor.js";
import { removeDangerous } from "./remove.js";
import { tameArrays } from "./sizes-array.js";
import { makeBigInt, tameBigInts } from "./sizes-bigint.js";
import { makeBufferConstructors } from "./sizes-buffer.js";
import { tameCallbacks } from "./sizes-callback.js";
import { makeCollectionConstructors, tameConsumers } from "./sizes-iterable.js";
import { tameMatching } from "./sizes-regexp.js";
import { tameSplit } from "./sizes-split.js";
import { tameStrings } from "./sizes-string.js";
import { tameTexts } from "./sizes-text.js";
import { removeUnknown } from "./unknown.js";

/** Makes the realm's intrinsics powerless. Runs once, before any guest code; `freezeIntrinsics` and `emptyGlobal` follow. */
export function tameIntrinsics(meter: Meter): void {
  installMeter(meter);
  if (!isHostRealm()) {
    removeUnknown();
    defineBrands();
    removeDangerous();
    inertFunctionConstructors();
  }
  tameObjectStatics();
  tameJson();
  tameJsonNames();
  tameStrings();
  tameSplit();
  tameMatching();
  tameExpressions();
  tameTexts();
  tameArrays();
  tameBigInts();
  tameCallbacks();
  tameConsumers();
  tameApply();
  tamePromisePrototypes();
  replaceGlobal("Array", makeArrayConstructor());
  replaceGlobal("RegExp", makeRegExpConstructor());
  replaceGlobal("Promise", makePromiseConstructor());
  replaceGlobal("BigInt", makeBigInt());
  for (const [name, replacement] of [...makeBufferConstructors(), ...makeCollectionConstructors()])
    replaceGlobal(name, replacement);
  hideFunctionText();
  if (!isHostRealm()) {
    permitOverrides();
    captureTamed();
  }
}

function replaceGlobal(name: string, value: unknown): void {
  if (isHostRealm()) putInPlace(realmGlobal[name] as object, value as object);
  else defineProperty(realmGlobal, name, { ...getOwnPropertyDescriptor(realmGlobal, name), value });
}

const tamed: Record<string, unknown> = {};

/** The global object will be emptied: what guests may be given is kept here. */
function captureTamed(): void {
  for (const name of ownKeys(realmGlobal) as string[])
    defineProperty(tamed, name, { value: realmGlobal[name], enumerable: true });
}

/** The tamed intrinsic that goes by a global name; undefined where the engine has none. */
export function tamedIntrinsic(name: string): unknown {
  if (isHostRealm()) return given(realmGlobal[name]);
  return getOwnPropertyDescriptor(tamed, name)?.value;
}
