/**
 * What was proposed in a row goes with the row, and comes back with it.  Pure: contents come in, new contents go out.
 * @module
 */

import { mine, same } from "./writings.mjs";

/** @typedef {import("./writings.mjs").Contenu} Contenu */
/** @typedef {import("./writings.mjs").Ecarte} Ecarte */

/**
 * @param {Ecarte} one
 * @param {Ecarte} other
 */
const alike = (one, other) => one.place === other.place && one.le === other.le && same(one.valeur, other.valeur);

/**
 * Refuses what was proposed in the rows of a list that are gone: those words stay beside as erased, one's own go, and no
 * reload brings the row back for them.  What was refused with a row is proposed again where the row comes back.
 * @param {Contenu} contenu
 * @param {string} liste
 * @param {string[]} order ids of its rows, as they stand on screen
 * @param {Ecarte[]} refused before, with rows that were removed
 * @returns {{contenu: Contenu, refused: Ecarte[]}}
 */
export function refuse(contenu, liste, order, refused) {
  const { ecartees, qui } = contenu;
  const inside = (/** @type {Ecarte} */ { place }) => place.startsWith(`${liste}/`);
  const stands = (/** @type {Ecarte} */ { place }) => order.includes(place.split("/")[1]);
  const going = ecartees.filter((one) => one.raison === "proposee" && inside(one) && !stands(one));
  const back = refused.filter((one) => inside(one) && stands(one));
  if (going.length + back.length === 0) return { contenu, refused };
  const erased = back.map((one) => ecartees.find((other) => other.raison === "reecrit" && alike(one, other)));
  const kept = ecartees.filter((one) => !erased.includes(one)).flatMap((one) => {
    if (!going.includes(one)) return [one];
    return mine(one, qui) ? [] : [/** @type {Ecarte} */ ({ ...one, raison: "reecrit" })];
  });
  return {
    contenu: { ...contenu, ecartees: [...kept, ...back] },
    refused: [...refused.filter((one) => !back.includes(one)), ...going],
  };
}
