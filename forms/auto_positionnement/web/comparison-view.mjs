/**
 * Shows a comparison that Python made: by group, then item by item, all of them or the differences.  A figure is in a
 * sentence of Python's; beside it a drawing, whose sizes are set from here: a strict policy forbids style attributes.
 * @module
 */

import { copyOf, fill, part } from "../../page/places.mjs";

/** @typedef {{positifs: number, repondus: number, total: number}} Compte */
/** @typedef {{code: string, intitule: string, phrase: string, avant: Compte, apres: Compte, groupes: Groupe[]}} Groupe */
/** @typedef {{code: string, enonce: string, avant: string | null, apres: string | null, note_avant: string, note_apres: string, ecart: string}} Ligne */
/** @typedef {{code: string, intitule: string, libelle_avant: string, libelle_apres: string, ecart: string}} Premier */
/**
 * @typedef {{avant: string, apres: string, phrase: string, compte: Record<string, number>, groupes: Groupe[], items: Ligne[],
 *   premier_tour: Premier[]}} Comparaison
 */

/**
 * @param {HTMLElement} panel
 * @param {Map<string, string>} values code of a value of the scale → its words
 * @param {(key: string, values?: Record<string, string>) => string} phrase
 */
export function createComparisonView(panel, values, phrase) {
  const groups = /** @type {HTMLElement} */ (panel.querySelector("tbody"));
  const [whole, detail] = ["premier_tour", "enonces"].map((name) => /** @type {HTMLElement} */ (part(panel, name)));

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
      /** @type {HTMLElement} */ (row.querySelector(`[data-barre=${side}]`)).hidden = !isCompared(groupe);
      const [done, left] = /** @type {NodeListOf<HTMLElement>} */ (row.querySelectorAll(`[data-barre=${side}] > span`));
      if (done) done.style.flexGrow = String(positifs);
      if (left) left.style.flexGrow = String(total - positifs);
    }
    fill(row, "phrase", groupe.phrase);
    return [row, ...groupe.groupes.flatMap((inner) => rows(inner, depth + 1))];
  }

  /** Nothing against something is no figure: both sides answered some statement. @param {Groupe} groupe */
  const isCompared = ({ avant, apres }) => avant.repondus > 0 && apres.repondus > 0;

  /** @param {HTMLElement | undefined} place @param {HTMLElement[]} lines none: the part goes away */
  function listed(place, lines) {
    if (!place) return;
    place.querySelector("ol")?.replaceChildren(...lines);
    place.hidden = lines.length === 0;
  }

  /** @param {Premier} one */
  function first(one) {
    const item = copyOf(panel, "enonce");
    item.dataset["ecart"] = one.ecart;
    const link = /** @type {HTMLAnchorElement} */ (item.querySelector("a"));
    link.textContent = one.intitule;
    link.href = `#c-${one.code.toLowerCase()}`;
    fill(item, "ecart", phrase(`ecart_${one.ecart}`));
    fill(item, "avant", one.libelle_avant || phrase("comparer_sans_reponse"));
    fill(item, "apres", one.libelle_apres || phrase("comparer_sans_reponse"));
    fill(item, "note_avant", "");
    fill(item, "note_apres", "");
    return item;
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
      for (const place of /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll("[data-part]"))) {
        const count = comparaison.compte[place.dataset["part"] ?? ""] ?? 0;
        if (place.tagName === "LI") place.hidden = count === 0;
        else place.style.flexGrow = String(count);
      }
      const drawn = comparaison.groupes.some(isCompared);
      for (const place of /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll("[data-compares]"))) place.hidden = !drawn;
      groups.replaceChildren(...comparaison.groupes.flatMap((groupe) => rows(groupe, 0)));
      listed(whole, comparaison.premier_tour.map(first));
      const answered = comparaison.items.some(({ avant, apres }) => avant !== null || apres !== null);
      listed(detail, answered ? comparaison.items.map(line) : []);
    },
  };
}
