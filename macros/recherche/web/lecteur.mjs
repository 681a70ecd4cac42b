// The index, as the engine asks for it.  It is one file today; where lists come from many, only this module changes.

import { AUCUN } from "./etats.mjs";
import { familles } from "./familles.mjs";

/** @typedef {import("./moteur.mjs").Lecteur} Lecteur */
/** @typedef {import("./moteur.mjs").Liste} Liste */
/** @typedef {[nom: string, objet: string, adresse: string]} Ailleurs where else one may ask */
/**
 * @typedef {{pages: import("./moteur.mjs").Page[], etats?: import("./etats.mjs").Etats, mots: Record<string, string>, vides: string[],
 *   synonymes: Record<string, string[]>, familles: Record<string, string>, plusLongue: number, amorces: string[], definitions: number}} Index
 */

// How well a page answers for a word is written as a letter: each says a quarter more than the one before (as a power).
const STEP = 0.25;
const MIDDLE = 13;
const A = 65;
const BASE = 36;
const ENTRY = /([0-9a-z]+)([A-Z])/g;

/**
 * @param {number} said how well a page answers for a word
 * @returns {string} a letter
 */
const lettre = (said) =>
  String.fromCharCode(A + Math.max(0, Math.min(25, Math.round(MIDDLE + Math.log(said) / STEP))));

/**
 * @param {Map<number, number>} pages in their order → how well each answers
 * @returns {string} pages left since the one before, in base 36, then a letter
 */
export function ecrite(pages) {
  let before = -1;
  let text = "";
  for (const [page, said] of pages) {
    text += (page - before - 1).toString(BASE) + lettre(said);
    before = page;
  }
  return text;
}

/** @param {string} text @returns {Liste} */
function lue(text) {
  /** @type {Liste} */
  const list = new Map();
  let page = -1;
  for (const [, gap = "", letter = ""] of text.matchAll(ENTRY)) {
    page += parseInt(gap, BASE) + 1;
    list.set(page, Math.exp(STEP * (letter.charCodeAt(0) - A - MIDDLE)));
  }
  return list;
}

/** @param {Index} index @returns {Lecteur} */
export function lecteur({ pages, etats = AUCUN, mots, vides, synonymes, familles: irregulieres, plusLongue, amorces, definitions }) {
  const vocabulaire = new Set(Object.keys(mots));
  const kept = new Map(Object.entries(synonymes));
  return {
    pages,
    etats,
    vides: new Set(vides),
    synonymes: kept,
    plusLongue,
    amorces,
    definitions,
    famille: familles(vocabulaire, new Map(Object.entries(irregulieres))),
    vocabulaire: async () => vocabulaire,
    listes: async (words) => {
      const known = words.filter((word) => vocabulaire.has(word));
      return new Map(known.map((word) => [word, lue(mots[word] ?? "")]));
    },
  };
}
