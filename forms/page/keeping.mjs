/**
 * Keeps drafts: writes each where this browser can, says how that goes, and knows what is not there yet.
 * @module
 */

import { createMeeting } from "./meeting.mjs";
import { clock } from "./moments.mjs";
import { createUnwritten } from "./unwritten.mjs";
import { createWriter } from "./writing.mjs";

/** @typedef {import("./drafts.mjs").Brouillon} Brouillon */

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
  /** What this tab has last of each draft that it wrote, and since when.  @type {Map<string, {brouillon: Brouillon, le: string}>} */
  const last = new Map();
  const meeting = store && durable ? createMeeting({ drafts: store, mirror, status }) : null;
  /** Resolves when what is being deleted is, or could not be. @type {Promise<unknown>} */
  let deleting = Promise.resolve();

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
      for (const { brouillon, expected: first } of failed) writer.write(brouillon, first);
    } catch {
      if (unwritten.fail(next.id)) status.saving("brouillon_perdu");
    }
  });

  /**
   * Nothing of a draft comes back from here.
   * @param {string} id
   * @returns {import("./unwritten.mjs").Write | undefined} what it had that was not written
   */
  function drop(id) {
    writer.forget(id);
    frail.delete(id);
    last.delete(id);
    mirror.drop(id);
    return unwritten.delete(id);
  }

  /**
   * @param {Brouillon} next
   * @param {string} changes the revision that it changes
   */
  async function put(next, changes) {
    const { expected } = unwritten.put(next, changes);
    last.set(next.id, { brouillon: next, le: new Date().toISOString() });
    if (durable) mirror.put(next, expected);
    else frail.add(next.id);
    status.waiting(true);
    await writer.write(next, expected);
    status.waiting(!writer.idle());
  }

  /** @param {string} id */
  async function remove(id) {
    const left = drop(id);
    try {
      await writer.settled();
      await store?.remove(id);
    } catch (error) {
      // The disk has it still: so has this page what was to be written of it.
      unwritten.back(id);
      if (left) put(left.brouillon, left.expected);
      throw error;
    }
  }

  return {
    put,
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
    remove(id) {
      const removing = remove(id);
      deleting = removing.catch(() => {});
      return removing;
    },
    /**
     * Every draft is about to be erased: what waits is, too.  What comes from now on waits: it would be erased with them.
     * @param {string} id of the draft that was on screen
     * @returns {Promise<(all: boolean) => void>} once nothing is being written; what to call when it is over, with whether
     *   no draft is left
     */
    async forget(id) {
      let over = () => {};
      deleting = new Promise((/** @type {(nothing: void) => void} */ resolve) => (over = resolve));
      const held = writer.hold();
      for (const one of [id, ...unwritten.ids(), ...frail]) drop(one);
      last.clear();
      await held;
      store?.close();
      return (all) => {
        if (!all) unwritten.back();
        writer.release();
        over();
      };
    },
    /**
     * Another tab has deleted drafts.  What was written here after one asked for that was not meant: it is written again.
     * @param {string} id of the draft, empty for every one
     * @param {string} asked when, ISO 8601
     */
    async giveBack(id, asked) {
      for (const one of id ? [id] : [...last.keys()]) {
        const found = await store?.load(one);
        // Meanwhile one has gone on writing, or deleted it here too.
        const mine = last.get(one);
        if (!found && mine && mine.le >= asked && !unwritten.has(one)) await put(mine.brouillon, "");
      }
    },
    /** @returns {string[]} the drafts that wait to be written */
    waiting: () => unwritten.ids(),
    /**
     * @param {Brouillon} asked
     * @returns {Promise<boolean>} whether it was deleted, here or in another tab; never written, it is not
     */
    async isDeleted({ id, revision }) {
      await deleting;
      if (unwritten.wasDeleted(id)) return true;
      return revision !== "" && !unwritten.has(id) && !(await store?.load(id));
    },
  };
}
