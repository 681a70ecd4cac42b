// What a day changes of the pages about certifications: what they weigh, and the state that a fiche shows in a list.

import { stateOn } from "../../../forms/page/certification-state.mjs";

/**
 * @typedef {import("./moteur.mjs").Page} Page
 * @typedef {import("../../../forms/page/certification-state.mjs").Etat} Etat
 * @typedef {{certifications: Etat[][], fermes: string[], poids: number}} Etats those of each certification, which of them are closed,
 *   and what a page weighs, of what it would, where all that it is about is closed
 */

/** A site without certifications. @type {Etats} */
export const AUCUN = { certifications: [], fermes: [], poids: 1 };

/**
 * @param {Page} page
 * @param {Etats} etats
 * @param {string} day YYYY-MM-DD, the reader's
 * @returns {number} what the score of a page is multiplied by
 */
export function poids([, , poids, de = []], { certifications, fermes, poids: ferme }, day) {
  const closed = de.map((rank) => fermes.includes(stateOn(certifications[rank], day)?.etat ?? ""));
  return closed.length > 0 && closed.every(Boolean) ? poids * ferme : poids;
}

/**
 * @param {Page | undefined} page
 * @param {Etats} etats
 * @param {string} day
 * @returns {{etat: string, libelle: string, phrase: string} | null} the state of the certification whose fiche it is
 */
export function etat(page, { certifications }, day) {
  const [, , , [rank] = [], fiche = 0] = page ?? [];
  return fiche && rank !== undefined ? stateOn(certifications[rank], day) : null;
}
