// Files that are kept together, each with its digest: one that is missing or different, and it is not a part of the copy.

import { PrecacheController } from "workbox-precaching/PrecacheController.js";

/** @typedef {ReturnType<typeof createPart>} Part */

/**
 * @param {string} cacheName of the version
 * @param {URL} root of the site
 * @param {FichierDeCopie[]} fichiers
 * @param {import("workbox-core").WorkboxPlugin} [plugin] which may refuse a file
 */
export function createPart(cacheName, root, fichiers, plugin) {
  const controller = new PrecacheController({ cacheName, plugins: plugin ? [plugin] : [] });
  controller.addToCacheList(fichiers.map((file) => ({ ...file, url: new URL(file.url, root).href })));
  /** @param {string} address @returns {string | undefined} under which it is kept; nothing where it is not of this part */
  const keyOf = (address) => controller.getCacheKeyForURL(address);

  return {
    keyOf,
    /**
     * Take from the versions before what has not changed.
     * @param {string[]} others names of their caches
     */
    async inherit(others) {
      const mine = await caches.open(cacheName);
      for (const key of controller.getCachedURLs().map((url) => keyOf(url) ?? url)) {
        for (const other of others) {
          const found = await caches.match(key, { cacheName: other });
          if (found) await mine.put(key, found);
        }
      }
    },
    /**
     * Download what is not kept yet; rejects at the first file that is missing or different.
     * @param {ExtendableEvent} event
     */
    async keep(event) {
      // Kept later, or again, it is kept as the first time, whatever event asks for it.
      await controller.install(/** @type {ExtendableEvent} */ ({ type: "install", waitUntil: (promise) => event.waitUntil(promise) }));
    },
    async forget() {
      const mine = await caches.open(cacheName);
      for (const url of controller.getCachedURLs()) await mine.delete(keyOf(url) ?? url);
    },
  };
}
