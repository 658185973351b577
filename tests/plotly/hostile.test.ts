import { describe, expect, it } from "vitest";
import { execRestricted } from "../../src/index.js";
import {
  figureToHtml,
  figureToJson,
  go,
  plotlyPolicies,
  px,
  sanitizeFigure,
} from "../../src/plotly/index.js";

const EVIL = "https://evil.example/x";
const trace = { type: "scatter", x: [1, 2], y: [1, 2] };

/** Figures that reach out or hang when Plotly draws them as they are; the text that must be gone afterwards. */
const HOSTILE: readonly (readonly [string, unknown])[] = [
  [
    "a style in a title",
    { data: [trace], layout: { title: { text: `<span style="background:url(${EVIL})">t</span>` } } },
  ],
  [
    "a style in single quotes",
    { data: [trace], layout: { title: { text: `<span style='cursor:url(${EVIL})'>t</span>` } } },
  ],
  [
    "a style without quotes",
    { data: [trace], layout: { title: { text: `<span style=mask:url(${EVIL})>t</span>` } } },
  ],
  [
    "a style in a tick label",
    { data: [{ ...trace, x: [`<span style="background:url(${EVIL})">a</span>`, "b"] }], layout: {} },
  ],
  [
    "a style in hover text",
    {
      data: [{ ...trace, hovertemplate: `<span style="list-style-image:url(${EVIL})">%{x}</span>` }],
      layout: {},
    },
  ],
  [
    "a style behind a permitted one",
    { data: [{ ...trace, name: `<span style="color:red;background:url(${EVIL})">a</span>` }], layout: {} },
  ],
  [
    "a colour that is a url",
    { data: [{ ...trace, name: `<span style="color:url(${EVIL})">a</span>` }], layout: {} },
  ],
  ["a link", { data: [trace], layout: { annotations: [{ text: `<a href="${EVIL}">click</a>` }] } }],
  [
    "a link in capitals with a tab",
    { data: [trace], layout: { annotations: [{ text: `<A\thref="${EVIL}">click</A>` }] } },
  ],
  ["an image tag", { data: [trace], layout: { title: { text: `<img src="${EVIL}" onerror="alert(1)">` } } }],
  ["a layout image", { data: [trace], layout: { images: [{ source: EVIL, x: 0, y: 1 }] } }],
  [
    "an image in the template",
    { data: [trace], layout: { template: { layout: { imagedefaults: { source: EVIL } } } } },
  ],
  [
    "outlines from a url",
    { data: [{ type: "choropleth", geojson: EVIL, locations: ["a"], z: [1] }], layout: {} },
  ],
  ["a map style", { data: [{ type: "scattermap", lat: [1], lon: [1] }], layout: { map: { style: EVIL } } }],
  [
    "a map layer in a trace",
    { data: [{ type: "densitymap", lat: [1], lon: [1] }], layout: { map2: { layers: [{ source: EVIL }] } } },
  ],
  [
    "a menu that adds an image",
    {
      data: [trace],
      layout: { updatemenus: [{ buttons: [{ method: "relayout", args: [{ "images[0].source": EVIL }] }] }] },
    },
  ],
  [
    "a slider",
    { data: [trace], layout: { sliders: [{ steps: [{ method: "relayout", args: [{ title: EVIL }] }] }] } },
  ],
  ["a modebar button", { data: [trace], layout: { modebar: { add: [{ name: EVIL }] } } }],
  ["a config", { data: [trace], layout: { config: { plotlyServerURL: EVIL } } }],
  [
    "frames",
    {
      data: [trace],
      layout: {},
      frames: [{ data: [{ ...trace, name: `<span style="fill:url(${EVIL})">a</span>` }] }],
    },
  ],
];

describe("figures that reach out", () => {
  for (const [what, figure] of HOSTILE) {
    it(what, () => {
      expect(JSON.stringify(figure)).toContain(EVIL);
      const safe = JSON.stringify(sanitizeFigure(figure));
      // What is left of a link or an image is its text, with its first bracket escaped.
      for (const text of safe.matchAll(/"(?:[^"\\]|\\.)*evil\.example(?:[^"\\]|\\.)*"/g))
        expect(text[0]).toMatch(/^"&lt;(?:a|A|img)\b/);
      expect(safe).not.toMatch(/url\(|<a\b|<img|javascript:/i);
    });
  }

  it("a page holds no raw end of script, and names every script it allows", () => {
    const html = figureToHtml({
      data: [{ ...trace, name: "</script><script>alert(1)</script>\u2028" }],
      layout: {},
    });
    const scripts = [...html.matchAll(/<script>/g)];
    expect(scripts.length).toBe(2);
    expect(html).not.toContain("<script>alert(1)");
    expect(html).toMatch(
      /script-src 'sha256-[^']+' 'sha256-[^']+'; style-src 'unsafe-inline'; img-src data: blob:; connect-src 'none'/,
    );
  });

  it("the title, sizes and address of a page are checked", () => {
    expect(
      figureToHtml(
        { data: [], layout: {} },
        { title: "<b>&\"'", plotly: { url: "https://cdn.example/plotly.js" } },
      ),
    ).toContain("<title>&lt;b&gt;&amp;&quot;&#39;</title>");
    for (const options of [
      { plotly: { url: "javascript:alert(1)" } },
      { plotly: { url: 'https://a/"><script>' } },
      { width: "1px;background:url(x)" },
      { colour: 1 },
    ]) {
      expect(() => figureToHtml({ data: [], layout: {} }, options as never)).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/^OPTION_/) }),
      );
    }
  });
});

describe("figures that would hang the page", () => {
  it.each([
    [
      "dtick",
      { data: [trace], layout: { xaxis: { dtick: 1e-12 } } },
      (f: { layout: { xaxis: object } }) => f.layout.xaxis,
    ],
    [
      "dtick zero",
      { data: [trace], layout: { xaxis: { dtick: 0 } } },
      (f: { layout: { xaxis: object } }) => f.layout.xaxis,
    ],
    [
      "log dtick",
      { data: [trace], layout: { xaxis: { dtick: "L0" } } },
      (f: { layout: { xaxis: object } }) => f.layout.xaxis,
    ],
    [
      "bins",
      { data: [{ type: "histogram", x: [0, 1e6], xbins: { size: 1e-3 } }], layout: {} },
      (f: { data: [{ xbins: object }] }) => f.data[0].xbins,
    ],
    [
      "contours",
      { data: [{ type: "contour", z: [[0, 1e6]], contours: { size: 1 } }], layout: {} },
      (f: { data: [{ contours: object }] }) => f.data[0].contours,
    ],
  ])("%s", (_what, figure, at) => {
    expect(at(JSON.parse(figureToJson(figure)) as never)).toEqual({});
  });

  it.each([
    ["a fine step of a logarithmic axis", { xaxis: { type: "log", dtick: 1e-3 } }, "dtick"],
    ["a fine step in words", { xaxis: { dtick: "0.00001" } }, "dtick"],
    ["a fine step of minor ticks", { xaxis: { minor: { dtick: 1e-9 } } }, "dtick"],
    ["ticks one by one", { xaxis: { tickvals: Array.from({ length: 1e4 }, (_, i) => i) } }, "tickvals"],
  ])("%s is left to Plotly", (_what, layout, gone) => {
    expect(figureToJson({ data: [trace], layout })).not.toContain(gone);
  });

  it("counts in words are counts", () => {
    const { layout } = sanitizeFigure({ data: [], layout: { xaxis: { nticks: "1e9" } } });
    expect(Number((layout.xaxis as { nticks: string }).nticks)).toBeLessThanOrEqual(50);
  });

  it("a frame does not bring back a map", () => {
    const map = { type: "choropleth", geojson: EVIL, locations: ["a"], z: [1] };
    const safe = sanitizeFigure({ data: [trace], layout: {}, frames: [{ data: [map] }] });
    expect(JSON.stringify(safe)).not.toContain("choropleth");
  });

  it("text that never closes its tag takes linear time", () => {
    const text = (n: number): number => {
      const before = performance.now();
      sanitizeFigure({ data: [{ ...trace, name: `<b ${" ".repeat(n)}` }], layout: {} });
      return performance.now() - before;
    };
    text(1e5);
    expect(text(4e5)).toBeLessThan(40 * Math.max(1, text(1e5)));
  });

  it("what is sensible stays", () => {
    const figure = {
      data: [{ type: "histogram", x: [0, 100], xbins: { size: 5 } }],
      layout: { xaxis: { dtick: 10, nticks: 12 }, yaxis: { dtick: "M1" } },
    };
    expect(JSON.parse(figureToJson(figure))).toEqual(figure);
    expect(
      (sanitizeFigure({ data: [], layout: { xaxis: { nticks: 1e9 } } }).layout.xaxis as { nticks: number })
        .nticks,
    ).toBeLessThanOrEqual(5_000);
    const text = '<b>a</b><br><i>b</i> x<sup>2</sup> <span style="color:red;font-size:12px">c</span> 1 < 2';
    expect(sanitizeFigure({ data: [{ ...trace, name: text }], layout: {} }).data[0]?.name).toBe(
      text.replace("1 < 2", "1 &lt; 2"),
    );
  });

  it("too much of anything is refused", () => {
    expect(() => sanitizeFigure({ data: Array.from({ length: 501 }, () => trace), layout: {} })).toThrow(
      RangeError,
    );
    expect(() =>
      sanitizeFigure({ data: [{ x: Array.from({ length: 100 }, (_, i) => i) }], layout: {} }, { nodes: 50 }),
    ).toThrow(RangeError);
    expect(() =>
      sanitizeFigure({ data: [{ name: "x".repeat(100) }], layout: {} }, { characters: 50 }),
    ).toThrow(RangeError);
    expect(() =>
      sanitizeFigure({ data: [], layout: { shapes: Array.from({ length: 2001 }, () => ({})) } }),
    ).toThrow(RangeError);
  });
});

describe("what a program does with px and go", () => {
  const globals = {
    px,
    go,
    rows: [
      { a: 1, b: "x" },
      { a: 2, b: "y" },
    ],
  };
  const value = (source: string): { data: Record<string, unknown>[]; layout: Record<string, unknown> } =>
    execRestricted(source, { globals, policies: plotlyPolicies }).value as never;
  const message = (source: string): string => {
    try {
      execRestricted(source, { globals, policies: plotlyPolicies });
    } catch (error) {
      return (error as Error).message;
    }
    throw new Error(`ran: ${source}`);
  };

  it("figures are changed as their author would, and leave sanitised", () => {
    const { data, layout } = value(
      `const fig = px.scatter(rows, { x: "a", y: "a" }); fig.layout.title = { text: '<a href="${EVIL}">t</a>' }; fig.data[0].name = 'n'; fig.updateLayout({ width: 300, title: { font: { size: 9 } } }).addTrace({ type: 'bar', y: [1] }); fig.updateTraces({ opacity: 0.5 }, { type: 'bar' }); fig.updateXaxes({ title: { text: 'X' } }); fig.data.push({ type: 'box', y: [1, 2] }); fig`,
    );
    expect(data.map((d) => [d.type, d.name, d.opacity])).toEqual([
      ["scatter", "n", undefined],
      ["bar", undefined, 0.5],
      ["box", undefined, undefined],
    ]);
    expect(layout).toMatchObject({
      width: 300,
      title: { text: expect.stringMatching(/^&lt;a /), font: { size: 9 } },
      xaxis: { title: { text: "X" } },
    });
  });

  it("go builds figures part by part", () => {
    expect(value("new go.Figure([go.Bar({ y: [1] }), { y: [2] }], { title: { text: 't' } })")).toEqual({
      data: [
        { type: "bar", y: [1] },
        { type: "scatter", y: [2] },
      ],
      layout: { title: { text: "t" } },
    });
    expect(value("go.Figure({ data: [go.Pie({ values: [1] })] })").data[0]?.type).toBe("pie");
  });

  it.each([
    [
      "px.scatter(rows, { x: 'aa' })",
      /`x` is "aa", which is not a column\. Did you mean `a`\? The columns are `a`, `b`\./,
    ],
    ["px.scatter(rows, { colour: 'a' })", /no option `colour`\. Did you mean `color`\?/],
    ["px.scatter(rows, { x: 'a', y: 'a', trendline: 'ewm' })", /`trendline` must be one of "ols", "lowess"/],
    [
      "px.scatter(rows, { x: 'a', y: 'b', trendline: 'ols' })",
      /needs numbers on both axes; `b` has other values/,
    ],
    ["px.scatter(rows, { x: 'a', y: 'a', marginal_x: 'box', facet_col: 'b' })", /cannot be combined/],
    ["px.bar(rows, { x: 'a', animation_frame: 'b' })", /does not support `animation_frame` yet/],
    ["px.scatter(rows, { x: 'a', y: [1] })", /columns of one length/],
    ["px.scatter(undefined, { x: 'a' })", /no data frame/],
    ["px.scatter(5, { x: 'a' })", /takes a DataFrame/],
    ["px.scatter(rows, { x: 'a', title: {} })", /`title` must be a string/],
    ["px.scatter(rows, { x: 'a', template: 'plotli' })", /`template` must be .*Did you mean `plotly`/],
    ["px.scatter(rows, { x: 'a', logX: 1 })", /`logX` must be a boolean/],
    ["px.scatter(rows, { x: 'a', size: 'b' })", /`size` needs a column of numbers/],
    ["px.histogram(rows, { x: 'a', histnorm: 'all' })", /`histnorm` must be one of/],
    ["px.scatter(rows, { x: 'a', log_x: true, logX: true })", /twice/],
    ["go.Figure().addTrace(1)", /a trace must be an object/],
    [
      "const f = px.scatter(rows, { x: 'a' }); f.data = 5; f.updateLayout({})",
      /data must be an array of traces/,
    ],
  ])("%s is refused with a reason", (source, reason) => {
    expect(message(source)).toMatch(reason);
  });

  it("lying arguments reach nothing", () => {
    for (const source of [
      "let n = 0; const o = { toString() { return n++ ? 'constructor' : 'a' } }; px.scatter(rows, { x: o })",
      "px.scatter(rows, { get x() { return 'a' } })",
      "px.scatter(rows, { x: 'a', labels: { a: { toString() { return 'b' } } } })",
      "px.scatter([{ a: () => 1 }, 5], { x: 'a' })",
    ])
      expect(message(source)).toMatch(/./);
    const figure = value(
      "px.scatter(JSON.parse('[{\"a\":1,\"hasOwnProperty\":2}]'), { x: 'a', y: 'hasOwnProperty', labels: { toString: 'x' } })",
    );
    expect(figure.data[0]?.y).toEqual([2]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
