/**
 * Under each answer, who wrote it and when.
 * @module
 */

import { dayInWords, localDay } from "../../page/moments.mjs";

/** @typedef {import("./writings.mjs").Ecrit} Ecrit */
/** @typedef {import("./writings.mjs").Ecrits} Ecrits */

/** What an agreement is worth is said otherwise. */
const SIGNED = ":not([data-nature=empreinte])";

/**
 * @param {HTMLFormElement} form
 * @param {(key: string, values?: Record<string, string>) => string} phrase
 */
export function createSignatures(form, phrase) {
  /**
   * @param {Element} box of a field
   * @param {Ecrit | undefined} ecrit
   */
  function draw(box, ecrit) {
    const known = /** @type {HTMLElement | null} */ (box.querySelector(":scope > .r-signature"));
    const line = known ?? (ecrit ? under(box) : null);
    if (!line) return;
    const text = ecrit ? signed(ecrit) : "";
    if (line.textContent !== text) line.textContent = text;
    line.hidden = text === "";
    line.dataset.role = ecrit?.par.role ?? "";
  }

  /** @param {Element} box @returns {HTMLElement} a line after the answer, before the words that are kept beside it */
  function under(box) {
    const line = document.createElement("p");
    line.className = "r-signature";
    box.insertBefore(line, box.querySelector(":scope > .r-a-cote"));
    return line;
  }

  /** @param {Ecrit} ecrit */
  const signed = (ecrit) => phrase("signature", { qui: named(ecrit), jour: dayOf(ecrit) || phrase("jour_illisible") });

  /** @param {Ecrit} ecrit */
  function named({ par: { role, nom } }) {
    return [nom.trim(), phrase(`role_${role || "personne"}`)].filter(Boolean).join(", ");
  }

  return {
    signed,
    /**
     * @param {string} place
     * @param {Ecrit | undefined} ecrit
     */
    show(place, ecrit) {
      const box = form.querySelector(`[data-place="${CSS.escape(place)}"]${SIGNED}`);
      if (box) draw(box, ecrit);
    },
    /** @param {Ecrits} valeurs */
    showAll(valeurs) {
      for (const box of form.querySelectorAll(`[data-place]${SIGNED}`)) draw(box, valeurs[box.getAttribute("data-place") ?? ""]);
    },
  };
}

/**
 * @param {Ecrit} ecrit
 * @returns {string} the day that its own clock showed, whatever the zone of this device; nothing where no calendar has it
 */
function dayOf({ le }) {
  const day = le.slice(0, 10);
  // A browser takes 30 February for 2 March: what it made of the day is compared with it.
  return localDay(new Date(`${day}T12:00:00`)) === day ? dayInWords(day) : "";
}
