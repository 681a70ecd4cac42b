/**
 * How far one is: counts of answered questions, everywhere that the page shows them.
 * @module
 */

/**
 * @param {Element} part
 * @returns {{done: number, total: number}} how many of its questions have an answer
 */
function count(part) {
  const done = part.querySelectorAll("fieldset[data-repondu]").length;
  return { done, total: part.querySelectorAll("fieldset[data-item]").length };
}

/**
 * @param {Element} entry of the table of contents
 * @param {{done: number, total: number}} counted
 */
function showEntry(entry, { done, total }) {
  const [compte, fini] = ["compte", "fini"].map((name) => /** @type {HTMLElement} */ (entry.querySelector(`[data-champ=${name}]`)));
  compte.textContent = `${done} sur ${total}`;
  fini.hidden = done < total;
  entry.toggleAttribute("data-fini", done === total);
}

/** @param {HTMLFormElement} form */
export function showProgress(form) {
  const { done } = count(form);
  for (const place of document.querySelectorAll("[data-progression]")) place.textContent = String(done);
  /** @type {HTMLProgressElement} */ (form.querySelector("progress")).value = done;
  for (const entry of document.querySelectorAll("[data-sommaire]")) {
    const section = document.getElementById(/** @type {string} */ (entry.getAttribute("data-sommaire")));
    if (section) showEntry(entry, count(section));
  }
}

/**
 * @param {HTMLFormElement} form
 * @returns {{repondus: string, total: string}}
 */
export function progressOf(form) {
  const { done, total } = count(form);
  return { repondus: String(done), total: String(total) };
}

/**
 * Tells the end of a section once, when its last question gets its answer.
 * @param {HTMLFieldSetElement} question the one just answered, for the first time
 * @returns {string} the title of the section that it completes, or nothing
 */
export function completedSection(question) {
  const section = question.closest("[data-etape]");
  if (!section) return "";
  const { done, total } = count(section);
  return done === total ? (section.querySelector("h2, h3, h4")?.textContent ?? "") : "";
}
