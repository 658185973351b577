import { defineConfig } from "tsup";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    danfo: "src/danfo/index.ts",
    plotly: "src/plotly/index.ts",
    testing: "src/testing/index.ts",
    cli: "src/cli/main.ts",
  },
  format: "esm",
  target: "node20",
  platform: "node",
  splitting: true,
  clean: true,
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
});
