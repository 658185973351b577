import { inProcesses } from "./kinds.mjs";

export const workload = inProcesses("memory", "memory of 50 idle sandboxes, each", "memory.mjs", "KB");
