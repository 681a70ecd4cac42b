/**
 * Shows a comparison that Python made: by group, then item by item, all of them or the differences.  A figure is in a
 * sentence of Python's; beside it a drawing, whose sizes are set from here: a strict policy forbids style attributes.
 * @module
 */

import { copyOf, fill, part } from "../../page/places.mjs";

/** @typedef {{positifs: number, repondus: number, total: number}} Compte */
/** @typedef {{code: string, intitule: string, phrase: string, avant: Compte, apres: Compte, comparable: boolean, groupes: Groupe[]}} Groupe */
/** @typedef {{code: string, enonce: string, avant: string | null, apres: string | null, note_avant: string, note_apres: string, ecart: string}} Ligne */
/** @typedef {{code: string, intitule: string, libelle_avant: string, libelle_apres: string, ecart: string}} Premier */
/** @typedef {{ecart: string, avant: string, apres: string, note_avant?: string, note_apres?: string}} Cotes what each side said; "": nothing */
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
  const words = (valeur) => (valeur === null ? "" : (values.get(valeur) ?? valeur));

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
      /** @type {HTMLElement} */ (row.querySelector(`[data-barre=${side}]`)).hidden = !groupe.comparable;
      const [done, left] = /** @type {NodeListOf<HTMLElement>} */ (row.querySelectorAll(`[data-barre=${side}] > span`));
      if (done) done.style.flexGrow = String(positifs);
      if (left) left.style.flexGrow = String(total - positifs);
    }
    fill(row, "phrase", groupe.phrase);
    return [row, ...groupe.groupes.flatMap((inner) => rows(inner, depth + 1))];
  }

  /** @param {HTMLElement | undefined} place @param {HTMLElement[]} lines none: the part goes away */
  function listed(place, lines) {
    if (!place) return;
    place.querySelector("ol")?.replaceChildren(...lines);
    place.hidden = lines.length === 0;
  }

  /** What both said, linked to its place.  @param {string} text @param {string} href @param {Cotes} sides */
  function line(text, href, { ecart, avant, apres, note_avant = "", note_apres = "" }) {
    const item = copyOf(panel, "enonce");
    item.dataset["ecart"] = ecart;
    const link = /** @type {HTMLAnchorElement} */ (item.querySelector("a"));
    link.textContent = text;
    link.href = href;
    fill(item, "ecart", avant || apres ? phrase(`ecart_${ecart}`) : "");
    fill(item, "avant", avant || phrase("comparer_sans_reponse"));
    fill(item, "apres", apres || phrase("comparer_sans_reponse"));
    fill(item, "note_avant", note_avant && phrase("comparer_note", { note: note_avant }));
    fill(item, "note_apres", note_apres && phrase("comparer_note", { note: note_apres }));
    return item;
  }

  /** @param {Premier} one */
  const first = ({ code, intitule, libelle_avant, libelle_apres, ecart }) =>
    line(intitule, `#c-${code.toLowerCase()}`, { ecart, avant: libelle_avant, apres: libelle_apres });

  /** @param {Ligne} ligne */
  const statement = ({ code, enonce, avant, apres, ...others }) =>
    line(enonce, `#q-${code.toLowerCase()}`, { ...others, avant: words(avant), apres: words(apres) });

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
      const drawn = comparaison.groupes.some(({ comparable }) => comparable);
      for (const place of /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll("[data-compares]"))) place.hidden = !drawn;
      groups.replaceChildren(...comparaison.groupes.flatMap((groupe) => rows(groupe, 0)));
      listed(whole, comparaison.premier_tour.map(first));
      const answered = comparaison.items.some(({ avant, apres }) => avant !== null || apres !== null);
      listed(detail, answered ? comparaison.items.map(statement) : []);
    },
  };
}
