import { columnsOf, type Frame, type Origin, originOf } from "./frame.js";
import type { Column } from "./values/column.js";
import { type Groups, groupRows } from "./verbs/group-rows.js";

export interface GroupByParts {
  readonly frame: Frame;
  readonly keys: readonly string[];
  readonly groups: Groups;
  /** The columns named by `col`, or null for all that are no key. */
  readonly chosen: readonly string[] | null;
}

/** The rows of a frame by the values of its key columns; an immutable value. */
export class GroupBy {
  readonly #parts: GroupByParts;

  constructor(parts: GroupByParts) {
    this.#parts = parts;
    Object.freeze(this);
  }

  /** For this folder alone: not exported by the package. */
  static partsOf(groupBy: GroupBy): GroupByParts {
    return groupBy.#parts;
  }
}

export function groupBy(frame: Frame, keys: readonly string[]): GroupBy {
  const columns = keys.map((key) => columnsOf(frame).get(key) as Column);
  return new GroupBy({ frame, keys, groups: groupRows(columns, frame.length), chosen: null });
}

export function originOfGroups(groups: GroupBy): Origin | null {
  return originOf(GroupBy.partsOf(groups).frame);
}
