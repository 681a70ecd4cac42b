/**
 * Answers on screen: reads them from the form's controls and writes them back.
 * The controls are the only place where answers live while the page is open.
 * @module
 */

/** @typedef {{valeur?: string, note?: string}} Reponse */
/** @typedef {Record<string, Reponse>} Reponses */

/** @param {HTMLFormElement} form */
function questions(form) {
  return /** @type {HTMLFieldSetElement[]} */ ([...form.querySelectorAll("fieldset[data-item]")]);
}

/** @param {HTMLFieldSetElement} question */
function radios(question) {
  return /** @type {HTMLInputElement[]} */ ([...question.querySelectorAll("input[type=radio]")]);
}

/** @param {HTMLFieldSetElement} question */
function noteOf(question) {
  return /** @type {HTMLTextAreaElement} */ (question.querySelector("textarea"));
}

/**
 * Shows what follows from an answer in its own question: the button that takes it
 * back, and the twin of the note, which prints whole where a textarea is cut.
 * @param {HTMLFieldSetElement} question
 */
export function refresh(question) {
  const answered = radios(question).some((radio) => radio.checked);
  const withdraw = /** @type {HTMLElement} */ (question.querySelector("[data-action=retirer]"));
  withdraw.hidden = !answered;
  question.toggleAttribute("data-repondu", answered);
  const printed = /** @type {HTMLElement} */ (question.querySelector(".r-ecrit"));
  printed.textContent = noteOf(question).value;
}

/**
 * @param {HTMLFormElement} form
 * @returns {Reponses} one entry for each item answered or annotated, strings in well-formed Unicode
 */
export function readAnswers(form) {
  /** @type {Reponses} */
  const reponses = {};
  for (const question of questions(form)) {
    const checked = radios(question).find((radio) => radio.checked);
    const note = wellFormed(noteOf(question).value);
    if (checked || note) {
      reponses[/** @type {string} */ (question.dataset.item)] = {
        ...(checked ? { valeur: checked.value } : {}),
        ...(note ? { note } : {}),
      };
    }
  }
  return reponses;
}

/**
 * Replaces every answer on screen.
 * @param {HTMLFormElement} form
 * @param {Reponses} reponses
 */
export function writeAnswers(form, reponses) {
  for (const question of questions(form)) {
    const code = /** @type {string} */ (question.dataset.item);
    const reponse = Object.hasOwn(reponses, code) ? reponses[code] : {};
    for (const radio of radios(question)) radio.checked = radio.value === reponse.valeur;
    noteOf(question).value = reponse.note ?? "";
    if (reponse.note) noteOf(question).closest("details")?.setAttribute("open", "");
    refresh(question);
  }
}

/**
 * Takes back the answer of one question; its note stays.
 * @param {HTMLFieldSetElement} question
 */
export function withdraw(question) {
  for (const radio of radios(question)) radio.checked = false;
  refresh(question);
  radios(question)[0].focus();
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

/**
 * A lone surrogate cannot be written in UTF-8; String.prototype.toWellFormed is not everywhere yet.
 * @param {string} text
 */
function wellFormed(text) {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}
