// Words of one family: « composer », « composition » ; « former », « formation », « formateur ».  The index keeps words as
// mots.mjs writes them; which of them are of the family of one that is asked is decided here, when it is asked.

import { longueur } from "./mots.mjs";

// What ends a word of a family, as mots.mjs leaves it: no final e, no plural, no feminine.  The longest that leaves a root
// of four letters: with fewer, « page » would be of the family of « pagaie ».
const ENDED =
  /^(.{4,}?)(?:issement|issant|ication|ateur|ation|ition|atif|i?teur|e?ment|eur|ion|[ai]bl|[ae]n[tc]|er|ir|ez|ag|if)$/;

/**
 * @param {string} word as mots.mjs writes it
 * @returns {string} what it shares with the words of its family
 */
export function racine(word) {
  if (/\d/.test(word) || longueur(word) > 1) return word;
  const root = ENDED.exec(word)?.[1] ?? word;
  // « travailler », « travail » ; « vendre », « vendeur » ; « certifier », « certification ».
  return root.replace(/([lnt])\1$/, "$1").replace(/dr$/, "d").replace(/ifi$/, "if");
}

// What all the words of a family begin with, but the irregular ones: enough to look at few of them.
const BEGUN = 3;

/**
 * @param {Set<string>} words
 * @param {Map<string, string>} irregulieres word → one of its family, where no rule says that it is
 * @returns {(word: string) => string[]} those of the family of a word, but itself
 */
export function familles(words, irregulieres) {
  const root = (/** @type {string} */ word) => racine(irregulieres.get(word) ?? word);
  const apart = [...irregulieres.keys()].filter((word) => words.has(word));
  return (word) => {
    const asked = root(word);
    const begun = [...words].filter((other) => other.startsWith(asked.slice(0, BEGUN)));
    return [...new Set([...begun, ...apart])].filter((other) => other !== word && root(other) === asked);
  };
}
