/**
 * Fields that choose rows of another list: one box a row, called as the row is, in step with the list.
 * @module
 */

import { copyOf } from "../places.mjs";

/** @typedef {{id: string, nom: string}} Ligne */

/** @param {Element} group */
const ticked = (group) =>
  /** @type {HTMLInputElement[]} */ ([...group.querySelectorAll("input:checked")]).map((input) => input.value);

/**
 * @param {HTMLFormElement} form
 * @param {string} gone what to call a row that is not there any more
 */
export function createLinks(form, gone) {
  /** The rows that can be chosen, by list. @type {Map<string, Ligne[]>} */
  const known = new Map();

  /**
   * @param {HTMLElement} group
   * @param {string[]} chosen
   */
  function draw(group, chosen) {
    const rows = known.get(group.dataset.renvois ?? "") ?? [];
    const missing = chosen.filter((id) => !rows.some((row) => row.id === id)).map((id) => ({ id, nom: gone }));
    const box = /** @type {HTMLElement} */ (group.closest("[data-place]"));
    const place = /** @type {string} */ (box.dataset.place);
    const options = [...rows, ...missing].map(({ id, nom }) => {
      const label = copyOf(box, "renvoi");
      const input = /** @type {HTMLInputElement} */ (label.querySelector("input"));
      [input.name, input.value, input.checked] = [place, id, chosen.includes(id)];
      /** @type {Element} */ (label.querySelector("span")).textContent = nom;
      return label;
    });
    group.replaceChildren(...options);
    /** @type {HTMLElement} */ (box.querySelector("[data-aucun]")).hidden = options.length > 0;
  }

  /** @param {string} liste */
  const groups = (liste) => /** @type {HTMLElement[]} */ ([...form.querySelectorAll(`[data-renvois="${liste}"]`)]);

  /** @param {HTMLElement} box */
  const groupIn = (box) => /** @type {HTMLElement} */ (box.querySelector("[data-renvois]"));

  return {
    /** @param {HTMLElement} box */
    read: (box) => ticked(groupIn(box)),
    /**
     * @param {HTMLElement} box
     * @param {string[]} ids
     */
    write: (box, ids) => draw(groupIn(box), ids),
    /**
     * The rows of a list have come, gone, moved or changed their name.
     * @param {string} liste
     * @param {Ligne[]} rows
     */
    follow(liste, rows) {
      if (JSON.stringify(known.get(liste)) === JSON.stringify(rows)) return;
      known.set(liste, rows);
      for (const group of groups(liste)) draw(group, ticked(group));
    },
    /**
     * @param {string} liste
     * @param {string} id of a row that goes
     * @returns {string[]} the places where it was chosen, and no longer is
     */
    drop(liste, id) {
      const touched = groups(liste).filter((group) => ticked(group).includes(id));
      for (const group of touched) draw(group, ticked(group).filter((one) => one !== id));
      return touched.map((group) => group.closest("[data-place]")?.getAttribute("data-place") ?? "");
    },
    /**
     * @param {string} place where a row that comes back was chosen
     * @param {string} id
     */
    choose(place, id) {
      const group = /** @type {HTMLElement | null} */ (form.querySelector(`[data-place="${CSS.escape(place)}"] [data-renvois]`));
      if (group) draw(group, [...ticked(group), id]);
    },
  };
}
