/**
 * Whose word each place of a form is.
 * @module
 */

/** @typedef {{code: string, voix?: string, elements?: Element[]}} Element */

/**
 * @param {{elements: Element[]}[]} sections of the form
 * @returns {Map<string, string>} the voice of each place that is somebody's word
 */
export function voices(sections) {
  /** @param {Element} element @returns {Element[]} */
  const fields = (element) => element.elements?.flatMap(fields) ?? [element];
  const every = sections.flatMap(({ elements }) => elements.flatMap(fields));
  return new Map(every.flatMap(({ code, voix }) => (voix ? [[code, voix]] : [])));
}
