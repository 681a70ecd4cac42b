/**
 * Opens a file.  Nothing on screen is lost: answers that stood there stay in their own draft.
 * @module
 */

import { element } from "./dom.mjs";
import { whenLeft } from "./panels.mjs";
import { readExport } from "./reading.mjs";
import { isUnchanged } from "./requests.mjs";

/** @typedef {import("./drafts.mjs").Brouillon} Brouillon */

/**
 * @param {object} page
 * @param {import("./python.mjs").Python} page.python
 * @param {import("./saving.mjs").Saving} page.saving
 * @param {import("./saving.mjs").Status} page.status
 * @param {import("./elsewhere.mjs").Elsewhere} page.elsewhere
 * @param {() => Promise<void>} page.showDrafts
 * @param {(contenu: any) => boolean} page.isEmpty whether a draft holds nothing that one could miss
 * @param {(resultat: any) => any} page.opened what a draft holds, from what Python read in a file
 * @param {(resultat: any) => void} page.told what an opened file has that this form has not
 */
export function createOpening({ python, saving, status, elsewhere, showDrafts, isEmpty, opened, told }) {
  /** The draft that the file's took the place of, and the file's own, as they were. @type {{before: Brouillon, file: Brouillon} | null} */
  let taken = null;
  const button = /** @type {HTMLElement} */ (element("r-revenir"));
  whenLeft(button, () => (taken = null));

  /**
   * One has written, or gone elsewhere, since the file was given: it waits in the list of drafts.
   * @param {Brouillon} asked the draft that was on screen then: deleted since, so is what was asked for it
   * @param {any} resultat
   * @param {{name: string, fichier_le: string | null}} file
   */
  async function keepBeside(asked, resultat, { name, fichier_le }) {
    if (await saving.isDeleted(asked)) return status.say("reponse_abandonnee");
    const nom = resultat.nom || name;
    await saving.aside(opened(resultat), { nom, fichier_le });
    await showDrafts();
    status.say("fichier_garde_a_part", { nom: name, brouillon: nom });
  }

  return {
    /**
     * @param {File} file
     * @param {{fichier_le: string | null}} [kept] when it is no file of the person's: when their last one was saved
     */
    async open(file, kept) {
      const asked = saving.brouillon();
      const { resultat, refus } = await readExport(file, python, status, elsewhere);
      if (!resultat) {
        status.refuse(refus ?? "");
        return;
      }
      const { fichier_le } = kept ?? { fichier_le: resultat.exporte_le };
      if (!isUnchanged(saving, asked)) return keepBeside(asked, resultat, { name: file.name, fichier_le });
      const before = isEmpty(asked.contenu) && saving.writes() ? null : asked;
      const going = before ? saving.go() : undefined;
      // On screen before any of it is on the disk: what is typed meanwhile is written in what one sees.
      const more = { fichier_le, ...(resultat.nom ? { nom: resultat.nom } : {}) };
      const writing = saving.put(opened(resultat), more);
      taken = before && { before, file: saving.brouillon() };
      button.hidden = !before;
      told(resultat);
      await Promise.all([going, writing]);
      await showDrafts();
      status.say(before ? "fichier_ouvert_a_part" : "fichier_ouvert", { nom: file.name, avis: resultat.avis.join(" ") });
    },
    /** Goes back to the draft that was on screen.  The file's own goes away, the file has it; one has written in it: it stays. */
    async undo() {
      if (!taken) return;
      const { before, file } = taken;
      const { id } = saving.brouillon();
      const found = (await saving.list()).find((brouillon) => brouillon.id === before.id);
      const { id: now, revision, nom } = saving.brouillon();
      // Meanwhile one has gone elsewhere.
      if (now !== id) return;
      if (!found) return status.say("brouillon_efface_ailleurs");
      const untouched = revision === file.revision;
      const going = saving.go(found);
      status.say(untouched ? "revenu" : "revenu_garde", { nom: nom || status.phrase("brouillon_sans_nom") });
      await going;
      if (untouched) await saving.drop(id);
      await showDrafts();
    },
  };
}
