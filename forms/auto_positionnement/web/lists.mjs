/**
 * Shows the three lists of a result, and what has no answer: each competence a link, each statement that is left a link,
 * and what the person wrote beside its statements.
 * @module
 */

import { copyOf, fill, part } from "../../page/places.mjs";

/** @typedef {{code: string, intitule: string, precision?: string, dit?: string, enonces: string[]}} Entree */
/** @typedef {Record<string, Entree[]>} Listes */
/** @typedef {import("./answers.mjs").Reponses} Reponses */

/** The lists whose statements are named: they can be answered, or learnt. */
const OPEN = new Set(["a_confirmer", "a_apprendre"]);

/** @param {string} code of a statement */
const question = (code) => `#q-${code.toLowerCase()}`;

/**
 * @param {string} address
 * @param {string} words
 */
function line(address, words) {
  const [item, link] = [document.createElement("li"), document.createElement("a")];
  link.href = address;
  link.textContent = words;
  item.append(link);
  return item;
}

/**
 * @param {HTMLElement} place
 * @param {object} form
 * @param {Map<string, string>} form.enonces code of each statement → its words
 * @param {Map<string, string[]>} form.competences code of each competence → those of its statements
 * @param {() => Reponses} answers what is on screen, with its notes
 */
export function createLists(place, { enonces, competences }, answers) {
  /** What is on screen, as Python gave it. */
  let shown = "";

  /**
   * What the person wrote beside the statements of a competence.
   * @param {string} code
   * @param {Reponses} reponses
   */
  const examples = (code, reponses) => (competences.get(code) ?? []).flatMap((item) => reponses[item]?.note?.trim() || []).join("\n");

  /**
   * @param {Entree} entree
   * @param {string} name
   */
  function competence(entree, name) {
    const item = copyOf(place, "competence");
    item.dataset["competence"] = entree.code;
    const link = /** @type {HTMLAnchorElement} */ (part(item, "intitule"));
    link.textContent = entree.intitule;
    link.href = entree.enonces.length > 0 ? question(entree.enonces[0]) : `#c-${entree.code.toLowerCase()}`;
    fill(item, "dit", entree.dit ?? "");
    const left = OPEN.has(name) ? entree.enonces : [];
    const list = /** @type {HTMLElement} */ (item.querySelector("ul"));
    list.replaceChildren(...left.map((code) => line(question(code), enonces.get(code) ?? code)));
    list.hidden = left.length === 0;
    return item;
  }

  function showExamples() {
    const reponses = answers();
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("[data-competence]"))) {
      fill(item, "exemple", examples(item.dataset["competence"] ?? "", reponses));
    }
  }

  return {
    /** A note has changed: no list depends on it. */
    showExamples,
    /**
     * @param {Listes} listes
     * @param {string} precision
     */
    show(listes, precision) {
      fill(place, "precision", precision);
      const now = JSON.stringify(listes);
      if (now !== shown) {
        shown = now;
        for (const section of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("[data-liste]"))) {
          const name = section.dataset["liste"] ?? "";
          const entries = listes[name] ?? [];
          fill(section, "nombre", String(entries.length));
          section.hidden = entries.length === 0;
          /** @type {Element} */ (section.querySelector("ul")).replaceChildren(...entries.map((entree) => competence(entree, name)));
        }
      }
      showExamples();
    },
  };
}
