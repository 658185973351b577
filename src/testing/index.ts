export { type ControlResult, type ControlStatus, runControls } from "./controls.js";
export { EFFECTS, type Effect, type EscapeCase, expandTemplates, loadCases } from "./corpus.js";
export { type CaseResult, type RunCasesOptions, runCase, runCases, type Status } from "./run-cases.js";
export { execWalls, execWallsAsync, WALLS, type Walls, type WallsOptions } from "./walls.js";
