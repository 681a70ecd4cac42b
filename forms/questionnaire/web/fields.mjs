/**
 * Fields on screen, one at a time, by their place: the code of a field, or <list>/<row>/<field>.
 * Raw values are those of a file: what a person typed is kept as it was typed.
 * @module
 */

import { wellFormed } from "../../page/text.mjs";
import { saw } from "../../page/unsaid.mjs";
import { dayFromText, dayToText } from "./days.mjs";

/** @typedef {string | number | boolean | string[]} Raw */
/** @typedef {ReturnType<typeof createFields>} Fields */
/** @typedef {{read: (box: HTMLElement) => string[], write: (box: HTMLElement, ids: string[]) => void}} Links */

/** @param {string} place */
export const idOf = (place) => place.replaceAll("/", "_");

/** @param {HTMLElement} box */
function inputs(box) {
  return /** @type {HTMLInputElement[]} */ ([...box.querySelectorAll("input")]);
}

/** @param {HTMLElement} box */
function entry(box) {
  return /** @type {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | null} */ (
    box.querySelector("textarea, select, input[type=text]")
  );
}

/** @param {HTMLElement} box */
function checked(box) {
  return inputs(box)
    .filter((input) => input.checked)
    .map((input) => input.value);
}

/**
 * @param {HTMLElement} box
 * @param {string[]} codes
 */
function check(box, codes) {
  for (const input of inputs(box)) input.checked = codes.includes(input.value);
}

/** @param {unknown} raw */
const texts = (raw) => (Array.isArray(raw) ? raw : raw === undefined ? [] : [raw]).map(String);

/**
 * @param {HTMLElement} box
 * @param {Links} links
 * @returns {Raw | undefined} nothing where there is no answer
 */
export function readBox(box, links) {
  const { nature } = box.dataset;
  if (nature === "renvois" || nature === "choix_multiple") {
    const codes = nature === "renvois" ? links.read(box) : checked(box);
    return codes.length > 0 ? codes : undefined;
  }
  if (nature === "oui_non") return checked(box).map((code) => code === "oui")[0];
  const typed = entry(box);
  if (!typed) return checked(box)[0];
  const text = wellFormed(typed.value);
  if (!text.trim()) return undefined;
  return nature === "date" ? dayFromText(text) : text;
}

/**
 * @param {HTMLElement} box
 * @param {Raw | undefined} raw
 * @param {Links} links
 */
export function writeBox(box, raw, links) {
  const { nature } = box.dataset;
  const typed = entry(box);
  if (nature === "renvois") links.write(box, texts(raw));
  else if (nature === "oui_non") check(box, raw === true ? ["oui"] : raw === false ? ["non"] : texts(raw));
  else if (typed) typed.value = nature === "date" ? dayToText(String(raw ?? "")) : String(raw ?? "");
  else check(box, texts(raw));
}

/**
 * What follows from an answer in its own box: its twin, which prints whole, and the button that takes it back.
 * @param {HTMLElement} box
 */
function refresh(box) {
  const typed = entry(box);
  const twin = /** @type {HTMLElement | null} */ (box.querySelector(".r-ecrit"));
  const text = typed instanceof HTMLSelectElement ? (typed.value && typed.selectedOptions[0].text) : typed?.value;
  if (twin && typed) twin.textContent = text ?? "";
  if (typed && !(typed instanceof HTMLSelectElement)) saw(typed);
  const answered = typed ? text?.trim() !== "" : checked(box).length > 0;
  box.toggleAttribute("data-repondu", answered);
  const withdraw = /** @type {HTMLElement | null} */ (box.querySelector("[data-action=retirer]"));
  if (withdraw) withdraw.hidden = !answered;
}

/**
 * @param {HTMLFormElement} form
 * @param {Links} links how the rows of another list are chosen
 */
export function createFields(form, links) {
  /** Where each box was last found: in a form of many rows, looking for one is long. @type {Map<string, HTMLElement>} */
  const known = new Map();

  /**
   * @param {string} place
   * @returns {HTMLElement | null}
   */
  function boxOf(place) {
    const before = known.get(place);
    if (before?.isConnected) return before;
    const found = /** @type {HTMLElement | null} */ (form.querySelector(`[data-place="${CSS.escape(place)}"]`));
    if (found) known.set(place, found);
    else known.delete(place);
    return found;
  }

  return {
    boxOf,
    /**
     * @param {Element} inside
     * @returns {HTMLElement | null} the box of the field that an element is part of
     */
    around: (inside) => inside.closest("[data-place]"),
    /** @returns {string[]} every place on screen, in reading order */
    places() {
      known.clear();
      for (const box of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-place]"))) known.set(box.dataset.place ?? "", box);
      return [...known.keys()];
    },
    /** @param {string} place */
    read(place) {
      const box = boxOf(place);
      return box ? readBox(box, links) : undefined;
    },
    /**
     * @param {string} place
     * @param {Raw | undefined} raw
     */
    write(place, raw) {
      const box = boxOf(place);
      if (!box) return;
      writeBox(box, raw, links);
      refresh(box);
    },
    /** @param {string} place of a field that has just changed */
    changed(place) {
      const box = boxOf(place);
      if (box) refresh(box);
    },
    /**
     * Shows a day as it was understood, once one has left its field.
     * @param {HTMLElement} box
     */
    settle(box) {
      const typed = entry(box);
      if (box.dataset.nature !== "date" || !typed) return;
      typed.value = dayToText(dayFromText(typed.value));
      refresh(box);
    },
    /**
     * Takes back a choice; the focus goes where one can choose again.
     * @param {HTMLElement} box
     */
    withdraw(box) {
      check(box, []);
      refresh(box);
      inputs(box)[0].focus();
    },
    /** @param {string} place */
    focus(place) {
      /** @type {HTMLElement | null | undefined} */ (boxOf(place)?.querySelector("input, textarea, select"))?.focus();
    },
  };
}
