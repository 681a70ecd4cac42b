/**
 * What is wrong with an answer, beside its field: only once one has left the field, or asked to see it all.
 * @module
 */

import { idOf } from "./fields.mjs";

/**
 * `grave`: what was written does not do; `doute`: it may not do, which is no fault; else something is missing, which is no
 * error while one is filling in.
 * @typedef {{place: string, phrase: string, grave: boolean, doute?: boolean}} Ecart
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

  /** @param {string} place @returns {HTMLElement | null} the box of a field or of a list; none where its row has gone */
  function boxOf(place) {
    const name = CSS.escape(place);
    return form.querySelector(`[data-place="${name}"], [data-liste="${name}"]`);
  }

  /**
   * @param {string} place
   * @param {Ecart} [ecart] nothing: all is well
   */
  function tell(place, ecart) {
    const box = boxOf(place);
    if (!box) return;
    const line = lineOf(box, place);
    const text = ecart?.phrase ?? "";
    if (line.textContent !== text) line.textContent = text;
    line.hidden = text === "";
    line.toggleAttribute("data-doute", ecart?.doute === true);
    for (const control of box.matches("[data-place]") ? box.querySelectorAll("input, textarea, select") : []) {
      if (ecart && !ecart.doute) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    }
  }

  /** @param {Ecart} ecart @returns {boolean} whether it is about what one wrote there, and has left */
  function isWritten({ place, grave, doute }) {
    return left.has(place) && (grave || (doute === true && boxOf(place)?.matches("[data-repondu]") === true));
  }

  function draw() {
    /** @type {Map<string, Ecart>} */
    const now = new Map();
    for (const ecart of ecarts) {
      if ((insisting || isWritten(ecart)) && !now.has(ecart.place)) now.set(ecart.place, ecart);
    }
    for (const place of told) if (!now.has(place)) tell(place);
    for (const [place, ecart] of now) tell(place, ecart);
    // A row that is away may come back with what was said in it: that is not forgotten.
    told = new Set([...now.keys(), ...[...told].filter((place) => !boxOf(place))]);
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
