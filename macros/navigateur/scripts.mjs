// Bundles the scripts of forms/ with esbuild: the page of each kind of form, and the worker:
//   node scripts.mjs OPTIONS, where OPTIONS is the JSON that scripts.py writes:
//   {forms: folder of the sources, kinds: folder in it of each kind of form → its REPERE_MESSAGES and
//   REPERE_MORCEAUX,
//   output: folder of the result, python: the worker's REPERE_PYTHON}
// Prints {outputs: {logical name: file}, packages: [npm packages that went in]} as JSON.

import path from "node:path";
import { build } from "esbuild";
import { TARGETS } from "./navigateurs.mjs";

/** @type {{forms: string, kinds: Record<string, {messages: object, morceaux: object}>, output: string, python: object}} */
const { forms, kinds, output, python } = JSON.parse(process.argv[2] ?? "{}");

/**
 * @param {string} entry
 * @param {Record<string, object>} told what the sources read as global constants
 */
const bundle = (entry, told) =>
  build({
    entryPoints: [entry],
    outdir: output,
    // Flat, and never twice the same name for two contents.
    entryNames: "[name]-[hash]",
    bundle: true,
    format: "esm",
    minify: true,
    target: TARGETS,
    // Pyodide can load code from anywhere by import(), which no guard of the worker could stop: our scripts have none.
    supported: { "dynamic-import": false },
    // Pyodide's branches for Node, which a browser never takes.
    external: ["node:*", "ws"],
    define: Object.fromEntries(Object.entries(told).map(([name, value]) => [name, JSON.stringify(value)])),
    legalComments: "none", // LICENCES.txt has them, in full
    metafile: true,
    absWorkingDir: forms,
    logLevel: "error",
  });

const built = await Promise.all([
  // The page of a kind of form bears the name of its folder, written as in its address.
  ...Object.entries(kinds).map(([name, { messages, morceaux }]) =>
    bundle(path.join(forms, name, "web", `${name.replaceAll("_", "-")}.mjs`), { REPERE_MESSAGES: messages, REPERE_MORCEAUX: morceaux }),
  ),
  bundle(path.join(forms, "page", "worker.mjs"), { REPERE_PYTHON: python }),
]);

/** @type {Record<string, string>} */
const outputs = {};
/** @type {Set<string>} */
const packages = new Set();
for (const { metafile } of built) {
  for (const [file, { entryPoint }] of Object.entries(metafile.outputs)) {
    if (entryPoint) {
      const { name } = path.parse(entryPoint);
      outputs[name + path.extname(file)] = path.basename(file);
    }
  }
  for (const input of Object.keys(metafile.inputs)) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (name !== undefined) packages.add(name);
  }
}

console.log(JSON.stringify({ outputs, packages: [...packages].sort() }));
