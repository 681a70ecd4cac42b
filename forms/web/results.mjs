/**
 * Shows a result that Python gave: numbers and sentences go into places that the
 * template holds ready, as text.  Nothing is computed here.
 * @module
 */

/** @typedef {{total: number, repondus: number, restants: number, positifs: number, negatifs: number, pourcentage: number}} Compte */
/** @typedef {{pourcentage: number, requis: number, manquants: number}} Seuil */
/** @typedef {{code: string, etat: string, phrase: string, compte: Compte, seuil?: Seuil, groupes: Groupe[]}} Groupe */
/** @typedef {{etat: string, phrase: string, avertissement: string, compte: Compte, groupes: Groupe[], a_repondre: string[]}} Resultat */

/**
 * @param {Element} place
 * @param {string} field
 * @param {string} text
 */
function fill(place, field, text) {
  const target = place.querySelector(`[data-champ="${field}"]`);
  if (target) target.textContent = text;
}

/**
 * @param {Element} panel
 * @param {Groupe} groupe
 * @param {Record<string, [string, string]>} etats
 */
function showGroup(panel, groupe, etats) {
  for (const place of panel.querySelectorAll(`[data-groupe="${CSS.escape(groupe.code)}"]`)) {
    const { total, positifs, negatifs, repondus, pourcentage } = groupe.compte;
    fill(place, "positifs", String(positifs));
    fill(place, "repondus", String(repondus));
    fill(place, "pourcentage", String(pourcentage));
    fill(place, "phrase", groupe.phrase);
    showState(place, groupe.etat, etats);
    const gauge = /** @type {HTMLElement | null} */ (place.querySelector(".r-jauge"));
    gauge?.style.setProperty("--part", String(positifs / total));
    gauge?.style.setProperty("--possible", String((total - negatifs) / total));
  }
  for (const inner of groupe.groupes) showGroup(panel, inner, etats);
}

/**
 * @param {Element} place
 * @param {string} etat
 * @param {Record<string, [string, string]>} etats
 */
function showState(place, etat, etats) {
  const pill = /** @type {HTMLElement | null} */ (place.querySelector(".r-etiquette"));
  if (!pill) return;
  [pill.dataset.etat, pill.textContent] = etats[etat];
}

/**
 * @param {Element} panel the element that holds one place for each group of the form
 * @param {Resultat} resultat
 * @param {Record<string, [string, string]>} etats state → its look, its word
 */
export function showResult(panel, resultat, etats) {
  const overall = /** @type {Element} */ (panel.querySelector("[data-ensemble]"));
  fill(overall, "phrase", resultat.phrase);
  showState(overall, resultat.etat, etats);
  fill(panel, "avertissement", resultat.avertissement);
  fill(panel, "json", JSON.stringify(resultat, null, 2));
  for (const groupe of resultat.groupes) showGroup(panel, groupe, etats);
  showRemaining(panel, resultat.a_repondre);
  panel.toggleAttribute("data-calcule", true);
}

/**
 * @param {Element} panel
 * @param {string[]} codes
 */
function showRemaining(panel, codes) {
  const link = /** @type {HTMLAnchorElement | null} */ (panel.querySelector("[data-champ=suivant]"));
  if (!link) return;
  link.hidden = codes.length === 0;
  if (codes.length > 0) link.href = `#q-${codes[0].toLowerCase()}`;
}
