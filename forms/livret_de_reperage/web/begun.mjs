/**
 * What somebody is writing to propose it beside: kept in the draft at each input, as answers are, under who writes it and
 * where.  No file holds it: it has been said to nobody yet.  Pure: contents come in, new contents go out.
 * @module
 */

import { own, same, samePerson } from "./writings.mjs";

/** @typedef {import("./writings.mjs").Auteur} Auteur */
/** @typedef {import("./writings.mjs").Contenu} Contenu */
/** @typedef {import("../../questionnaire/web/fields.mjs").Raw} Raw */

/**
 * @param {Contenu} contenu
 * @param {string} place
 * @returns {Raw | undefined} what who writes now had begun there, or had proposed: their own, and nobody else's
 */
export function begunAt({ entamees = [], ecartees, qui }, place) {
  const begun = entamees.find((one) => one.place === place && samePerson(one.par, qui));
  return (begun ?? ecartees.findLast((one) => own(one, place, qui)))?.valeur;
}

/**
 * @param {Contenu} contenu
 * @param {string} place
 * @param {Raw | undefined} raw nothing, or what is proposed already: nothing is begun any more
 * @param {Auteur} par who writes it
 * @returns {Contenu}
 */
export function begin({ entamees = [], ...contenu }, place, raw, par) {
  const others = entamees.filter((one) => one.place !== place || !samePerson(one.par, par));
  const said = contenu.ecartees.findLast((one) => own(one, place, par))?.valeur;
  const left = raw === undefined || same(raw, said) ? others : [...others, { place, valeur: raw, par }];
  return left.length > 0 ? { ...contenu, entamees: left } : contenu;
}
