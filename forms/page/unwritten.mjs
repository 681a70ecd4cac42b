/**
 * What this page has and the disk has not yet, draft by draft: a write that waits, or that failed, is not lost by going to
 * another draft and back.
 * @module
 */

import { lastChangedFirst } from "./draft-order.mjs";

/** @typedef {import("./drafts.mjs").Brouillon} Brouillon */
/** @typedef {{brouillon: Brouillon, expected: string}} Write a draft, and the revision on the disk that it changes */

export function createUnwritten() {
  /** @type {Map<string, Write>} */
  const waiting = new Map();
  /** Those that could not be written, and that no file has.  @type {Set<string>} */
  const failed = new Set();
  /** Deleted here: a list read from the disk a moment before may have them still.  @type {Set<string>} */
  const gone = new Set();

  return {
    /**
     * @param {Brouillon} brouillon as it is now
     * @param {string} expected the revision that it changes
     * @returns {Write} what is to be written: where something of it waits already, in place of what that would change
     */
    put(brouillon, expected) {
      const write = { brouillon, expected: waiting.get(brouillon.id)?.expected ?? expected };
      waiting.set(brouillon.id, write);
      return write;
    },
    /**
     * @param {Brouillon} brouillon that is on the disk
     * @returns {boolean} whether nothing newer of it waits
     */
    written({ id, revision }) {
      failed.delete(id);
      const next = waiting.get(id)?.brouillon;
      if (next && next.revision !== revision) {
        waiting.set(id, { brouillon: next, expected: revision });
        return false;
      }
      waiting.delete(id);
      return true;
    },
    /** @param {string} id of a draft that could not be written */
    fail: (id) => waiting.has(id) && failed.add(id),
    /** @param {string} id of a draft that a file has now */
    inFile: (id) => failed.delete(id),
    /**
     * @param {string} id of a draft that is deleted
     * @returns {Write | undefined} what waited of it
     */
    delete(id) {
      const left = waiting.get(id);
      waiting.delete(id);
      failed.delete(id);
      gone.add(id);
      return left;
    },
    /** @param {string} [id] of a draft that the disk has still; where none is given, of whatever one it has */
    back(id) {
      if (id === undefined) gone.clear();
      else gone.delete(id);
    },
    /** @returns {string[]} ids of every draft that waits */
    ids: () => [...waiting.keys()],
    /** @param {string} id */
    has: (id) => waiting.has(id),
    /** @param {string} id */
    wasDeleted: (id) => gone.has(id),
    /** @returns {Write[]} what could not be written, and no file has */
    failed: () => [...waiting.values()].filter(({ brouillon }) => failed.has(brouillon.id)),
    /**
     * @param {Brouillon[]} found on the disk
     * @returns {Brouillon[]} the same as this page has them, the last changed first
     */
    over(found) {
      const here = [...waiting.values()].map(({ brouillon }) => brouillon);
      const every = new Map([...found, ...here].map((brouillon) => [brouillon.id, brouillon]));
      return [...every.values()].filter(({ id }) => !gone.has(id)).sort(lastChangedFirst);
    },
  };
}
