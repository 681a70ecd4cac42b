/**
 * Opens the database of drafts, at a version or at whatever one is there.  Looking at it never makes it.
 * @module
 */

import { openDB } from "idb";

/** @typedef {import("idb").IDBPDatabase} Database */
/** @typedef {import("./drafts-upgrade.mjs").Transaction} Transaction */

/**
 * @param {string} base
 * @param {number} [version] the newest that is there, where none is given
 * @param {(database: Database, oldVersion: number, transaction: Transaction) => unknown} [upgrade] brings an older one to it;
 *   without it, only what is there is opened
 * @param {boolean} [create] where it is not there, make it; else the answer is null
 * @returns {Promise<Database | null>}
 */
export async function openBase(base, version, upgrade, create = false) {
  let absent = false;
  try {
    return await openDB(base, version, {
      async upgrade(database, oldVersion, _newVersion, transaction) {
        absent = oldVersion === 0 && !create;
        if (!absent) return void (await upgrade?.(database, oldVersion, transaction));
        // Undone, a database that was just being made is not there.
        transaction.done.catch(() => {});
        transaction.abort();
      },
      // Another tab wants to upgrade or to erase: closing is what lets it go on.
      blocking(_current, _blocked, event) {
        /** @type {IDBDatabase} */ (event.target).close();
      },
    });
  } catch (error) {
    if (absent) return null;
    throw error;
  }
}
