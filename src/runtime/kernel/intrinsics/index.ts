export { freezeIntrinsics } from "./freeze.js";
export { emptyGlobal } from "./global.js";
export { enterHostRealm, given, isHostRealm, isOpen } from "./host-realm.js";
export { snapshotIntegrity } from "./integrity.js";
export type { Meter } from "./meter.js";
export { markHandled } from "./promises.js";
export { REMOVALS } from "./remove.js";
export { claimHostRealm, makeStandIns } from "./stand-ins.js";
export { tamedIntrinsic, tameIntrinsics } from "./tame.js";
