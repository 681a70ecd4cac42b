/**
 * What a form asked once and asks now of each row of a list: what forms/questionnaire/anciens.py does to a file, for a draft that
 * this browser kept from before.
 * @module
 */

/** @typedef {import("./store.mjs").Valeurs} Valeurs */
/** @typedef {{liste: string, champ: string, ancien: string}} Former */

/** The id of the row where an old answer goes: the same in Python. */
const ROW = "ancien";

/**
 * @param {any[]} sections of the form
 * @returns {Former[]} each old question, with the field of a list that it is now
 */
export function formerRows(sections) {
  const inside = sections.flatMap(({ elements }) => elements).flatMap((element) => (element.nature === "bloc" ? element.elements : [element]));
  return inside
    .filter(({ nature }) => nature === "liste")
    .flatMap(({ code, champs }) =>
      champs.flatMap((/** @type {{code: string, anciens?: string[]}} */ champ) =>
        (champ.anciens ?? []).map((ancien) => ({ liste: code, champ: champ.code, ancien })),
      ),
    );
}

/**
 * @param {Valeurs} valeurs
 * @param {Former[]} former
 * @returns {Valeurs} with such answers in their list, where it has no row yet; else they stay under their old code
 */
export function placedRows(valeurs, former) {
  const { ...found } = valeurs;
  for (const { liste, champ, ancien } of former) {
    const rows = Array.isArray(found[liste]) ? found[liste] : [];
    const own = rows.length === 0 || (rows.length === 1 && !(liste in valeurs));
    if (!own || found[ancien] === undefined) continue;
    found[liste] = [{ id: ROW, ...rows[0], [champ]: found[ancien] }];
    delete found[ancien];
  }
  return found;
}
