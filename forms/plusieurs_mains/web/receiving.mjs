/**
 * A file comes while the screen holds something: to open it, to merge it, or to leave it is for the person to say.
 * One of a kind that is poured in is, whichever button brought it.
 * @module
 */

import { FileError, readText } from "../../page/reading.mjs";
import { whenLeft } from "../../page/panels.mjs";
import { bring, fill, leave } from "../../page/places.mjs";
import { isHere, isUnchanged } from "../../page/requests.mjs";

/**
 * @param {HTMLElement} panel
 * @param {object} page
 * @param {(texte: string) => Promise<import("../../page/status.mjs").Refus>} page.refused why Python does not take it; nothing where it does
 * @param {import("../../page/saving.mjs").Saving} page.saving
 * @param {(contenu: any) => boolean} page.isEmpty whether contents hold nothing that one could miss
 * @param {(texte: string) => Promise<void>} page.merge
 * @param {import("./files.mjs").Pouring | undefined} page.pouring
 * @param {import("../../page/saving.mjs").Status} page.status
 */
export function createReceiving(panel, { refused, saving, isEmpty, merge, pouring, status }) {
  /** @type {{file: File, texte: string, open: (file: File) => Promise<void>} | null} */
  let waiting = null;
  whenLeft(panel, () => (waiting = null));

  /** @returns {NonNullable<typeof waiting> | null} what waited, which waits no more */
  function taken() {
    const found = waiting;
    waiting = null;
    leave(panel);
    return found;
  }

  return {
    /**
     * @param {File} file
     * @param {(file: File) => Promise<void>} open
     */
    async receive(file, open) {
      const asked = saving.brouillon();
      const left = () => !isHere(saving, asked);
      // Given for the draft that was on screen: what to do with it is not asked of another.
      const elsewhere = () => status.say("fichier_autre_brouillon", { nom: file.name });
      /** @type {string} */
      let texte;
      try {
        texte = await readText(file);
      } catch (error) {
        return status.refuse(status.phrase(error instanceof FileError ? error.motif : "fichier_illisible"));
      }
      if (left()) return elsewhere();
      if (pouring?.takes(texte)) return pouring.pour(texte, file.name);
      if (isEmpty(asked.contenu) && isUnchanged(saving, asked)) {
        taken();
        return open(file);
      }
      // What cannot be taken is refused before anything is asked.
      const reason = await refused(texte);
      if (reason) return status.refuse(reason);
      if (left()) return elsewhere();
      const before = taken()?.file.name;
      waiting = { file, texte, open };
      fill(panel, "nom", file.name);
      panel.hidden = false;
      const title = /** @type {HTMLElement} */ (panel.querySelector("h2"));
      const titre = title.textContent.trim().replace(/\s+/g, " ");
      const brought = bring(title);
      if (before !== undefined) status.say("fichier_remplace", { avant: before, nom: file.name });
      else if (!brought) status.say("a_voir", { titre });
    },
    open: () => {
      const found = taken();
      return found?.open(found.file);
    },
    merge: () => {
      const found = taken();
      return found && merge(found.texte);
    },
    dismiss() {
      if (taken()) status.say("fichier_laisse");
    },
  };
}
