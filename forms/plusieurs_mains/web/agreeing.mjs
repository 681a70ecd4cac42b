/**
 * An agreement, bound to what is written when it is given.  Only Python knows by which digest: without it the
 * agreement stays written, and is bound later.
 * @module
 */

import { fill } from "../../page/places.mjs";
import { sameWords } from "./writings.mjs";

/** @typedef {{ligne: string, nom: string, etat: "conforme" | "anterieur" | "sans_empreinte", phrase: string}} Accord */

/**
 * Says under each agreement whether it still is about what is written.
 * @param {Accord[]} accords
 */
export function showAgreements(accords) {
  const told = new Map(accords.map((one) => [one.ligne, one]));
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-accord]"))) {
    const found = told.get(place.dataset["accord"] ?? "");
    fill(place, "accord", found?.phrase ?? "");
    place.dataset["valeur"] = found?.etat ?? "";
  }
}

/**
 * @param {object} page
 * @param {import("../../page/python.mjs").Python} page.python
 * @param {() => object} page.corps the copy on screen, as Python is asked with it
 * @param {() => import("./writings.mjs").Contenu} page.contenu the same, and who writes
 * @param {(place: string, empreinte: string) => unknown} page.agreed
 * @param {import("../../page/saving.mjs").Status} page.status
 */
export function createAgreeing({ python, corps, contenu, agreed, status }) {
  return {
    /** @param {HTMLElement} control in the row of the agreement */
    async agree(control) {
      const row = /** @type {HTMLElement} */ (control.closest("[data-ligne]"));
      const ligne = row.dataset["ligne"] ?? "";
      const asked = contenu();
      if (python.state.nom === "chargement") status.say("accord_en_attente");
      const reply = await python.ask({ action: "accorder", corps: { ...corps(), ligne } }).catch(() => null);
      // The digest is of what stood there, and in the name of who pressed: in another draft, on a row that is gone, over
      // other words or under another hand, it would sign something else.
      if (!row.isConnected || !sameWords(contenu(), asked, isDigest)) return status.say("accord_change");
      if (!reply?.ok) return status.say("accord_sans_calcul");
      const { empreinte } = reply.resultat;
      if (!empreinte) return status.say("accord_vide");
      await agreed(`accords/${ligne}/empreinte`, empreinte);
      return status.say("accord_donne");
    },
  };
}

/** No digest holds another one: several agreements may be awaited at once. @param {string} place */
const isDigest = (place) => /^accords\/[^/]+\/empreinte$/.test(place);
