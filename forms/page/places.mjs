/**
 * Places that a template holds ready, by their `data-champ`, and what is copied from its `<template data-modele>`.
 * @module
 */

/**
 * @param {Element} place
 * @param {string} field
 * @returns {HTMLElement | null}
 */
export const part = (place, field) => place.querySelector(`[data-champ="${field}"]`);

/**
 * @param {Element} place
 * @param {string} field
 * @param {string} text nothing: the part goes away
 */
export function fill(place, field, text) {
  const target = part(place, field);
  if (!target) return;
  if (target.textContent !== text) target.textContent = text;
  target.hidden = text === "";
}

/**
 * @param {Element} place
 * @param {string} name
 */
export function copyOf(place, name) {
  const model = /** @type {HTMLTemplateElement} */ (place.querySelector(`template[data-modele=${name}]`));
  return /** @type {HTMLElement} */ (/** @type {Element} */ (model.content.firstElementChild).cloneNode(true));
}

/**
 * @param {Element} place
 * @param {string} field of a part that holds a list, under its title
 * @param {string[]} names none: the part goes away
 */
export function list(place, field, names) {
  const target = part(place, field);
  if (!target) return;
  const lines = names.map((name) => {
    const line = document.createElement("li");
    line.textContent = name;
    return line;
  });
  target.querySelector("ul")?.replaceChildren(...lines);
  target.hidden = names.length === 0;
}

/**
 * Closes a panel; where the focus was in it, it goes to the button that files come by.
 * @param {HTMLElement} panel
 */
export function leave(panel) {
  const inside = panel.contains(document.activeElement);
  panel.hidden = true;
  if (inside) /** @type {HTMLElement | null} */ (document.querySelector(":is(.r-depart, .r-outils) [data-action=ouvrir]"))?.focus();
}

const TYPED = "textarea, input:not([type=file], [type=radio], [type=checkbox])";

/** Whether the last thing that the person did is to type in a field: not a click, nor a file. */
let typing = false;
for (const gesture of ["input", "click", "drop"]) {
  globalThis.document?.addEventListener(
    gesture,
    ({ target }) => (typing = gesture === "input" && target instanceof Element && target.matches(TYPED)),
    { capture: true },
  );
}

/**
 * Brings the person to what has come, unless they have gone on typing: their letters would go where nothing takes them.
 * @param {HTMLElement} target
 * @returns {boolean} whether they are there; if not, what has come is to be said
 */
export function bring(target) {
  if (typing && document.activeElement?.matches(TYPED)) return false;
  target.focus();
  return true;
}
