// Makes classic scripts of the modules and of the worker of the built site, with esbuild:
//   node scripts.mjs OPTIONS, where OPTIONS is the JSON that scripts.py writes:
//   {site, output, page, modules: [path below the site], worker: path below the site}
// Writes each under `output`, at the same path (`.mjs` becomes `.js`), and what every page needs at `page`.

import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { TARGETS } from "../navigateur/navigateurs.mjs";

/** @type {{site: string, output: string, page: string, modules: string[], worker: string}} */
const { site, output, page, modules, worker } = JSON.parse(process.argv[2] ?? "{}");

const WEB = path.join(import.meta.dirname, "web");

/**
 * @param {string} entry
 * @returns {Promise<string>} the text of a classic script that does what the module does
 */
async function classic(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "iife",
    minify: true,
    target: TARGETS,
    external: ["node:*", "ws"],
    // A worker started from a blob knows its address by the name that the page gave it.
    define: { "import.meta.url": "self.name" },
    legalComments: "none", // LICENCES.txt has them, in full
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

/**
 * @param {string} place
 * @param {string} text
 */
async function write(place, text) {
  const file = path.join(output, place);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}

for (const place of modules) {
  await write(place.replace(/\.mjs$/, ".js"), await classic(path.join(site, place)));
}
await write(page, await classic(path.join(WEB, "page.mjs")));

const before = await classic(path.join(WEB, "worker.mjs"));
await write(worker, before + (await classic(path.join(site, worker))));
