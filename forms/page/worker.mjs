// Python for one form, in a module worker.  Text in, text out (protocol.d.ts).

import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { DownloadFault, guardNetwork } from "./guard.mjs";

/** @typedef {import("./protocol.d.ts").Demande} Demande */
/** @typedef {import("./protocol.d.ts").Message} Message */
/** @typedef {Awaited<ReturnType<typeof loadPyodide>>} Pyodide */

const scope = /** @type {DedicatedWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));
const folder = new URL(REPERE_PYTHON.folder, import.meta.url).href;

/** @param {Message} message */
const send = (message) => scope.postMessage(message);

// Pyodide asks for files that it waits for only later: what did not come has been told to the page, once.
scope.addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof DownloadFault) event.preventDefault();
});

/** Python itself broke, and answers nothing any more: a stack that ran over, not an exception. */
class PythonBroken extends Error {}

/**
 * @param {Readonly<Record<string, string>>} files name → integrity
 * @returns {Map<string, string>} absolute address → integrity
 */
const addresses = (files) => new Map(Object.entries(files).map(([name, integrity]) => [folder + name, integrity]));

/** @returns {Promise<{python: Pyodide, handle: (formulaire: string, requete: string) => string}>} `handle` throws PythonBroken, or what Python raised */
async function startPython() {
  const close = guardNetwork({ start: addresses(REPERE_PYTHON.integrity), later: addresses(REPERE_PYTHON.later) }, send);
  const python = await loadPyodide({
    createPyodideModule,
    indexURL: folder,
    packageBaseUrl: folder,
    stdLibURL: folder + REPERE_PYTHON.stdlib,
    lockFileContents: REPERE_PYTHON.lock,
    packages: ["repere"],
    // Its only line says that our package was loaded.
    stdout: () => {},
  });
  const { answering } = python.pyimport("forms.bridge");
  // Taken now: once it is broken, Pyodide gives nothing of itself.
  const { PythonError } = python.ffi;
  close();
  let form = "";
  /** @type {((requete: string) => string) | undefined} */
  let ask;
  /**
   * @param {string} formulaire
   * @param {string} requete
   */
  const answer = (formulaire, requete) => {
    let reponse;
    try {
      // A long text, which goes to Python once.
      if (formulaire !== form) ask = answering(formulaire);
      form = formulaire;
      reponse = ask?.(requete);
    } catch (error) {
      if (error instanceof PythonError) throw error;
    }
    // Once it is broken, Pyodide returns without a word.
    if (typeof reponse !== "string") throw new PythonBroken();
    return reponse;
  };
  return { python, handle: answer };
}

let formulaire = "";
const ready = startPython();
/** Archives that Python has, or is about to have.  @type {Map<string, Promise<void>>} */
const added = new Map();

ready.then(
  () => send({ type: "pret", version: REPERE_PYTHON.version }),
  () => send({ type: "echec", motif: "demarrage" }),
);

/**
 * Puts an archive of modules where Python looks for them.
 * @param {Pyodide} python
 * @param {string} name
 */
async function add(python, name) {
  const content = await (await fetch(folder + name)).arrayBuffer();
  const path = `/lib/${name}`;
  python.FS.writeFile(path, new Uint8Array(content));
  python.pyimport("sys").path.append(path);
}

/**
 * Makes sure that what an action needs is there.  What did not come is asked for again the next time.
 * @param {Pyodide} python
 * @param {number} id of the request
 * @param {string} action
 */
async function provide(python, id, action) {
  const name = Object.hasOwn(REPERE_PYTHON.needs, action) ? REPERE_PYTHON.needs[action] : undefined;
  if (name === undefined) return;
  const coming = added.get(name) ?? add(python, name);
  added.set(name, coming);
  send({ type: "attente", id });
  try {
    await coming;
  } catch (error) {
    added.delete(name);
    throw error;
  }
}

/** @param {MessageEvent<Demande>} event */
scope.onmessage = async ({ data }) => {
  if (data.type === "ouvrir") {
    formulaire = data.formulaire;
    return;
  }
  const { id, action, requete } = data;
  const started = await ready.catch(() => null);
  if (!started) {
    return; // `echec` was sent already
  }
  try {
    await provide(started.python, id, action);
    send({ type: "reponse", id, reponse: started.handle(formulaire, requete) });
  } catch (error) {
    if (error instanceof PythonBroken) send({ type: "echec", motif: "bloque" });
    else if (error instanceof DownloadFault) send({ type: "manque", id, motif: error.motif, fichier: error.fichier });
    else send({ type: "faute", id, detail: String(error) });
  }
};
