import { batch } from "./batch.js";

batch(1);
