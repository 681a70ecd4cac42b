/**
 * Drafts kept on this device, in IndexedDB: written at each input, with no delay,
 * since a delayed write is what a crash loses.
 * @module
 */

import { openDB } from "idb";

/** @typedef {import("./answers.mjs").Reponses} Reponses */
/**
 * @typedef {object} Brouillon
 * @property {string} certification
 * @property {string} version_referentiel
 * @property {Reponses} reponses
 * @property {Reponses} reponses_ecartees
 * @property {string | null} fichier_le when a file was last saved, ISO 8601; null for never
 * @property {string} modifie_le when the draft last changed, ISO 8601
 */

const STORE = "brouillons";

/**
 * Opens the drafts.  Rejects where the browser refuses storage (private browsing, settings).
 * @param {string} base name of the database: it holds the path of the site, so that two copies of it do not mix
 */
export async function openDrafts(base) {
  const db = await openDB(base, 1, {
    upgrade(database) {
      database.createObjectStore(STORE, { keyPath: "certification" });
    },
    // Another tab wants to upgrade: closing is what lets it go on; this page then says that it no longer saves.
    blocking(_current, _blocked, event) {
      /** @type {IDBDatabase} */ (event.target).close();
    },
  });
  return {
    /**
     * @param {string} certification
     * @returns {Promise<Brouillon | undefined>}
     */
    load: (certification) => db.get(STORE, certification),
    /**
     * Resolves once the draft is on the disk; rejects where it cannot be (full, closed).
     * @param {Brouillon} brouillon
     */
    async save(brouillon) {
      const transaction = db.transaction(STORE, "readwrite", { durability: "strict" });
      const put = transaction.store.put(brouillon);
      // Committed in the same breath: once both messages have left the page, its death no longer undoes the write.
      transaction.commit();
      await Promise.all([put, transaction.done]);
    },
    /** @param {string} certification */
    erase: (certification) => db.delete(STORE, certification),
  };
}
