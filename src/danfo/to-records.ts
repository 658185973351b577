import { GuardError } from "../index.js";
import { Frame } from "./frame.js";
import { type DataRecord, recordsOf } from "./values/records.js";

/**
 * The rows of a captured frame as fresh plain objects. Dates are ISO strings.
 * @throws GuardError `DANFO_FRAME` when it is no captured frame
 */
export function toRecords(frame: Frame): DataRecord[] {
  if (!Frame.is(frame))
    throw new GuardError({
      code: "DANFO_FRAME",
      message: "`toRecords` takes a captured frame; pass what `captureFrame` returned.",
    });
  return recordsOf(frame);
}
