/**
 * The file is the save: builds it, names it, hands it over.
 * @module
 */

import { localDay, localTime } from "./moments.mjs";

/** @typedef {{certification: string, version_referentiel: string, format: string, version_format: number, outil: {nom: string, version: string}}} Entete */

const LONGEST_NAME = 40;

/**
 * @param {string} text
 * @returns {string} in lower case, letters and digits of ASCII, hyphens between words; maybe nothing
 */
function slug(text) {
  const plain = text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").slice(0, LONGEST_NAME).replace(/^-+|-+$/g, "");
}

/**
 * @param {string} sujet what the file is about
 * @param {string} nom of the draft
 * @param {Date} moment
 * @param {string} extension
 */
export function fileName(sujet, nom, moment, extension) {
  return ["repere", sujet, slug(nom), localDay(moment)].filter(Boolean).join("-") + extension;
}

/**
 * @param {Entete} entete
 * @param {string} nom of the draft
 * @param {Date} moment
 * @param {object} contenu what the form saves, as its schema has it
 * @returns {string} the text of an export, which follows its published schema
 */
export function exportText(entete, nom, moment, contenu) {
  const donnees = {
    format: entete.format,
    version: entete.version_format,
    certification: entete.certification,
    version_referentiel: entete.version_referentiel,
    exporte_le: localTime(moment),
    outil: entete.outil,
    ...(nom ? { nom } : {}),
    ...contenu,
  };
  return `${JSON.stringify(donnees, null, 2)}\n`;
}

/**
 * Hands a file over to the browser's downloads.
 * @param {string} name
 * @param {BlobPart} content
 * @param {string} type
 */
export function download(name, content, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  // Revoked later: some browsers read the blob only after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
