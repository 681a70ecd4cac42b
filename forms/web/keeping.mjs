/**
 * Keeps drafts: writes each where this browser can, says how that goes, and knows what is not there yet.
 * @module
 */

import { createMeeting } from "./meeting.mjs";
import { clock } from "./moments.mjs";
import { createUnwritten } from "./unwritten.mjs";
import { createWriter } from "./writing.mjs";

/** @typedef {import("./drafts.mjs").Brouillon} Brouillon */
/** @typedef {ReturnType<typeof createKeeping>} Keeping */

/**
 * @param {import("./storage.mjs").Storage} storage
 * @param {object} page
 * @param {ReturnType<typeof import("./mirror.mjs").createMirror>} page.mirror
 * @param {import("./saving.mjs").Status} page.status
 * @param {(id: string) => void} page.written a draft is where drafts are kept
 */
export function createKeeping({ store, durable, etat }, { mirror, status, written }) {
  const unwritten = createUnwritten();
  /** Drafts that are not on the disk, were they in localStorage, and that no file has.  @type {Set<string>} */
  const frail = new Set();
  const meeting = store && durable ? createMeeting({ drafts: store, mirror, status }) : null;

  const writer = createWriter(async (next, expected) => {
    if (!store) return void unwritten.fail(next.id);
    try {
      const before = await store.save(next, expected);
      // In localStorage, the mirror is the draft itself.
      if (unwritten.written(next) && durable) mirror.drop(next.id);
      const failed = unwritten.failed();
      if (failed.length === 0) status.saving(durable ? "brouillon_enregistre" : etat, { heure: clock(next.modifie_le) });
      await meeting?.keep(before, expected, next);
      written(next.id);
      // There is room again, it seems.
      for (const one of failed) writer.write(one, one.revision);
    } catch {
      if (unwritten.fail(next.id)) status.saving("brouillon_perdu");
    }
  });

  /**
   * Nothing of a draft comes back from here.
   * @param {string} id
   */
  function drop(id) {
    writer.forget(id);
    unwritten.delete(id);
    frail.delete(id);
    mirror.drop(id);
  }

  return {
    /**
     * Takes what pages that died had not written.
     * @param {string} formulaire
     */
    async recover(formulaire) {
      if (meeting) for (const waiting of mirror.left(formulaire)) await meeting.recover(waiting);
    },
    /**
     * @param {string} formulaire
     * @returns {Promise<Brouillon[]>} every draft of this form, the last changed first
     */
    list: async (formulaire) => unwritten.over((await store?.list(formulaire)) ?? []),
    /**
     * @param {Brouillon} next
     * @param {string} expected the revision that it changes
     */
    async put(next, expected) {
      unwritten.put(next);
      if (durable) mirror.put(next, expected);
      else frail.add(next.id);
      status.waiting(true);
      await writer.write(next, expected);
      status.waiting(!writer.idle());
    },
    /**
     * @param {string} id
     * @returns {Promise<Brouillon | undefined>} the draft as others have it; nothing where this page has something newer
     */
    load: async (id) => store?.load(id),
    /** @param {string} id */
    waits: (id) => unwritten.has(id),
    /** @param {string} id of a draft that a file has now */
    inFile: (id) => {
      frail.delete(id);
      unwritten.inFile(id);
    },
    /** Closing the page now would lose something. */
    atRisk: () => unwritten.failed().length + frail.size > 0 || !writer.idle(),
    settled: () => writer.settled(),
    /**
     * A draft is deleted: nothing of it comes back from this page, were a write under way.
     * @param {string} id
     */
    async remove(id) {
      drop(id);
      await writer.settled();
      await store?.remove(id);
    },
    /** Every draft is about to be erased: what waits is, too.  Resolves when nothing is being written. */
    async forget() {
      for (const id of [...unwritten.ids(), ...frail]) drop(id);
      await writer.settled();
      store?.close();
    },
    /**
     * @param {Brouillon} asked
     * @returns {Promise<boolean>} whether it was deleted, here or in another tab; never written, it is not
     */
    async isDeleted({ id, revision }) {
      if (unwritten.wasDeleted(id)) return true;
      return revision !== "" && !unwritten.has(id) && !(await store?.load(id));
    },
  };
}
