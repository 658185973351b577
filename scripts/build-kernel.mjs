// Bundles the guest kernel into one text, as a module of the library.
import { writeFileSync } from "node:fs";
import { kernelModule } from "./kernel-text.mjs";

writeFileSync(
  new URL("../src/runtime/realm/kernel-text.generated.ts", import.meta.url),
  await kernelModule(),
);
