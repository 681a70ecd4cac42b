/**
 * The tables of a dossier: as CSV, one file each.
 * @module
 */

import { download, fileName } from "../exporting.mjs";
import { whenLeft } from "../panels.mjs";
import { copyOf } from "../places.mjs";
import { isHere } from "../requests.mjs";

/**
 * @param {HTMLElement} panel takes the focus
 * @param {object} page
 * @param {ReturnType<typeof import("../sharing.mjs").createSharing>} page.sharing
 * @param {import("../saving.mjs").Status} page.status
 * @param {string} page.sujet
 * @param {import("../saving.mjs").Saving} page.saving
 * @param {() => object} page.corps what Python is asked with
 */
export function createTables(panel, { sharing, status, sujet, saving, corps }) {
  /** @type {{nom: string, texte: string}[]} */
  let sheets = [];
  /** The name of the draft that they are of. */
  let nom = "";
  whenLeft(panel, () => (sheets = []));

  return {
    async show() {
      const asked = saving.brouillon();
      const found = await sharing.written("csv", corps());
      if (!found || !isHere(saving, asked)) return;
      nom = asked.nom;
      sheets = found.feuilles;
      const lines = sheets.map((sheet, rank) => {
        const line = copyOf(panel, "tableau");
        const button = /** @type {HTMLElement} */ (line.querySelector("button"));
        button.textContent = sheet.nom;
        button.dataset.rang = String(rank);
        return line;
      });
      /** @type {Element} */ (panel.querySelector("ul")).replaceChildren(...lines);
      panel.hidden = false;
      panel.focus();
    },
    /** @param {HTMLElement} control */
    hand(control) {
      const sheet = sheets[Number(control.dataset.rang)];
      const name = fileName(sujet, [sheet.nom, nom], new Date(), ".csv");
      download(name, sheet.texte, "text/csv;charset=utf-8");
      status.say("csv_enregistre", { nom: name });
    },
  };
}
