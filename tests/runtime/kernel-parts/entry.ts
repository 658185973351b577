export * from "../../../src/runtime/kernel/globals/make.js";
export * from "../../../src/runtime/kernel/globals/table.js";
export * from "../../../src/runtime/kernel/intrinsics/index.js";
export * from "../../../src/runtime/kernel/print/format.js";
export * from "../../../src/runtime/kernel/print/inspect.js";
