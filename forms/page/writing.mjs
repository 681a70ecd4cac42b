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
  /** The write under way. */
  let current = Promise.resolve();
  /** How many times writes are held back, and what they wait for meanwhile. */
  let held = 0;
  let gate = Promise.resolve();
  let open = () => {};

  async function drain() {
    while (waiting.size > 0) {
      while (held > 0) await gate;
      // What is added on the way, by the same id too, comes in its turn.
      const [first] = waiting;
      if (!first) continue;
      const [id, { brouillon, expected }] = first;
      waiting.delete(id);
      await (current = save(brouillon, expected));
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
    /**
     * What comes from now on waits, until each that asked for it has let go.
     * @returns {Promise<void>} resolves when nothing is being written
     */
    hold() {
      if (held === 0) gate = new Promise((resolve) => (open = resolve));
      held += 1;
      return current;
    },
    release() {
      held -= 1;
      if (held === 0) open();
    },
  };
}
