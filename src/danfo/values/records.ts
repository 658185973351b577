import type { Frame } from "../frame.js";
import { columnsOf } from "../frame.js";
import type { Cell } from "./cell.js";

/** One row as a plain object. */
export type DataRecord = Record<string, Cell>;

/** Makes records of a frame's rows, one at a time. */
export function recordMaker(frame: Frame): (position: number) => DataRecord {
  const columns = [...columnsOf(frame)];
  const names = columns.map(([name]) => name);
  const arrays = columns.map(([, column]) => column.values);
  // Assigning `__proto__`, or a name that a hardened Object.prototype holds, is not defining an own property.
  const special = names.map((name) => name in Object.prototype);
  return (position) => {
    const record: DataRecord = {};
    for (let c = 0; c < names.length; c++) {
      const name = names[c] as string;
      const value = arrays[c]?.[position];
      if (special[c])
        Object.defineProperty(record, name, { value, writable: true, enumerable: true, configurable: true });
      else record[name] = value;
    }
    return record;
  };
}

export function recordsOf(frame: Frame): DataRecord[] {
  const record = recordMaker(frame);
  return Array.from({ length: frame.length }, (_, i) => record(i));
}

export function* iterateRecords(frame: Frame): Generator<DataRecord> {
  const record = recordMaker(frame);
  for (let i = 0; i < frame.length; i++) yield record(i);
}
