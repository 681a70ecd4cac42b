/**
 * What an auto-positionnement is, of what its drafts and its files hold: values in, values out.
 * @module
 */

import { mergeAnswers } from "./answers.mjs";
import { firstOpen } from "./resuming.mjs";
import { exportedAnswers } from "./statements.mjs";

/** @typedef {import("./statements.mjs").Contenu} Contenu */

/** @param {Contenu} contenu */
export function isEmpty({ reponses, reponses_ecartees, premier_tour, premier_tour_ecarte, voie_souhaitee: route }) {
  return !route && Object.keys({ ...reponses, ...reponses_ecartees, ...premier_tour, ...premier_tour_ecarte }).length === 0;
}

/**
 * @param {import("./statements.mjs").Formulaire} formulaire
 * @param {string} certification
 */
export const kindOf = (formulaire, certification) => ({
  genre: "auto-positionnement",
  sujet: certification,
  blank: () => ({ reponses: {}, reponses_ecartees: {}, premier_tour: {} }),
  count: (/** @type {Contenu} */ { reponses, premier_tour: first = {} }) =>
    [...Object.values(reponses), ...Object.values(first)].filter(({ valeur }) => valeur !== undefined).length,
  isEmpty,
  exported: (/** @type {Contenu} */ contenu) => exportedAnswers(formulaire, contenu),
  opened: (/** @type {Contenu} */ { reponses, reponses_ecartees, premier_tour, premier_tour_ecarte, voie_souhaitee }) => ({
    ...{ reponses, reponses_ecartees, premier_tour, premier_tour_ecarte },
    ...(voie_souhaitee ? { voie_souhaitee } : {}),
  }),
  resume: (/** @type {Contenu} */ contenu) => firstOpen(formulaire, contenu),
  merge: (/** @type {Contenu} */ typed, /** @type {Contenu} */ kept) => ({
    ...kept,
    reponses: mergeAnswers(kept.reponses, typed.reponses),
    premier_tour: mergeAnswers(kept.premier_tour ?? {}, typed.premier_tour ?? {}),
  }),
});
