/**
 * What a result is worth, beside a comparison as beside the result: the page says it once.
 * @module
 */

import { fill, part } from "../../page/places.mjs";

/**
 * @param {Element} result
 * @param {Element} panel of the comparison
 */
export function carryReserves(result, panel) {
  fill(panel, "mention", part(result, "mention")?.textContent ?? "");
  const notes = [...(part(result, "etats")?.children ?? [])].map((note) => note.cloneNode(true));
  part(panel, "constat")?.replaceWith(...notes);
}
