/**
 * A form of fields on screen: fields, rows, what is hidden, the way through it and errors, tied together.
 * It keeps no answer: it says which places have changed, and reads or writes them.
 * @module
 */

import { showSections } from "../../page/sections.mjs";
import { createCalendar } from "./calendar.mjs";
import { createContents } from "./contents.mjs";
import { createErrors } from "./errors.mjs";
import { createFields } from "./fields.mjs";
import { createHidden } from "./hidden.mjs";
import { createLinks } from "./links.mjs";
import { createRowActions } from "./row-actions.mjs";
import { makeModels } from "./models.mjs";
import { createRows } from "./rows.mjs";

/** @typedef {import("./fields.mjs").Raw} Raw */
/** @typedef {ReturnType<typeof createQuestionnaire>} QuestionnaireForm */

/**
 * @param {Pick<import("../../page/form-base.mjs").FormBase, "form" | "status" | "released">} base
 * @param {object} page
 * @param {(place: string, raw: Raw | undefined) => void} page.changed the answer of a place is now this one
 * @param {(liste: string, ids: string[], places: string[]) => void} page.rowsChanged a list now has these rows, in this
 *   order, and these places, of any list, are to be read again
 */
export function createQuestionnaire({ form, status, released }, { changed, rowsChanged }) {
  makeModels(form);
  const links = createLinks(form, status.phrase("ligne_disparue"));
  const fields = createFields(form, links);
  const hidden = createHidden(form);
  const errors = createErrors(form, released);
  const contents = createContents(form, status.phrase);
  const rows = createRows(form, {
    fields,
    links,
    prepare: hidden.apply,
    changed: (liste, places) => rowsChanged(liste, rows.ids(liste), places),
  });
  // What a list offers to choose is known from the start, not from its first change.
  rows.redraw();
  const calendar = createCalendar(form);
  const sections = showSections(form);
  contents.arrange();

  /** @param {HTMLElement} box */
  function told(box) {
    const place = /** @type {string} */ (box.dataset.place);
    fields.changed(place);
    rows.follow(box);
    changed(place, fields.read(place));
  }

  function listen() {
    form.addEventListener("input", (event) => {
      const box = /** @type {HTMLElement | null} */ (fields.around(/** @type {Element} */ (event.target)));
      if (box) told(box);
    });
    form.addEventListener("focusout", (event) => {
      const box = /** @type {HTMLElement | null} */ (fields.around(/** @type {Element} */ (event.target)));
      const next = /** @type {Element | null} */ (event.relatedTarget);
      // From one choice to the next is still the same question; the calendar's button is not what one types in.
      if (!box || (next && box.contains(next) && !next.matches("button"))) return;
      fields.settle(box);
      errors.leave(/** @type {string} */ (box.dataset.place));
    });
  }

  return {
    fields,
    rows,
    links,
    errors,
    contents,
    actions: {
      ...createRowActions(rows, { fields, links, status }),
      calendrier: calendar.open,
      deplier: sections.unfold,
      /** @param {HTMLElement} control */
      retirer(control) {
        const box = /** @type {HTMLElement} */ (fields.around(control));
        fields.withdraw(box);
        told(box);
      },
    },
    /**
     * From now on, changes are told: until the page has its draft, there is nothing to write them in.
     * @returns {Map<string, Raw>} every answer on screen, typed before that
     */
    begin() {
      listen();
      const found = fields.places().map((place) => /** @type {const} */ ([place, fields.read(place)]));
      return new Map(found.flatMap(([place, raw]) => (raw === undefined ? [] : [[place, raw]])));
    },
    /**
     * Puts a whole draft on screen.
     * @param {Map<string, string[]>} listes ids of the rows of each list
     * @param {(place: string) => Raw | undefined} valueAt
     */
    show(listes, valueAt) {
      for (const list of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-liste]"))) {
        const code = /** @type {string} */ (list.dataset.liste);
        rows.set(code, listes.get(code) ?? []);
      }
      for (const place of fields.places()) fields.write(place, valueAt(place));
      rows.redraw();
      errors.forget();
    },
    /**
     * @param {string[]} codes of the parts that these answers do not ask for
     */
    hide(codes) {
      if (hidden.show(codes)) contents.arrange();
    },
    /**
     * @param {string} place of a field, or the code of a list
     * @returns {string} address of what takes the focus there
     */
    addressOf(place) {
      if (document.getElementById(`l-${place}`)) return `#l-${place}`;
      const box = fields.boxOf(place);
      return box ? `#${box.id || box.querySelector("input, textarea, select")?.id}` : "#r-formulaire";
    },
  };
}
