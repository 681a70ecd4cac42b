/**
 * Takes away from this device all that this site keeps on it, then looks: what is said is what was seen.
 * @module
 */

import { withinDelay } from "./delay.mjs";
import { deleteDatabase, everyDraft } from "./drafts-look.mjs";

/** What this site keeps, by the end of the keys of its messages.  @typedef {"brouillons" | "reglages" | "copie"} Trace */

/**
 * @param {string} path of the site
 * @returns {[Storage, string[]][]} each storage, and the keys of this site in it
 */
function keysOf(path) {
  return /** @type {const} */ (["localStorage", "sessionStorage"]).flatMap((name) => {
    try {
      const storage = globalThis[name];
      return [[storage, Object.keys(storage).filter((key) => key.startsWith(path))]];
    } catch {
      // Where the browser refuses storage, nothing is kept in it.
      return [];
    }
  });
}

/** @param {string} prefix what the names of this site's caches begin with */
async function cachesOf(prefix) {
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

/** @param {string} path */
async function workerOf(path) {
  const registration = await navigator.serviceWorker.getRegistration(path);
  return registration?.scope === new URL(path, location.href).href ? registration : undefined;
}

/**
 * The offline copy and the worker that keeps it: the next page opened with a network makes it anew.
 * @param {string} path
 * @param {string} prefix
 * @returns {Promise<boolean>} whether nothing of it is left
 */
async function removeCopy(path, prefix) {
  // Where a browser has no workers or caches, or refuses them, there is no copy.
  if (!("serviceWorker" in navigator) || !("caches" in globalThis)) return true;
  try {
    await (await workerOf(path))?.unregister();
    await Promise.all((await cachesOf(prefix)).map((name) => caches.delete(name)));
    return !(await workerOf(path)) && (await cachesOf(prefix)).length === 0;
  } catch (error) {
    return /** @type {Error} */ (error).name === "SecurityError";
  }
}

/**
 * @param {string} base
 * @returns {Promise<boolean>} whether none is left
 */
async function removeDrafts(base) {
  try {
    await withinDelay(deleteDatabase(base));
    return (await withinDelay(everyDraft(base))).length === 0;
  } catch {
    return false;
  }
}

/**
 * @param {import("./saving.mjs").Saving} saving
 * @param {string} path of the site: what other sites of the same origin keep stays
 * @param {string} base name of its database, which the names of its caches begin with
 * @returns {Promise<Trace[]>} what is left after all
 */
export async function eraseAll(saving, path, base) {
  const leaving = saving.leaveAll();
  for (const [storage, keys] of keysOf(path)) for (const key of keys) storage.removeItem(key);
  const { begun, erased } = await leaving;
  const drafts = await removeDrafts(base);
  // What one answers meanwhile is kept there until it is on the disk.
  const mine = begun();
  const settings = keysOf(path).every(([, keys]) => keys.every((key) => mine.some((id) => key.endsWith(`/${id}`))));
  erased(drafts);
  const copy = await removeCopy(path, base);
  return /** @type {const} */ ([[drafts, "brouillons"], [settings, "reglages"], [copy, "copie"]]).flatMap(([gone, trace]) => (gone ? [] : [trace]));
}
