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
  if (inside) /** @type {HTMLElement | null} */ (document.querySelector(".r-outils [data-action=ouvrir]"))?.focus();
}
