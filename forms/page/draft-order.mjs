/**
 * In which order drafts are listed: the last changed first; of two that changed in the same instant, always the same one.
 * @module
 */

/** @typedef {{id: string, modifie_le: string}} Ordered */

/**
 * @param {Ordered} one
 * @param {Ordered} other
 * @returns {number} as `sort` asks for it
 */
export function lastChangedFirst(one, other) {
  if (one.modifie_le !== other.modifie_le) return one.modifie_le < other.modifie_le ? 1 : -1;
  if (one.id === other.id) return 0;
  return one.id < other.id ? -1 : 1;
}
