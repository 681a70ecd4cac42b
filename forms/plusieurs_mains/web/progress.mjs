/**
 * How far the form is, section by section: questions that wait for an answer, of those that are asked.
 * @module
 */

/**
 * `question` is the code of the field that asks another voice the same: one answer is enough.
 * @typedef {{code: string, nature: string, facultatif?: boolean, question?: string, elements?: Element[]}} Element
 */
/** @typedef {{code: string, elements: Element[]}} Section */
/** @typedef {import("./writings.mjs").Ecrits} Ecrits */

/**
 * @param {Element} element
 * @param {Set<string>} hidden
 * @param {Set<string>} needed
 * @returns {Element[]} what it asks for; a list asks once
 */
function asked(element, hidden, needed) {
  if (hidden.has(element.code)) return [];
  if (element.elements) return element.elements.flatMap((inner) => asked(inner, hidden, needed));
  return element.facultatif && !needed.has(element.code) ? [] : [element];
}

/**
 * @param {Section[]} sections of the form
 * @param {Ecrits} valeurs
 * @param {string[]} caches codes of what is not asked for
 * @param {string[]} attendus codes of what one may leave out, but not this time
 * @returns {import("../../questionnaire/web/contents.mjs").Avancement[]}
 */
export function progress(sections, valeurs, caches, attendus) {
  const [hidden, needed] = [new Set(caches), new Set(attendus)];
  const answered = new Set(Object.keys(valeurs).map((place) => place.split("/")[0]));
  return sections.map(({ code, elements }) => {
    const every = elements.flatMap((element) => asked(element, hidden, needed));
    const questions = new Set(every.map((one) => one.question ?? one.code));
    const done = new Set(every.filter((one) => answered.has(one.code)).map((one) => one.question ?? one.code));
    const fait = [...questions].filter((one) => done.has(one) || answered.has(one)).length;
    return { code, fait, total: questions.size };
  });
}
