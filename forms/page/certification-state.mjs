/**
 * The state of the certification on a day.  The form carries every state (forms/socle/etat_certification.py): one only chooses.
 * @module
 */

/** @typedef {{etat: string, libelle: string, phrase: string, du?: string, au?: string}} Etat */
/** @typedef {{jour: string, etat: string, libelle: string, phrase: string}} EtatDuJour */

/**
 * @param {Etat[] | undefined} etats of the form; one that carries none has nothing to say
 * @param {string} day AAAA-MM-JJ
 * @returns {EtatDuJour | null} what the outputs of that day say
 */
export function stateOn(etats, day) {
  const found = (etats ?? []).find(({ du, au }) => (!du || day >= du) && (!au || day <= au));
  return found ? { jour: day, etat: found.etat, libelle: found.libelle, phrase: found.phrase } : null;
}
