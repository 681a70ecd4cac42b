/**
 * Answers on screen: reads them from the form's controls and writes them back.
 * The controls are the only place where answers live while the page is open.
 * @module
 */

import { wellFormed } from "./text.mjs";

/** @typedef {{valeur?: string, note?: string, enonce?: string}} Reponse */
/** @typedef {Record<string, Reponse>} Reponses */
/** @typedef {ReturnType<typeof createAnswers>} Answers */

/**
 * One question's controls, looked up once: a form may have hundreds, and each key pressed reads them all.
 * @param {HTMLFieldSetElement} element
 */
function controls(element) {
  return {
    code: /** @type {string} */ (element.dataset.item),
    element,
    radios: /** @type {HTMLInputElement[]} */ ([...element.querySelectorAll("input[type=radio]")]),
    note: /** @type {HTMLTextAreaElement} */ (element.querySelector("textarea")),
    withdraw: /** @type {HTMLElement} */ (element.querySelector("[data-action=retirer]")),
    printed: /** @type {HTMLElement} */ (element.querySelector(".r-ecrit")),
  };
}

/** @param {HTMLFormElement} form */
export function createAnswers(form) {
  const fieldsets = /** @type {HTMLFieldSetElement[]} */ ([...form.querySelectorAll("fieldset[data-item]")]);
  const questions = new Map(fieldsets.map((element) => [element, controls(element)]));

  /**
   * Shows what follows from an answer in its own question: the button that takes it
   * back, and the twin of the note, which prints whole where a textarea is cut.
   * @param {ReturnType<typeof controls>} question
   */
  function refresh({ element, radios, note, withdraw, printed }) {
    const answered = radios.some((radio) => radio.checked);
    withdraw.hidden = !answered;
    element.toggleAttribute("data-repondu", answered);
    printed.textContent = note.value;
  }

  /** @param {Element} inside */
  const questionOf = (inside) => questions.get(/** @type {HTMLFieldSetElement} */ (inside.closest("fieldset[data-item]")));

  return {
    /** @returns {Reponses} one entry for each item answered or annotated, strings in well-formed Unicode */
    read() {
      /** @type {Reponses} */
      const reponses = {};
      for (const { code, radios, note } of questions.values()) {
        const checked = radios.find((radio) => radio.checked);
        if (!checked && !note.value) continue;
        reponses[code] = { ...(checked ? { valeur: checked.value } : {}), ...(note.value ? { note: wellFormed(note.value) } : {}) };
      }
      return reponses;
    },
    /**
     * Replaces every answer on screen.
     * @param {Reponses} reponses
     */
    write(reponses) {
      for (const question of questions.values()) {
        const reponse = Object.hasOwn(reponses, question.code) ? reponses[question.code] : {};
        for (const radio of question.radios) radio.checked = radio.value === reponse.valeur;
        question.note.value = reponse.note ?? "";
        if (reponse.note) question.note.closest("details")?.setAttribute("open", "");
        refresh(question);
      }
    },
    /**
     * @param {Element} control that has just changed
     * @returns {{question: HTMLFieldSetElement, first: boolean} | null} its question; whether this is its first answer
     */
    changed(control) {
      const question = questionOf(control);
      if (!question) return null;
      const before = question.element.hasAttribute("data-repondu");
      refresh(question);
      return { question: question.element, first: !before && question.element.hasAttribute("data-repondu") };
    },
    /**
     * Takes back the answer of one question; its note stays.
     * @param {Element} control
     */
    withdraw(control) {
      const question = questionOf(control);
      if (!question) return;
      for (const radio of question.radios) radio.checked = false;
      refresh(question);
      question.radios[0].focus();
    },
  };
}

/**
 * @param {Reponses} under
 * @param {Reponses} over wins, field by field
 * @returns {Reponses}
 */
export function mergeAnswers(under, over) {
  const merged = { ...under };
  for (const [code, reponse] of Object.entries(over)) merged[code] = { ...merged[code], ...reponse };
  return merged;
}
