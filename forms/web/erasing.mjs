/**
 * Takes away from this device all that this site keeps on it beside the drafts.
 * @module
 */

/**
 * @param {"localStorage" | "sessionStorage"} name
 * @param {string} path
 */
function clear(name, path) {
  try {
    const storage = globalThis[name];
    for (const key of Object.keys(storage)) if (key.startsWith(path)) storage.removeItem(key);
  } catch {
    // Where the browser refuses storage, nothing is kept in it.
  }
}

/**
 * The offline copy and the worker that keeps it: the next page opened with a network makes it anew.
 * @param {string} path
 * @param {string} prefix
 */
async function removeCopy(path, prefix) {
  try {
    const registration = await navigator.serviceWorker.getRegistration(path);
    if (registration?.scope === new URL(path, location.href).href) await registration.unregister();
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(prefix)).map((name) => caches.delete(name)));
  } catch {
    // Where the browser refuses workers or caches, there is no copy.
  }
}

/**
 * @param {string} path of the site: what other sites of the same origin keep stays
 * @param {string} prefix what the names of this site's caches begin with
 */
export async function eraseTraces(path, prefix) {
  clear("localStorage", path);
  clear("sessionStorage", path);
  await removeCopy(path, prefix);
}
