/**
 * What a merge or a poured file made of the copy can be taken back, as long as nobody has written since.
 * @module
 */

import { whenLeft } from "../../page/panels.mjs";
import { bring } from "../../page/places.mjs";

/** @typedef {import("./writings.mjs").Contenu} Contenu */

/**
 * @param {HTMLElement} button
 * @param {object} page
 * @param {(contenu: Contenu) => Promise<void>} page.put writes contents, and shows them
 * @param {import("../../page/saving.mjs").Status} page.status
 */
export function createUndoing(button, { put, status }) {
  /** @type {Contenu | null} */
  let before = null;

  function forget() {
    before = null;
    button.hidden = true;
  }
  whenLeft(button, forget);

  return {
    forget,
    /**
     * @param {Contenu} contenu as it was
     * @param {string} key what the button says
     */
    offer(contenu, key) {
      before = contenu;
      button.textContent = status.phrase(key);
      button.hidden = false;
    },
    async undo() {
      if (!before) return;
      const kept = before;
      forget();
      await put(kept);
      bring(/** @type {HTMLElement} */ (document.querySelector(".r-outils [data-action=ouvrir]")));
      status.say("annule");
    },
  };
}
