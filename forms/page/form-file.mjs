/**
 * The file of a draft: its text, its name, and whether this version of the site can make one of it.
 * @module
 */

import { stateOn } from "./certification-state.mjs";
import { exportText, fileName } from "./exporting.mjs";
import { localDay } from "./moments.mjs";

/** @typedef {import("./drafts.mjs").Brouillon} Brouillon */

/**
 * @param {object} page
 * @param {any} page.entete of every file of this form
 * @param {any} page.donnees of the form
 * @param {import("./form-page.mjs").Kind} page.kind
 */
export function createFormFile({ entete, donnees, kind }) {
  const { names = () => [] } = kind;

  /**
   * @param {Brouillon} brouillon
   * @param {Date} moment
   */
  function text({ nom, contenu }, moment) {
    const etat = stateOn(donnees.etats, localDay(moment));
    return exportText(entete, nom, moment, { ...(etat ? { etat_certification: etat } : {}), ...kind.exported(contenu) });
  }

  return {
    text,
    /**
     * @param {Brouillon} brouillon
     * @param {Date} moment
     */
    made: (brouillon, moment) => ({
      name: fileName(kind.sujet, [brouillon.nom, ...names(brouillon.contenu)], moment, ".json"),
      text: text(brouillon, moment),
    }),
    /** @param {Brouillon} brouillon that a newer version of the site wrote */
    isMade(brouillon) {
      try {
        return kind.count(brouillon.contenu) >= 0 && text(brouillon, new Date()) !== "";
      } catch {
        // Of a shape that this version does not know.
        return false;
      }
    },
  };
}
