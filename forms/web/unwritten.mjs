/**
 * What this page has and the disk has not yet, draft by draft: a write that waits, or that failed, is not lost by going to
 * another draft and back.
 * @module
 */

import { lastChangedFirst } from "./draft-order.mjs";

/** @typedef {import("./drafts.mjs").Brouillon} Brouillon */

export function createUnwritten() {
  /** @type {Map<string, Brouillon>} */
  const waiting = new Map();
  /** Those that could not be written, and that no file has.  @type {Set<string>} */
  const failed = new Set();
  /** Deleted here: a list read from the disk a moment before may have them still.  @type {Set<string>} */
  const gone = new Set();

  return {
    /** @param {Brouillon} brouillon as it is now */
    put: (brouillon) => waiting.set(brouillon.id, brouillon),
    /**
     * @param {Brouillon} brouillon that is on the disk
     * @returns {boolean} whether nothing newer of it waits
     */
    written(brouillon) {
      failed.delete(brouillon.id);
      const last = (waiting.get(brouillon.id) ?? brouillon).revision === brouillon.revision;
      if (last) waiting.delete(brouillon.id);
      return last;
    },
    /** @param {string} id of a draft that could not be written */
    fail: (id) => waiting.has(id) && failed.add(id),
    /** @param {string} id of a draft that a file has now */
    inFile: (id) => failed.delete(id),
    /** @param {string} id of a draft that is deleted */
    delete(id) {
      waiting.delete(id);
      failed.delete(id);
      gone.add(id);
    },
    /** @returns {string[]} ids of every draft that waits */
    ids: () => [...waiting.keys()],
    /** @param {string} id */
    has: (id) => waiting.has(id),
    /** @param {string} id */
    wasDeleted: (id) => gone.has(id),
    /** @returns {Brouillon[]} what could not be written, and no file has */
    failed: () => [...waiting.values()].filter(({ id }) => failed.has(id)),
    /**
     * @param {Brouillon[]} found on the disk
     * @returns {Brouillon[]} the same as this page has them, the last changed first
     */
    over(found) {
      const every = new Map([...found, ...waiting.values()].map((brouillon) => [brouillon.id, brouillon]));
      return [...every.values()].filter(({ id }) => !gone.has(id)).sort(lastChangedFirst);
    },
  };
}
