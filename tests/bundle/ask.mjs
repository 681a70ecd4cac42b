// Loads the built bundle in real Pyodide under Node and asks it what standard input says:
//   node ask.mjs FOLDER < {pairs: [{formulaire, requete}, …], code: Python run instead, modules: as the worker knows them}
// Prints {started: milliseconds, replies: [text | {fault: text}], came: [archive that an import brought, as in the worker]}.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";

const folder = `${path.resolve(process.argv[2] ?? ".")}/`;
/** @type {{pairs: {formulaire: string, requete: string}[], code?: string, modules: Record<string, string>}} */
const { pairs, code, modules } = JSON.parse(await readFile("/dev/stdin", "utf-8"));

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
const lacking = python.pyimport("forms.socle.bibliotheque").watch(python.toPy(modules), "/lib");
/** @type {string[]} */
const came = [];

/**
 * @template T
 * @param {() => T} act
 * @returns {T | {fault: string}}
 */
function brought(act) {
  for (;;) {
    /** @type {T | {fault: string}} */
    let found;
    try {
      found = act();
    } catch (error) {
      found = { fault: String(error) };
    }
    const name = lacking();
    if (!name) return found;
    came.push(name);
    python.FS.writeFile(`/lib/${name}`, new Uint8Array(readFileSync(folder + name)));
  }
}

if (code !== undefined) {
  console.log(JSON.stringify({ replies: [brought(() => python.runPython(code))], came }));
} else {
  const { handle } = python.pyimport("forms.bridge");
  /** @param {{formulaire: string, requete: string}} sample */
  const ask = ({ formulaire, requete }) => brought(() => handle(formulaire, requete));
  const first = pairs.slice(0, 1).map(ask);
  const started = performance.now() - before;
  console.log(JSON.stringify({ started, replies: [...first, ...pairs.slice(1).map(ask)], came }));
}
