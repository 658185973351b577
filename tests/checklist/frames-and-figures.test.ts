import { describe, expect } from "vitest";
import { danfoPolicies } from "../../src/danfo/index.js";
import type { ExecOptions } from "../../src/index.js";
import { figureToJson, go, plotlyPolicies, px, sanitizeFigure } from "../../src/plotly/index.js";
import { dfd, frameOf, type Loose, snapshot } from "../danfo/host.js";
import { FORMS, failure, run } from "../support/run.js";
import { covers } from "./support.js";

const host = (): Loose => frameOf({ a: [3, 1, 2, 5], b: ["x", "y", "y", "z"] });
const options = (df: unknown = host()): ExecOptions => ({
  globals: { df, px, go },
  policies: [...danfoPolicies, ...plotlyPolicies],
});
const inBoth = (source: string, df?: unknown): unknown[] =>
  FORMS.map((form) => run(source, options(df), form).value);

describe("slices of frames", () => {
  covers("test_read_slice_subscript_with_step", () => {
    const shapes = [
      [2, 2],
      [4, 1],
    ];
    expect(inBoth("[df.iloc({ rows: ['1:3'] }).shape, df.iloc({ columns: ['1:'] }).shape]")).toEqual([
      shapes,
      shapes,
    ]);
    for (const rows of ["constructor", "__proto__", "1:2:3", "a:b", "0:1;eval(1)"])
      for (const form of FORMS)
        expect([rows, failure(`df.iloc({ rows: ['${rows}'] }).shape`, options(), form).message]).toEqual([
          rows,
          expect.stringMatching(/\S/),
        ]);
  });

  covers("test_read_extended_slice_subscript", () => {
    expect(inBoth("df.loc({ rows: [0, 2], columns: ['b'] }).values")).toEqual(Array(2).fill([["x"], ["y"]]));
    // The argument is read once, and only what is its own.
    const source = `let n = 0; const once = { get rows() { n++; return [0] }, get columns() { n++; return n > 9 ? ['constructor'] : ['a'] } };
      let out; try { out = df.loc(once).shape } catch (e) { out = 'refused' }
      class P { get columns() { n += 100; return ['a'] } } try { df.loc(new P()) } catch {} [out, n < 100]`;
    for (const value of inBoth(source)) expect(value).toEqual([expect.anything(), true]);
  });
});

describe("danfo", () => {
  covers("B30", () => {
    // danfojs itself hands out Function for a column name, and its live rows.
    const loose = host();
    expect(typeof loose.iat).toBe("function");
    expect(loose.values === loose.$data).toBe(true);
    for (const member of ["toExcel", "plot", "$data", "$dataIncolumnFormat", "tensor", "config", "$config"])
      for (const form of FORMS)
        expect([member, run(`typeof df.${member}`, options(), form).value]).toEqual([member, "undefined"]);
    for (const name of ["readCSV", "readJSON", "readExcel", "DataFrame", "dfd"])
      for (const form of FORMS)
        expect([name, run(`typeof ${name}`, options(), form).value]).toEqual([name, "undefined"]);
    const df = host();
    const before = snapshot(df);
    for (const form of FORMS)
      for (const source of [
        "df.values[0][0] = 99",
        "df.columns.push('c')",
        "df.index[0] = 9",
        "df.addColumn('c', [1, 2, 3, 4], { inplace: true })",
        "df.drop({ columns: ['a'], inplace: true })",
        "df.sortValues('a', { inplace: true })",
        "df.rename({ a: 'z' }, { inplace: true })",
        "df.setIndex({ column: 'b', inplace: true })",
        "df.fillNa(0, { inplace: true })",
        "df.a.values[0] = 9",
      ]) {
        try {
          run(source, options(df), form);
        } catch (error) {
          expect([source, error]).toEqual([
            source,
            expect.objectContaining({ code: expect.stringMatching(/^GU/) }),
          ]);
        }
        expect([source, snapshot(df) === before]).toEqual([source, true]);
      }
    for (const form of FORMS)
      for (const source of [
        "df.iat(['constructor'], ['constructor'])",
        "df.column('constructor')",
        "df['constr' + 'uctor']",
        "df.query('a > 1; process.exit()')",
        "df.loc({ columns: ['__proto__'] })",
        "df.groupby(['constructor'])",
      ])
        expect([source, failure(source, options(), form).name]).toEqual([
          source,
          expect.stringMatching(/^Gu/),
        ]);
    expect(new dfd.DataFrame([[1]]).shape).toEqual([1, 1]);
  });
});

describe("figures", () => {
  covers("B31", () => {
    const EVIL = "https://evil.example/x";
    for (const figure of [
      { data: [{ type: "scatter", x: [1], y: [1] }], layout: { images: [{ source: EVIL, x: 0, y: 1 }] } },
      { data: [{ type: "scatter", x: [1], y: [1], hovertemplate: `<a href="${EVIL}">x</a>` }], layout: {} },
      {
        data: [{ type: "scatter", x: [1], y: [1], text: [`<a href="javascript:alert(1)//${EVIL}">x</a>`] }],
        layout: { title: { text: `<span style="background:url(${EVIL})">t</span>` } },
      },
      {
        data: [],
        layout: { mapbox: { style: EVIL }, template: { layout: { imagedefaults: { source: EVIL } } } },
      },
      {
        data: [{ type: "scatter", x: [1], y: [1] }],
        layout: {},
        config: { plotlyServerURL: EVIL, showSendToCloud: true },
      },
      { data: [], layout: {}, frames: [{ data: [{ type: "scatter", text: `<img src="${EVIL}">` }] }] },
    ]) {
      const loose = JSON.stringify(figure);
      expect(loose).toContain(EVIL);
      const clean = JSON.stringify(sanitizeFigure(figure as never));
      expect(clean).not.toMatch(
        /<(?:a|img|span) |"source":"https|"style":"https|plotlyServerURL|showSendToCloud/,
      );
    }
    // A figure of the guest's leaves as plain, sanitised JSON, never as a live object.
    const source = `const fig = px.scatter(df, { x: 'a', y: 'a', title: '<a href="${EVIL}">t</a>' }); fig`;
    for (const form of FORMS) {
      const { value } = run(source, options(), form);
      const json = figureToJson(value as never);
      expect(typeof json === "string" ? json : JSON.stringify(json)).not.toContain("<a ");
      expect(JSON.parse(JSON.stringify(value))).toMatchObject({ data: expect.any(Array) });
    }
  });
});

describe("paths", () => {
  covers("B32", () => {
    // What a path-taking library does with `constructor.constructor`, and what the same path meets here.
    const get = (o: unknown, path: string): unknown =>
      path.split(".").reduce<unknown>((at, k) => (at as Record<string, unknown>)[k], o);
    expect(typeof get({}, "constructor.constructor")).toBe("function");
    for (const form of FORMS) {
      for (const spelled of ["'<b>%{constructor.constructor}</b>'", "'%{customdata.__proto__}'"]) {
        const { value } = run(`px.scatter(df, { x: "a", y: "a", title: ${spelled} }); 1`, options(), form);
        expect(value).toBe(1);
      }
      for (const column of ["constructor", "__proto__", "a.constructor", "toString"])
        expect([column, failure(`px.scatter(df, { x: '${column}', y: 'a' })`, options(), form).name]).toEqual(
          [column, expect.stringMatching(/^Gu/)],
        );
      expect(
        failure("const path = ['constr' + 'uctor', 'name']; path.reduce((o, k) => o[k], df)", options(), form)
          .code,
      ).toBe("GUARD_MEMBER");
    }
  });
});
