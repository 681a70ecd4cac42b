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
 * @param {string} path of the site: what other sites of the same origin keep stays
 * @param {string} prefix what the names of this site's caches begin with
 */
export async function eraseTraces(path, prefix) {
  clear("localStorage", path);
  clear("sessionStorage", path);
  const names = "caches" in globalThis ? await caches.keys() : [];
  await Promise.all(names.filter((name) => name.startsWith(prefix)).map((name) => caches.delete(name)));
}
