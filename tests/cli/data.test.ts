import { expect, test } from "vitest";
import { readCsv } from "../../src/cli/data/csv.js";
import { readJson } from "../../src/cli/data/json.js";
import { cli, folderWith } from "./fake-io.js";

const csv = (text: string): ReturnType<typeof readCsv> => readCsv(text, "d.csv", ",");

test("a CSV column is numeric when all of it is", () => {
  const [id, x, code, note] = csv('id,x,code,note\n1,0.5,01,"a, ""b"""\n2,,02,\n3,1e3,03,"two\nlines"\n');
  expect(id).toEqual({ name: "id", dtype: "int32", cells: [1, 2, 3] });
  expect(x).toEqual({ name: "x", dtype: "float32", cells: [0.5, null, 1000] });
  expect(code).toEqual({ name: "code", dtype: "string", cells: ["01", "02", "03"] });
  expect(note).toEqual({ name: "note", dtype: "string", cells: ['a, "b"', null, "two\nlines"] });
});

test("a late text makes the whole column text, however many numbers come first", () => {
  const [column] = csv(`a\n${"1\n".repeat(50)}x\n`);
  expect(column?.dtype).toBe("string");
  expect(column?.cells[0]).toBe("1");
});

test("integers that a double cannot hold stay text", () => {
  expect(csv("a\n9007199254740993\n")[0]?.cells).toEqual(["9007199254740993"]);
});

test.each([
  ["", "the file is empty"],
  ["a,b\n", "there is a header but no row"],
  ["a,b\n1,2\n3\n", "row 3: the row has 1 value, the header has 2"],
  ["a,b\n1,2,3\n", "row 2: the row has 3 values, the header has 2"],
  ["a,b\n1,2\n\n3,4\n", "row 3: the row is empty, the header has 2"],
  ["a,a\n1,2\n", "row 1: the column name `a` is given twice"],
  ["a,\n1,2\n", "row 1: column 2 has an empty name"],
  ["a,$data\n1,2\n", "`$data` cannot be a column name"],
  ['a,b\n1,"2\n', "quote"],
])("CSV %j is refused", (text, sentence) => {
  expect(() => csv(text)).toThrow(sentence);
  expect(() => csv(text)).toThrow("`d.csv`");
});

test("JSON is records or arrays", () => {
  const records = readJson('[{"a":1,"b":"x"},{"a":2.5},{"b":null}]', "d.json");
  const arrays = readJson('{"a":[1,2.5,null],"b":["x",null,null]}', "d.json");
  expect(records).toEqual(arrays);
  expect(records[0]).toEqual({ name: "a", dtype: "float32", cells: [1, 2.5, null] });
});

test.each([
  ["", "the file is empty"],
  ["[1", "this is not JSON"],
  ["[]", "there are no rows"],
  ["{}", "there are no columns"],
  ["3", "an array of records or an object of arrays"],
  ["[3]", "row 1: this is not a record"],
  ['[{"a":[1]}]', "row 1: column `a` holds an array"],
  ['[{"a":1},{"a":"x"}]', "row 2: column `a` mixes number and string"],
  ['{"a":[1],"b":[1,2]}', "column `b` has 2 values, the first has 1"],
  ['{"a":1}', "column `a` is not an array"],
])("JSON %j is refused", (text, sentence) => {
  expect(() => readJson(text, "d.json")).toThrow(sentence);
});

test("a data file that cannot be used ends the command with one sentence", async () => {
  const folder = folderWith({ "p.js": "df.shape;", "ragged.csv": "a,b\n1\n", "bom.csv": "\ufeffa,b\n1,2\n" });
  const ragged = await cli(["run", "p.js", "--data", "df=ragged.csv", "--out", "fig.json"], folder);
  expect(ragged).toEqual({
    code: 2,
    out: "",
    err: "restrictedjs: `ragged.csv`, row 2: the row has 1 value, the header has 2\n",
  });
  const missing = await cli(["run", "p.js", "--data", "df=missing.csv"], folder);
  expect(missing).toMatchObject({ code: 2, err: "restrictedjs: `missing.csv` does not exist\n" });
  const marked = await cli(["run", "p.js", "--data", "df=bom.csv"], folder);
  expect(marked).toEqual({ code: 0, out: "[ 1, 2 ]\n", err: "" });
});
