// Which pages answer the words of a query, the best first.

/**
 * @typedef {import("./moteur.mjs").Liste} Liste
 * @typedef {import("./moteur.mjs").Voie} Voie
 * @typedef {{page: number, note: number, mots: number}} Reponse `mots`: how many of those asked the page has
 */

/** @param {number} pages that have a word @param {number} count all of them @returns {number} what finding it says */
const rare = (pages, count) => Math.log(1 + (count - pages + 0.5) / (pages + 0.5));

/**
 * @param {Voie} voie
 * @param {Map<string, Liste>} listes
 * @param {number} count
 * @returns {Liste} the pages that answer by one way
 */
function by({ poids, mots, famille }, listes, count) {
  const lists = mots.map((mot) => listes.get(mot) ?? new Map());
  const pages = [...new Set(lists.flatMap((list) => [...list.keys()]))];
  if (famille) {
    // One word or another of a family: how rare each of them is says nothing.
    const note = (/** @type {number} */ page) => poids * rare(pages.length, count) * Math.max(...lists.map((list) => list.get(page) ?? 0));
    return new Map(pages.map((page) => [page, note(page)]));
  }
  const note = (/** @type {number} */ page) => poids * lists.reduce((sum, list) => sum + rare(list.size, count) * (list.get(page) ?? 0), 0);
  return new Map(pages.filter((page) => lists.every((list) => list.has(page))).map((page) => [page, note(page)]));
}

/**
 * @param {Voie[]} voies
 * @param {Map<string, Liste>} listes
 * @param {number} count
 * @returns {Liste} the pages that answer for a word, each by its best way
 */
function answering(voies, listes, count) {
  /** @type {Liste} */
  const best = new Map();
  for (const [page, note] of voies.flatMap((voie) => [...by(voie, listes, count)])) best.set(page, Math.max(note, best.get(page) ?? 0));
  return best;
}

/**
 * @param {Voie[][]} groups each word of a query with the ways to answer it
 * @param {Map<string, Liste>} listes
 * @param {number[]} poids of each page
 * @param {number} definitions the page that must be first where it has as many words as any, or -1
 * @returns {{reponses: Reponse[], partie: boolean}} `partie`: no page has every word.  Where some have, those that lack one
 *   are there only if they say the others better than the best of these: « travailler en entrepôt », « entrepôt » on each line.
 */
export function classer(groups, listes, poids, definitions) {
  const count = poids.length;
  const answered = groups.map((voies) => answering(voies, listes, count));
  const worth = answered.map((pages) => (pages.size > 0 ? rare(pages.size, count) : 0));
  const whole = worth.reduce((sum, one) => sum + one, 0);
  const pages = [...new Set(answered.flatMap((list) => [...list.keys()]))];
  const reponses = pages.map((page) => {
    const had = answered.map((list) => list.has(page));
    // What a page lacks takes from what it has, the rarer the more.
    const share = worth.reduce((sum, one, word) => sum + (had[word] ? one : 0), 0) / whole;
    const sum = answered.reduce((sum, list) => sum + (list.get(page) ?? 0), 0);
    return { page, note: sum * share * (poids[page] ?? 1), mots: had.filter(Boolean).length };
  });
  const most = Math.max(0, ...reponses.map(({ mots }) => mots));
  const complete = reponses.filter(({ mots }) => mots === groups.length);
  const least = Math.max(0, ...complete.map(({ note }) => note));
  const first = (/** @type {Reponse} */ { page, mots }) => page === definitions && mots === most;
  const kept = reponses.filter(({ mots, note }) => mots === groups.length || note > least);
  return {
    reponses: kept.sort((a, b) => Number(first(b)) - Number(first(a)) || b.note - a.note || a.page - b.page),
    partie: complete.length === 0,
  };
}
