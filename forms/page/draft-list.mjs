/**
 * The drafts of this form as a list: name the one on screen, go to another, begin or delete one.
 * @module
 */

import { longDay } from "./moments.mjs";
import { copyOf } from "./places.mjs";
import { isUnsaid, saw } from "./unsaid.mjs";

/** @typedef {import("./drafts.mjs").Brouillon} Brouillon */

/**
 * @param {HTMLElement} panel
 * @param {ReturnType<typeof import("./status.mjs").createStatus>} status
 * @param {(contenu: any) => number} answered how many answers a draft holds
 */
export function createDraftList(panel, status, answered) {
  const list = /** @type {HTMLElement} */ (panel.querySelector("ul"));
  const field = /** @type {HTMLInputElement} */ (panel.querySelector("input"));

  /** The draft whose name stands in the field. */
  let named = "";

  /** @param {Brouillon} brouillon */
  const nameOf = (brouillon) => brouillon.nom || status.phrase("brouillon_sans_nom");

  /**
   * @param {Brouillon} brouillon
   * @param {boolean} current
   */
  function entry(brouillon, current) {
    const line = copyOf(panel, "brouillon");
    for (const place of line.querySelectorAll("[data-champ=nom]")) place.textContent = nameOf(brouillon);
    const values = { nombre: String(answered(brouillon.contenu)), jour: brouillon.modifie_le ? longDay(brouillon.modifie_le) : "" };
    const detail = /** @type {HTMLElement} */ (line.querySelector("[data-champ=detail]"));
    detail.textContent = status.phrase(brouillon.modifie_le ? "brouillon_detail" : "brouillon_neuf", values);
    line.toggleAttribute("data-ici", current);
    const button = /** @type {HTMLElement} */ (line.querySelector("button"));
    button.hidden = current;
    button.dataset.brouillon = brouillon.id;
    /** @type {HTMLElement} */ (line.querySelector("[data-champ=ici]")).hidden = !current;
    return line;
  }

  return {
    field,
    /**
     * @param {Brouillon} current
     * @param {Brouillon[]} every what is on the disk
     */
    show(current, every) {
      const others = every.filter((brouillon) => brouillon.id !== current.id);
      list.replaceChildren(entry(current, true), ...others.map((brouillon) => entry(brouillon, false)));
      /** @type {HTMLElement} */ (panel.querySelector("summary [data-champ=courant]")).textContent = nameOf(current);
      // Another draft has another name, even where one was about to type it.
      if (current.id !== named || (document.activeElement !== field && !isUnsaid(field))) {
        field.value = current.nom;
        saw(field);
      }
      named = current.id;
    },
  };
}
