/**
 * After a merge, what differed without being a conflict: nobody had to choose, everybody may look.
 * @module
 */

import { copyOf, fill, leave } from "../../page/places.mjs";

/** @typedef {import("./merging.mjs").Divergence} Divergence */

/**
 * @param {HTMLElement} panel
 * @param {(place: string) => string} addressOf
 * @param {(key: string, values?: Record<string, string>) => string} phrase
 */
export function createDifferences(panel, addressOf, phrase) {
  /** @param {Divergence} one */
  function line({ place, ou, question, cote, garde, autre }) {
    const entry = copyOf(panel, "divergence");
    const link = /** @type {HTMLAnchorElement} */ (entry.querySelector("a"));
    link.href = addressOf(place);
    link.textContent = [ou, question].filter(Boolean).join(", ");
    fill(entry, "garde", phrase("divergence_garde", { cote: phrase(`cote_${cote}`), ...garde }));
    fill(entry, "autre", autre ? phrase("divergence_autre", { ...autre }) : "");
    return entry;
  }

  return {
    /** @param {Divergence[]} divergences */
    show(divergences) {
      for (const group of /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll("[data-groupe]"))) {
        const found = divergences.filter(({ nature }) => nature === group.dataset["groupe"]);
        group.hidden = found.length === 0;
        fill(group, "nombre", String(found.length));
        group.querySelector("ul")?.replaceChildren(...found.map(line));
      }
      panel.hidden = divergences.length === 0;
    },
    close: () => leave(panel),
  };
}
