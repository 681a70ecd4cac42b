/**
 * What is shown of one draft goes when another comes on screen: every panel that is marked so, and what its module had
 * in hand.  Nobody else closes them one by one: a panel that were forgotten would speak of, or write in, another draft.
 * @module
 */

import { leave } from "./places.mjs";

const LEFT = "draftleft";

/** Another draft comes on screen. */
export function leaveDraft() {
  for (const panel of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-du-brouillon]"))) {
    leave(panel);
    panel.dispatchEvent(new Event(LEFT));
  }
  outdate();
}

/** What Python said is not about what is on screen any more. */
export function outdate() {
  for (const panel of document.querySelectorAll("[data-calcule]")) {
    panel.toggleAttribute("data-calcule", false);
    panel.toggleAttribute("data-perime", true);
  }
}

/**
 * What Python says is now that of the answers on screen; until then, what it said before is not shown.
 * @param {Element} panel of a result
 */
export function showComputed(panel) {
  panel.toggleAttribute("data-calcule", true);
  panel.toggleAttribute("data-perime", false);
}

/**
 * @param {HTMLElement} panel that is marked `data-du-brouillon`
 * @param {() => void} forget lets go of what it had in hand of the draft
 */
export const whenLeft = (panel, forget) => panel.addEventListener(LEFT, forget);
