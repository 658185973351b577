import { describe } from "vitest";
import { values } from "./support.js";

describe("comparisons", () => {
  values([
    { row: "test_RestrictingNodeTransformer__visit_Eq__1", source: "1 === Number('1')", value: true },
    { row: "test_RestrictingNodeTransformer__visit_NotEq__1", source: "1 !== Number('1')", value: false },
    { row: "test_RestrictingNodeTransformer__visit_Lt__1", source: "1 < 3", value: true },
    { row: "test_RestrictingNodeTransformer__visit_LtE__1", source: "1 <= 3", value: true },
    { row: "test_RestrictingNodeTransformer__visit_Gt__1", source: "1 > 3", value: false },
    { row: "test_RestrictingNodeTransformer__visit_GtE__1", source: "1 >= 3", value: false },
    { row: "test_RestrictingNodeTransformer__visit_Is__1", source: "null === null", value: true },
    { row: "test_RestrictingNodeTransformer__visit_IsNot__1", source: "2 !== null", value: true },
    { row: "test_RestrictingNodeTransformer__visit_In_List", source: "[1, 2, 3].includes(2)", value: true },
    {
      row: "test_RestrictingNodeTransformer__visit_NotIn_List",
      source: "![1, 2, 3].includes(2)",
      value: false,
    },
    {
      row: "test_RestrictingNodeTransformer__visit_In_Set",
      source: "new Set([1, 1, 2, 3]).has(2)",
      value: true,
    },
    {
      row: "test_RestrictingNodeTransformer__visit_NotIn_Set",
      source: "!new Set([1, 2, 3]).has(2)",
      value: false,
    },
    {
      row: "test_RestrictingNodeTransformer__visit_In_Dict",
      source: "2 in { 1: 1, 2: 2, 3: 3 }",
      value: true,
    },
    {
      row: "test_RestrictingNodeTransformer__visit_NotIn_Dict",
      source: "!(2 in { 1: 1, 2: 2, 3: 3 })",
      value: false,
    },
    {
      row: "test_RestrictingNodeTransformer__visit_NotIn_Dict",
      source: "['constructor' in {}, '__proto__' in {}, 'prototype' in class {}, 'toString' in {}]",
      value: [false, false, false, true],
      native: false,
    },
  ]);
});
