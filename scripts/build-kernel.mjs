// Bundles the guest kernel into one text: it is evaluated inside the guest realm, where no module loader exists.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const result = await build({
  absWorkingDir: root,
  entryPoints: ["src/runtime/kernel/index.ts"],
  bundle: true,
  write: false,
  format: "iife",
  globalName: "kernel",
  platform: "neutral",
  target: "es2023",
  charset: "ascii",
  legalComments: "none",
});
// The realm's global object is emptied before guests run: the kernel keeps its own bindings of every intrinsic.
const names =
  "Object Function Array Number Boolean String Symbol BigInt Math JSON Date RegExp Promise Proxy Reflect Map Set WeakMap WeakSet " +
  "WeakRef FinalizationRegistry Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError ArrayBuffer " +
  "SharedArrayBuffer DataView Atomics Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array " +
  "Float64Array BigInt64Array BigUint64Array parseInt parseFloat isNaN isFinite encodeURI encodeURIComponent decodeURI decodeURIComponent " +
  "NaN Infinity";
const text = `(function (globalThis) {\n"use strict";\nconst { ${names.split(" ").join(", ")} } = globalThis;\n${result.outputFiles[0].text}\nreturn kernel.createKernel;\n})(globalThis)`;
const source = `// Made by scripts/build-kernel.mjs from src/runtime/kernel; not edited by hand.\nexport const KERNEL_TEXT = ${JSON.stringify(text)};\n`;
writeFileSync(new URL("../src/runtime/realm/kernel-text.generated.ts", import.meta.url), source);
