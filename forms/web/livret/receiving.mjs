/**
 * A file comes while the screen holds something: to open it, to merge it, or to leave it is for the person to say.
 * An auto-positionnement is poured in, whichever button brought it.
 * @module
 */

import { FileError, readText } from "../reading.mjs";
import { fill, leave } from "../places.mjs";

const AUTO_POSITIONNEMENT = "repere/auto-positionnement";

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
 * @param {(texte: string) => Promise<string>} page.refused why Python does not take it; nothing where it does
 * @param {() => boolean} page.isEmpty whether the screen holds nothing that one could miss
 * @param {(texte: string) => Promise<void>} page.merge
 * @param {(texte: string, nom: string) => Promise<void>} page.pour
 * @param {import("../saving.mjs").Status} page.status
 */
export function createReceiving(panel, { refused, isEmpty, merge, pour, status }) {
  /** @type {{file: File, texte: string, open: (file: File) => Promise<void>} | null} */
  let waiting = null;

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
      taken();
      /** @type {string} */
      let texte;
      try {
        texte = await readText(file);
      } catch (error) {
        return status.refuse(status.phrase(error instanceof FileError ? error.motif : "fichier_illisible"));
      }
      if (isAutoPositionnement(texte)) return pour(texte, file.name);
      if (isEmpty()) return open(file);
      // What cannot be taken is refused before anything is asked.
      const reason = await refused(texte);
      if (reason) return status.refuse(reason);
      waiting = { file, texte, open };
      fill(panel, "nom", file.name);
      panel.hidden = false;
      /** @type {HTMLElement} */ (panel.querySelector("h2")).focus();
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
