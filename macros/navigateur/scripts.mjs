// Bundles the scripts of forms/ with esbuild: the page of each kind of form, and the worker:
//   node scripts.mjs OPTIONS, where OPTIONS is the JSON that scripts.py writes:
//   {forms: folder of the sources, kinds: the folders in it of the kinds of form, output: folder of the result,
//   python: the worker's REPERE_PYTHON, messages: the pages' REPERE_MESSAGES}
// Prints {outputs: {logical name: file}, packages: [npm packages that went in]} as JSON.

import path from "node:path";
import { build } from "esbuild";
import { TARGETS } from "./navigateurs.mjs";

/** @type {{forms: string, kinds: string[], output: string, python: object, messages: object}} */
const { forms, kinds, output, python, messages } = JSON.parse(process.argv[2] ?? "{}");

// The page of a kind of form bears the name of its folder, written as in its address.
const pages = kinds.map((name) => path.join(forms, name, "web", `${name.replaceAll("_", "-")}.mjs`));

const { metafile } = await build({
  entryPoints: [...pages, path.join(forms, "page", "worker.mjs")],
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
  define: { REPERE_PYTHON: JSON.stringify(python), REPERE_MESSAGES: JSON.stringify(messages) },
  legalComments: "none", // LICENCES.txt has them, in full
  metafile: true,
  absWorkingDir: forms,
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
