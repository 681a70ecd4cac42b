/**
 * Drafts kept on this device, in IndexedDB: written at each input, with no delay,
 * since a delayed write is what a crash loses.
 * @module
 */

import { deleteDB, openDB } from "idb";

/** @typedef {import("./answers.mjs").Reponses} Reponses */
/**
 * @typedef {object} Brouillon
 * @property {string} id
 * @property {string} certification
 * @property {string} nom that the person gave it; may be empty
 * @property {string} revision who wrote it last: another tab's is seen by it; empty until the first write
 * @property {string} version_referentiel
 * @property {Reponses} reponses
 * @property {Reponses} reponses_ecartees
 * @property {string | null} fichier_le when a file was last saved, ISO 8601; null for never
 * @property {string} modifie_le when the draft last changed, ISO 8601
 */

const STORE = "brouillons";
const CHOICES = "choix";

/** @param {string} base */
function connect(base) {
  return openDB(base, 2, {
    async upgrade(database, oldVersion, _newVersion, transaction) {
      // Version 1 held one draft for each certification, under its slug.
      const kept = oldVersion === 1 ? await transaction.objectStore(STORE).getAll() : [];
      if (oldVersion === 1) database.deleteObjectStore(STORE);
      const store = database.createObjectStore(STORE, { keyPath: "id" });
      store.createIndex("certification", "certification");
      database.createObjectStore(CHOICES, { keyPath: "certification" });
      for (const draft of kept) store.put({ ...draft, id: draft.certification, nom: "", revision: "1" });
    },
    // Another tab wants to upgrade or to erase: closing is what lets it go on.
    blocking(_current, _blocked, event) {
      /** @type {IDBDatabase} */ (event.target).close();
    },
  });
}

/**
 * Opens the drafts.  Rejects where the browser refuses storage (private browsing, settings).
 * @param {string} base name of the database: it holds the path of the site, so that two copies of it do not mix
 */
export async function openDrafts(base) {
  let db = await connect(base);

  /**
   * Runs on the connection; where the browser or another tab has closed it, on a new one.
   * @template T
   * @param {(database: typeof db) => Promise<T>} work
   */
  async function on(work) {
    try {
      return await work(db);
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== "InvalidStateError") throw error;
      db = await connect(base);
      return work(db);
    }
  }

  return {
    /**
     * @param {string} id
     * @returns {Promise<Brouillon | undefined>}
     */
    load: (id) => on((database) => database.get(STORE, id)),
    /**
     * @param {string} certification
     * @returns {Promise<Brouillon[]>} the last changed first
     */
    async list(certification) {
      const found = await on((database) => database.getAllFromIndex(STORE, "certification", certification));
      return found.sort((a, b) => (a.modifie_le < b.modifie_le ? 1 : -1));
    },
    /**
     * @param {string} certification
     * @returns {Promise<string | undefined>} the draft that was on screen last
     */
    chosen: async (certification) => (await on((database) => database.get(CHOICES, certification)))?.id,
    /**
     * @param {string} certification
     * @param {string} id
     */
    choose: (certification, id) => on((database) => database.put(CHOICES, { certification, id })),
    /**
     * Resolves once the draft is on the disk; rejects where it cannot be (full, closed).
     * @param {Brouillon} brouillon
     * @returns {Promise<Brouillon | undefined>} what stood in its place
     */
    save: (brouillon) =>
      on(async (database) => {
        const transaction = database.transaction(STORE, "readwrite", { durability: "strict" });
        const before = transaction.store.get(brouillon.id);
        const put = transaction.store.put(brouillon);
        // Committed in the same breath: once the messages have left the page, its death no longer undoes the write.
        transaction.commit();
        const [found] = await Promise.all([before, put, transaction.done]);
        return found;
      }),
    /** @param {string} id */
    remove: (id) => on((database) => database.delete(STORE, id)),
    /** Erases the whole database; the next write makes it anew. */
    async erase() {
      db.close();
      await deleteDB(base);
    },
  };
}
