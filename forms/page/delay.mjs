/**
 * What may never answer must not be waited for without end.
 * @module
 */

/** How long a database may take, in ms: one that another tab holds may never come. */
const PATIENCE = 4_000;

/**
 * @template T
 * @param {Promise<T>} promise
 * @returns {Promise<T>} rejects where it takes too long
 */
export function withinDelay(promise) {
  return new Promise((resolve, reject) => {
    setTimeout(reject, PATIENCE, new Error("the database did not answer"));
    promise.then(resolve, reject);
  });
}
