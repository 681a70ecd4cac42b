/**
 * Contents with what a file of another certification brings: values in, values out.
 * @module
 */

/** @typedef {import("./statements.mjs").Contenu} Contenu */
/** @typedef {import("./answers.mjs").Reponses} Reponses */
/** @typedef {"enonce" | "competence"} Genre */
/** @typedef {{code: string, genre: Genre, intitule: string, libelle: string, raison: string}} Verse */
/**
 * @typedef {{code: string, genre: Genre, intitule: string, valeur: string | null, libelle: string, note: string,
 *   actuelle: string | null, libelle_actuel: string, raisons: string[]}} Proposition
 */
/** @typedef {{code: string, intitule: string, raison: string}} Nouvelle */
/**
 * @typedef {{certification: string, intitule: string, reponses: Reponses, premier_tour: Reponses, verses: Verse[],
 *   propositions: Proposition[], nouvelles: Nouvelle[], avis: string, reste: string}} Transport
 */

/**
 * @param {Contenu} contenu
 * @param {Transport} transport
 * @returns {Contenu} with what was poured, at places that were empty; the rest is the same, to the letter
 */
export function poured(contenu, { verses, reponses, premier_tour: first }) {
  const next = { ...contenu, reponses: { ...contenu.reponses }, premier_tour: { ...contenu.premier_tour } };
  for (const { code, genre } of verses) {
    const [target, source] = genre === "enonce" ? [next.reponses, reponses] : [next.premier_tour, first];
    target[code] ??= source[code];
  }
  return next;
}

/**
 * @param {Contenu} contenu
 * @param {Proposition[]} some
 * @returns {{contenu: Contenu, late: Proposition[]}} with their answers; those whose place has changed since are left: what
 *   was answered meanwhile stands.  The same contents where none is taken
 */
export function taken(contenu, some) {
  const next = { ...contenu, reponses: { ...contenu.reponses }, premier_tour: { ...contenu.premier_tour } };
  const late = [];
  for (const one of some) {
    const target = one.genre === "enonce" ? next.reponses : next.premier_tour;
    const standing = target[one.code];
    if (one.valeur === null || (standing?.valeur ?? null) !== one.actuelle) late.push(one);
    else if (one.genre === "enonce") {
      const note = standing?.note || one.note;
      target[one.code] = { ...standing, valeur: one.valeur, ...(note ? { note } : {}) };
    } else target[one.code] = { valeur: one.valeur };
  }
  return { contenu: late.length === some.length ? contenu : next, late };
}

/** @param {Contenu} contenu @returns {(string | undefined)[][]} each answer, whatever the order in which they were given */
const answersOf = ({ reponses, premier_tour: first = {} }) =>
  [reponses, first].flatMap((some, rank) => Object.entries(some).map(([code, { valeur, note }]) => [`${rank}`, code, valeur, note || undefined]));

/**
 * @param {Contenu} one
 * @param {Contenu} other
 * @returns {boolean} whether they hold the same answers; which pass one looks at, or which route one wishes, is no answer
 */
export const sameAnswers = (one, other) => JSON.stringify(answersOf(one).sort()) === JSON.stringify(answersOf(other).sort());

/**
 * @param {Contenu} contenu
 * @param {Contenu} before
 * @returns {Contenu} with the answers of before; all the rest as it is now
 */
export const withAnswersOf = (contenu, { reponses, premier_tour: first = {} }) => ({ ...contenu, reponses, premier_tour: first });
