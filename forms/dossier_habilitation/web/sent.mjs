/**
 * The file that was sent, beside the draft on screen: chosen, read, held until another draft comes.
 * @module
 */

import { longDay } from "../../page/moments.mjs";
import { whenLeft } from "../../page/panels.mjs";
import { bring, fill, part } from "../../page/places.mjs";
import { readExport } from "../../page/reading.mjs";
import { isHere } from "../../page/requests.mjs";
import { sayAll } from "../../page/unsaid.mjs";

/** @typedef {ReturnType<typeof createSent>} Sent */
/** What is compared with what is on screen. @typedef {{valeurs: object, exporte_le: string, avis: string[]}} Envoye */

/**
 * @param {object} page
 * @param {import("../../page/python.mjs").Python} page.python
 * @param {import("../../page/saving.mjs").Status} page.status
 * @param {import("../../page/elsewhere.mjs").Elsewhere} page.elsewhere
 * @param {() => import("../../page/saving.mjs").Saving} page.saving known once the page has its draft
 * @param {() => Promise<void>} page.came a file has been chosen
 */
export function createSent({ python, status, elsewhere, saving, came }) {
  const panel = document.getElementById("modification");
  const picker = /** @type {HTMLInputElement | null} */ (document.getElementById("r-fichier-envoye"));
  /** @type {Envoye | null} */
  let held = null;
  /** How many files have been chosen: the last one is meant. */
  let choices = 0;

  /** @param {string} words of what is held; the letter that was made of another file goes */
  function named(words) {
    if (!panel) return;
    fill(panel, "fichier", words);
    /** @type {HTMLElement} */ (part(panel, "lettre")).hidden = true;
  }

  /** @param {File} file */
  async function take(file) {
    const [asked, choice] = [saving().brouillon(), ++choices];
    const { resultat, refus } = await readExport(file, python, status, elsewhere);
    if (choice !== choices) return;
    if (!resultat) return status.refuse(refus ?? "");
    // Given to be compared with another draft than the one that is on screen now.
    if (!isHere(saving(), asked)) return status.say("fichier_autre_brouillon", { nom: file.name });
    const { valeurs, exporte_le, avis } = resultat;
    held = { valeurs, exporte_le, avis };
    named(status.phrase("modification_fichier", { nom: resultat.nom || file.name, jour: longDay(exporte_le) }));
    await came();
  }

  if (panel) {
    whenLeft(panel, () => {
      held = null;
      named("");
    });
  }
  picker?.addEventListener("change", () => {
    const file = picker.files?.[0];
    sayAll();
    if (file) take(file).finally(() => (picker.value = ""));
  });

  return {
    /** @returns {{envoye: Envoye} | null} what Python is asked with besides; nothing before a file is chosen */
    held: () => held && { envoye: held },
    choose: () => picker?.click(),
    /** Shows where a file is chosen. */
    ask() {
      if (!panel) return;
      panel.hidden = false;
      bring(/** @type {HTMLElement} */ (panel.querySelector("h2")));
    },
  };
}
