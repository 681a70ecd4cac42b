/**
 * Shows a comparison that Python made: by group, then item by item, all of them or the differences.  A figure is in a
 * sentence of Python's; beside it a drawing, whose sizes are set from here: a strict policy forbids style attributes.
 * @module
 */

import { copyOf, fill } from "../../page/places.mjs";

/** @typedef {{positifs: number, repondus: number, total: number}} Compte */
/** @typedef {{code: string, intitule: string, phrase: string, avant: Compte, apres: Compte, groupes: Groupe[]}} Groupe */
/** @typedef {{code: string, enonce: string, avant: string | null, apres: string | null, note_avant: string, note_apres: string, ecart: string}} Ligne */
/** @typedef {{avant: string, apres: string, phrase: string, compte: Record<string, number>, groupes: Groupe[], items: Ligne[]}} Comparaison */

/**
 * @param {HTMLElement} panel
 * @param {Map<string, string>} values code of a value of the scale → its words
 * @param {(key: string, values?: Record<string, string>) => string} phrase
 */
export function createComparisonView(panel, values, phrase) {
  const [groups, items] = ["tbody", "ol"].map((name) => /** @type {HTMLElement} */ (panel.querySelector(name)));

  for (const radio of /** @type {NodeListOf<HTMLInputElement>} */ (panel.querySelectorAll("[name=r-vue]"))) {
    radio.addEventListener("change", () => (panel.dataset["vue"] = radio.value));
    // The browser may bring back what was chosen before a reload.
    if (radio.checked) panel.dataset["vue"] = radio.value;
  }

  /** @param {string | null} valeur */
  const words = (valeur) => (valeur === null ? phrase("comparer_sans_reponse") : (values.get(valeur) ?? valeur));

  /**
   * @param {Groupe} groupe
   * @param {number} depth
   * @returns {HTMLElement[]}
   */
  function rows(groupe, depth) {
    const row = copyOf(panel, "groupe");
    row.dataset["profondeur"] = String(depth);
    // Outermost groups always show: they are the progress.
    if (depth > 0 && groupe.avant.positifs === groupe.apres.positifs) row.dataset["ecart"] = "identique";
    fill(row, "intitule", groupe.intitule);
    for (const side of /** @type {const} */ (["avant", "apres"])) {
      const { positifs, total } = groupe[side];
      const [done, left] = /** @type {NodeListOf<HTMLElement>} */ (row.querySelectorAll(`[data-barre=${side}] > span`));
      if (done) done.style.flexGrow = String(positifs);
      if (left) left.style.flexGrow = String(total - positifs);
    }
    fill(row, "phrase", groupe.phrase);
    return [row, ...groupe.groupes.flatMap((inner) => rows(inner, depth + 1))];
  }

  /** @param {Ligne} ligne */
  function line(ligne) {
    const item = copyOf(panel, "enonce");
    item.dataset["ecart"] = ligne.ecart;
    const link = /** @type {HTMLAnchorElement} */ (item.querySelector("a"));
    link.textContent = ligne.enonce;
    link.href = `#q-${ligne.code.toLowerCase()}`;
    fill(item, "ecart", ligne.avant === ligne.apres && !ligne.avant ? "" : phrase(`ecart_${ligne.ecart}`));
    fill(item, "avant", words(ligne.avant));
    fill(item, "apres", words(ligne.apres));
    fill(item, "note_avant", ligne.note_avant ? phrase("comparer_note", { note: ligne.note_avant }) : "");
    fill(item, "note_apres", ligne.note_apres ? phrase("comparer_note", { note: ligne.note_apres }) : "");
    return item;
  }

  return {
    /** @param {Comparaison} comparaison */
    show(comparaison) {
      for (const side of /** @type {const} */ (["avant", "apres"])) {
        for (const place of panel.querySelectorAll(`[data-cote=${side}]`)) place.textContent = comparaison[side];
      }
      fill(panel, "phrase", comparaison.phrase);
      for (const part of /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll("[data-part]"))) {
        const count = comparaison.compte[part.dataset["part"] ?? ""] ?? 0;
        if (part.tagName === "LI") part.hidden = count === 0;
        else part.style.flexGrow = String(count);
      }
      groups.replaceChildren(...comparaison.groupes.flatMap((groupe) => rows(groupe, 0)));
      items.replaceChildren(...comparaison.items.map(line));
    },
  };
}
