/**
 * One form's draft: restores it, writes it at each input, and says how that goes.
 * @module
 */

import { openDrafts } from "./drafts.mjs";

/** @typedef {import("./drafts.mjs").Brouillon} Brouillon */
/** @typedef {import("./answers.mjs").Reponses} Reponses */
/** @typedef {ReturnType<typeof import("./status.mjs").createStatus>} Status */

const OPENING_DELAY = 4_000;

/** @param {string} moment ISO 8601 */
function clock(moment) {
  return new Date(moment).toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit" });
}

/** @param {string} moment ISO 8601 */
function day(moment) {
  return new Date(moment).toLocaleDateString("fr-FR", { day: "numeric", month: "long", year: "numeric" });
}

/**
 * A database that never answers must not keep the page from starting.
 * @template T
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
function withinDelay(promise) {
  return new Promise((resolve, reject) => {
    setTimeout(reject, OPENING_DELAY, new Error("IndexedDB did not answer"));
    promise.then(resolve, reject);
  });
}

/**
 * @param {object} options
 * @param {string} options.base name of the database
 * @param {string} options.certification
 * @param {string} options.version version of the referential
 * @param {Status} options.status
 */
export async function createSaving({ base, certification, version, status }) {
  /** @type {Awaited<ReturnType<typeof openDrafts>> | null} */
  let drafts = null;
  /** @type {Brouillon} */
  let brouillon = {
    certification,
    version_referentiel: version,
    reponses: {},
    reponses_ecartees: {},
    fichier_le: null,
    modifie_le: "",
  };
  let restored = false;

  try {
    drafts = await withinDelay(openDrafts(base));
    const found = await drafts.load(certification);
    if (found) {
      brouillon = found;
      restored = true;
    }
    status.saving("brouillon_pret");
  } catch {
    status.saving("brouillon_impossible");
  }

  /** Writes that are not on the disk yet. */
  let pending = 0;

  /** Whether something on screen is neither on the disk nor in a file. */
  let atRisk = false;

  async function write() {
    if (!drafts) {
      atRisk = true;
      return;
    }
    pending += 1;
    status.waiting(true);
    try {
      await drafts.save(brouillon);
      atRisk = false;
      status.saving("brouillon_enregistre", { heure: clock(brouillon.modifie_le) });
    } catch {
      atRisk = true;
      status.saving("brouillon_perdu");
    } finally {
      pending -= 1;
      status.waiting(pending > 0);
    }
  }

  return {
    restored,
    brouillon: () => brouillon,
    /** @returns {string} « jamais », or the day of the last file */
    lastFile: () => (brouillon.fichier_le ? day(brouillon.fichier_le) : ""),
    /**
     * @param {Reponses} reponses
     * @param {Reponses} [ecartees]
     */
    keep(reponses, ecartees = brouillon.reponses_ecartees) {
      const modifie_le = new Date().toISOString();
      brouillon = { ...brouillon, version_referentiel: version, reponses, reponses_ecartees: ecartees, modifie_le };
      return write();
    },
    /** Closing the page now would lose something. */
    atRisk: () => atRisk,
    async fileSaved() {
      brouillon = { ...brouillon, fichier_le: new Date().toISOString() };
      await write();
      atRisk = false;
    },
    async erase() {
      brouillon = { ...brouillon, reponses: {}, reponses_ecartees: {}, fichier_le: null, modifie_le: "" };
      await drafts?.erase(certification);
      atRisk = false;
      status.saving("brouillon_efface");
    },
  };
}
