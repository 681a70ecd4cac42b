/**
 * How far the livret is, section by section: questions that wait for an answer, of those that are asked.
 * @module
 */

/** @typedef {{code: string, nature: string, facultatif?: boolean, elements?: Element[]}} Element */
/** @typedef {{code: string, elements: Element[]}} Section */
/** @typedef {import("./writings.mjs").Ecrits} Ecrits */

/**
 * @param {Element} element
 * @param {Set<string>} hidden
 * @param {Set<string>} needed
 * @returns {string[]} codes of what it asks for; a list asks once
 */
function asked(element, hidden, needed) {
  if (hidden.has(element.code)) return [];
  if (element.elements) return element.elements.flatMap((inner) => asked(inner, hidden, needed));
  return element.facultatif && !needed.has(element.code) ? [] : [element.code];
}

/**
 * @param {Section[]} sections of the form
 * @param {Ecrits} valeurs
 * @param {string[]} caches codes of what is not asked for
 * @param {string[]} attendus codes of what one may leave out, but not this time
 * @returns {import("../questionnaire/contents.mjs").Avancement[]}
 */
export function progress(sections, valeurs, caches, attendus) {
  const [hidden, needed] = [new Set(caches), new Set(attendus)];
  const answered = new Set(Object.keys(valeurs).map((place) => place.split("/")[0]));
  return sections.map(({ code, elements }) => {
    const codes = elements.flatMap((element) => asked(element, hidden, needed));
    return { code, fait: codes.filter((one) => answered.has(one)).length, total: codes.length };
  });
}
