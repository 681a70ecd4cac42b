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
}

/**
 * @param {HTMLElement} panel that is marked `data-du-brouillon`
 * @param {() => void} forget lets go of what it had in hand of the draft
 */
export const whenLeft = (panel, forget) => panel.addEventListener(LEFT, forget);
