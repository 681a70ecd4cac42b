// Loads the built bundle in real Pyodide under Node and asks it what standard input says:
//   node ask.mjs FOLDER [ARCHIVE…] < [{formulaire, requete}, …]
// Each ARCHIVE of the folder is put where Python looks for modules, as the worker does when an action needs it.
// Prints {started: milliseconds, replies: [text | {fault: text}]}.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";

const folder = `${path.resolve(process.argv[2] ?? ".")}/`;
/** @type {{formulaire: string, requete: string}[]} */
const samples = JSON.parse(await readFile("/dev/stdin", "utf-8"));

const before = performance.now();
const python = await loadPyodide({
  createPyodideModule,
  indexURL: folder,
  packageBaseUrl: folder,
  stdLibURL: `${folder}python_stdlib.zip`,
  lockFileContents: await readFile(`${folder}pyodide-lock.json`, "utf-8"),
  packages: ["repere"],
  stdout: () => {},
});
for (const archive of process.argv.slice(3)) {
  python.FS.writeFile(`/lib/${archive}`, new Uint8Array(await readFile(folder + archive)));
  python.pyimport("sys").path.append(`/lib/${archive}`);
}
const { handle } = python.pyimport("forms.bridge");

/** @param {{formulaire: string, requete: string}} sample */
const ask = ({ formulaire, requete }) => {
  try {
    return handle(formulaire, requete);
  } catch (error) {
    return { fault: String(error) };
  }
};

const first = samples.slice(0, 1).map(ask);
const started = performance.now() - before;
console.log(JSON.stringify({ started, replies: [...first, ...samples.slice(1).map(ask)] }));
