// Writes the files of the search: node assemblage.mjs < TOLD, the JSON that ecriture.py writes.
// Each is a classic script: recherche.js is the search itself, the others hand over what they hold (web/fichiers.mjs).

import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { text } from "node:stream/consumers";
import { build } from "esbuild";
import { TARGETS } from "../navigateur/navigateurs.mjs";
import { index } from "./indexer.mjs";

/** @type {{output: string, documents: import("./indexer.mjs").Document[], vocabulaire: import("./indexer.mjs").Vocabulaire,
 *   ailleurs: import("./web/lecteur.mjs").Ailleurs[], etats: import("./web/etats.mjs").Etats}} */
const { output, documents, vocabulaire, ailleurs, etats } = JSON.parse(await text(process.stdin));

/** @param {string} name @param {object} held */
const write = (name, held) => writeFile(path.join(output, `${name}.js`), `repereRecherche("${name}",${JSON.stringify(held)});\n`);

await mkdir(path.join(output, "textes"), { recursive: true });
await write("index", { ...index(documents, vocabulaire), ailleurs, etats });
for (const [number, { adresse, sections }] of documents.entries()) await write(`textes/${number}`, { adresse, sections });

await build({
  entryPoints: [path.join(import.meta.dirname, "web", "panneau.mjs")],
  outfile: path.join(output, "recherche.js"),
  bundle: true,
  format: "iife",
  minify: true,
  target: TARGETS,
  logLevel: "error",
});
