import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { figureToHtml } from "../../src/plotly/index.js";

const CHROMIUM = "/usr/bin/chromium";
const FLAGS =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(
    " ",
  );
const EVIL = "http://127.0.0.1:9/evil";
const plotly = createRequire(import.meta.url).resolve("plotly.js-dist-min/plotly.min.js");
const folder = mkdtempSync(join(tmpdir(), "restrictedjs-plotly-"));

/** Each asks for EVIL without a click when it is drawn as it is. */
const FIGURES: Readonly<Record<string, { data: object[]; layout: object }>> = {
  "a style in a title": {
    data: [{ y: [1, 2] }],
    layout: { title: { text: `<span style="background:url(${EVIL})">title</span>` } },
  },
  "a style in a tick label": {
    data: [{ type: "bar", x: [`<span style="background:url(${EVIL})">a</span>`], y: [1] }],
    layout: {},
  },
  "a layout image": {
    data: [{ y: [1, 2] }],
    layout: { images: [{ source: EVIL, x: 0, y: 1, sizex: 1, sizey: 1 }] },
  },
};

let browser: Browser | undefined;

/** Requests besides the page itself, and what it said on its console. */
async function look(html: string): Promise<{ requests: string[]; messages: string[]; drawn: number }> {
  const file = join(folder, `page-${Math.random()}.html`);
  writeFileSync(file, html);
  const page = await (browser as Browser).newPage();
  const requests: string[] = [];
  const messages: string[] = [];
  page.on(
    "request",
    (r) =>
      r.url().startsWith("file:") ||
      r.url().startsWith("data:") ||
      r.url().startsWith("blob:") ||
      requests.push(r.url()),
  );
  page.on("console", (m) => messages.push(m.text()));
  page.on("pageerror", (e) => messages.push(String(e)));
  await page.goto(`file://${file}`);
  await page.waitForSelector("#plot .main-svg", { timeout: 30_000 });
  await page.waitForTimeout(500);
  const drawn = await page.locator("#plot .trace").count();
  await page.close();
  return { requests, messages, drawn };
}

const naked = (figure: object): string =>
  `<!doctype html><meta charset="utf-8"><div id="plot"></div><script src="file://${plotly}"></script><script>Plotly.newPlot("plot", ${JSON.stringify(figure).replace(/</g, "\\u003c")})</script>`;

describe.skipIf(!existsSync(CHROMIUM))("hostile figures in real Chromium", () => {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  });
  afterAll(async () => {
    await browser?.close();
  });

  for (const [what, figure] of Object.entries(FIGURES)) {
    it(`${what}: asks for the address as it is, and for nothing from figureToHtml`, async () => {
      const control = await look(naked(figure));
      expect(control.requests).toContain(EVIL);
      const ours = await look(figureToHtml(figure));
      expect(ours).toMatchObject({ requests: [], messages: [] });
      expect(ours.drawn).toBeGreaterThan(0);
    });
  }
});
