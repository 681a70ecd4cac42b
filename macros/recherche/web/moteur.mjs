// From the words of a query to pages, the best first.  It knows nothing of the screen, nor of how the index is kept: it
// asks a reader for the lists of the words that it names, which may one day come from many files.

import { classer } from "./classement.mjs";
import { poids } from "./etats.mjs";
import { fold, locution, longueur, tokens, vide } from "./mots.mjs";
import { near } from "./proches.mjs";

// What stands for a word answers less than the word.
const SYNONYM = 0.6;
const FAMILY = 0.5;
const BEGINNING = 0.7;
const SLIP = 0.6;
const SHORTEST_PART = 3;
// A word that is nowhere is looked for among those that it begins, the shortest first.
const BEGINNINGS = 8;
// However its words are held together: « qu’est-ce que », « qu est ce que ».
const WORD = /[\p{L}\p{N}]+/gu;
const GAP = "[^\\p{L}\\p{N}]+";

/**
 * @typedef {import("./mots.mjs").Token} Token
 * @typedef {Map<number, number>} Liste page → how well it answers
 * @typedef {[adresse: string, nom: string, poids: number, de?: number[], fiche?: 1]} Page `de`: the certifications that it is about
 * @typedef {{pages: Page[], etats: import("./etats.mjs").Etats, vides: Set<string>, synonymes: Map<string, string[]>, plusLongue: number, amorces: string[],
 *   definitions: number, famille: (word: string) => string[], vocabulaire: () => Promise<Set<string>>, listes: (words: string[]) => Promise<Map<string, Liste>>}} Lecteur
 * @typedef {{poids: number, mots: string[], famille?: boolean}} Voie one way to answer a word: all of `mots`, or any where they are
 *   of its family
 * @typedef {{reponses: import("./classement.mjs").Reponse[], partie: boolean, trouves: Set<string>}} Resultat `partie`: none has all; `trouves`: words
 *   to mark
 */

/**
 * What is asked of a query, less the words that only ask what it means, before it or after: « c’est quoi le jury ? ».
 * @param {string} text
 * @param {Lecteur} lecteur
 * @returns {{texte: string, definition: boolean}}
 */
function question(text, { amorces }) {
  const folded = fold(text);
  for (const amorce of amorces) {
    const words = (amorce.match(WORD) ?? []).join(GAP);
    const texte = folded.replace(new RegExp(`^(?:${GAP})?${words}(?:${GAP}|$)|(?:^|${GAP})${words}(?:${GAP})?$`, "u"), " ");
    if (texte !== folded) return { texte: tokens(texte).length > 0 ? texte : text, definition: true };
  }
  return { texte: text, definition: false };
}

/**
 * @param {string} text
 * @param {Lecteur} lecteur
 */
function asked(text, { vides }) {
  const all = tokens(text.normalize("NFC"));
  const said = all.filter((token) => !vide(token, vides));
  return said.length > 0 ? said : all;
}

/**
 * @param {string} word that no page has
 * @param {Set<string>} known
 * @param {boolean} unfinished it may be the beginning of another
 * @returns {Voie[]}
 */
function instead(word, known, unfinished) {
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut++) {
    const parts = [word.slice(0, cut), word.slice(cut)];
    if (parts.every((part) => known.has(part))) return [{ poids: 1, mots: parts }];
  }
  if (unfinished) {
    const begun = [...known].filter((other) => other.startsWith(word) && longueur(other) === 1).sort((a, b) => a.length - b.length);
    if (begun.length > 0) return begun.slice(0, BEGINNINGS).map((other) => ({ poids: BEGINNING, mots: [other] }));
  }
  return near(word, known).map((other) => ({ poids: SLIP, mots: [other] }));
}

/**
 * The beginning of a query that is one thing: several words for the synonyms, two that are one for some page, or a word.
 * @param {Token[]} left
 * @param {Lecteur} lecteur
 * @param {Set<string>} known
 * @returns {{voies: Voie[], pris: number}} the ways to answer, and how many words they are for
 */
function group(left, { synonymes, plusLongue, famille }, known) {
  const words = left.map(({ mot }) => mot);
  for (let pris = Math.min(plusLongue, words.length); pris > 1; pris--) {
    const together = locution(words.slice(0, pris));
    const also = synonymes.get(together);
    if (!also) continue;
    const voies = [...all([together], known), ...instances(also, known)];
    // Pages that have them here and there are about something else, as long as others have them together or say it better.
    return { voies: voies.length > 0 ? voies : all(words.slice(0, pris), known), pris };
  }
  const [first, next] = left;
  if (!first) return { voies: [], pris: 1 };
  const kin = famille(first.mot);
  const glued = next && first.parties.length + next.parties.length === 0 ? first.mot + next.mot : "";
  const also = instances([first.mot, ...kin].flatMap((word) => synonymes.get(word) ?? []), known);
  if (next && known.has(glued)) return { voies: [...all([glued], known), ...all([first.mot, next.mot], known), ...also], pris: 2 };
  const family = kin.length > 0 ? [{ poids: FAMILY, mots: kin, famille: true }] : [];
  const parts = first.parties.length > 0 ? all(first.parties, known) : [];
  return { voies: [...all([first.mot], known), ...parts, ...also, ...family], pris: 1 };
}

/** @param {string[]} mots @param {Set<string>} known @returns {Voie[]} the way that asks for all of them, where each is somewhere */
const all = (mots, known) => (mots.every((one) => known.has(one)) ? [{ poids: 1, mots }] : []);

/** @param {string[]} synonyms @param {Set<string>} known @returns {Voie[]} */
const instances = (synonyms, known) => synonyms.filter((one) => known.has(one)).map((one) => ({ poids: SYNONYM, mots: [one] }));

/**
 * @param {string} text
 * @param {Lecteur} lecteur
 * @returns {Promise<Voie[][]>} each word of a query with the ways to answer it
 */
async function ways(text, lecteur) {
  const known = await lecteur.vocabulaire();
  const said = asked(text, lecteur);
  /** @type {Voie[][]} */
  const found = [];
  let left = said;
  while (left[0]) {
    const { voies, pris } = group(left, lecteur, known);
    const last = left.length === pris && !/\s$/.test(text);
    found.push(voies.length > 0 ? voies : instead(left[0].mot, known, last));
    left = left.slice(pris);
  }
  return found;
}

/**
 * @param {string} text as typed
 * @param {Lecteur} lecteur
 * @param {string} day of the reader, YYYY-MM-DD: what one can still begin comes before what is closed
 * @returns {Promise<Resultat>} pages that have every word; where none has, those that have some
 */
export async function chercher(text, lecteur, day) {
  const { texte, definition } = question(text, lecteur);
  const groups = await ways(texte, lecteur);
  const trouves = new Set(groups.flat().flatMap(({ mots }) => mots));
  const listes = await lecteur.listes([...trouves]);
  const weights = lecteur.pages.map((page) => poids(page, lecteur.etats, day));
  // Who asks what a word means has its definition first.
  return { ...classer(groups, listes, weights, definition ? lecteur.definitions : -1), trouves };
}
