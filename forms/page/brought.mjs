/**
 * What only scripts show, and all the pages of a kind share: the script brings it to its place.
 * @module
 */

/** Puts each piece where the page keeps its place. */
export function placePieces() {
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-morceau]"))) {
    const piece = document.createElement("template");
    piece.innerHTML = REPERE_MORCEAUX[place.dataset["morceau"] ?? ""] ?? "";
    place.replaceWith(piece.content);
  }
}
