/**
 * Where one is in a form: the first question without an answer, of the pass in which one was.
 * @module
 */

/** @typedef {import("./statements.mjs").Contenu} Contenu */
/** @typedef {import("./statements.mjs").Groupe} Groupe */
/** @typedef {import("./statements.mjs").Formulaire} Formulaire */

/**
 * @param {Groupe[]} groupes
 * @returns {Groupe[]} those that have items of their own, in reading order
 */
function competences(groupes) {
  return groupes.flatMap((groupe) => [...(groupe.items.length > 0 ? [groupe] : []), ...competences(groupe.groupes)]);
}

/** @param {Record<string, {valeur?: string}>} reponses */
const some = (reponses) => Object.values(reponses).some(({ valeur }) => valeur !== undefined);

/**
 * @param {Contenu} contenu
 * @returns {boolean} whether every statement is shown: as one chose, else where no question of a first pass was answered
 */
export function isWhole({ vue, reponses, premier_tour: premierTour = {} }) {
  return vue ? vue === "tous" : some(reponses) && !some(premierTour);
}

/**
 * @param {Formulaire} formulaire
 * @param {Contenu} contenu
 * @returns {{question: number, sur: number} | null} nothing where all is answered
 */
export function firstOpen({ groupes, premier_tour: valeurs }, contenu) {
  const whole = !valeurs || isWhole(contenu);
  const asked = competences(groupes).flatMap(({ code, items }) => (whole ? items.map((item) => item.code) : [code]));
  const answers = whole ? contenu.reponses : (contenu.premier_tour ?? {});
  const rank = asked.findIndex((code) => answers[code]?.valeur === undefined);
  return rank < 0 ? null : { question: rank + 1, sur: asked.length };
}
