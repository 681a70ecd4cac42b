// Python for one form, in a module worker.  Text in, text out (protocol.d.ts).

import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { DownloadFault, guardNetwork } from "./guard.mjs";

/** @typedef {import("./protocol.d.ts").Demande} Demande */
/** @typedef {import("./protocol.d.ts").Message} Message */
/** @typedef {Awaited<ReturnType<typeof loadPyodide>>} Pyodide */

const scope = /** @type {DedicatedWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));
const folder = new URL(REPERE_PYTHON.folder, import.meta.url).href;
/** Where Python has its archives. */
const LIBRARY = "/lib";

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

/**
 * Lets an import bring what it lacks.
 * @param {Pyodide} python
 * @returns {<T>(act: () => T, waits?: () => void) => Promise<T>} does something, and again as often as a module that it
 *   imports stands in an archive that did not come yet: `waits`, then it comes.  Throws DownloadFault where it does not
 */
function bringing(python) {
  const lacking = python.pyimport("forms.socle.bibliotheque").watch(python.toPy(REPERE_PYTHON.modules), LIBRARY);
  /** Archives on their way; one that did not come is asked for again the next time.  @type {Map<string, Promise<void>>} */
  const coming = new Map();
  /** @param {string} name */
  const bring = async (name) => {
    const content = await (await fetch(folder + name)).arrayBuffer();
    python.FS.writeFile(`${LIBRARY}/${name}`, new Uint8Array(content));
  };
  return async (act, waits = () => {}) => {
    for (;;) {
      /** @type {{found: ReturnType<typeof act>} | {error: unknown}} */
      let end;
      try {
        end = { found: act() };
      } catch (error) {
        if (error instanceof PythonBroken) throw error;
        end = { error };
      }
      // Asked whatever came of it: Python may have caught what stopped the import.
      const name = lacking();
      if (name) {
        waits();
        const archive = coming.get(name) ?? bring(name).finally(() => coming.delete(name));
        coming.set(name, archive);
        await archive;
      } else if ("found" in end) return end.found;
      else throw end.error;
    }
  };
}

/**
 * @returns {Promise<(formulaire: string, requete: string, waits: () => void) => Promise<string>>} answers; throws
 *   PythonBroken, DownloadFault, or what Python raised
 */
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
  const brought = bringing(python);
  const { answering } = await brought(() => python.pyimport("forms.bridge"));
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
  return (formulaire, requete, waits) => brought(() => answer(formulaire, requete), waits);
}

let formulaire = "";
const ready = startPython();

ready.then(
  () => send({ type: "pret", version: REPERE_PYTHON.version }),
  (error) => {
    const told = error instanceof DownloadFault ? { motif: error.motif, fichier: error.fichier } : { motif: /** @type {const} */ ("demarrage") };
    send({ type: "echec", ...told });
  },
);

/** @param {MessageEvent<Demande>} event */
scope.onmessage = async ({ data }) => {
  if (data.type === "ouvrir") {
    formulaire = data.formulaire;
    return;
  }
  const { id, requete } = data;
  const handle = await ready.catch(() => null);
  if (!handle) {
    return; // `echec` was sent already
  }
  try {
    const reponse = await handle(formulaire, requete, () => send({ type: "attente", id }));
    send({ type: "reponse", id, reponse });
  } catch (error) {
    if (error instanceof PythonBroken) send({ type: "echec", motif: "bloque" });
    else if (error instanceof DownloadFault) send({ type: "manque", id, motif: error.motif, fichier: error.fichier });
    else send({ type: "faute", id, detail: String(error) });
  }
};
