// Makes the index of documents: each word once, with the pages that have it and how well each answers for it.  That is
// the sum, over the fields of the page, of what the field weighs, by what BM25 makes of the word said n times there.

import { ecrite } from "./web/lecteur.mjs";
import { fold, stem, tokens } from "./web/mots.mjs";

// BM25's own two: beyond a few times, a word said again adds little; a long field says each of its words less.
const SATURATION = 1.2;
const LENGTH = 0.6;

/**
 * @typedef {{poids: number, texte: string}} Champ
 * @typedef {[ancre: string, titre: string, texte: string]} Section
 * @typedef {{adresse: string, nom: string, poids: number, champs: Record<string, Champ>, sections: Section[]}} Document
 * @typedef {{mots_vides: string[], definitions: {amorces: string[], page: string},
 *   synonymes: {mots: string[], aussi: string[]}[]}} Vocabulaire
 */

/** @param {string} text @returns {string[]} the words under which a text is found */
const words = (text) => tokens(text).flatMap(({ mot, parties }) => [...new Set([mot, ...parties])]);

/** @param {string[]} said @returns {Map<string, number>} word → times */
function counted(said) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const word of said) found.set(word, (found.get(word) ?? 0) + 1);
  return found;
}

/**
 * @param {Document[]} documents
 * @returns {{length: number, poids: number, times: Map<string, number>}[][]} the fields of each; their length is 1 in the mean
 */
function fields(documents) {
  /** @type {Map<string, {pages: number, words: number}>} */
  const lengths = new Map();
  const all = documents.map(({ champs }) =>
    Object.entries(champs).map(([name, { poids, texte }]) => {
      const said = words(texte);
      const before = lengths.get(name) ?? { pages: 0, words: 0 };
      if (said.length > 0) lengths.set(name, { pages: before.pages + 1, words: before.words + said.length });
      return { name, length: said.length, poids, times: counted(said) };
    }),
  );
  const mean = (/** @type {string} */ name) => (lengths.get(name)?.words ?? 1) / (lengths.get(name)?.pages ?? 1);
  return all.map((page) => page.map(({ name, length, ...field }) => ({ ...field, length: length / mean(name) })));
}

/**
 * @param {Document[]} documents
 * @param {Set<string>} empty words that lead nowhere
 * @returns {Record<string, string>} word → its list (lecteur.mjs), in the order of words
 */
function lists(documents, empty) {
  /** @type {Map<string, Map<number, number>>} */
  const found = new Map();
  fields(documents).forEach((page, number) => {
    for (const { length, poids, times } of page) {
      const long = SATURATION * (1 - LENGTH + LENGTH * length);
      for (const [word, said] of times) {
        if (empty.has(word)) continue;
        const pages = found.get(word) ?? new Map();
        found.set(word, pages.set(number, (pages.get(number) ?? 0) + (poids * said) / (long + said)));
      }
    }
  });
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([word, pages]) => [word, ecrite(pages)]));
}

/**
 * @param {Document[]} documents
 * @param {Vocabulaire} vocabulaire
 * @returns {import("./web/lecteur.mjs").Index}
 */
export function index(documents, { mots_vides: vides, definitions, synonymes }) {
  const empty = new Set(vides.map((word) => stem(fold(word))));
  /** @param {string} text */
  const phrase = (text) => tokens(text).map(({ mot }) => mot).filter((mot) => !empty.has(mot)).join(" ");
  /** @type {Map<string, string[]>} */
  const also = new Map();
  for (const { mots, aussi } of synonymes) {
    for (const word of mots.map(phrase)) also.set(word, [...new Set([...(also.get(word) ?? []), ...aussi.map(phrase)])]);
  }
  return {
    pages: documents.map(({ adresse, nom, poids }) => [adresse, nom, poids]),
    mots: lists(documents, empty),
    vides: [...empty].sort(),
    synonymes: Object.fromEntries(also),
    amorces: definitions.amorces.map(fold),
    definitions: documents.findIndex(({ adresse }) => adresse === definitions.page),
  };
}
