/**
 * The file is the save: builds it, hands it over, reads one back as text.
 * @module
 */

/** @typedef {import("./answers.mjs").Reponses} Reponses */
/** @typedef {{certification: string, version_referentiel: string, format: string, version_format: number, outil: {nom: string, version: string}}} Entete */

const LARGEST_FILE = 5_000_000;

/** A file that cannot even be read as text; `motif` is a key of the page's messages. */
export class FileError extends Error {
  /** @param {"fichier_trop_gros" | "fichier_vide" | "fichier_pas_texte" | "fichier_illisible"} motif */
  constructor(motif) {
    super(motif);
    this.motif = motif;
  }
}

/** @param {number} number */
function two(number) {
  return String(number).padStart(2, "0");
}

/**
 * @param {Date} moment
 * @returns {string} local day, AAAA-MM-JJ
 */
export function localDay(moment) {
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/**
 * @param {Date} moment
 * @returns {string} local time with its offset from UTC, ISO 8601
 */
export function localTime(moment) {
  const offset = -moment.getTimezoneOffset();
  const sign = offset < 0 ? "-" : "+";
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const clock = [moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(two).join(":");
  return `${localDay(moment)}T${clock}${sign}${two(hours)}:${two(minutes)}`;
}

/**
 * @param {Entete} entete
 * @param {Reponses} reponses
 * @param {Reponses} ecartees
 * @param {Date} moment
 * @returns {string} the text of an export, which follows its published schema
 */
export function exportText(entete, reponses, ecartees, moment) {
  const donnees = {
    format: entete.format,
    version: entete.version_format,
    certification: entete.certification,
    version_referentiel: entete.version_referentiel,
    exporte_le: localTime(moment),
    outil: entete.outil,
    reponses,
    ...(Object.keys(ecartees).length > 0 ? { reponses_ecartees: ecartees } : {}),
  };
  return `${JSON.stringify(donnees, null, 2)}\n`;
}

/**
 * Hands a file over to the browser's downloads.
 * @param {string} name
 * @param {string} text
 */
export function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  // Revoked later: some browsers read the blob only after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * @param {File} file
 * @returns {Promise<string>} its text; a byte-order mark is dropped
 * @throws {FileError} too big (told by its size, before reading), empty, not UTF-8, or unreadable
 */
export async function readText(file) {
  if (file.size > LARGEST_FILE) throw new FileError("fichier_trop_gros");
  if (file.size === 0) throw new FileError("fichier_vide");
  const bytes = await file.arrayBuffer().catch(() => {
    throw new FileError("fichier_illisible");
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new FileError("fichier_pas_texte");
  }
}
