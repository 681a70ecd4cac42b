/**
 * What goes on paper: the blank form, the filled one, the summary, or a document.  The style sheet does the rest.
 * @module
 */

import { longDay } from "./moments.mjs";

const root = document.documentElement;

/**
 * @param {string} mode vierge, remplie, synthese, or the name of a document
 * @param {string} nom of the draft, which heads the summary
 */
export function print(mode, nom) {
  root.dataset.impression = mode;
  for (const place of document.querySelectorAll("[data-papier=nom]")) place.textContent = nom && `${nom}, `;
  for (const place of document.querySelectorAll("[data-papier=jour]")) place.textContent = longDay(new Date().toISOString());
  window.print();
}

/** The browser's own command prints what is filled, without lines to write on; a form with no answer is a blank one. */
export function watchPrinting() {
  window.addEventListener("beforeprint", () => {
    if (!root.dataset.impression && document.querySelector("[data-repondu]")) root.dataset.impression = "remplie";
  });
  window.addEventListener("afterprint", () => delete root.dataset.impression);
}
