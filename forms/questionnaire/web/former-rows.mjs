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

/** @param {any} value @returns {boolean} whether it is no answer, as for forms/questionnaire/natures.py */
const blank = (value) => value === undefined || value === null || (Array.isArray(value) && value.length === 0) || (typeof value === "string" && value.trim() === "");

/**
 * @param {Valeurs} valeurs
 * @param {Former[]} former
 * @returns {Valeurs} with such answers in their list, where it has no row yet; else they stay under their old code
 */
export function placedRows(valeurs, former) {
  const found = { ...valeurs };
  for (const liste of new Set(former.map((one) => one.liste))) {
    if (!blank(found[liste])) continue;
    /** @type {Record<string, any>} */
    const row = {};
    for (const { champ, ancien } of former.filter((one) => one.liste === liste)) {
      if (champ in row || blank(found[ancien])) continue;
      row[champ] = found[ancien];
      delete found[ancien];
    }
    if (Object.keys(row).length > 0) found[liste] = [{ id: ROW, ...row }];
  }
  return found;
}
