/**
 * Drafts in localStorage, for want of the database: it does not open, or belongs to a newer version of the site.
 * What is written there goes to the database as soon as a page opens it: it is where the mirror keeps its own.
 * @module
 */

import { lastChangedFirst } from "./draft-order.mjs";

/** @typedef {import("./drafts.mjs").Brouillon} Brouillon */
/** @typedef {import("./drafts.mjs").Drafts} Drafts */

/**
 * @param {ReturnType<typeof import("./mirror.mjs").createMirror>} mirror
 * @returns {Drafts}
 */
export function createReserve(mirror) {
  return {
    load: async (id) => mirror.get(id)?.brouillon,
    list: async (formulaire) => mirror.left(formulaire).map(({ brouillon }) => brouillon).sort(lastChangedFirst),
    chosen: async () => undefined,
    choose: async () => undefined,
    async save(brouillon, expected) {
      const before = mirror.get(brouillon.id);
      // What the database has of it, if anything, is what the first write here changed.
      if (!mirror.put(brouillon, before?.expected ?? expected)) throw new Error("no room in localStorage");
      return before?.brouillon;
    },
    remove: async (id) => mirror.drop(id),
    close() {},
  };
}
