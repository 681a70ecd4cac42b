/** The list of certifications, filtered by state and by kind. Without this the list is whole and the filters hidden. */

import { localDay, showPeriods } from "./etat.mjs";

const filters = document.querySelector("[data-filtres-liste]");
const count = /** @type {HTMLElement | null} */ (document.querySelector("[data-compte-liste]"));

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} output says how many are left, in the words of its own attributes
 */
function start(form, output) {
  const cards = [...document.querySelectorAll("[data-liste] > [data-genre]")].filter((e) => e instanceof HTMLElement);
  const day = localDay(new Date());
  showPeriods(document, day);

  /** @param {HTMLElement} card */
  const state = (card) => card.querySelector(".r-etiquette[data-periode]:not([hidden])")?.getAttribute("data-etat");

  const apply = () => {
    const wanted = new FormData(form);
    let shown = 0;
    for (const card of cards) {
      const right = [state(card), card.dataset["genre"]];
      card.hidden = !["etat", "genre"].every((name, i) => !wanted.get(name) || wanted.get(name) === right[i]);
      if (!card.hidden) shown += 1;
    }
    const { aucune = "", une = "", plusieurs = "" } = output.dataset;
    const words = shown === 0 ? aucune : shown === 1 ? une : plusieurs;
    output.textContent = words.replace("{nombre}", String(shown)).replace("{total}", String(cards.length));
  };
  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  // A page taken from the history keeps its choices.
  apply();
}

if (filters instanceof HTMLFormElement && count) start(filters, count);
