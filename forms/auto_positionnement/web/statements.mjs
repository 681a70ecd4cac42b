/**
 * What the file of an auto-positionnement holds: answers, each with the statement that it answers, and the scale shown.
 * @module
 */

/** @typedef {import("./answers.mjs").Reponses} Reponses */
/**
 * What a draft holds.  Those of before there was a first pass have the first two only; `vue` is which pass one chose to
 * see, and goes to no file.
 * @typedef {{reponses: Reponses, reponses_ecartees: Reponses, premier_tour?: Reponses, premier_tour_ecarte?: Reponses,
 *   voie_souhaitee?: string, vue?: "premier" | "tous"}} Contenu
 */
/** @typedef {{code: string, enonce_candidat?: string, items: {code: string, enonce: string}[], groupes: Groupe[]}} Groupe */
/** @typedef {{groupes: Groupe[], echelle: {code: string, libelle: string, effet: string}[], premier_tour?: object[]}} Formulaire */

/**
 * @param {Groupe[]} groupes
 * @returns {Map<string, string>} code of each item, and of each competence that has a question of its own → its words
 */
function statements(groupes) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const groupe of groupes) {
    if (groupe.enonce_candidat) found.set(groupe.code, groupe.enonce_candidat);
    for (const item of groupe.items) found.set(item.code, item.enonce);
    for (const [code, enonce] of statements(groupe.groupes)) found.set(code, enonce);
  }
  return found;
}

/**
 * @param {Groupe[]} groupes
 * @returns {[string, string[]][]} code of each group that has statements of its own → theirs
 */
function own(groupes) {
  return groupes.flatMap(({ code, items, groupes: inner }) => [
    .../** @type {[string, string[]][]} */ (items.length > 0 ? [[code, items.map((item) => item.code)]] : []),
    ...own(inner),
  ]);
}

/**
 * @param {Formulaire} formulaire
 * @returns what a result names: the words of each statement, and the statements of each competence
 */
export const described = ({ groupes }) => ({ enonces: statements(groupes), competences: new Map(own(groupes)) });

/**
 * @param {Formulaire} formulaire what was on screen: its wording and its scale go with the answers
 * @param {Contenu} contenu
 */
export function exportedAnswers(formulaire, contenu) {
  const enonces = statements(formulaire.groupes);
  /** @param {Reponses} reponses */
  const worded = (reponses) => Object.fromEntries(Object.entries(reponses).map(([code, reponse]) => [code, { ...reponse, enonce: enonces.get(code) }]));
  const { reponses_ecartees: aside, premier_tour: first = {}, premier_tour_ecarte: firstAside = {}, voie_souhaitee: route } = contenu;
  return {
    echelle: formulaire.echelle.map(({ code, libelle, effet }) => ({ code, libelle, effet })),
    reponses: worded(contenu.reponses),
    ...(Object.keys(aside).length > 0 ? { reponses_ecartees: aside } : {}),
    ...(Object.keys(first).length > 0 ? { premier_tour: worded(first) } : {}),
    ...(Object.keys(firstAside).length > 0 ? { premier_tour_ecarte: firstAside } : {}),
    ...(route ? { voie_souhaitee: route } : {}),
  };
}
