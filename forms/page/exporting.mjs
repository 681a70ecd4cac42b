/**
 * The file is the save: builds it, names it, hands it over.
 * @module
 */

import { localDay, localTime } from "./moments.mjs";

/** @typedef {{certification: string, version_referentiel: string, format: string, version_format: number, outil: {nom: string, version: string}}} Entete */

/** How much of a name a file name takes, in letters and in bytes: systems allow 255 bytes in all. */
const LONGEST_NAME = { letters: 40, bytes: 60 };

/** Latin letters that do not come apart into a letter and its accent. @type {Record<string, string>} */
const LATIN = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ħ: "h", ŧ: "t", ŋ: "ng" };
const APART = new RegExp(`[${Object.keys(LATIN).join("")}]`, "gu");

/**
 * @param {string} text
 * @returns {string} its beginning, no letter cut from the marks that it bears
 */
function cut(text) {
  const letters = text.match(/\P{M}\p{M}*/gu) ?? [];
  const fits = (/** @type {number} */ count) => new TextEncoder().encode(letters.slice(0, count).join("")).length <= LONGEST_NAME.bytes;
  let count = Math.min(letters.length, LONGEST_NAME.letters);
  while (!fits(count)) count -= 1;
  return letters.slice(0, count).join("");
}

/**
 * @param {string} text
 * @returns {string} in lower case, Latin letters without accents, those of other scripts as they are, hyphens between
 *   words; maybe nothing.  None of what a system forbids in a name is left, and « repere » before it makes it no device.
 */
function slug(text) {
  const apart = text.normalize("NFKD").toLowerCase().replace(/(\p{Script=Latin})\p{M}+/gu, "$1");
  const plain = apart.replace(APART, (letter) => LATIN[letter]).replace(/[^\p{L}\p{N}\p{M}]+/gu, "-");
  return cut(plain.normalize("NFC").replace(/^-+/, "")).replace(/-+$/, "");
}

/**
 * @param {string} sujet what the file is about
 * @param {string[]} noms what tells it from others: the name of the draft, whose it is
 * @param {Date} moment
 * @param {string} extension
 */
export function fileName(sujet, noms, moment, extension) {
  return ["repere", sujet, ...new Set(noms.map(slug)), localDay(moment)].filter(Boolean).join("-") + extension;
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
