// Where, in a page, what is looked for stands: the section that says most of it, and some words around.

import { longueur, separes, tokens, vide } from "./mots.mjs";

const LENGTH = 190;
// Shown before the first word found.
const BEFORE = 60;

/**
 * @typedef {import("../indexer.mjs").Section} Section
 * @typedef {[texte: string, trouve: boolean]} Morceau
 * @typedef {import("./mots.mjs").Token} Token
 * @typedef {{mots: Set<string>, vides: Set<string>}} Trouves what to mark, and the words that the index does not count between
 *   those that are found together
 * @typedef {{debut: number, fin: number, mots: string[]}} Place where words found stand: one, or several that are found together
 */

/**
 * @param {string} text
 * @param {Trouves} trouves
 * @returns {Place[]} where the words found stand in a text
 */
export function places(text, { mots: found, vides }) {
  const said = tokens(text);
  const together = [...found].filter((one) => longueur(one) > 1);
  /** @type {Place[]} */
  const held = [];
  for (let at = 0; at < said.length; at++) {
    const suites = together.map((one) => ({ one, last: ending(said, at, separes(one), vides) })).filter(({ last }) => last >= 0);
    const [longest] = suites.sort((a, b) => b.last - a.last);
    const { debut, fin, mot, parties } = /** @type {Token} */ (said[at]);
    const mots = [mot, ...parties].filter((one) => found.has(one));
    if (longest) {
      held.push({ debut, fin: /** @type {Token} */ (said[longest.last]).fin, mots: [longest.one] });
      at = longest.last;
    } else if (mots.length > 0) {
      held.push({ debut, fin, mots });
    }
  }
  return held;
}

/**
 * @param {Token[]} said
 * @param {number} start
 * @param {string[]} words
 * @param {Set<string>} vides
 * @returns {number} where words that follow each other end, empty ones apart (« compte personnel de formation »), as in the
 *   index; -1 where they do not begin there
 */
function ending(said, start, words, vides) {
  const empty = (/** @type {Token | undefined} */ token) => token !== undefined && vide(token, vides);
  let at = start;
  for (const word of words) {
    if (at > start) while (empty(said[at])) at++;
    if (said[at]?.mot !== word) return -1;
    at++;
  }
  return at - 1;
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
 * @param {Trouves} trouves
 * @returns {Morceau[]} some words of it, around those found
 */
function around(text, trouves) {
  const marked = places(text, trouves);
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
 * @param {Trouves} trouves
 * @returns {{ancre: string, titre: string, morceaux: Morceau[]}} the first of those that hold most of the words found
 */
export function extrait(sections, name, trouves) {
  const held = sections.map(([ancre, titre, texte, questions = ""]) =>
    different(places(`${titre || (ancre ? "" : name)} ${texte} ${questions}`, trouves)),
  );
  const most = Math.max(0, ...held);
  const [ancre, titre, texte] = sections[held.indexOf(most)] ?? ["", "", ""];
  return { ancre, titre, morceaux: around(texte, trouves) };
}
