/**
 * Writes drafts one at a time, and of each the newest only.  Writes that queue up in the browser, as they do where it
 * lacks processor or disk, die with the page, were they committed: what waits here is never older than one write.
 * @module
 */

/** @typedef {import("./drafts.mjs").Brouillon} Brouillon */

/**
 * @param {(brouillon: Brouillon, expected: string) => Promise<void>} save writes a draft; it never rejects
 */
export function createWriter(save) {
  /** What is to be written next, by the draft's id. @type {Map<string, {brouillon: Brouillon, expected: string}>} */
  const waiting = new Map();
  /** @type {Promise<void> | null} */
  let running = null;

  async function drain() {
    // What is added on the way, by the same id too, comes in its turn.
    for (const [id, { brouillon, expected }] of waiting) {
      waiting.delete(id);
      await save(brouillon, expected);
    }
    running = null;
  }

  return {
    /**
     * Begins at once where nothing is being written.  Resolves when all that waits is written.
     * @param {Brouillon} brouillon
     * @param {string} expected the revision that it changes
     */
    write(brouillon, expected) {
      waiting.set(brouillon.id, { brouillon, expected: waiting.get(brouillon.id)?.expected ?? expected });
      return (running ??= drain());
    },
    /** Resolves when all that waits is written. */
    settled: () => running ?? Promise.resolve(),
    /** Nothing is being written, nor waits. */
    idle: () => running === null,
    /**
     * What waits of a draft goes away unwritten: the draft does too.
     * @param {string} id
     */
    forget: (id) => waiting.delete(id),
  };
}
