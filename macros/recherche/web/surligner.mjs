// Marks the words found in the page that a result leads to (`?h=`).

import { places } from "./extrait.mjs";

// What is not text to read, or is written by the reader.
const LEFT_OUT = "script, style, textarea, select, button, svg, mark, [contenteditable]";

/**
 * @param {Element} page
 * @param {import("./extrait.mjs").Trouves} trouves
 */
export function surligner(page, trouves) {
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  for (const text of texts.filter(({ parentElement }) => !parentElement?.closest(LEFT_OUT))) {
    // From the end: what stands before keeps its place.
    for (const { debut, fin } of places(text.data, trouves).reverse()) {
      const word = text.splitText(debut);
      word.splitText(fin - debut);
      const mark = document.createElement("mark");
      word.replaceWith(mark);
      mark.append(word);
    }
  }
}
