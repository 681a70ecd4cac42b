/**
 * A question that was asked under several codes is one field: what `forms/plusieurs_mains/anciens.py` does to a file, for a draft
 * that this browser kept from before.
 * @module
 */

import { dayFromText } from "../../questionnaire/web/days.mjs";
import { speaks } from "./writings.mjs";

/** @typedef {import("./writings.mjs").Contenu} Contenu */
/** @typedef {import("./writings.mjs").Ecrit} Ecrit */
/** @typedef {{code: string, nature: string, anciens: string[], voix?: string}} Champ */

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
 * @param {Ecrit} ecrit
 * @param {string | undefined} voix
 * @returns {number} how much a writing says of who answered: of equal answers, that of the voice stays, then a signed one
 */
function rank({ par }, voix) {
  return (voix !== undefined && speaks(voix, par) ? 4 : 0) + (par.role ? 2 : 0) + (par.role && par.nom.trim() ? 1 : 0);
}

/** @param {Ecrit} ecrit @returns {number} its instant; what no calendar has comes before all that has a date */
const at = ({ le }) => Date.parse(le) || 0;

/**
 * @param {Contenu} contenu
 * @param {Champ} champ
 * @returns {Contenu}
 */
function gatheredField(contenu, { code, nature, anciens, voix }) {
  const here = [code, ...anciens].filter((one) => contenu.valeurs[one] !== undefined);
  if (here.every((one) => one === code)) return contenu;
  const others = Object.fromEntries(Object.entries(contenu.valeurs).filter(([place]) => !here.includes(place)));
  const found = here.map((place) => ({ place, ...contenu.valeurs[place] }));
  const said = new Set(found.map(({ valeur }) => (nature === "date" ? dayFromText(String(valeur)) : JSON.stringify(valeur))));
  if (said.size > 1) {
    const aside = found.map((one) => /** @type {const} */ ({ ...one, raison: "sans_place" }));
    return { ...contenu, valeurs: others, ecartees: [...contenu.ecartees, ...aside] };
  }
  const [{ place: _, ...stays }] = [...found].sort((a, b) => rank(b, voix) - rank(a, voix) || at(b) - at(a));
  return { ...contenu, valeurs: { ...others, [code]: stays } };
}
