// Python for one form, in a module worker.  Text in, text out (protocol.d.ts).

import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { guardNetwork } from "./guard.mjs";

/** @typedef {import("./protocol.d.ts").Demande} Demande */
/** @typedef {import("./protocol.d.ts").Message} Message */

const scope = /** @type {DedicatedWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));

/** @param {Message} message */
const send = (message) => scope.postMessage(message);

/** @returns {Promise<(formulaire: string, requete: string) => string>} */
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
  close();
  return handle;
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
    send({ type: "faute", id, detail: String(error) });
  }
};
