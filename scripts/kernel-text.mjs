// The guest kernel as one text: it is evaluated inside the guest realm, where no module loader exists.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

// The realm's global object is emptied before guests run: the kernel keeps its own bindings of every intrinsic.
const names =
  "Object Function Array Number Boolean String Symbol BigInt Math JSON Date RegExp Promise Proxy Reflect Map Set WeakMap WeakSet " +
  "WeakRef FinalizationRegistry Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError ArrayBuffer " +
  "SharedArrayBuffer DataView Atomics Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array " +
  "Float64Array BigInt64Array BigUint64Array parseInt parseFloat isNaN isFinite encodeURI encodeURIComponent decodeURI decodeURIComponent " +
  "NaN Infinity";

/** The module that the library imports. Plugins are for the mutants of scripts/mutate-guards.mjs. */
export async function kernelModule(plugins = []) {
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
    logLevel: "error",
    plugins,
  });
  const text = `(function (globalThis) {\n"use strict";\nconst { ${names.split(" ").join(", ")} } = globalThis;\n${result.outputFiles[0].text}\nreturn kernel.createKernel;\n})(globalThis)`;
  return `// Made by scripts/build-kernel.mjs from src/runtime/kernel; not edited by hand.\nexport const KERNEL_TEXT = ${JSON.stringify(text)};\n`;
}
