/**
 * What a field asks, as its label says it.
 * @module
 */

/** Its words, and those of them that the reader of a search result marks. */
const WORDS = ["#text", "MARK"];

/**
 * @param {Element} box of a field
 * @returns {string} without what its label adds after the question (optional, a unit); nothing where it has no label
 */
export function questionOf(box) {
  const nodes = [...(box.querySelector("legend, label")?.childNodes ?? [])];
  const after = nodes.findIndex(({ nodeName }) => !WORDS.includes(nodeName));
  return nodes.slice(0, after < 0 ? nodes.length : after).map(({ textContent }) => textContent).join("").trim();
}
