export { type HostileOptions, hostileProgram } from "./arbitrary.js";
export { CALL_FORMS } from "./calls.js";
export { CANARY, GOALS, type Goal, MARK, SECRET } from "./goals.js";
export { KEY_FORMS, type KeyForm } from "./keys.js";
export { type Choices, type HostileProgram, hostileProgramOf, type Step } from "./program.js";
export { READ_FORMS, type ReadForm } from "./reads.js";
export { RECEIVERS, type Receiver } from "./receivers.js";
export { WRAPPERS, type Wrapper } from "./wrappers.js";
export { WRITE_FORMS, type WriteForm } from "./writes.js";
