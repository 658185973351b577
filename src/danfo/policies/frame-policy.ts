import { definePolicy, type Policy } from "../../index.js";
import { FRAME_DOCS } from "../data/documentation.js";
import { columnsOf, Frame } from "../frame.js";
import { toDanfo } from "../leave/to-danfo.js";
import { printFrame } from "../print/print-frame.js";
import { iterateRecords } from "../values/records.js";
import { frameColumns } from "./frame-columns.js";
import { frameRows } from "./frame-rows.js";
import { frameGetters, frameReaders, seriesOf, width } from "./frame-state.js";
import { frameStatistics } from "./frame-statistics.js";
import { getters, verbs } from "./permits.js";

/**
 * What a guest may do with a frame. Absent on purpose: everything with `$`, `plot` and `print` (they act on the host),
 * `tensor` (TensorFlow's engine), `config`, `axis`, `ctypes` (live internals), `apply` and `applyMap` (see docs).
 */
export const framePolicy: Policy = definePolicy<Frame>({
  name: "DataFrame",
  brand: Frame,
  members: {
    ...getters(frameGetters, FRAME_DOCS),
    ...verbs(width, [...frameReaders, ...frameRows, ...frameColumns, ...frameStatistics], FRAME_DOCS),
  },
  items: {
    names: (frame) => frame.names,
    get: (frame, name) => (columnsOf(frame).has(name) ? seriesOf(frame, name) : undefined),
    describe: (frame, name) => ({
      signature: "Series",
      doc: `A column of ${columnsOf(frame).get(name)?.dtype}.`,
    }),
  },
  iterate: iterateRecords,
  elementType: "{ [column: string]: any }",
  doc: "Rows and named columns; every method gives a new frame.",
  export: toDanfo,
  describe: printFrame,
  writeHelp: "use `df = df.addColumn(name, values)`; the host's frame cannot be overwritten",
});
