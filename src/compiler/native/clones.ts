/** The first V8 in which `{ ...a, b }` made at one place is of one shape. */
const SHARED_SHAPES = 12;

/**
 * Whether the engine gives each object that it makes by `{ ...a, b }` a shape of its own (Node 20 and before): every read of
 * such an object then misses every inline cache, and so does the guard in front of it. With something else in front of
 * the spread, the engine adds the members one by one, and the objects share a shape.
 */
export function clonesAlone(v8: string | undefined): boolean {
  return v8 !== undefined && Number.parseInt(v8, 10) < SHARED_SHAPES;
}

/** Of the engine that compiles, which most often is the one that runs; nothing but speed depends on it. */
export const CLONES_ALONE: boolean = clonesAlone(engineVersion());

function engineVersion(): string | undefined {
  const { process } = globalThis as { readonly process?: { readonly versions?: { readonly v8?: string } } };
  return process?.versions?.v8;
}
