/**
 * A second copy of what is not on the disk yet, in localStorage: what IndexedDB was about to write dies with the page,
 * what localStorage was given does not.  It is gone again as soon as the draft is written.
 * @module
 */

/** @typedef {import("./drafts.mjs").Brouillon} Brouillon */
/** @typedef {{brouillon: Brouillon, expected: string}} Waiting */

/** @param {string} path of the site: two copies of it on one origin keep theirs apart, and erasing takes it away */
export function createMirror(path) {
  const prefix = `${path}.brouillon/`;

  /**
   * @template T
   * @param {(storage: Storage) => T} work
   * @param {T} without where there is no room, or the browser refuses storage: the draft itself tells
   */
  function on(work, without) {
    try {
      return work(localStorage);
    } catch {
      return without;
    }
  }

  /**
   * @param {string | null} text
   * @returns {Waiting | undefined} nothing where there is none, or where it is not what we write
   */
  function read(text) {
    try {
      return text === null ? undefined : JSON.parse(text);
    } catch {
      return undefined;
    }
  }

  return {
    /** Whether this browser lets anything be kept there. */
    works: () =>
      on((storage) => {
        storage.setItem(`${prefix}essai`, "");
        storage.removeItem(`${prefix}essai`);
        return true;
      }, false),
    /**
     * @param {Brouillon} brouillon
     * @param {string} expected the revision that it changes
     * @returns {boolean} whether it is there
     */
    put: (brouillon, expected) =>
      on((storage) => {
        storage.setItem(prefix + brouillon.id, JSON.stringify({ brouillon, expected }));
        return true;
      }, false),
    /** @param {string} id */
    get: (id) => on((storage) => read(storage.getItem(prefix + id)), undefined),
    /** @param {string} id of a draft that is on the disk, or is given up */
    drop: (id) => on((storage) => storage.removeItem(prefix + id), undefined),
    /**
     * @param {string} formulaire
     * @returns {Waiting[]} what a page that died had not written
     */
    left: (formulaire) =>
      on((storage) => {
        const keys = Object.keys(storage).filter((key) => key === prefix + formulaire || key.startsWith(`${prefix}${formulaire}:`));
        return keys.flatMap((key) => read(storage.getItem(key)) ?? []);
      }, []),
  };
}
