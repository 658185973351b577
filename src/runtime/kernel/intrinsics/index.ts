export { emptyGlobal } from "./global.js";
export { freezeIntrinsics } from "./freeze.js";
export { snapshotIntegrity } from "./integrity.js";
export { markHandled } from "./promises.js";
export { tamedIntrinsic, tameIntrinsics } from "./tame.js";
export type { Meter } from "./meter.js";
export { REMOVALS } from "./remove.js";
