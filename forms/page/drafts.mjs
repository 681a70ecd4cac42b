/**
 * Drafts kept on this device, in IndexedDB: written at each input, with no delay,
 * since a delayed write is what a crash loses.  Only writing makes the database: looking at it never does.
 * @module
 */

import { lastChangedFirst } from "./draft-order.mjs";
import { openBase } from "./drafts-open.mjs";
import { CHOICES, STORE, upgrade } from "./drafts-upgrade.mjs";

/** @typedef {{titre: string, question?: number, sur?: number}} Reprise */
/**
 * @typedef {object} Brouillon
 * @property {string} id
 * @property {string} formulaire kind of form and certification: auto-positionnement/<slug>
 * @property {string} nom that the person gave it; may be empty
 * @property {string} revision who wrote it last: another tab's is seen by it; empty until the first write
 * @property {string} version_referentiel
 * @property {any} contenu what the form saves: of its own kind
 * @property {Reprise | null} [reprise] where one is in it, as the home page says it
 * @property {string | null} fichier_le when a file was last saved, ISO 8601; null for never
 * @property {string} modifie_le when the draft last changed, ISO 8601
 */

/**
 * Where drafts are kept.
 * @typedef {object} Drafts
 * @property {(id: string) => Promise<Brouillon | undefined>} load
 * @property {(formulaire: string) => Promise<Brouillon[]>} list the last changed first
 * @property {(formulaire: string) => Promise<string | undefined>} chosen the draft that was on screen last
 * @property {(formulaire: string, id: string) => Promise<unknown>} choose
 * @property {(brouillon: Brouillon, expected: string) => Promise<Brouillon | undefined>} save resolves once the draft is
 *   there, with what stood in its place; rejects where it cannot be (full, closed)
 * @property {(id: string) => Promise<unknown>} remove
 * @property {() => void} close lets go of it: what comes next opens it again
 */

const VERSION = 3;

/**
 * @param {string} base
 * @param {boolean} create where it is not there, make it; else the answer is null
 */
const connect = (base, create) => openBase(base, VERSION, upgrade, create);

/**
 * Opens the drafts.  Rejects where the browser refuses storage (private browsing, settings).
 * @param {string} base name of the database: it holds the path of the site, so that two copies of it do not mix
 * @returns {Promise<Drafts>}
 */
export async function openDrafts(base) {
  let db = await connect(base, false);
  /** @type {Promise<unknown>} */
  let turn = Promise.resolve();

  /**
   * Opens each in its turn: of two writes that wait, the second never comes before the first, which is older.
   * @param {boolean} create whether the database is made where it is not there
   */
  function open(create) {
    const mine = turn.then(async () => (db ??= await connect(base, create)));
    turn = mine.catch(() => {});
    return mine;
  }

  /**
   * Runs on the connection; where the browser or another tab has closed it, on a new one.
   * @template T
   * @param {(database: NonNullable<typeof db>) => Promise<T>} work
   * @param {boolean} create whether the database is made where it is not there
   * @returns {Promise<T | undefined>} nothing where there is no database
   */
  async function on(work, create) {
    try {
      if (db) return await work(db);
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== "InvalidStateError") throw error;
      db = null;
    }
    const opened = await open(create);
    return opened ? work(opened) : undefined;
  }

  return {
    load: (id) => on((database) => database.get(STORE, id), false),
    async list(formulaire) {
      const found = (await on((database) => database.getAllFromIndex(STORE, "formulaire", formulaire), false)) ?? [];
      return found.sort(lastChangedFirst);
    },
    chosen: async (formulaire) => (await on((database) => database.get(CHOICES, formulaire), false))?.id,
    choose: (formulaire, id) => on((database) => database.put(CHOICES, { formulaire, id }), false),
    save: (brouillon) =>
      on(async (database) => {
        const transaction = database.transaction(STORE, "readwrite", { durability: "strict" });
        const before = transaction.store.get(brouillon.id);
        const put = transaction.store.put(brouillon);
        // Committed in the same breath: once the messages have left the page, its death no longer undoes the write.
        transaction.commit();
        const [found] = await Promise.all([before, put, transaction.done]);
        return found;
      }, true),
    remove: (id) => on((database) => database.delete(STORE, id), false),
    close() {
      db?.close();
      db = null;
    },
  };
}
