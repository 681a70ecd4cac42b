/**
 * How far one is: counts of answered questions, everywhere that the page shows them.
 * @module
 */

/**
 * @param {Element} part
 * @returns {number} how many of its questions have an answer
 */
function answered(part) {
  return part.querySelectorAll("fieldset[data-item][data-repondu]").length;
}

/** @param {HTMLFormElement} form */
export function showProgress(form) {
  for (const place of document.querySelectorAll("[data-progression]")) place.textContent = String(answered(form));
  /** @type {HTMLProgressElement} */ (form.querySelector("progress")).value = answered(form);
  for (const section of form.querySelectorAll("[data-unite]")) {
    const place = document.querySelector(`[data-progression-unite="${section.getAttribute("data-unite")}"]`);
    const total = section.querySelectorAll("fieldset[data-item]").length;
    if (place) place.textContent = `${answered(section)} sur ${total}`;
  }
}
