/**
 * Reads a file that the person gives, as text.
 * @module
 */

const LARGEST_FILE = 5_000_000;

/** A file that cannot even be read as text; `motif` is a key of the page's messages. */
export class FileError extends Error {
  /** @param {"fichier_trop_gros" | "fichier_vide" | "fichier_pas_texte" | "fichier_illisible"} motif */
  constructor(motif) {
    super(motif);
    this.motif = motif;
  }
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

/**
 * Asks Python what a file holds.
 * @param {File} file
 * @param {import("./python.mjs").Python} python
 * @param {import("./status.mjs").Status} status told where the file has to wait
 * @param {import("./elsewhere.mjs").Elsewhere} elsewhere names the certification of a file that is about another one
 * @returns {Promise<{resultat?: any, refus?: import("./status.mjs").Refus}>} what the file holds, or what refuses it
 */
export async function readExport(file, python, status, elsewhere) {
  try {
    const texte = await readText(file);
    if (python.state.nom === "chargement") status.say("fichier_en_attente");
    const titres = await elsewhere.titles(texte);
    const reply = await python.ask({ action: "ouvrir", titres, corps: { texte } });
    return reply.ok ? { resultat: reply.resultat } : { refus: reply };
  } catch (error) {
    return { refus: status.phrase(error instanceof FileError ? error.motif : "fichier_sans_calcul") };
  }
}
