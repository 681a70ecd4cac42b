/**
 * Rows that were removed: each leaves a line in its place, which brings it back with every answer.
 * @module
 */

/**
 * @param {object} page
 * @param {ReturnType<typeof import("./links.mjs").createLinks>} page.links
 * @param {import("../saving.mjs").Status} page.status
 * @param {(row: HTMLElement) => string} page.called
 * @param {(list: HTMLElement, places: string[]) => void} page.tell
 * @param {(row: HTMLElement) => void} page.enter
 * @param {(row: HTMLElement) => string[]} page.placesOf
 */
export function removedRows({ links, status, called, tell, enter, placesOf }) {
  /** By the line that stands for it: the row, its list, and where it was chosen. */
  /** @type {WeakMap<Element, {row: HTMLElement, list: HTMLElement, links: string[]}>} */
  const kept = new WeakMap();

  return {
    /**
     * @param {HTMLElement} row
     * @param {HTMLElement} list
     */
    remove(row, list) {
      const nom = called(row);
      const model = /** @type {HTMLTemplateElement} */ (list.querySelector("template[data-modele=annuler]"));
      const line = /** @type {HTMLElement} */ (/** @type {Element} */ (model.content.firstElementChild).cloneNode(true));
      const phrase = status.phrase("ligne_otee", { nom });
      /** @type {Element} */ (line.querySelector("[data-champ=phrase]")).textContent = phrase;
      /** @type {Element} */ (line.querySelector("[data-champ=qui]")).textContent = nom;
      row.replaceWith(line);
      const touched = links.drop(list.dataset.liste ?? "", row.dataset.ligne ?? "");
      kept.set(line, { row, list, links: touched });
      tell(list, touched);
      /** @type {HTMLElement} */ (line.querySelector("button")).focus();
      status.say("ligne_otee", { nom });
    },
    /** @param {HTMLElement} control */
    restore(control) {
      const line = /** @type {Element} */ (control.closest("li"));
      const found = kept.get(line);
      if (!found) return;
      const { row, list } = found;
      line.replaceWith(row);
      // The list first: what may be chosen is what is there.
      tell(list, placesOf(row));
      for (const place of found.links) links.choose(place, row.dataset.ligne ?? "");
      tell(list, found.links);
      enter(row);
      status.say("ligne_remise", { nom: called(row) });
    },
  };
}
