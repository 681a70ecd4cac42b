/**
 * What somebody is writing to propose it beside: kept in the draft at each input, as answers are, under who writes it and
 * where.  No file holds it: it has been said to nobody yet.  Pure: contents come in, new contents go out.
 * @module
 */

import { own, same, samePerson } from "./writings.mjs";

/** @typedef {import("./writings.mjs").Auteur} Auteur */
/** @typedef {import("./writings.mjs").Contenu} Contenu */
/** @typedef {import("./writings.mjs").Entamee} Entamee */
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
  return withBegun(contenu, left);
}

/**
 * @param {Contenu} contenu
 * @param {Entamee[]} entamees
 * @returns {Contenu} with these begun, and no others
 */
function withBegun({ entamees: _, ...contenu }, entamees) {
  return entamees.length > 0 ? { ...contenu, entamees } : contenu;
}

/**
 * @param {Contenu} contenu
 * @param {(place: string) => string | undefined} voixOf whose word a place of the form is
 * @returns {Contenu} without what was begun at a place that the form has no more, where nobody would find it
 */
export function begunWithin(contenu, voixOf) {
  const { entamees } = contenu;
  return entamees ? withBegun(contenu, entamees.filter(({ place }) => voixOf(place) !== undefined)) : contenu;
}

/**
 * What was begun in the rows of a list that are gone goes with them, and comes back with them.
 * @param {Contenu} contenu
 * @param {string} liste
 * @param {string[]} order ids of its rows, as they stand on screen
 * @param {Entamee[]} left before, with rows that were removed
 * @returns {{contenu: Contenu, left: Entamee[]}}
 */
export function leave(contenu, liste, order, left) {
  const { entamees = [] } = contenu;
  const inside = (/** @type {Entamee} */ { place }) => place.startsWith(`${liste}/`);
  const stands = (/** @type {Entamee} */ { place }) => order.includes(place.split("/")[1]);
  const going = entamees.filter((one) => inside(one) && !stands(one));
  const back = left.filter((one) => inside(one) && stands(one));
  if (going.length + back.length === 0) return { contenu, left };
  const kept = [...entamees.filter((one) => !going.includes(one)), ...back];
  return { contenu: withBegun(contenu, kept), left: [...left.filter((one) => !back.includes(one)), ...going] };
}
