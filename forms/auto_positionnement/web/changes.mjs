/**
 * What an opened file has that this form has not, and the other way round, as a small folded list.
 * @module
 */

/** @typedef {{ajoutes: {code: string, enonce: string}[], reformules: {code: string, avant: string, apres: string}[], remplaces: {avant: string, apres: string}[], ecartes: {code: string, enonce: string}[]}} Changements */

/**
 * @param {HTMLElement} panel
 * @param {Changements} changements
 * @param {(key: string, values: Record<string, string>) => string} phrase
 */
export function showChanges(panel, changements, phrase) {
  const lines = [
    ...changements.ajoutes.map((change) => phrase("change_ajoute", change)),
    ...changements.reformules.map((change) => phrase("change_reformule", change)),
    ...changements.remplaces.map((change) => phrase("change_remplace", change)),
    ...changements.ecartes.map((change) => phrase(change.enonce ? "change_ecarte" : "change_ecarte_code", change)),
  ];
  const list = /** @type {HTMLElement} */ (panel.querySelector("ul"));
  list.replaceChildren(
    ...lines.map((line) => {
      const entry = document.createElement("li");
      entry.textContent = line;
      return entry;
    }),
  );
  /** @type {HTMLElement} */ (panel.querySelector("[data-champ=nombre]")).textContent = String(lines.length);
  panel.hidden = lines.length === 0;
}
