/**
 * Opens a file.  Nothing on screen is lost: answers that stood there stay in their own draft.
 * @module
 */

import { element } from "./dom.mjs";
import { readExport } from "./reading.mjs";

/** @typedef {import("./drafts.mjs").Brouillon} Brouillon */

/**
 * @param {object} page
 * @param {import("./python.mjs").Python} page.python
 * @param {import("./saving.mjs").Saving} page.saving
 * @param {import("./saving.mjs").Status} page.status
 * @param {() => Promise<void>} page.show puts the current draft on screen
 * @param {(contenu: any) => boolean} page.isEmpty whether a draft holds nothing that one could miss
 * @param {(resultat: any) => any} page.opened what a draft holds, from what Python read in a file
 * @param {(resultat: any) => void} page.told what an opened file has that this form has not; nothing: no file any more
 */
export function createOpening({ python, saving, status, show, isEmpty, opened, told }) {
  /** The draft that the file's took the place of. @type {Brouillon | null} */
  let before = null;
  const button = /** @type {HTMLElement} */ (element("r-revenir"));

  /** @param {Brouillon | null} brouillon */
  function canReturn(brouillon) {
    before = brouillon;
    button.hidden = !brouillon;
    if (!brouillon) told(null);
  }

  return {
    /** @param {File} file */
    async open(file) {
      const { resultat, refus } = await readExport(file, python, status);
      if (!resultat) {
        status.refuse(refus ?? "");
        return;
      }
      const current = saving.brouillon();
      const kept = isEmpty(current.contenu) && saving.writes() ? null : current;
      const going = kept ? saving.go() : undefined;
      // A tab that reads along has to get the hand of the new draft first.
      if (!saving.writes()) await going;
      // On screen before any of it is on the disk: what is typed meanwhile is written in what one sees.
      const writing = [resultat.nom && saving.rename(resultat.nom), saving.keep(opened(resultat)), saving.fileSaved(resultat.exporte_le)];
      canReturn(kept);
      told(resultat);
      await show();
      await Promise.all([going, ...writing]);
      const key = kept && saving.stored() ? "fichier_ouvert_a_part" : "fichier_ouvert";
      status.say(key, { nom: file.name, avis: resultat.avis.join(" ") });
    },
    /** Goes back to the draft that was on screen; the file's own draft goes away, the file has it. */
    async undo() {
      if (!before) return;
      await saving.remove();
      const going = saving.go(before);
      canReturn(null);
      await show();
      await going;
      status.say("revenu");
    },
    /** Another draft comes on screen: there is nothing to go back to any more. */
    forget: () => canReturn(null),
  };
}
