/**
 * Answers on screen: reads them from the form's controls and writes them back.
 * The controls are where answers live while the page is open; a question is read again only once it has changed.
 * @module
 */

import { copyOf, fill } from "../../page/places.mjs";
import { wellFormed } from "../../page/text.mjs";
import { saw } from "../../page/unsaid.mjs";

/** @typedef {{valeur?: string, note?: string, enonce?: string}} Reponse */
/** @typedef {Record<string, Reponse>} Reponses */
/** @typedef {ReturnType<typeof createAnswers>} Answers */

/**
 * One question's controls, looked up once: a form may have hundreds.  That of a first pass has no note.
 * @param {HTMLFieldSetElement} element
 * @param {"item" | "premier"} mark
 */
function controls(element, mark) {
  const withdraw = copyOf(/** @type {HTMLFormElement} */ (element.closest("form")), `retirer-${mark}`);
  fill(withdraw, "numero", (element.querySelector(".r-question-numero")?.textContent ?? "").replace(/\.$/, ""));
  element.querySelector(".r-choix")?.after(withdraw);
  return {
    code: /** @type {string} */ (element.dataset[mark]),
    element,
    radios: /** @type {HTMLInputElement[]} */ ([...element.querySelectorAll("input[type=radio]")]),
    note: /** @type {HTMLTextAreaElement | null} */ (element.querySelector("textarea")),
    withdraw,
    printed: element.querySelector(".r-ecrit"),
  };
}

/**
 * @param {ReturnType<typeof controls>} question
 * @returns {Reponse | null} what stands in it, strings in well-formed Unicode
 */
function answerOf({ radios, note }) {
  const checked = radios.find((radio) => radio.checked);
  const written = note?.value ?? "";
  if (!checked && !written) return null;
  return { ...(checked ? { valeur: checked.value } : {}), ...(written ? { note: wellFormed(written) } : {}) };
}

/**
 * @param {HTMLFormElement} form
 * @param {"item" | "premier"} mark what tells its questions: the statements, or those of the first pass
 */
export function createAnswers(form, mark) {
  const fieldsets = /** @type {HTMLFieldSetElement[]} */ ([...form.querySelectorAll(`fieldset[data-${mark}]`)]);
  const questions = new Map(fieldsets.map((element) => [element, controls(element, mark)]));
  /** What stands in each question, in their order; nothing where it is empty. @type {Map<string, Reponse | null>} */
  const standing = new Map();
  /**
   * Takes note of what stands in a question, and shows what follows from it  there: the button that takes the
   * answer back, and the twin of the note, which prints whole where a textarea is cut.
   * @param {ReturnType<typeof controls>} question
   */
  function refresh(question) {
    const { code, element, note, withdraw, printed } = question;
    const reponse = answerOf(question);
    standing.set(code, reponse);
    const answered = reponse?.valeur !== undefined;
    withdraw.hidden = !answered;
    element.toggleAttribute("data-repondu", answered);
    if (!note || !printed) return;
    printed.textContent = note.value;
    saw(note);
  }

  /** @param {Element} inside */
  const questionOf = (inside) => questions.get(/** @type {HTMLFieldSetElement} */ (inside.closest(`fieldset[data-${mark}]`)));

  return {
    /** Looks at every control: before the script ties them, they change without a word. */
    look() {
      for (const question of questions.values()) standing.set(question.code, answerOf(question));
    },
    /** @returns {Reponses} one entry for each item answered or annotated, strings in well-formed Unicode */
    read() {
      /** @type {Reponses} */
      const reponses = {};
      for (const [code, reponse] of standing) if (reponse) reponses[code] = reponse;
      return reponses;
    },
    /** @returns {Reponses} the same without the notes, of which no score depends */
    values() {
      /** @type {Reponses} */
      const reponses = {};
      for (const [code, reponse] of standing) if (reponse?.valeur !== undefined) reponses[code] = { valeur: reponse.valeur };
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
        if (question.note) question.note.value = reponse.note ?? "";
        if (reponse.note) question.note?.closest("details")?.setAttribute("open", "");
        refresh(question);
      }
    },
    /**
     * @param {Element} control that has just changed
     * @returns {{question: HTMLFieldSetElement, first: boolean, value: boolean} | null} its question; whether this is
     *   its first answer; whether the answer has changed, and not the note alone
     */
    changed(control) {
      const question = questionOf(control);
      if (!question) return null;
      const before = standing.get(question.code)?.valeur;
      refresh(question);
      const after = standing.get(question.code)?.valeur;
      return { question: question.element, first: before === undefined && after !== undefined, value: before !== after };
    },
    /**
     * Takes back the answer of one question; its note stays.
     * @param {Element} control
     */
    withdraw(control) {
      const question = questionOf(control);
      if (!question) return;
      for (const radio of question.radios) radio.checked = false;
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
