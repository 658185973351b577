import type { Production } from "../tree.js";
import { builtins } from "./builtins.js";
import { classes } from "./classes.js";
import { control } from "./control.js";
import { declarations } from "./declarations.js";
import { functions } from "./functions.js";
import { literals } from "./literals.js";
import { members } from "./members.js";
import { objects } from "./objects.js";
import { operators } from "./operators.js";
import { patterns } from "./patterns.js";
import { simple } from "./statements.js";

/** Every way to write a piece of a program. */
export const PRODUCTIONS: ReadonlyMap<string, Production> = new Map(
  [
    ...literals,
    ...operators,
    ...members,
    ...functions,
    ...objects,
    ...classes,
    ...patterns,
    ...simple,
    ...declarations,
    ...control,
    ...builtins,
  ].map((production) => [production.kind, production]),
);
