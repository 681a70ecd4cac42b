/**
 * An auto-positionnement poured into the livret, and what became of each of its answers.
 * @module
 */

import { element } from "../../page/dom.mjs";
import { bring, fill, leave } from "../../page/places.mjs";
import { questionOf } from "../../questionnaire/web/question.mjs";

const AUTO_POSITIONNEMENT = "repere/auto-positionnement";

/** @typedef {{valeurs: any, ecartees: any[], verses: string[], laisses: string[], avis: string}} Versement */

/** @param {string} texte */
function isAutoPositionnement(texte) {
  try {
    return JSON.parse(texte)?.format === AUTO_POSITIONNEMENT;
  } catch {
    // What is not even JSON is refused where it is opened, with a reason.
    return false;
  }
}

/**
 * @param {HTMLElement} panel
 * @param {object} page
 * @param {(texte: string) => Promise<import("../../plusieurs_mains/web/files.mjs").Reponse<Versement>>} page.ask
 * @param {(asked: import("../../page/drafts.mjs").Brouillon, livret: Versement) => void} page.take
 * @param {(asked: import("../../page/drafts.mjs").Brouillon, livret: Versement) => Promise<void>} page.keepBeside
 * @param {(place: string) => string} page.addressOf
 * @param {HTMLFormElement} page.form
 * @param {import("../../page/saving.mjs").Status} page.status
 */
export function createPouring(panel, { ask, take, keepBeside, addressOf, form, status }) {
  /** @param {string} place */
  function line(place) {
    const box = /** @type {HTMLElement} */ (form.querySelector(`[data-place="${CSS.escape(place)}"]`));
    const [entry, link] = [document.createElement("li"), document.createElement("a")];
    const question = questionOf(box) || place;
    link.href = addressOf(place);
    link.textContent = [box.closest(".r-bloc")?.querySelector("h3")?.textContent?.trim(), question].filter(Boolean).join(", ");
    entry.append(link);
    return entry;
  }

  /**
   * @param {string} field
   * @param {string[]} places
   */
  function show(field, places) {
    const group = /** @type {HTMLElement} */ (panel.querySelector(`[data-groupe="${field}"]`));
    group.hidden = places.length === 0;
    group.querySelector("ul")?.replaceChildren(...places.map(line));
  }

  return {
    takes: isAutoPositionnement,
    /**
     * @param {string} texte
     * @param {string} nom of the file
     */
    async pour(texte, nom) {
      const { resultat, refus, asked, here } = await ask(texte);
      if (!resultat) {
        status.refuse(refus ?? "");
        return;
      }
      if (!here) return keepBeside(asked, resultat);
      take(asked, resultat);
      fill(panel, "avis", resultat.avis);
      fill(panel, "nom", nom);
      show("verses", resultat.verses);
      show("laisses", resultat.laisses);
      panel.hidden = false;
      status.say("verse", { avis: resultat.avis });
      bring(/** @type {HTMLElement} */ (panel.querySelector("h2")));
    },
    /** @type {Record<string, () => unknown>} */
    actions: {
      verser: () => element("r-fichier").click(),
      "versement-fermer": () => leave(panel),
    },
  };
}
