/**
 * What is asked again each time that its question changes: only the last answer counts, and whoever waits has it.
 * @module
 */

/**
 * @template T
 * @param {() => Promise<T>} ask of things as they stand
 * @param {(found: T | null, awaited: boolean) => void} came with the last answer, null where it did not come; `awaited`:
 *   somebody waits to see it, were it asked for before another question
 * @param {() => Promise<void>} released settles once nothing is pressed: what comes takes the place of what one presses
 */
export function lastAnswer(ask, came, released) {
  let asked = 0;
  let awaited = false;

  return {
    isAwaited: () => awaited,
    /** @param {boolean} waits whether somebody waits to see it; else it keeps true what one sees */
    async ask(waits) {
      awaited ||= waits;
      const mine = ++asked;
      const found = await ask().catch(() => null);
      await released();
      // Asked again since, or asked of what is no more on screen: the last answer does what this one would have done.
      if (mine !== asked) return;
      const waited = awaited;
      awaited = false;
      came(found, waited);
    },
    /** Nothing that was asked is of any use now. */
    forget() {
      asked += 1;
      awaited = false;
    },
  };
}
