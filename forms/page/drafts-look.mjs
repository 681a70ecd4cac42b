/**
 * Looks at the database of drafts whatever its version, and deletes it: needs nothing of what this version knows of it.
 * @module
 */

import { deleteDB } from "idb";
import { openBase } from "./drafts-open.mjs";
import { STORE } from "./drafts-upgrade.mjs";

/**
 * @param {string} base
 * @returns {Promise<unknown[]>} every draft that the database holds, of whatever shape; rejects where it cannot be looked at
 */
export async function everyDraft(base) {
  const database = await openBase(base);
  if (!database) return [];
  try {
    return database.objectStoreNames.contains(STORE) ? await database.getAll(STORE) : [];
  } finally {
    database.close();
  }
}

/** @param {string} base */
export const deleteDatabase = (base) => deleteDB(base);
