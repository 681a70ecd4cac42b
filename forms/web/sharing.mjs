/**
 * The result as text to paste, and the answers as a table for a spreadsheet: Python writes both.
 * @module
 */

import { element } from "./dom.mjs";
import { download, fileName } from "./exporting.mjs";
import { localDay } from "./moments.mjs";

/** @typedef {import("./drafts.mjs").Brouillon} Brouillon */

/**
 * @param {object} page
 * @param {import("./python.mjs").Python} page.python
 * @param {import("./saving.mjs").Status} page.status
 * @param {() => Brouillon} page.brouillon
 */
export function createSharing({ python, status, brouillon }) {
  const panel = /** @type {HTMLElement} */ (element("r-texte"));

  /**
   * @param {string} action
   * @param {object} corps
   * @returns {Promise<string | null>} what Python wrote; nothing where it is not there, which the page says
   */
  async function written(action, corps) {
    try {
      return (await python.ask({ action, corps })).resultat.texte;
    } catch {
      status.say("partage_sans_calcul");
      return null;
    }
  }

  return {
    async copy() {
      const { reponses, nom } = brouillon();
      const text = await written("texte", { reponses, nom, jour: localDay(new Date()) });
      if (text === null) return;
      const area = /** @type {HTMLTextAreaElement} */ (panel.querySelector("textarea"));
      area.value = text;
      try {
        await navigator.clipboard.writeText(text);
        panel.hidden = true;
        status.say("texte_copie");
      } catch {
        // Refused or absent: the person copies it by hand.
        panel.hidden = false;
        status.say("texte_a_copier");
        area.focus();
        area.select();
      }
    },
    async table() {
      const { certification, nom, reponses } = brouillon();
      const text = await written("csv", { reponses });
      if (text === null) return;
      const name = fileName(certification, nom, new Date(), ".csv");
      download(name, text, "text/csv;charset=utf-8");
      status.say("csv_enregistre", { nom: name });
    },
  };
}
