/**
 * The commitments to sign, as Python gave them.
 * @module
 */

import { dayInWords } from "../../page/moments.mjs";
import { copyOf, fill, part } from "../../page/places.mjs";
import { postal } from "./cover-letter.mjs";

/** @typedef {{code: string, enonce: string, clause: string, retrait: string}} Engagement */
/** @typedef {{jour: string, libelle: string, phrase: string}} EtatDuJour of the certification, on a day AAAA-MM-JJ */
/** @typedef {{intitule: string, etat_certification?: EtatDuJour, preparation: string, proposition: string, organisme: string[], promesse: string, engagements: Engagement[], reste: string, lectures: string[], a_signer: string[]}} Annexe */

/** @param {string} text */
export const item = (text) => Object.assign(document.createElement("li"), { textContent: text });

/**
 * @param {HTMLElement} panel
 * @param {EtatDuJour | undefined} etat
 * @param {(key: string, values?: Record<string, string>) => string} phrase
 */
export function state(panel, etat, phrase) {
  const said = etat && { jour: dayInWords(etat.jour), etat: etat.libelle.toLowerCase(), phrase: etat.phrase };
  fill(panel, "etat", said ? phrase("certification_etat", said) : "");
}

/**
 * @param {HTMLElement} panel
 * @param {Annexe} annexe
 * @param {(key: string, values?: Record<string, string>) => string} phrase
 */
export function showCommitments(panel, annexe, phrase) {
  const { preparation, proposition, intitule, promesse, reste } = annexe;
  for (const [field, text] of Object.entries({ preparation, proposition, certification: intitule, promesse, reste })) fill(panel, field, text);
  state(panel, annexe.etat_certification, phrase);
  postal(/** @type {Element} */ (part(panel, "organisme")), annexe.organisme);
  const rows = annexe.engagements.map(({ enonce, clause, retrait }, rank) => {
    const row = copyOf(panel, "engagement");
    for (const [field, text] of Object.entries({ numero: String(rank + 1), enonce, clause, retrait })) fill(row, field, text);
    return row;
  });
  /** @type {Element} */ (panel.querySelector("tbody")).replaceChildren(...rows);
  part(panel, "lectures")?.replaceChildren(...annexe.lectures.map(item));
  part(panel, "a_signer")?.replaceChildren(...annexe.a_signer.map(item));
}
