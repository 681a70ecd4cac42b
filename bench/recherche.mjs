// What the search costs as the site grows: node bench/recherche.mjs < TOLD, the JSON that recherche.py writes.
// For each factor: pages, index in kB as it is and by brotli, ms to make it, ms to open it, ms for a request (median).

import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { brotliCompressSync } from "node:zlib";
import { index } from "../macros/recherche/indexer.mjs";
import { lecteur } from "../macros/recherche/web/lecteur.mjs";
import { chercher } from "../macros/recherche/web/moteur.mjs";

/** @type {{documents: import("../macros/recherche/indexer.mjs").Document[], vocabulaire: import("../macros/recherche/indexer.mjs").Vocabulaire, facteurs: number[]}} */
const { documents, vocabulaire, facteurs } = JSON.parse(await text(process.stdin));
const cases = new URL("../tests/cas/recherche/requetes.json", import.meta.url);
/** @type {string[]} */
const requests = JSON.parse(await readFile(cases, "utf-8")).requetes.map((/** @type {{q: string}} */ { q }) => q);

const ms = (/** @type {number} */ since) => performance.now() - since;
/** @param {number[]} times */
const median = (times) => times.sort((a, b) => a - b)[times.length >> 1] ?? 0;

for (const factor of facteurs) {
  const many = Array.from({ length: factor }, (_, copy) => documents.map((one) => ({ ...one, adresse: `${copy}/${one.adresse}` }))).flat();
  let since = performance.now();
  const written = JSON.stringify(index(many, vocabulaire));
  const made = ms(since);
  since = performance.now();
  const read = lecteur(JSON.parse(written));
  const opened = ms(since);
  const times = [];
  for (const request of requests) {
    since = performance.now();
    await chercher(request, read, "");
    times.push(ms(since));
  }
  const row = [many.length, written.length / 1000, brotliCompressSync(written).length / 1000, made, opened, median(times)];
  console.log(row.map((number) => number.toFixed(number < 10 ? 1 : 0)).join("\t"));
}
