// Words a slip away: a letter missing, added or changed, two swapped.

import { longueur } from "./mots.mjs";

// A short word has too many neighbours, a long one may hold two slips; a number has none: another one is another thing.
const SHORTEST = 5;
const LONG = 9;

/**
 * @param {string} a
 * @param {string} b
 * @param {number} most
 * @returns {number} slips between two words (optimal string alignment), or more than `most`
 */
function slips(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  /** @type {number[]} */
  let older = [];
  let before = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = a[row - 1] === b[column - 1] ? 0 : 1;
      let least = Math.min(at(before, column) + 1, at(line, column - 1) + 1, at(before, column - 1) + changed);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) least = Math.min(least, at(older, column - 2) + 1);
      line.push(least);
    }
    if (Math.min(...line) > most) return most + 1;
    [older, before] = [before, line];
  }
  return at(before, b.length);
}

/** @param {number[]} line @param {number} place */
const at = (line, place) => line[place] ?? Infinity;

/**
 * @param {string} word
 * @param {Iterable<string>} known
 * @returns {string[]} the nearest of those known; none for a short word, nor for a number
 */
export function near(word, known) {
  if (word.length < SHORTEST || /\d/.test(word)) return [];
  let most = word.length < LONG ? 1 : 2;
  /** @type {string[]} */
  let found = [];
  for (const other of known) {
    if (/\d/.test(other) || longueur(other) > 1) continue;
    const count = slips(word, other, most);
    if (count > most) continue;
    found = count < most ? [other] : [...found, other];
    most = count;
  }
  return found;
}
