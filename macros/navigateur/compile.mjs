// Runs stock Pyodide under Node to turn Python's sources into its own bytecode:
//   node compile.mjs FOLDER
// FOLDER holds our wheel, its lock, sources/ (packages downloaded on demand) and left-out.json; it receives stdlib/,
// on_demand/, rest/, site/ and tag.txt.
// Only the interpreter that will read bytecode can write it, hence Pyodide itself and not the machine's Python.

import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { loadPyodide } from "pyodide";

const work = path.resolve(process.argv[2] ?? ".");
const here = path.dirname(new URL(import.meta.url).pathname);

/** @param {string} name */
const text = (name) => readFile(path.join(work, name), "utf-8");

const python = await loadPyodide({
  // Sets are written in the order of their hashes: without a fixed seed no two bundles are alike.
  env: { PYTHONHASHSEED: "0" },
  lockFileContents: await text("pyodide-lock.json"),
  packageBaseUrl: work,
  packages: ["repere"],
  stdout: () => {},
});

python.mountNodeFS("/bundle", work);
python.mountNodeFS("/tools", here);
python.FS.chdir("/tools");

const { exercise, exercise_on_demand: exerciseOnDemand } = python.pyimport("exercise");
const { write, write_rest: writeRest } = python.pyimport("bytecode");
const tag = write(exercise(), "/bundle");
write(exerciseOnDemand("/bundle/sources"), "/bundle", "on_demand");
writeRest(await text("left-out.json"), "/bundle");
await writeFile(path.join(work, "tag.txt"), tag);
