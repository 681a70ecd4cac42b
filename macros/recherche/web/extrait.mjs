// Where, in a page, what is looked for stands: the section that says most of it, and some words around.

import { tokens } from "./mots.mjs";

const LENGTH = 190;
// Shown before the first word found.
const BEFORE = 60;

/**
 * @typedef {import("../indexer.mjs").Section} Section
 * @typedef {[texte: string, trouve: boolean]} Morceau
 * @typedef {{debut: number, fin: number, mots: string[]}} Place
 */

/**
 * @param {string} text
 * @param {Set<string>} found
 * @returns {Place[]} where the words found stand in a text
 */
export function places(text, found) {
  return tokens(text)
    .map(({ debut, fin, mot, parties }) => ({ debut, fin, mots: [mot, ...parties].filter((one) => found.has(one)) }))
    .filter(({ mots }) => mots.length > 0);
}

/** @param {Place[]} places */
const different = (places) => new Set(places.flatMap(({ mots }) => mots)).size;

/**
 * @param {string} text
 * @param {Place[]} marked
 * @param {number} start
 * @param {number} end
 * @returns {Morceau[]}
 */
function pieces(text, marked, start, end) {
  /** @type {Morceau[]} */
  const found = [];
  let at = start;
  for (const { debut, fin } of marked) {
    if (debut < start || fin > end) continue;
    found.push([text.slice(at, debut), false], [text.slice(debut, fin), true]);
    at = fin;
  }
  return [...found, /** @type {Morceau} */ ([text.slice(at, end), false])].filter(([piece]) => piece);
}

/**
 * @param {string} text
 * @param {Set<string>} found
 * @returns {Morceau[]} some words of it, around those found
 */
function around(text, found) {
  const marked = places(text, found);
  const within = (/** @type {Place} */ { debut }) => marked.filter((one) => one.debut >= debut && one.fin <= debut + LENGTH - BEFORE);
  const best = marked.reduce((best, one) => (different(within(one)) > different(within(best)) ? one : best), marked[0] ?? null);
  const from = Math.max(0, (best?.debut ?? 0) - BEFORE);
  const start = from === 0 ? 0 : text.indexOf(" ", from) + 1;
  const cut = text.length > start + LENGTH ? text.lastIndexOf(" ", start + LENGTH) : text.length;
  const end = Math.max(cut, best?.fin ?? 0);
  /** @type {Morceau[]} */
  const before = start > 0 ? [["… ", false]] : [];
  /** @type {Morceau[]} */
  const after = end < text.length ? [[" …", false]] : [];
  return [...before, ...pieces(text, marked, start, end), ...after];
}

/**
 * @param {Section[]} sections of a page, in its order
 * @param {string} name of the page, which stands for the title of its beginning
 * @param {Set<string>} found
 * @returns {{ancre: string, titre: string, morceaux: Morceau[]}} the first of those that hold most of the words found
 */
export function extrait(sections, name, found) {
  const held = sections.map(([ancre, titre, texte]) => different(places(`${titre || (ancre ? "" : name)} ${texte}`, found)));
  const most = Math.max(0, ...held);
  const [ancre, titre, texte] = sections[held.indexOf(most)] ?? ["", "", ""];
  return { ancre, titre, morceaux: around(texte, found) };
}
