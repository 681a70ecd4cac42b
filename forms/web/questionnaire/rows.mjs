/**
 * Repeatable rows: add, copy, move, remove, and bring back whole what was removed.
 * @module
 */

import { removedRows } from "./removed.mjs";

/** @typedef {ReturnType<typeof createRows>} Rows */
/** @typedef {import("./fields.mjs").Fields} Fields */

const PLACEHOLDER = /LIGNE/g;

/** @returns {string} an id that no other row has, in this copy of the form or in another one that will be merged */
function unique() {
  return `l${[...crypto.getRandomValues(new Uint8Array(5))].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** @param {Element} inside */
const listAround = (inside) => /** @type {HTMLElement} */ (inside.closest("[data-liste]"));

/** @param {Element} inside */
const rowAround = (inside) => /** @type {HTMLElement} */ (inside.closest("[data-ligne]"));

/** @param {Element} place */
const boxes = (place) => /** @type {HTMLElement[]} */ ([...place.querySelectorAll("[data-place]")]);

/** @param {HTMLElement} row */
const isBlank = (row) => !row.querySelector("[data-repondu]");

/**
 * @param {HTMLFormElement} form
 * @param {object} page
 * @param {Fields} page.fields
 * @param {ReturnType<typeof import("./links.mjs").createLinks>} page.links
 * @param {import("../saving.mjs").Status} page.status
 * @param {(row: HTMLElement) => void} page.prepare a row has just been made
 * @param {(liste: string, places: string[]) => void} page.changed rows of a list have come, gone or moved, with these answers
 */
export function createRows(form, { fields, links, status, prepare, changed }) {
  const lists = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-liste]")]);
  const byCode = new Map(lists.map((list) => [/** @type {string} */ (list.dataset.liste), list]));

  /** @param {HTMLElement} list */
  const rowsOf = (list) => /** @type {HTMLElement[]} */ ([...list.querySelectorAll(":scope > ol > [data-ligne]")]);

  /** @param {HTMLElement} list */
  const codeOf = (list) => /** @type {string} */ (list.dataset.liste);

  /** @param {HTMLElement} row */
  function titleOf(row) {
    const list = listAround(row);
    const parts = (list.dataset.titre ?? "").split(" ").map((code) => fields.read(`${codeOf(list)}/${row.dataset.ligne}/${code}`));
    return parts.filter((part) => typeof part === "string").join(" ").trim();
  }

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
      return { id: row.dataset.ligne ?? "", nom: title || label, blank: isBlank(row) };
    });
    links.follow(codeOf(list), named.filter((row) => !row.blank));
  }

  /**
   * @param {HTMLElement} list
   * @param {string} id
   */
  function make(list, id) {
    const model = /** @type {HTMLTemplateElement} */ (list.querySelector("template[data-modele=ligne]"));
    const row = /** @type {HTMLElement} */ (/** @type {Element} */ (model.content.firstElementChild).cloneNode(true));
    for (const element of [row, ...row.querySelectorAll("*")]) {
      for (const attribute of element.attributes) {
        if (attribute.value.includes("LIGNE")) attribute.value = attribute.value.replace(PLACEHOLDER, id);
      }
    }
    prepare(row);
    return row;
  }

  /** @param {HTMLElement} row */
  const enter = (row) => /** @type {HTMLElement} */ (row.querySelector("input, textarea, select")).focus();

  /** @param {HTMLElement} row */
  const called = (row) => titleOf(row) || row.querySelector("[data-champ=rang]")?.textContent || "";

  /**
   * @param {HTMLElement} list
   * @param {string[]} places
   */
  function tell(list, places) {
    redraw(list);
    changed(codeOf(list), places);
  }

  /** @param {HTMLElement} row */
  const placesOf = (row) => boxes(row).map((box) => box.dataset.place ?? "");

  /**
   * @param {HTMLElement} control
   * @param {-1 | 1} step
   */
  function move(control, step) {
    const row = rowAround(control);
    const list = listAround(row);
    const rows = rowsOf(list);
    const other = rows[rows.indexOf(row) + step];
    if (!other) return;
    if (step < 0) other.before(row);
    else other.after(row);
    tell(list, []);
    // Moving it took the focus away; at the end of the list its own button can no more.
    const again = /** @type {HTMLButtonElement} */ (control);
    const fallback = /** @type {HTMLElement} */ (row.querySelector(step < 0 ? "[data-action=descendre]" : "[data-action=monter]"));
    (again.disabled ? fallback : again).focus();
    const rang = String(rowsOf(list).indexOf(row) + 1);
    status.say("ligne_deplacee", { nom: called(row), rang, total: String(rows.length) });
  }

  const removed = removedRows({ links, status, called, tell, enter, placesOf });

  return {
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
      const here = new Map(rowsOf(list).map((row) => [row.dataset.ligne, row]));
      const rows = (ids.length > 0 ? ids : [unique()]).map((id) => here.get(id) ?? make(list, id));
      /** @type {Element} */ (list.querySelector("ol")).replaceChildren(...rows);
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
    actions: {
      /** @param {HTMLElement} control */
      ajouter(control) {
        const list = listAround(control);
        const row = make(list, unique());
        /** @type {Element} */ (list.querySelector("ol")).append(row);
        tell(list, []);
        enter(row);
        status.say("ligne_ajoutee", { nom: called(row) });
      },
      /** @param {HTMLElement} control */
      dupliquer(control) {
        const source = rowAround(control);
        const list = listAround(source);
        const row = make(list, unique());
        source.after(row);
        const copies = boxes(row);
        for (const [rank, box] of boxes(source).entries()) {
          fields.write(copies[rank].dataset.place ?? "", fields.read(box.dataset.place ?? ""));
        }
        tell(list, placesOf(row));
        enter(row);
        status.say("ligne_copiee", { nom: called(source) });
      },
      /** @param {HTMLElement} control */
      monter: (control) => move(control, -1),
      /** @param {HTMLElement} control */
      descendre: (control) => move(control, 1),
      /** @param {HTMLElement} control */
      oter(control) {
        const row = rowAround(control);
        const list = listAround(row);
        if (isBlank(row)) {
          const next = /** @type {HTMLElement} */ (row.nextElementSibling ?? list.querySelector("[data-action=ajouter]"));
          row.remove();
          tell(list, []);
          /** @type {HTMLElement} */ (next.matches("button") ? next : next.querySelector("input, textarea, button")).focus();
        } else removed.remove(row, list);
      },
      /** @param {HTMLElement} control */
      remettre: (control) => removed.restore(control),
    },
  };
}
