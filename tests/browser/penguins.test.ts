import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const artifacts = `${root}/tests/.artifacts`;
const page = `${artifacts}/penguins.html`;
const executablePath = "/usr/bin/chromium";
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

describe.skipIf(!existsSync(executablePath))("penguins.html in Chromium", () => {
  let browser: Browser;
  let tab: Page;
  const requests: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    mkdirSync(artifacts, { recursive: true });
    const data = "df=node_modules/vega-datasets/data/penguins.json";
    execFileSync(
      process.execPath,
      ["dist/cli.js", "run", "examples/penguins.js", "--data", data, "--out", page],
      { cwd: root },
    );
    browser = await chromium.launch({ executablePath, args });
    tab = await browser.newPage({ viewport: { width: 1000, height: 700 } });
    tab.on("request", (request) => requests.push(request.url()));
    tab.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    tab.on("pageerror", (error) => complaints.push(String(error)));
    await tab.goto(pathToFileURL(page).href);
    await tab.waitForSelector(".scatterlayer path.point", { state: "attached" });
  });

  afterAll(async () => {
    await browser?.close();
  });

  test("shows one trace for each species and one mark for each weighed penguin", async () => {
    expect(await tab.locator(".scatterlayer .trace").count()).toBe(3);
    expect(await tab.locator(".scatterlayer path.point").count()).toBe(342);
    expect(await tab.locator(".legendtext").allTextContents()).toEqual(["Adelie", "Chinstrap", "Gentoo"]);
    expect(await tab.locator(".gtitle").textContent()).toContain("Penguins");
  });

  test("asks nobody for anything and has nothing to complain about", async () => {
    await tab.locator(".nsewdrag").first().hover();
    await tab.waitForTimeout(300);
    const outside = requests.filter((url) => !/^(?:data|blob):/.test(url));
    expect(outside).toEqual([pathToFileURL(page).href]);
    expect(complaints).toEqual([]);
  });

  test("leaves a screenshot to look at", async () => {
    await tab.screenshot({ path: `${artifacts}/penguins.png` });
    expect(existsSync(`${artifacts}/penguins.png`)).toBe(true);
  });
});
