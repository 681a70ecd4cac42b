/**
 * What is wrong with an answer, beside its field: only once one has left the field, or asked to see it all.
 * @module
 */

import { idOf } from "./fields.mjs";

/**
 * `grave`: what was written does not do; else something is missing, which is no error while one is filling in.
 * @typedef {{place: string, phrase: string, grave: boolean}} Ecart
 */

/** What one answers by, in the box of a field or of a list: what is wrong with it stands just before. */
const ANSWER = ":scope > :is(input, textarea, select, .r-choix, .r-avec-unite, .r-jour, .r-lignes)";

/**
 * @param {HTMLElement} box of a field or of a list
 * @param {string} place
 * @returns {HTMLElement} the line that says what is wrong there and describes it, made the first time that something is
 */
function lineOf(box, place) {
  const id = `e-${idOf(place)}`;
  const known = document.getElementById(id);
  if (known) return known;
  const line = document.createElement("p");
  Object.assign(line, { id, className: "r-erreur" });
  box.querySelector(ANSWER)?.before(line);
  for (const one of described(box)) one.setAttribute("aria-describedby", [one.getAttribute("aria-describedby"), id].filter(Boolean).join(" "));
  return line;
}

/** @param {HTMLElement} box @returns {Iterable<Element>} a group as one; else each thing that one answers by; a list has none */
function described(box) {
  if (!box.matches("[data-place]")) return [];
  return box.matches("fieldset") ? [box] : box.querySelectorAll("input, textarea, select, [data-action=accorder]");
}

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
    const name = CSS.escape(place);
    const box = /** @type {HTMLElement | null} */ (form.querySelector(`[data-place="${name}"], [data-liste="${name}"]`));
    // Its row has gone.
    if (!box) return;
    const line = lineOf(box, place);
    if (line.textContent !== text) line.textContent = text;
    line.hidden = text === "";
    for (const control of box.matches("[data-place]") ? box.querySelectorAll("input, textarea, select") : []) {
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
