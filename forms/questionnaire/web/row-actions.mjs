/**
 * What one does with rows: add, copy, move, remove, and bring back whole what was removed.
 * What is done is said, and the focus is left where one goes on.
 * @module
 */

import { copyOf } from "../../page/places.mjs";

/** @param {Element} inside */
const rowAround = (inside) => /** @type {HTMLElement} */ (inside.closest("[data-ligne]"));

/** @param {HTMLElement} row */
const enter = (row) => /** @type {HTMLElement} */ (row.querySelector("input, textarea, select")).focus();

/**
 * @param {import("./rows.mjs").Rows} rows
 * @param {object} page
 * @param {import("./fields.mjs").Fields} page.fields
 * @param {ReturnType<typeof import("./links.mjs").createLinks>} page.links
 * @param {import("../../page/saving.mjs").Status} page.status
 */
export function createRowActions(rows, { fields, links, status }) {
  /** By the line that stands for a row that was removed: the row, and its list. */
  /** @type {WeakMap<Element, {row: HTMLElement, list: HTMLElement}>} */
  const removed = new WeakMap();

  /**
   * @param {HTMLElement} control
   * @param {-1 | 1} step
   */
  function move(control, step) {
    const row = rowAround(control);
    const list = rows.listAround(row);
    const every = rows.rowsOf(list);
    const other = every[every.indexOf(row) + step];
    if (!other) return;
    if (step < 0) other.before(row);
    else other.after(row);
    rows.tell(list, []);
    // Moving it took the focus away; at the end of the list its own button can no more.
    const again = /** @type {HTMLButtonElement} */ (control);
    const fallback = /** @type {HTMLElement} */ (row.querySelector(step < 0 ? "[data-action=descendre]" : "[data-action=monter]"));
    (again.disabled ? fallback : again).focus();
    const rang = String(rows.rowsOf(list).indexOf(row) + 1);
    status.say("ligne_deplacee", { nom: rows.called(row), rang, total: String(every.length) });
  }

  /**
   * An empty row goes without a trace.
   * @param {HTMLElement} row
   * @param {HTMLElement} list
   */
  function drop(row, list) {
    const next = /** @type {HTMLElement} */ (row.nextElementSibling ?? list.querySelector("[data-action=ajouter]"));
    row.remove();
    // A row that was removed may have chosen it, and may come back.
    links.drop(list.dataset.liste ?? "", row.dataset.ligne ?? "");
    rows.tell(list, []);
    /** @type {HTMLElement} */ (next.matches("button") ? next : next.querySelector("input, textarea, button")).focus();
  }

  /**
   * A line in the place of the row brings it back with every answer, and all that pointed to it.
   * @param {HTMLElement} row
   * @param {HTMLElement} list
   */
  function remove(row, list) {
    const nom = rows.called(row);
    const line = copyOf(list, "annuler");
    /** @type {Element} */ (line.querySelector("[data-champ=qui]")).textContent = nom;
    row.replaceWith(line);
    removed.set(line, { row, list });
    const touched = links.drop(list.dataset.liste ?? "", row.dataset.ligne ?? "");
    const key = touched.length > 0 ? "ligne_otee_choisie" : "ligne_otee";
    const values = { nom, qui: [...new Set(touched.map(rows.calledAt))].join(", ") };
    /** @type {Element} */ (line.querySelector("[data-champ=phrase]")).textContent = status.phrase(key, values);
    rows.tell(list, touched);
    /** @type {HTMLElement} */ (line.querySelector("button")).focus();
    status.say(key, values);
  }

  return {
    /** @param {HTMLElement} control */
    ajouter(control) {
      const list = rows.listAround(control);
      const row = rows.make(list);
      /** @type {Element} */ (list.querySelector("ol")).append(row);
      rows.tell(list, []);
      enter(row);
      status.say("ligne_ajoutee", { nom: rows.called(row) });
    },
    /** @param {HTMLElement} control */
    dupliquer(control) {
      const source = rowAround(control);
      const list = rows.listAround(source);
      const row = rows.make(list);
      source.after(row);
      const places = rows.placesOf(row);
      for (const [rank, place] of rows.placesOf(source).entries()) {
        // A digest signs its own row alone: copied, it would say an agreement that nobody gave.
        if (fields.boxOf(place)?.dataset.nature !== "empreinte") fields.write(places[rank], fields.read(place));
      }
      rows.tell(list, places);
      enter(row);
      status.say("ligne_copiee", { nom: rows.called(source) });
    },
    /** @param {HTMLElement} control */
    monter: (control) => move(control, -1),
    /** @param {HTMLElement} control */
    descendre: (control) => move(control, 1),
    /** @param {HTMLElement} control */
    oter(control) {
      const row = rowAround(control);
      const list = rows.listAround(row);
      if (rows.isBlank(row) && !links.chosen(list.dataset.liste ?? "").has(row.dataset.ligne ?? "")) drop(row, list);
      else remove(row, list);
    },
    /** @param {HTMLElement} control */
    remettre(control) {
      const line = /** @type {Element} */ (control.closest("li"));
      const found = removed.get(line);
      if (!found) return;
      const { row, list } = found;
      line.replaceWith(row);
      // While it was away, what it may choose has come and gone.
      links.arrive(row);
      // The list first: what may be chosen is what is there.
      rows.tell(list, rows.placesOf(row));
      rows.tell(list, links.back(list.dataset.liste ?? "", row.dataset.ligne ?? ""));
      enter(row);
      status.say("ligne_remise", { nom: rows.called(row) });
    },
  };
}
