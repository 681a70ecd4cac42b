/**
 * The file is the save: builds it, names it, hands it over.
 * @module
 */

import { localDay, localTime } from "./moments.mjs";

/** @typedef {import("./drafts.mjs").Brouillon} Brouillon */
/** @typedef {import("./answers.mjs").Reponses} Reponses */
/** @typedef {{certification: string, version_referentiel: string, format: string, version_format: number, outil: {nom: string, version: string}}} Entete */
/** @typedef {{items: {code: string, enonce: string}[], groupes: Groupe[]}} Groupe */
/** @typedef {{groupes: Groupe[], echelle: {code: string, libelle: string, effet: string}[]}} Formulaire */

const LONGEST_NAME = 40;

/**
 * @param {Groupe[]} groupes
 * @returns {Map<string, string>} code of each item → its statement
 */
export function statements(groupes) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const groupe of groupes) {
    for (const item of groupe.items) found.set(item.code, item.enonce);
    for (const [code, enonce] of statements(groupe.groupes)) found.set(code, enonce);
  }
  return found;
}

/**
 * @param {string} text
 * @returns {string} in lower case, letters and digits of ASCII, hyphens between words; maybe nothing
 */
function slug(text) {
  const plain = text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").slice(0, LONGEST_NAME).replace(/^-+|-+$/g, "");
}

/**
 * @param {string} certification
 * @param {string} nom of the draft
 * @param {Date} moment
 * @param {string} extension
 */
export function fileName(certification, nom, moment, extension) {
  return ["repere", certification, slug(nom), localDay(moment)].filter(Boolean).join("-") + extension;
}

/**
 * @param {Entete} entete
 * @param {Formulaire} formulaire what was on screen: its wording and its scale go with the answers
 * @param {Brouillon} brouillon
 * @param {Date} moment
 * @returns {string} the text of an export, which follows its published schema
 */
export function exportText(entete, formulaire, brouillon, moment) {
  const enonces = statements(formulaire.groupes);
  const reponses = Object.entries(brouillon.reponses).map(([code, reponse]) => [code, { ...reponse, enonce: enonces.get(code) }]);
  const donnees = {
    format: entete.format,
    version: entete.version_format,
    certification: entete.certification,
    version_referentiel: entete.version_referentiel,
    exporte_le: localTime(moment),
    outil: entete.outil,
    ...(brouillon.nom ? { nom: brouillon.nom } : {}),
    echelle: formulaire.echelle.map(({ code, libelle, effet }) => ({ code, libelle, effet })),
    reponses: Object.fromEntries(reponses),
    ...(Object.keys(brouillon.reponses_ecartees).length > 0 ? { reponses_ecartees: brouillon.reponses_ecartees } : {}),
  };
  return `${JSON.stringify(donnees, null, 2)}\n`;
}

/**
 * Hands a file over to the browser's downloads.
 * @param {string} name
 * @param {string} text
 * @param {string} type
 */
export function download(name, text, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // Revoked later: some browsers read the blob only after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
