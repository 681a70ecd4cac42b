/**
 * Text as it is kept: well-formed.
 * @module
 */

/**
 * A lone surrogate cannot be written in UTF-8; String.prototype.toWellFormed is not everywhere yet.
 * @param {string} text
 */
export function wellFormed(text) {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}
