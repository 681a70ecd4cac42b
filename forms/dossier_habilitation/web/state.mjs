/**
 * Shows the state of conformity that Python gave: sentences and labels go into places that the template holds ready.
 * @module
 */

import { showComputed } from "../../page/panels.mjs";
import { fill, part } from "../../page/places.mjs";

/** @typedef {"fait" | "manque" | "a_verifier" | "non_conforme" | "sans_objet"} EtatCode */
/** @typedef {{etat: EtatCode, phrase: string, place: string}} Constat */
/** @typedef {{code: string, section: string, intitule: string, etat: EtatCode, constats: Constat[]}} Exigence */
/** @typedef {{jour: string, phrase: string, place: string}} Echeance */
/** @typedef {{total: number, fait: number, manque: number, a_verifier: number, non_conforme: number, sans_objet: number}} Compte */
/** @typedef {{etat: EtatCode, envoi: string, phrase: string, avis: string[], compte: Compte, sections: {code: string, compte: Compte}[], exigences: Exigence[], echeances: Echeance[], au_plus_tard?: {jour: string, phrase: string}, caches: string[]}} Etat */

/**
 * @param {Element} place that holds a label of state
 * @param {[string, string]} look its look, its word
 */
export function label(place, [look, word]) {
  const pill = part(place, "etat");
  if (pill && pill.textContent !== word) [pill.dataset.etat, pill.textContent] = [look, word];
}

/**
 * @param {string} phrase
 * @param {string} href
 */
export function linked(phrase, href) {
  const [line, link] = [document.createElement("li"), document.createElement("a")];
  link.href = href;
  link.textContent = phrase;
  line.append(link);
  return line;
}

/**
 * @param {HTMLElement} panel
 * @param {HTMLFormElement} form
 * @param {Record<string, [string, string]>} looks state → its look, its word
 * @param {object} page
 * @param {(place: string) => string} page.addressOf of a field or of a list
 * @param {(key: string, values?: Record<string, string>) => string} page.phrase
 */
export function createStateView(panel, form, looks, { addressOf, phrase }) {
  /** The places of each requirement, in the form and in the list. @type {Map<string, Element[]>} */
  const places = new Map();
  /** What each list says now. @type {WeakMap<Element, string>} */
  const shown = new WeakMap();
  for (const place of document.querySelectorAll("[data-exigence]")) {
    const code = /** @type {string} */ (place.getAttribute("data-exigence"));
    places.set(code, [...(places.get(code) ?? []), place]);
  }

  /**
   * @param {Exigence} exigence
   * @param {boolean} soon whether a date to come is about it
   */
  function showOne(exigence, soon) {
    const { constats } = exigence;
    const counted = constats.length === 1 ? phrase("a_faire_compte_un") : phrase("a_faire_compte", { nombre: String(constats.length) });
    for (const place of places.get(exigence.code) ?? []) {
      label(place, looks[exigence.etat]);
      place.toggleAttribute("data-sans-objet", exigence.etat === "sans_objet");
      const why = /** @type {HTMLDetailsElement | null} */ (part(place, "pourquoi"));
      if (why) why.hidden = constats.length === 0;
      fill(place, "a-faire", counted);
      const later = part(place, "a-venir");
      if (later) later.hidden = !soon;
      renew(part(place, "constats"), constats);
    }
  }

  /**
   * Makes a list anew only where it says something else: a focus in it is not lost at each key.
   * @param {Element | null} list
   * @param {{phrase: string, place: string}[]} lines
   */
  function renew(list, lines) {
    const now = JSON.stringify(lines);
    if (!list || shown.get(list) === now) return;
    shown.set(list, now);
    list.replaceChildren(...lines.map((one) => linked(one.phrase, addressOf(one.place))));
  }

  /** @param {Echeance[]} echeances */
  function codesOf(echeances) {
    const found = echeances.map(({ place }) => document.querySelector(addressOf(place))?.closest("[data-bloc]"));
    return new Set(found.map((bloc) => bloc?.getAttribute("data-bloc")));
  }

  return {
    /** @param {Etat} etat */
    show(etat) {
      fill(panel, "phrase", etat.phrase);
      for (const [code, nombre] of Object.entries(etat.compte)) {
        const counter = panel.querySelector(`[data-compte="${code}"]`);
        if (counter) fill(counter, "nombre", String(nombre));
      }
      const avis = etat.avis.map((sentence) => {
        const line = document.createElement("p");
        line.className = "r-note-resultat";
        line.textContent = sentence;
        return line;
      });
      part(panel, "avis")?.replaceChildren(...avis);
      /** @type {HTMLElement} */ (panel.querySelector("[data-echeances]")).hidden = etat.echeances.length === 0;
      renew(part(panel, "echeances"), etat.echeances);
      fill(panel, "au_plus_tard", etat.au_plus_tard?.phrase ?? "");
      const soon = codesOf(etat.echeances);
      for (const exigence of etat.exigences) showOne(exigence, soon.has(exigence.code));
      for (const group of /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll("[data-exigences]"))) {
        group.toggleAttribute("data-sans-objet", !group.querySelector("[data-exigence]:not([data-sans-objet])"));
      }
      fill(panel, "json", JSON.stringify(etat, null, 2));
      for (const place of document.querySelectorAll("[data-progression=fait]")) place.textContent = String(etat.compte.fait);
      for (const place of document.querySelectorAll("[data-progression=total]")) place.textContent = String(etat.compte.total);
      const bar = /** @type {HTMLProgressElement} */ (form.querySelector(".r-progression progress"));
      [bar.max, bar.value] = [Math.max(1, etat.compte.total), etat.compte.fait];
      showComputed(panel);
    },
  };
}
