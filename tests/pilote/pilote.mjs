// Drives Chromium or Firefox for the tests in Python (tests/outils_pilote.py), where Playwright cannot: Debian's Firefox.
//   node pilote.mjs OPTIONS, where OPTIONS is JSON: {browser, executablePath, args, downloads}
// Reads one request a line, {methode, valeurs: [...]}; prints one answer a line, {valeur} or {erreur}.

import { createInterface } from "node:readline";
import { launch } from "puppeteer-core";

/** @type {{browser: "chrome" | "firefox", executablePath: string, args: string[], downloads: string}} */
const { downloads, ...options } = JSON.parse(process.argv[2] ?? "{}");

const PATIENCE = 60_000;

const browser = await launch({
  ...options,
  headless: true,
  downloadBehavior: { policy: "allow", downloadPath: downloads },
  extraPrefsFirefox: {
    // As people have it: puppeteer lets a local page read its neighbours, which would pass what must fail.
    "security.fileuri.strict_origin_policy": true,
    "browser.download.folderList": 2,
    "browser.download.dir": downloads,
    "browser.download.useDownloadDir": true,
    "browser.download.always_ask_before_handling_new_types": false,
  },
});

/** @type {string[]} */
const requests = [];
/** @type {string[]} */
const errors = [];
/** @type {import("puppeteer-core").Page} */
let page;

async function openPage() {
  page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("dialog", (dialog) => dialog.accept());
}

/** @param {string} selector */
const found = async (selector) => {
  const element = await page.waitForSelector(selector);
  if (!element) throw new Error(`nothing at ${selector}`);
  return element;
};

// What each browser says when the page went away while it was asked: the next page answers.
const GONE = /destroyed|discarded|detached|no such frame/i;

/**
 * @param {string} code
 * @param {unknown[]} values
 * @returns {Promise<unknown>}
 */
const evaluate = async (code, values) => {
  for (let tries = 0; ; tries += 1) {
    try {
      return await page.evaluate(`(${code})(...${JSON.stringify(values)})`);
    } catch (error) {
      if (tries > 20 || !GONE.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
};

/** @type {Record<string, (...values: any[]) => unknown>} */
const methods = {
  open: openPage,
  goto: async (/** @type {string} */ address) => void (await page.goto(address, { waitUntil: "load" })),
  reload: async () => void (await page.reload({ waitUntil: "load" })),
  address: () => page.url(),
  evaluate,
  async click(/** @type {string} */ selector) {
    const element = await found(selector);
    await element.scrollIntoView();
    // What comes above it may push it away: it is clicked where it stays for a frame.
    await element.evaluate(
      (one) =>
        new Promise((stands) => {
          let last = "";
          const look = () => {
            const { x, y } = one.getBoundingClientRect();
            if (last === `${x} ${y}`) return stands(undefined);
            last = `${x} ${y}`;
            return one.ownerDocument.defaultView.requestAnimationFrame(look);
          };
          look();
        }),
    );
    await element.click();
  },
  type: async (/** @type {string} */ selector, /** @type {string} */ text) => (await found(selector)).type(text),
  press: (/** @type {import("puppeteer-core").KeyInput} */ key) => page.keyboard.press(key),
  hand: async (/** @type {string} */ selector, /** @type {string} */ file) => {
    const input = await page.$(selector);
    await /** @type {import("puppeteer-core").ElementHandle<any>} */ (input).uploadFile(file);
  },
  size: (/** @type {number} */ width, /** @type {number} */ height) => page.setViewport({ width, height }),
  picture: async (/** @type {string} */ file) => void (await page.screenshot({ path: /** @type {`${string}.png`} */ (file) })),
  print: async (/** @type {string} */ file) => void (await page.pdf({ path: file, format: "a4" })),
  requests: () => requests,
  errors: () => errors,
};

await openPage();
console.log(JSON.stringify({ valeur: await browser.version() }));
for await (const line of createInterface({ input: process.stdin })) {
  const { methode, valeurs } = JSON.parse(line);
  try {
    console.log(JSON.stringify({ valeur: (await methods[methode]?.(...valeurs)) ?? null }));
  } catch (error) {
    console.log(JSON.stringify({ erreur: String(error) }));
  }
}
await browser.close();
