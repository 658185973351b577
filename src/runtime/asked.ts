import type { Kernel } from "./kernel/index.js";

/** The realm whose program asks an injected guard at the moment: the library's own guards, called in there, are that realm's. */
let asking: Kernel | null = null;

export function askingKernel(): Kernel | null {
  return asking;
}

export function askedBy<T>(kernel: Kernel, ask: () => T): T {
  const before = asking;
  asking = kernel;
  try {
    return ask();
  } finally {
    asking = before;
  }
}
