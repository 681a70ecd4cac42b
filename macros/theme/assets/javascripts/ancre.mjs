/** What the address of a page points to. */

/**
 * @param {string} hash with its sign, as addresses have it
 * @returns {HTMLElement | null} nothing where no element has that name, or where it is cut in the middle of an accent
 */
export function pointed(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}
