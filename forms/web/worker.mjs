// Python for one form, in a module worker.  Text in, text out (protocol.d.ts).

import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { guardNetwork } from "./guard.mjs";

/** @typedef {import("./protocol.d.ts").Demande} Demande */
/** @typedef {import("./protocol.d.ts").Message} Message */

const scope = /** @type {DedicatedWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));

/** @param {Message} message */
const send = (message) => scope.postMessage(message);

/** Python itself broke, and answers nothing any more: a stack that ran over, not an exception. */
class PythonBroken extends Error {}

/** @returns {Promise<(formulaire: string, requete: string) => string>} what it returns throws PythonBroken, or what Python raised */
async function startPython() {
  const folder = new URL(REPERE_PYTHON.folder, import.meta.url).href;
  const files = Object.entries(REPERE_PYTHON.integrity);
  const close = guardNetwork(new Map(files.map(([name, integrity]) => [folder + name, integrity])), send);
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
  const { handle } = python.pyimport("forms.bridge");
  // Taken now: once it is broken, Pyodide gives nothing of itself.
  const { PythonError } = python.ffi;
  close();
  return (formulaire, requete) => {
    let reponse;
    try {
      reponse = handle(formulaire, requete);
    } catch (error) {
      if (error instanceof PythonError) throw error;
    }
    // Once it is broken, Pyodide returns without a word.
    if (typeof reponse !== "string") throw new PythonBroken();
    return reponse;
  };
}

let formulaire = "";
const ready = startPython();

ready.then(
  () => send({ type: "pret", version: REPERE_PYTHON.version }),
  () => send({ type: "echec", motif: "demarrage" }),
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
    send({ type: "reponse", id, reponse: handle(formulaire, requete) });
  } catch (error) {
    if (error instanceof PythonBroken) send({ type: "echec", motif: "bloque" });
    else send({ type: "faute", id, detail: String(error) });
  }
};
