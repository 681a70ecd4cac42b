/**
 * What the page of a form starts with, before it has contents: the lines that say how things go, and Python.
 * @module
 */

import { placePieces } from "./brought.mjs";
import { element, json } from "./dom.mjs";
import { createElsewhere } from "./elsewhere.mjs";
import { createFailing } from "./failing.mjs";
import { createPressing } from "./pressing.mjs";
import { startPython } from "./python.mjs";
import { createStatus } from "./status.mjs";

/** @typedef {ReturnType<typeof createFormBase>} FormBase */

/** @param {(donnees: any) => any} [complete] what a kind adds to the data that its page carries */
export function createFormBase(complete = (donnees) => donnees) {
  placePieces();
  const configuration = json("r-configuration");
  const donnees = complete(json("r-donnees-formulaire"));
  const { certification, format } = configuration.entete;
  const elsewhere = createElsewhere({ certification, format, racine: configuration.racine });
  const status = createStatus(document, { ...REPERE_MESSAGES, ...configuration.messages }, elsewhere.page);
  const python = startPython({
    workerUrl: new URL(configuration.worker, location.href).href,
    formulaire: JSON.stringify(donnees),
    onState: (etat) => status.python(`calcul_${etat.nom}${etat.motif ? `_${etat.motif}` : ""}`),
  });
  return {
    configuration,
    donnees,
    form: /** @type {HTMLFormElement} */ (element("r-formulaire")),
    status,
    elsewhere,
    python,
    released: createPressing(window),
    ...createFailing(python, status),
  };
}
