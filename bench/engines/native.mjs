import { strict } from "./strict.mjs";

export const engine = {
  name: "native",
  title: "native strict",
  limit: "none",
  load: async () => strict,
};
