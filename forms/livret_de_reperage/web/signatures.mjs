/**
 * Under each answer, who wrote it and when.
 * @module
 */

import { dayInWords, localDay } from "../../page/moments.mjs";

/** @typedef {import("./writings.mjs").Ecrit} Ecrit */
/** @typedef {import("./writings.mjs").Ecrits} Ecrits */

/**
 * @param {HTMLFormElement} form
 * @param {(key: string, values?: Record<string, string>) => string} phrase
 */
export function createSignatures(form, phrase) {
  /**
   * @param {HTMLElement} line
   * @param {Ecrit | undefined} ecrit
   */
  function draw(line, ecrit) {
    const text = ecrit ? signed(ecrit) : "";
    if (line.textContent !== text) line.textContent = text;
    line.hidden = text === "";
    line.dataset.role = ecrit?.par.role ?? "";
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
      const line = form.querySelector(`[data-signature="${CSS.escape(place)}"]`);
      if (line) draw(/** @type {HTMLElement} */ (line), ecrit);
    },
    /** @param {Ecrits} valeurs */
    showAll(valeurs) {
      for (const line of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-signature]"))) {
        draw(line, valeurs[line.dataset.signature ?? ""]);
      }
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
