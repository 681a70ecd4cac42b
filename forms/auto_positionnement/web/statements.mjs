/**
 * What the file of an auto-positionnement holds: answers, each with the statement that it answers, and the scale shown.
 * @module
 */

/** @typedef {import("./answers.mjs").Reponses} Reponses */
/** @typedef {{reponses: Reponses, reponses_ecartees: Reponses, premier_tour?: Reponses, voie_souhaitee?: string}} Contenu */
/** @typedef {{code: string, items: {code: string, enonce: string}[], groupes: Groupe[]}} Groupe */
/** @typedef {{groupes: Groupe[], echelle: {code: string, libelle: string, effet: string}[]}} Formulaire */

/**
 * @param {Groupe[]} groupes
 * @returns {Map<string, string>} code of each item → its statement
 */
function statements(groupes) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const groupe of groupes) {
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
  const reponses = Object.entries(contenu.reponses).map(([code, reponse]) => [code, { ...reponse, enonce: enonces.get(code) }]);
  return {
    echelle: formulaire.echelle.map(({ code, libelle, effet }) => ({ code, libelle, effet })),
    reponses: Object.fromEntries(reponses),
    ...(contenu.voie_souhaitee ? { voie_souhaitee: contenu.voie_souhaitee } : {}),
    ...(Object.keys(contenu.reponses_ecartees).length > 0 ? { reponses_ecartees: contenu.reponses_ecartees } : {}),
  };
}
