/**
 * A list of certifications, filtered by state, and by what else its cards say of themselves (data-genre, data-niveau).
 * Without this the list is whole and the filters hidden.
 */

import { followDay } from "./etat.mjs";

const filters = document.querySelector("[data-filtres-liste]");
const count = /** @type {HTMLElement | null} */ (document.querySelector("[data-compte-liste]"));

const nothing = /** @type {HTMLElement | null} */ (document.querySelector("[data-liste-vide]"));

/** @param {Element} card */
const pill = (card) => card.querySelector(".r-etiquette[data-periode]:not([hidden])");

/**
 * @param {HTMLElement} place
 * @param {string} field
 * @param {string} key of its attribute that has the sentence
 * @param {Record<string, string>} values
 */
function say(place, field, key, values) {
  const target = place.querySelector(`[data-champ=${field}]`);
  if (!(target instanceof HTMLElement)) return;
  const sentence = target.dataset[key] ?? "";
  target.textContent = Object.entries(values).reduce((said, [name, value]) => said.replace(`{${name}}`, value), sentence);
}

/**
 * Why nothing is left: the choices, and the states that there are.
 * @param {HTMLElement} place
 * @param {HTMLFormElement} form
 * @param {HTMLElement[]} cards
 */
function explain(place, form, cards) {
  const chosen = [...form.querySelectorAll("input:checked:not([value=''])")].map((input) => input.closest("label")?.textContent?.trim() ?? "");
  say(place, "choix", chosen.length > 1 ? "deux" : "un", { un: chosen[0] ?? "", deux: chosen[1] ?? "" });
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const card of cards) {
    const state = pill(card)?.textContent ?? "";
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const comptes = [...counts].map(([state, number]) => `${state.toLowerCase()} (${number})`).join(", ");
  say(place, "comptes", "phrase", { total: String(cards.length), comptes });
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} output says how many are left, in the words of its own attributes
 */
function start(form, output) {
  const cards = [...document.querySelectorAll("[data-liste] > li")].filter((e) => e instanceof HTMLElement);
  const names = new Set([...form.querySelectorAll("input")].map((input) => input.name));
  const apply = () => {
    const wanted = new FormData(form);
    let shown = 0;
    for (const card of cards) {
      /** @param {string} name */
      const own = (name) => (name === "etat" ? pill(card)?.getAttribute("data-etat") : card.dataset[name]);
      card.hidden = ![...names].every((name) => !wanted.get(name) || wanted.get(name) === own(name));
      if (!card.hidden) shown += 1;
    }
    const { aucune = "", une = "", plusieurs = "" } = output.dataset;
    const words = shown === 0 ? aucune : shown === 1 ? une : plusieurs;
    output.textContent = words.replace("{nombre}", String(shown)).replace("{total}", String(cards.length));
    if (!nothing) return;
    nothing.hidden = shown > 0;
    if (shown === 0) explain(nothing, form, cards);
  };
  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  // A page taken from the history keeps its choices; one that stayed open past midnight says the states of today.
  followDay(apply);
}

if (filters instanceof HTMLFormElement && count) start(filters, count);
