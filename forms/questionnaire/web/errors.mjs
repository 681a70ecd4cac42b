/**
 * What is wrong with an answer, beside its field: only once one has left the field, or asked to see it all.
 * @module
 */

import { idOf } from "./fields.mjs";

/**
 * `grave`: what was written does not do; else something is missing, which is no error while one is filling in.
 * @typedef {{place: string, phrase: string, grave: boolean}} Ecart
 */

/**
 * @param {HTMLFormElement} form
 * @param {() => Promise<void>} released settles once nothing is pressed: what is said moves the page
 */
export function createErrors(form, released) {
  /** @type {Set<string>} */
  const left = new Set();
  /** @type {Ecart[]} */
  let ecarts = [];
  let insisting = false;
  /** Places where something is said now. @type {Set<string>} */
  let told = new Set();

  /**
   * @param {string} place
   * @param {string} text nothing: all is well
   */
  function tell(place, text) {
    const line = document.getElementById(`e-${idOf(place)}`);
    if (!line) return;
    if (line.textContent !== text) line.textContent = text;
    line.hidden = text === "";
    const box = form.querySelector(`[data-place="${CSS.escape(place)}"]`);
    for (const control of box?.querySelectorAll("input, textarea, select") ?? []) {
      if (text) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    }
  }

  function draw() {
    /** @type {Map<string, string>} */
    const now = new Map();
    for (const { place, phrase, grave } of ecarts) {
      if ((insisting || (grave && left.has(place))) && !now.has(place)) now.set(place, phrase);
    }
    for (const place of told) if (!now.has(place)) tell(place, "");
    for (const [place, phrase] of now) tell(place, phrase);
    told = new Set(now.keys());
  }

  return {
    /** @param {Ecart[]} found */
    show(found) {
      ecarts = found;
      draw();
    },
    /** @param {string} place that the person has just left */
    async leave(place) {
      left.add(place);
      await released();
      draw();
    },
    /** Says everything, from now on. */
    insist() {
      insisting = true;
      draw();
    },
    /** Another draft comes on screen. */
    forget() {
      left.clear();
      ecarts = [];
      insisting = false;
      draw();
    },
  };
}
