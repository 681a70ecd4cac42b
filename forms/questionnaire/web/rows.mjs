/**
 * The rows of repeatable lists: which there are, in which order, and what each is called.
 * @module
 */

import { copyOf } from "../../page/places.mjs";
import { createHeights } from "./heights.mjs";
import { ROW } from "./models.mjs";

/** @typedef {ReturnType<typeof createRows>} Rows */

/** @returns {string} an id that no other row has, in this copy of the form or in another one that will be merged */
function unique() {
  return `l${[...crypto.getRandomValues(new Uint8Array(5))].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** @param {Element} inside */
const listAround = (inside) => /** @type {HTMLElement} */ (inside.closest("[data-liste]"));

/** @param {HTMLElement} list */
const rowsOf = (list) => /** @type {HTMLElement[]} */ ([...list.querySelectorAll(":scope > ol > [data-ligne]")]);

/** @param {HTMLElement} list */
const codeOf = (list) => /** @type {string} */ (list.dataset.liste);

/** @param {HTMLElement} row @returns {boolean} whether nothing is answered in it: no other row may choose it yet */
const isUnanswered = (row) => !row.querySelector("[data-repondu]");

/**
 * A form may mark its fields: `data-paroles`, words are kept beside the answer; `data-entame`, some are being written.
 * @param {HTMLElement} row
 * @returns {boolean} whether it holds nothing that anybody wrote
 */
const isBlank = (row) => !row.querySelector("[data-repondu], [data-paroles], [data-entame]");

/** @param {HTMLElement} row */
const placesOf = (row) => [...row.querySelectorAll("[data-place]")].map((box) => /** @type {string} */ (box.getAttribute("data-place")));

/**
 * @param {HTMLFormElement} form
 * @param {object} page
 * @param {import("./fields.mjs").Fields} page.fields
 * @param {ReturnType<typeof import("./links.mjs").createLinks>} page.links
 * @param {(row: HTMLElement) => void} page.prepare a row has just been made
 * @param {(liste: string, places: string[]) => void} page.changed rows of a list have come, gone or moved, with these answers
 */
export function createRows(form, { fields, links, prepare, changed }) {
  const lists = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-liste]")]);
  const byCode = new Map(lists.map((list) => [codeOf(list), list]));
  const heights = createHeights();

  /** @param {HTMLElement} row */
  function titleOf(row) {
    const list = listAround(row);
    const parts = (list.dataset.titre ?? "").split(" ").map((code) => fields.read(`${codeOf(list)}/${row.dataset.ligne}/${code}`));
    return parts.filter((part) => typeof part === "string").join(" ").trim();
  }

  /** @param {HTMLElement} row */
  const called = (row) => titleOf(row) || row.querySelector("[data-champ=rang]")?.textContent || "";

  /** Gives the rows of a list their rank and their name, and each what it may do. @param {HTMLElement} list */
  function redraw(list) {
    const rows = rowsOf(list);
    const kind = list.dataset.element ?? "";
    const named = rows.map((row, rank) => {
      const title = titleOf(row);
      const label = `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${rank + 1}`;
      /** @type {Element} */ (row.querySelector("[data-champ=rang]")).textContent = label;
      /** @type {Element} */ (row.querySelector("[data-champ=nom]")).textContent = title && ` : ${title}`;
      for (const place of row.querySelectorAll("[data-champ=qui]")) place.textContent = title || label;
      /** @type {HTMLButtonElement} */ (row.querySelector("[data-action=monter]")).disabled = rank === 0;
      /** @type {HTMLButtonElement} */ (row.querySelector("[data-action=descendre]")).disabled = rank === rows.length - 1;
      return { id: row.dataset.ligne ?? "", nom: title || label, blank: isUnanswered(row) };
    });
    links.follow(codeOf(list), named);
    heights.follow(list, rows[0]);
  }

  /**
   * @param {HTMLElement} list
   * @param {string} [id] of its own, where none is given
   */
  function make(list, id = unique()) {
    const row = copyOf(list, "ligne");
    for (const element of [row, ...row.querySelectorAll("*")]) {
      for (const attribute of element.attributes) {
        if (attribute.value.includes(ROW)) attribute.value = attribute.value.replaceAll(ROW, id);
      }
    }
    links.arrive(row);
    prepare(row);
    return row;
  }

  return {
    listAround,
    rowsOf,
    isBlank,
    placesOf,
    make,
    /**
     * @param {HTMLElement} row
     * @returns {string} its name, or its rank where it has none yet
     */
    called,
    /**
     * @param {string} place
     * @returns {string} what to call the row that it stands in, or its question where it stands in none
     */
    calledAt(place) {
      const box = /** @type {HTMLElement} */ (fields.boxOf(place));
      const row = /** @type {HTMLElement | null} */ (box.closest("[data-ligne]"));
      return row ? called(row) : box.querySelector("legend, label")?.textContent ?? "";
    },
    /**
     * Says that rows have come, gone or moved.
     * @param {HTMLElement} list
     * @param {string[]} places whose answers are to be read again
     */
    tell(list, places) {
      for (const place of places) fields.changed(place);
      redraw(list);
      changed(codeOf(list), places);
    },
    /** @param {string} liste */
    ids: (liste) => rowsOf(/** @type {HTMLElement} */ (byCode.get(liste))).map((row) => row.dataset.ligne ?? ""),
    /**
     * Puts exactly these rows in a list; without any, one to begin with.
     * @param {string} liste
     * @param {string[]} ids
     */
    set(liste, ids) {
      const list = byCode.get(liste);
      if (!list) return;
      links.forget();
      const here = new Map(rowsOf(list).map((row) => [row.dataset.ligne, row]));
      const rows = ids.map((id) => here.get(id) ?? make(list, id));
      /** @type {Element} */ (list.querySelector("ol")).replaceChildren(...(rows.length > 0 ? rows : [make(list)]));
    },
    /** Names and ranks of every list, once answers have been put on screen. */
    redraw() {
      for (const list of lists) redraw(list);
    },
    /**
     * An answer in a row may change what the row is called.
     * @param {HTMLElement} box
     */
    follow(box) {
      if (box.closest("[data-ligne]")) redraw(listAround(box));
    },
  };
}
