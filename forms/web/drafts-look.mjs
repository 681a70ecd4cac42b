/**
 * Looks at the database of drafts whatever its version, and deletes it: needs nothing of what this version knows of it.
 * @module
 */

import { deleteDB, openDB } from "idb";
import { STORE } from "./drafts-upgrade.mjs";

/**
 * Opens the newest that is there.
 * @param {string} base
 * @returns {Promise<import("idb").IDBPDatabase | null>} null where there is none, which looking does not make
 */
async function openAny(base) {
  let absent = false;
  try {
    return await openDB(base, undefined, {
      upgrade(_database, _oldVersion, _newVersion, transaction) {
        absent = true;
        // Undone, a database that was just being made is not there.
        transaction.done.catch(() => {});
        transaction.abort();
      },
      blocking(_current, _blocked, event) {
        /** @type {IDBDatabase} */ (event.target).close();
      },
    });
  } catch (error) {
    if (absent) return null;
    throw error;
  }
}

/**
 * @param {string} base
 * @returns {Promise<unknown[]>} every draft that the database holds, of whatever shape; rejects where it cannot be looked at
 */
export async function everyDraft(base) {
  const database = await openAny(base);
  if (!database) return [];
  try {
    return database.objectStoreNames.contains(STORE) ? await database.getAll(STORE) : [];
  } finally {
    database.close();
  }
}

/** @param {string} base */
export const deleteDatabase = (base) => deleteDB(base);
