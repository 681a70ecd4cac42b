/**
 * On demand: all that is left to do, each with a link to its field.
 * @module
 */

import { fill } from "../../page/places.mjs";
import { linked } from "./state.mjs";

/** @typedef {import("./state.mjs").Etat} Etat */

/**
 * @param {HTMLElement} panel takes the focus
 * @param {Etat} etat
 * @param {(place: string) => string} addressOf
 * @param {(key: string, values?: Record<string, string>) => string} phrase
 */
export function showToDo(panel, etat, addressOf, phrase) {
  const constats = etat.exigences.flatMap(({ intitule, constats }) => constats.map((constat) => ({ ...constat, intitule })));
  const nombre = constats.length;
  const title = nombre === 0 ? phrase("a_faire_rien") : nombre === 1 ? phrase("a_faire_un") : phrase("a_faire_plusieurs", { nombre: String(nombre) });
  fill(panel, "titre", title);
  /** @type {Element} */ (panel.querySelector("ul")).replaceChildren(
    ...constats.map(({ phrase: sentence, place, intitule }) => {
      const line = linked(sentence, addressOf(place));
      line.prepend(`${intitule}\u00a0: `);
      return line;
    }),
  );
  panel.toggleAttribute("data-rien", nombre === 0);
  panel.hidden = false;
  panel.focus();
}
