// Words of one family: « composer », « composition » ; « former », « formation », « formateur ».  The index keeps words as
// mots.mjs writes them; which of them are of the family of one that is asked is decided here, when it is asked.

import { longueur } from "./mots.mjs";

// What ends a word of a family, as mots.mjs leaves it: no final e, no plural, no feminine; the longest first.
const ENDINGS = [
  ..."issement issant ication ateur ation ition atric atif ement ateur".split(" "),
  ..."ment iteur teur eur ion abl ibl ant ent anc enc er ir ez ag if".split(" "),
].sort((a, b) => b.length - a.length);
// Fewer letters than that are no root: « page » and « pagaie », « client » and « clic ».
const ROOT = 4;

/**
 * @param {string} word as mots.mjs writes it
 * @returns {string} what it shares with the words of its family
 */
export function racine(word) {
  if (/\d/.test(word) || longueur(word) > 1) return word;
  const ending = ENDINGS.find((end) => word.endsWith(end) && word.length - end.length >= ROOT);
  const root = ending ? word.slice(0, -ending.length) : word;
  // « travailler », « travail » ; « vendre », « vendeur » ; « certifier », « certification ».
  return root.replace(/([lnt])\1$/, "$1").replace(/dr$/, "d").replace(/ifi$/, "if");
}

/**
 * @param {Iterable<string>} words
 * @param {Map<string, string>} irregulieres word → one of its family, where no rule says that it is
 * @returns {(word: string) => string[]} those of the family of a word, but itself
 */
export function familles(words, irregulieres) {
  const root = (/** @type {string} */ word) => racine(irregulieres.get(word) ?? word);
  /** @type {Map<string, string[]>} */
  const held = new Map();
  for (const word of words) {
    const found = held.get(root(word));
    if (found) found.push(word);
    else held.set(root(word), [word]);
  }
  return (word) => (held.get(root(word)) ?? []).filter((other) => other !== word);
}
