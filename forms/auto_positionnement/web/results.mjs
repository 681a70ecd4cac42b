/**
 * Shows a result that Python gave: numbers and sentences go into places that the
 * template holds ready, as text.  Nothing is computed here.
 * @module
 */

import { showBar, showRadar } from "./charts.mjs";
import { createLists } from "./lists.mjs";
import { showNextSteps } from "./next-steps.mjs";
import { showComputed } from "../../page/panels.mjs";
import { list } from "../../page/places.mjs";

/** @typedef {{total: number, repondus: number, restants: number, positifs: number, pourcentage: number, repartition: Record<string, number>}} Compte */
/** @typedef {{code: string, etat: string, concluant?: boolean, phrase: string, compte: Compte, groupes: Groupe[]}} Groupe */
/** @typedef {{etat: string, concluant?: boolean, phrase: string, mention: string, avertissement: string, compte: Compte, groupes: Groupe[], a_repondre: string[], manques: string[], precision: string, listes: import("./lists.mjs").Listes, suivi: import("./next-steps.mjs").Suivi}} Resultat */

/**
 * @param {Element} place
 * @param {string} field
 * @param {string} text
 */
function fill(place, field, text) {
  const target = place.querySelector(`[data-champ="${field}"]`);
  if (target && target.textContent !== text) target.textContent = text;
}

/**
 * A group's state and sentences follow from its counts: these tell whether it has changed.
 * @param {Groupe} groupe
 * @param {Groupe | undefined} other
 */
function isSame({ compte }, other) {
  if (!other || compte.restants !== other.compte.restants) return false;
  return Object.entries(compte.repartition).every(([valeur, number]) => other.compte.repartition[valeur] === number);
}

/**
 * @param {HTMLElement} panel the element that holds places for each group of the form
 * @param {Record<string, [string, string]>} etats state → its look, its word
 * @param {Parameters<typeof createLists>[1]} form
 * @param {Parameters<typeof createLists>[2]} answers
 */
export function createResults(panel, etats, form, answers) {
  const lists = createLists(/** @type {HTMLElement} */ (panel.querySelector("[data-listes]")), form, answers);
  const steps = /** @type {HTMLElement | null} */ (panel.querySelector("[data-suites]"));
  /** Looked up once: a form may have hundreds of groups. @type {Map<string, Element[]>} */
  const places = new Map();
  for (const place of panel.querySelectorAll("[data-groupe]")) {
    const code = /** @type {string} */ (place.getAttribute("data-groupe"));
    places.set(code, [...(places.get(code) ?? []), place]);
  }
  const overall = /** @type {Element} */ (panel.querySelector("[data-ensemble]"));
  const raw = /** @type {HTMLElement} */ (panel.querySelector("[data-champ=json]"));
  const fold = /** @type {HTMLDetailsElement} */ (raw.closest("details"));
  /** @type {Resultat | null} */
  let shown = null;
  /** What is on the page for each group. @type {Map<string, Groupe>} */
  const standing = new Map();

  /** The whole result as text, only while somebody looks at it. */
  function showRaw() {
    raw.textContent = shown && fold.open ? JSON.stringify(shown, null, 2) : "";
  }
  fold.addEventListener("toggle", showRaw);

  /**
   * A verdict shows where the details are enough for one, and nowhere else.
   * @param {Element} place
   * @param {{etat: string, concluant?: boolean}} found
   */
  function showState(place, { etat, concluant = false }) {
    const pill = /** @type {HTMLElement | null} */ (place.querySelector(".r-etiquette"));
    if (!pill) return;
    [pill.dataset.etat, pill.textContent] = etats[etat];
    /** @type {HTMLElement} */ (pill.closest("[data-verdict]")).hidden = !concluant;
  }

  /**
   * @param {Groupe} groupe
   * @param {Map<string, Compte>} comptes filled on the way
   */
  function showGroup(groupe, comptes) {
    const { compte } = groupe;
    comptes.set(groupe.code, compte);
    for (const inner of groupe.groupes) showGroup(inner, comptes);
    if (isSame(groupe, standing.get(groupe.code))) return;
    standing.set(groupe.code, groupe);
    for (const place of places.get(groupe.code) ?? []) {
      for (const field of /** @type {const} */ (["positifs", "repondus", "restants", "pourcentage"])) {
        fill(place, field, String(compte[field]));
      }
      fill(place, "phrase", groupe.phrase);
      for (const cell of place.querySelectorAll("td[data-valeur]")) {
        cell.textContent = String(compte.repartition[/** @type {string} */ (cell.getAttribute("data-valeur"))]);
      }
      showState(place, groupe);
      showBar(place, compte);
    }
  }

  /** @param {Resultat} resultat */
  function show(resultat) {
    fill(overall, "phrase", resultat.phrase);
    fill(panel, "mention", resultat.mention);
    showState(overall, resultat);
    fill(panel, "avertissement", resultat.avertissement);
    list(panel, "manques", resultat.manques);
    lists.show(resultat.listes, resultat.precision);
    showNextSteps(steps, resultat.suivi);
    /** @type {Map<string, Compte>} */
    const comptes = new Map();
    for (const groupe of resultat.groupes) showGroup(groupe, comptes);
    showRadar(panel, comptes);
    shown = resultat;
    showRaw();
    showComputed(panel);
  }

  return { show, showExamples: lists.showExamples };
}
