// Bundles the scripts and styles of forms/web with esbuild:
//   node scripts.mjs OPTIONS, where OPTIONS is the JSON that scripts.py writes:
//   {web: folder of the sources, output: folder of the result, python: the worker's REPERE_PYTHON}
// Prints {outputs: {logical name: file}, packages: [npm packages that went in]} as JSON.

import { readdir } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { TARGETS } from "./navigateurs.mjs";

/** @type {{web: string, output: string, python: object}} */
const { web, output, python } = JSON.parse(process.argv[2] ?? "{}");

/**
 * @param {string} folder
 * @param {string} extension
 */
const files = async (folder, extension) => {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith(extension)).sort().map((name) => path.join(folder, name));
};

const { metafile } = await build({
  entryPoints: [...(await files(path.join(web, "pages"), ".mjs")), ...(await files(web, ".css")), path.join(web, "worker.mjs")],
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
  define: { REPERE_PYTHON: JSON.stringify(python) },
  legalComments: "none", // LICENCES.txt has them, in full
  metafile: true,
  absWorkingDir: path.dirname(web),
  logLevel: "error",
});

/** @type {Record<string, string>} */
const outputs = {};
for (const [file, { entryPoint }] of Object.entries(metafile.outputs)) {
  if (entryPoint) {
    const { name } = path.parse(entryPoint);
    outputs[name + path.extname(file)] = path.basename(file);
  }
}

const packages = Object.keys(metafile.inputs)
  .map((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1])
  .filter((name) => name !== undefined);

console.log(JSON.stringify({ outputs, packages: [...new Set(packages)].sort() }));
