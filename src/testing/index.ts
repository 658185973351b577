export { execWalls, execWallsAsync, WALLS, type Walls, type WallsOptions } from "./walls.js";
