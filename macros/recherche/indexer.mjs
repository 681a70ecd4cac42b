// Makes the index of documents: each word once, with the pages that have it and how well each answers for it.  That is
// the sum, over the fields of the page, of what the field weighs, by what BM25 makes of the word said n times there.

import { ecrite } from "./web/lecteur.mjs";
import { fold, locution, longueur, separes, stem, tokens, vide } from "./web/mots.mjs";

// BM25's own two: beyond a few times, a word said again adds little; a long field says each of its words less.
const SATURATION = 1.2;
const LENGTH = 0.6;

/**
 * @typedef {{poids: number, texte?: string, liste?: string[]}} Champ a text, or a list of names
 * @typedef {[ancre: string, titre: string, texte: string, questions?: string]} Section `questions`: what it answers, in people’s words
 * @typedef {{adresse: string, nom: string, poids: number, de?: number[], fiche?: boolean, champs: Record<string, Champ>, sections: Section[]}} Document
 * @typedef {{mots_vides: string[], definitions: {amorces: string[], page: string},
 *   familles: {mots: string[]}[], synonymes: {mots: string[], aussi: string[]}[]}} Vocabulaire
 */

/** @typedef {{locutions: Set<string>, plusLongue: number, vides: Set<string>}} Suites words that are looked for as they follow each other */

/** @param {string} text @param {Set<string>} vides @returns {string[]} its words that say something, in their order */
const pleins = (text, vides) => tokens(text).filter((token) => !vide(token, vides)).map(({ mot }) => mot);

/** @param {string} text @returns {string[]} the words under which a text is found */
const words = (text) => tokens(text).flatMap(({ mot, parties }) => [...new Set([mot, ...parties])]);

/**
 * @param {string} text
 * @param {Suites} suites
 * @returns {string[]} those that a text says, as many times as it does
 */
function together(text, { locutions, plusLongue, vides }) {
  const said = pleins(text, vides);
  return said.flatMap((_, start) => {
    const begun = Array.from({ length: plusLongue - 1 }, (_, more) => locution(said.slice(start, start + more + 2)));
    return [...new Set(begun)].filter((one) => locutions.has(one));
  });
}

/**
 * @param {Champ} champ
 * @param {Suites} suites
 * @returns {{length: number, times: Map<string, number>}} word → times.  In a list of names, a word that is a whole name is
 *   said once, one of three that are a name a third: « Téléconseiller » is a name, « Téléconseiller en assurances » another.
 */
function counted({ texte, liste }, suites) {
  /** @type {Map<string, number>} */
  const times = new Map();
  let length = 0;
  for (const entry of liste ?? [texte ?? ""]) {
    const said = words(entry);
    const share = liste ? 1 / new Set(said).size : 1;
    for (const word of liste ? new Set(said) : said) times.set(word, (times.get(word) ?? 0) + share);
    for (const one of together(entry, suites)) times.set(one, (times.get(one) ?? 0) + share * separes(one).length);
    length += liste ? 1 : said.length;
  }
  return { length, times };
}

/**
 * @param {Document[]} documents
 * @param {Suites} suites
 * @returns {{length: number, poids: number, times: Map<string, number>}[][]} the fields of each; their length is 1 in the mean
 */
function fields(documents, suites) {
  /** @type {Map<string, {pages: number, words: number}>} */
  const lengths = new Map();
  const all = documents.map(({ champs }) =>
    Object.entries(champs).map(([name, champ]) => {
      const { length, times } = counted(champ, suites);
      const before = lengths.get(name) ?? { pages: 0, words: 0 };
      if (length > 0) lengths.set(name, { pages: before.pages + 1, words: before.words + length });
      return { name, length, poids: champ.poids, times };
    }),
  );
  const mean = (/** @type {string} */ name) => (lengths.get(name)?.words ?? 1) / (lengths.get(name)?.pages ?? 1);
  return all.map((page) => page.map(({ name, length, ...field }) => ({ ...field, length: length / mean(name) })));
}

/**
 * @param {Document[]} documents
 * @param {Suites} suites
 * @returns {Record<string, string>} word → its list (lecteur.mjs), in the order of words
 */
function lists(documents, suites) {
  /** @type {Map<string, Map<number, number>>} */
  const found = new Map();
  fields(documents, suites).forEach((page, number) => {
    for (const { length, poids, times } of page) {
      const long = SATURATION * (1 - LENGTH + LENGTH * length);
      for (const [word, said] of times) {
        if (suites.vides.has(word)) continue;
        const pages = found.get(word) ?? new Map();
        found.set(word, pages.set(number, (pages.get(number) ?? 0) + (poids * said) / (long + said)));
      }
    }
  });
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([word, pages]) => [word, ecrite(pages)]));
}

/** @param {Document} document @returns {import("./web/moteur.mjs").Page} what the list of results needs of it, as short as it is */
function listed({ adresse, nom, poids, de = [], fiche = false }) {
  if (fiche) return [adresse, nom, poids, de, 1];
  return de.length > 0 ? [adresse, nom, poids, de] : [adresse, nom, poids];
}

/**
 * @param {Document[]} documents
 * @param {Vocabulaire} vocabulaire
 * @returns {import("./web/lecteur.mjs").Index}
 */
export function index(documents, { mots_vides: vides, definitions, familles, synonymes }) {
  const empty = new Set(vides.map((word) => stem(fold(word))));
  /** @param {string} word */
  const one = (word) => stem(fold(word));
  /** @param {string} text */
  const phrase = (text) => locution(pleins(text, empty));
  /** @type {Map<string, string[]>} */
  const also = new Map();
  for (const { mots, aussi } of synonymes) {
    for (const word of mots.map(phrase)) also.set(word, [...new Set([...(also.get(word) ?? []), ...aussi.map(phrase)])]);
  }
  const longues = [...also].flat(2).map((words) => ({ words, longueur: longueur(words) })).filter(({ longueur }) => longueur > 1);
  const suites = {
    locutions: new Set(longues.map(({ words }) => words)),
    plusLongue: Math.max(1, ...longues.map(({ longueur }) => longueur)),
    vides: empty,
  };
  return {
    pages: documents.map(listed),
    mots: lists(documents, suites),
    vides: [...empty].sort(),
    synonymes: Object.fromEntries(also),
    familles: Object.fromEntries(familles.flatMap(({ mots }) => mots.map((word) => [one(word), one(mots[0] ?? "")]))),
    plusLongue: suites.plusLongue,
    amorces: definitions.amorces.map(fold),
    definitions: documents.findIndex(({ adresse }) => adresse === definitions.page),
  };
}
