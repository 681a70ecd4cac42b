/**
 * The tables of a dossier: as CSV, one file each.
 * @module
 */

import { download, fileName } from "../../page/exporting.mjs";
import { bring, copyOf } from "../../page/places.mjs";

/**
 * @param {HTMLElement} panel takes the focus
 * @param {object} page
 * @param {ReturnType<typeof import("../../page/sharing.mjs").createSharing>} page.sharing
 * @param {import("../../page/saving.mjs").Status} page.status
 * @param {string} page.sujet
 * @param {import("../../page/saving.mjs").Saving} page.saving
 * @param {() => object} page.corps what Python is asked with
 */
export function createTables(panel, { sharing, status, sujet, saving, corps }) {
  /** @returns {Promise<{nom: string, texte: string}[] | null>} the sheets, of the answers and of the day as they are now */
  async function sheets() {
    const found = await sharing.current("csv", corps);
    return found && found.feuilles;
  }

  return {
    async show() {
      const found = await sheets();
      if (!found) return;
      const lines = found.map((sheet) => {
        const line = copyOf(panel, "tableau");
        const button = /** @type {HTMLElement} */ (line.querySelector("button"));
        button.textContent = sheet.nom;
        return line;
      });
      /** @type {Element} */ (panel.querySelector("ul")).replaceChildren(...lines);
      panel.hidden = false;
      bring(panel);
    },
    /**
     * Made anew: one may have written since the list was shown, or the day may be another.
     * @param {HTMLElement} control
     */
    async hand(control) {
      const sheet = (await sheets())?.find(({ nom }) => nom === control.textContent);
      if (!sheet) return;
      const name = fileName(sujet, [sheet.nom, saving.brouillon().nom], new Date(), ".csv");
      download(name, sheet.texte, "text/csv;charset=utf-8");
      status.say("csv_enregistre", { nom: name });
    },
  };
}
