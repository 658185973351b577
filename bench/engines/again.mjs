import { strict } from "./strict.mjs";

/** The same a second time: how far it is from 1 is the noise of the row. */
export const engine = {
  name: "again",
  title: "native strict, a second time",
  limit: "none",
  load: async () => strict,
};
