export { freezeIntrinsics } from "./freeze.js";
export { emptyGlobal } from "./global.js";
export { snapshotIntegrity } from "./integrity.js";
export { KNOWN } from "./known.js";
export type { Meter } from "./meter.js";
export { markHandled } from "./promises.js";
export { REMOVALS } from "./remove.js";
export { tamedIntrinsic, tameIntrinsics } from "./tame.js";
