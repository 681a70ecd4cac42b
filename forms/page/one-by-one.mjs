/**
 * What must not run twice at once.
 * @module
 */

/**
 * @param {(stale: () => boolean) => Promise<void>} work it may ask whether it has been called for again meanwhile
 * @returns {() => Promise<void>} runs it; called for while it runs, once more after, however many times that was
 */
export function oneByOne(work) {
  let underWay = false;
  let wanted = false;
  return async () => {
    wanted = true;
    if (underWay) return;
    underWay = true;
    try {
      while (wanted) {
        wanted = false;
        await work(() => wanted);
      }
    } finally {
      underWay = false;
    }
  };
}
