/**
 * What every part of the page does with its elements.
 * @module
 */

/**
 * @param {string} id of an element that the template always writes
 * @returns {any} the element; its kind is known where it is asked for
 */
export function element(id) {
  return document.getElementById(id);
}

/** @param {string} id of a script element that carries JSON */
export function json(id) {
  return JSON.parse(element(id).textContent);
}

/**
 * Ties every control that says `data-action` to the action of that name, wherever it stands on the page.
 * @param {Record<string, (control: HTMLElement) => unknown>} actions
 */
export function bindActions(actions) {
  document.addEventListener("click", (event) => {
    const control = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-action]"));
    const action = control?.dataset.action;
    if (control && action && Object.hasOwn(actions, action)) actions[action](control);
  });
}
