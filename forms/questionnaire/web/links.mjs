/**
 * Fields that choose rows of another list: one box a row, called as the row is, in step with the list.
 * @module
 */

import { copyOf } from "../../page/places.mjs";

/** @typedef {{id: string, nom: string, blank: boolean}} Ligne */

/** @param {Element} group */
const ticked = (group) =>
  /** @type {HTMLInputElement[]} */ ([...group.querySelectorAll("input:checked")]).map((input) => input.value);

/** @param {ParentNode} place */
const groupsIn = (place) => /** @type {HTMLElement[]} */ ([...place.querySelectorAll("[data-renvois]")]);

/** @param {HTMLElement} group */
const boxOf = (group) => /** @type {HTMLElement} */ (group.closest("[data-place]"));

/** @param {HTMLElement} group */
const placeOf = (group) => /** @type {string} */ (boxOf(group).dataset.place);

/**
 * @param {HTMLFormElement} form
 * @param {string} gone what to call a row that is not there any more
 */
export function createLinks(form, gone) {
  const models = /** @type {HTMLTemplateElement[]} */ ([...form.querySelectorAll("template[data-modele=ligne]")]);
  /** The rows on screen, by list. @type {Map<string, Ligne[]>} */
  const known = new Map();
  /** Rows that were taken off and may come back, by list. @type {Map<string, Set<string>>} */
  const off = new Map();
  /** By place, what was chosen there among those rows: it comes back with them. @type {Map<string, string[]>} */
  const waiting = new Map();

  /**
   * @param {HTMLElement} group
   * @param {string[]} chosen
   */
  function draw(group, chosen) {
    // A row where nothing is written cannot be chosen; one that was, and was emptied since, still is.
    const rows = (known.get(group.dataset.renvois ?? "") ?? []).filter(({ id, blank }) => !blank || chosen.includes(id));
    const missing = chosen.filter((id) => !rows.some((row) => row.id === id)).map((id) => ({ id, nom: gone }));
    const box = boxOf(group);
    const place = placeOf(group);
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

  /**
   * Each choice follows the rows that were taken off, or are back, its own included.
   * @returns {string[]} the places whose answer is another one now
   */
  function settle() {
    const touched = groupsIn(form).filter((group) => {
      const place = placeOf(group);
      const away = off.get(group.dataset.renvois ?? "") ?? new Set();
      const now = ticked(group);
      const chosen = [...new Set([...now, ...(waiting.get(place) ?? [])])];
      const here = chosen.filter((id) => !away.has(id));
      waiting.set(place, chosen.filter((id) => away.has(id)));
      if (here.length === now.length && here.every((id) => now.includes(id))) return false;
      draw(group, here);
      return true;
    });
    return touched.map(placeOf);
  }

  /** @param {HTMLElement} box */
  const groupIn = (box) => /** @type {HTMLElement} */ (box.querySelector("[data-renvois]"));

  return {
    /** The lists whose rows are chosen in rows of another. */
    targets: [...new Set(models.flatMap(({ content }) => groupsIn(content).map((group) => group.dataset.renvois ?? "")))],
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
     * A row has just come on screen: what it may choose is what there is now.
     * @param {HTMLElement} row
     */
    arrive(row) {
      for (const group of groupsIn(row)) draw(group, ticked(group));
    },
    /**
     * @param {string} liste
     * @param {string} id of a row that goes, and may come back
     * @returns {string[]} the places where it was chosen, and no longer is
     */
    drop(liste, id) {
      off.set(liste, new Set([...(off.get(liste) ?? []), id]));
      return settle();
    },
    /**
     * @param {string} liste
     * @param {string} id of a row that is back
     * @returns {string[]} the places where it is chosen again, and those of its own that chose what has gone since
     */
    back(liste, id) {
      off.get(liste)?.delete(id);
      return settle();
    },
    /** Other rows come on screen: none of those that were taken off comes back. */
    forget() {
      off.clear();
      waiting.clear();
    },
    /**
     * @param {string} liste
     * @returns {Set<string>} ids of its rows that are chosen somewhere
     */
    chosen: (liste) => new Set(groups(liste).flatMap(ticked)),
    /**
     * @param {HTMLElement | null} box
     * @returns {string | undefined} the list whose rows are chosen there
     */
    targetOf: (box) => box?.dataset.nature === "renvois" ? groupIn(box).dataset.renvois : undefined,
  };
}
