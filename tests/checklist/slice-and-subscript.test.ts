import { describe, expect } from "vitest";
import { covers, spy, values } from "./support.js";

describe("slices", () => {
  values([
    {
      row: "test_slice",
      source:
        "const l = [1, 2, 3, 4, 5]; [l.slice(), l.slice(1), l.slice(1, 3), l.slice(-2), l.slice(0, -1), l.slice(9), 'abc'.slice(-2)]",
      value: [[1, 2, 3, 4, 5], [2, 3, 4, 5], [2, 3], [4, 5], [1, 2, 3, 4], [], "bc"],
    },
  ]);

  const slice = (args: string): unknown => spy(`const a = [1, 2, 3]; a.slice(${args})`, ["_invoke_"]);

  covers("test_read_slice_subscript_no_upper_bound", () => {
    expect(slice("1")).toEqual({ value: [2, 3], calls: ["_invoke_ [1,2,3] slice [1]"] });
  });

  covers("test_read_slice_subscript_no_lower_bound", () => {
    expect(slice("0, 1")).toEqual({ value: [1], calls: ["_invoke_ [1,2,3] slice [0,1]"] });
  });

  covers("test_read_slice_subscript_no_step", () => {
    expect(slice("1, 2")).toEqual({ value: [2], calls: ["_invoke_ [1,2,3] slice [1,2]"] });
  });
});

describe("subscripts", () => {
  values([
    { row: "test_tuple_subscript", source: "const a = [1, 2, 3]; a[1, 2]", value: 3 },
    { row: "test_read_subscript_with_variable", source: "const a = { b: 1 }, b = 'b'; a[b]", value: 1 },
  ]);

  covers("test_read_simple_subscript", () => {
    expect(spy("const a = { b: 1 }; a['b']", ["_getattr_", "_getitem_"])).toEqual({
      value: 1,
      calls: ['_getattr_ {"b":1} b'],
    });
  });

  covers("test_read_subscript_with_variable", () => {
    const { calls } = spy("const a = { b: 1 }, b = 'b'; a[b]", ["_getattr_", "_getitem_"]);
    expect(calls).toEqual(['_getitem_ {"b":1} b']);
  });

  covers("test_tuple_subscript", () => {
    expect(spy("const a = [1, 2, 3]; a[1, 2]", ["_getitem_"]).calls).toEqual(["_getitem_ [1,2,3] 2"]);
  });

  covers("test_write_subscripts", () => {
    const { value, calls } = spy("const a = {}, k = 'b'; a[k] = 1; a", ["_setitem_"]);
    expect([value, calls]).toEqual([{ b: 1 }, ["_setitem_ {} b 1"]]);
    expect(spy("const a = {}; a['b'] = 1; a", ["_setattr_"]).calls).toEqual(["_setattr_ {} b 1"]);
  });

  covers("test_del_subscripts", () => {
    const { value, calls } = spy("const a = { b: 1 }, k = 'b'; delete a[k]; a", ["_delitem_"]);
    expect([value, calls]).toEqual([{}, ['_delitem_ {"b":1} b']]);
    expect(spy("const a = { b: 1 }; delete a['b']; a", ["_delattr_"]).calls).toEqual(['_delattr_ {"b":1} b']);
  });
});
