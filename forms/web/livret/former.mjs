/**
 * A question that was asked under several codes is one field: what `forms/livret/anciens.py` does to a file, for a draft
 * that this browser kept from before.
 * @module
 */

import { dayFromText } from "../questionnaire/days.mjs";

/** @typedef {import("./writings.mjs").Contenu} Contenu */
/** @typedef {{code: string, nature: string, anciens: string[]}} Champ */

/**
 * @param {any[]} sections of the form
 * @returns {Champ[]} the fields that had other codes
 */
export function formerFields(sections) {
  const inside = sections.flatMap(({ elements }) => elements).flatMap((element) => (element.nature === "bloc" ? element.elements : [element]));
  return inside.filter(({ anciens }) => anciens !== undefined);
}

/**
 * @param {Contenu} contenu
 * @param {Champ[]} champs
 * @returns {Contenu} answers to an old code at the code of today; those that differ are all put aside, none is chosen
 */
export function gathered(contenu, champs) {
  return champs.reduce(gatheredField, contenu);
}

/**
 * @param {Contenu} contenu
 * @param {Champ} champ
 * @returns {Contenu}
 */
function gatheredField(contenu, { code, nature, anciens }) {
  const here = [code, ...anciens].filter((one) => contenu.valeurs[one] !== undefined);
  if (here.every((one) => one === code)) return contenu;
  const others = Object.fromEntries(Object.entries(contenu.valeurs).filter(([place]) => !here.includes(place)));
  const found = here.map((place) => ({ place, ...contenu.valeurs[place] }));
  const said = new Set(found.map(({ valeur }) => (nature === "date" ? dayFromText(String(valeur)) : JSON.stringify(valeur))));
  if (said.size > 1) {
    const aside = found.map((one) => /** @type {const} */ ({ ...one, raison: "sans_place" }));
    return { ...contenu, valeurs: others, ecartees: [...contenu.ecartees, ...aside] };
  }
  const [{ place: _, ...first }] = [...found].sort((a, b) => Date.parse(a.le) - Date.parse(b.le));
  return { ...contenu, valeurs: { ...others, [code]: first } };
}
