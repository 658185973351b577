import { expect, test } from "vitest";
import { cli, folderWith } from "./fake-io.js";

const csv = `name,mass,count\n${"ada,1.5,1\n".repeat(30)}bob,,2\n`;

test("a program works on the file's rows as a DataFrame", async () => {
  const folder = folderWith({ "d.csv": csv, "p.js": "print(df.shape.join());\ndf.tail(2);\n" });
  const { code, out } = await cli(["run", "p.js", "--data", "df=d.csv"], folder);
  expect(code).toBe(0);
  expect(out).toContain("31,3\nDataFrame: 2 rows, 3 columns\nname  mass  count\nada   1.5   1\nbob");
});

test("--json gives a frame as records, what is missing as null", async () => {
  const folder = folderWith({ "d.csv": csv, "p.js": "df.tail(2);\n" });
  const { out } = await cli(["run", "p.js", "--data", "df=d.csv", "--json"], folder);
  expect(JSON.parse(out)).toMatchObject({
    value: [
      { name: "ada", mass: 1.5, count: 1 },
      { name: "bob", mass: null, count: 2 },
    ],
  });
});

test("a name that guests may never use is a usage error", async () => {
  const folder = folderWith({ "d.csv": csv, "p.js": "1;\n" });
  const { code, err } = await cli(["run", "p.js", "--data", "process=d.csv"], folder);
  expect(code).toBe(2);
  expect(err).toContain("OPTION_GLOBAL");
});
