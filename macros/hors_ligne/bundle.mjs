// Bundles the service worker with esbuild:
//   node bundle.mjs < OPTIONS, the JSON that service_worker.py writes:
//   {entry: its source, output: the file to write, copie: the worker's REPERE_COPIE}

import { text } from "node:stream/consumers";
import { build } from "esbuild";
import { TARGETS } from "../navigateur/navigateurs.mjs";

/** @type {{entry: string, output: string, copie: object}} */
const { entry, output, copie } = JSON.parse(await text(process.stdin));

await build({
  entryPoints: [entry],
  outfile: output,
  bundle: true,
  // Browsers that know no module there still keep the site.
  format: "iife",
  minify: true,
  target: TARGETS,
  define: { REPERE_COPIE: JSON.stringify(copie), "process.env.NODE_ENV": '"production"' },
  legalComments: "none", // LICENCES.txt has them, in full
  logLevel: "error",
});
