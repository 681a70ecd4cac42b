/** The list of certifications, filtered by state and by kind. Without this the list is whole and the filters hidden. */

import { localDay, showPeriods } from "./etat.mjs";

const filters = document.querySelector("[data-filtres-liste]");
const count = document.querySelector("[data-compte-liste]");

/**
 * @param {HTMLFormElement} form
 * @param {Element} output
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
    const words = shown < 2 ? "certification affichée" : "certifications affichées";
    output.textContent = shown ? `${shown} ${words} sur ${cards.length}.` : "Aucune certification ne répond à ces deux choix.";
  };
  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  // A page taken from the history keeps its choices.
  apply();
}

if (filters instanceof HTMLFormElement && count) start(filters, count);
