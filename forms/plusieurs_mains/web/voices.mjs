/**
 * Whose word each place of a form is, in its rows too.
 * @module
 */

/** @typedef {{code: string, voix?: string | undefined, elements?: Element[], champs?: Element[]}} Element */

/**
 * @param {{elements: Element[]}[]} sections of the form
 * @returns {(place: string) => string | undefined} the voice of a place, whichever row it is in; nothing: nobody's word
 */
export function voices(sections) {
  /** @param {Element} element @returns {Element[]} */
  const fields = (element) => element.elements?.flatMap(fields) ?? [element];
  /** A question of a row is <list>/<field>. @param {Element} element @returns {Element[]} */
  const questions = ({ champs, ...one }) => champs?.map(({ code, voix }) => ({ code: `${one.code}/${code}`, voix })) ?? [one];
  const every = sections.flatMap(({ elements }) => elements.flatMap(fields)).flatMap(questions);
  const known = new Map(every.flatMap(({ code, voix }) => (voix ? [[code, voix]] : [])));
  return (place) => known.get(place.replace(/\/[^/]+\//, "/"));
}
