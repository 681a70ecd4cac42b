/**
 * Other words for a place that is somebody's word, written in a copy of its question and kept beside it: what stands there
 * does not change, and whose word it is takes them or leaves them.
 * @module
 */

import { whenLeft } from "../../page/panels.mjs";
import { fill, part } from "../../page/places.mjs";
import { saw } from "../../page/unsaid.mjs";
import { readBox, writeBox } from "../../questionnaire/web/fields.mjs";
import { begunAt } from "./begun.mjs";
import { same, samePerson } from "./writings.mjs";

/** @typedef {import("./writings.mjs").Auteur} Auteur */
/** @typedef {import("./writings.mjs").Contenu} Contenu */
/** @typedef {import("../../questionnaire/web/fields.mjs").Raw} Raw */

/** No word of a voice points to rows. */
const NO_LINKS = { read: () => [], write: () => {} };
const LEFT_OUT = ".r-a-cote, .r-signature, .r-erreur, .r-ecrit, .r-si, button, template";

/**
 * @param {HTMLElement} box of a field
 * @returns {HTMLElement} its question and its control, under names that no field has
 */
function copied(box) {
  const copy = /** @type {HTMLElement} */ (box.cloneNode(true));
  for (const part of copy.querySelectorAll(LEFT_OUT)) part.remove();
  for (const one of [copy, ...copy.querySelectorAll("*")]) {
    for (const attribute of ["id", "for", "name"]) {
      const value = one.getAttribute(attribute);
      if (value) one.setAttribute(attribute, `p-${value}`);
    }
    for (const attribute of ["aria-describedby", "aria-invalid"]) one.removeAttribute(attribute);
  }
  for (const attribute of ["data-place", "data-question", "data-voix", "data-repondu", "data-paroles", "data-entame"]) copy.removeAttribute(attribute);
  return copy;
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {object} page
 * @param {() => Contenu} page.contenu
 * @param {(place: string, raw: Raw | undefined, par: Auteur) => unknown} page.typed keeps what is being written: closed by
 *   mistake, or with the page, it is there the next time
 * @param {(place: string, raw: Raw) => unknown} page.proposed
 * @param {import("../../page/saving.mjs").Status} page.status
 */
export function createProposing(dialog, { contenu, typed, proposed, status }) {
  /** What is on screen, and who writes it. @type {{place: string, copy: HTMLElement, qui: Auteur} | null} */
  let current = null;
  whenLeft(dialog, () => {
    current = null;
    dialog.close();
  });
  dialog.addEventListener("close", () => (current = null));
  dialog.addEventListener("input", () => {
    if (current) typed(current.place, readBox(current.copy, NO_LINKS), current.qui);
  });

  /**
   * Puts there what who writes now had begun, or had proposed.
   * @param {{place: string, copy: HTMLElement}} what
   */
  function take({ place, copy }) {
    const { qui } = contenu();
    writeBox(copy, begunAt(contenu(), place), NO_LINKS);
    for (const control of /** @type {NodeListOf<HTMLTextAreaElement>} */ (copy.querySelectorAll("textarea, input[type=text]"))) saw(control);
    current = { place, copy, qui };
  }

  return {
    /** @param {HTMLElement} control under a field */
    open(control) {
      const box = /** @type {HTMLElement} */ (control.closest("[data-place]"));
      const { place = "", voix = "" } = box.dataset;
      const copy = copied(box);
      take({ place, copy });
      fill(dialog, "parole", status.phrase("proposer_parole", { qui: status.phrase(`voix_${voix}`) }));
      fill(dialog, "manque", "");
      part(dialog, "saisie")?.replaceChildren(copy);
      dialog.hidden = false;
      dialog.showModal();
      /** @type {HTMLElement | null} */ (copy.querySelector("textarea, select, input"))?.focus();
    },
    keep() {
      if (!current) return;
      // Another tab has changed hands meanwhile: nobody signs what another wrote.
      if (!samePerson(current.qui, contenu().qui)) take(current);
      const { place, copy } = current;
      const raw = readBox(copy, NO_LINKS);
      const nothing = raw === undefined ? "proposer_vide" : same(contenu().valeurs[place]?.valeur, raw) ? "proposer_pareil" : "";
      fill(dialog, "manque", nothing && status.phrase(nothing));
      if (raw === undefined || nothing) return;
      current = null;
      dialog.close();
      proposed(place, raw);
    },
    /** What was begun is given up; closed otherwise, it is there the next time. */
    stop() {
      if (current) typed(current.place, undefined, current.qui);
      dialog.close();
    },
  };
}
