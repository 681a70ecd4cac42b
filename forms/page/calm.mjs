/**
 * A voice that waits: a sentence that changes at each key is said once it has stood for a while.
 * @module
 */

const CALM = 1_500;

/**
 * @param {HTMLElement} place a status line, read by screen readers
 * @returns {(sentence: string) => void} call it whenever the sentence is known; the first is known without being said
 */
export function createCalmVoice(place) {
  /** @type {string | undefined} */
  let said;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return (sentence) => {
    clearTimeout(timer);
    said ??= sentence;
    if (sentence === said) return;
    timer = setTimeout(() => {
      said = sentence;
      place.textContent = sentence;
    }, CALM);
  };
}
