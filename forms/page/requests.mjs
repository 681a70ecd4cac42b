/**
 * What is asked with the draft on screen is answered later, when one may have written, or have gone to another draft.
 * An answer that writes, or draws, first looks at whether it is still about what is on screen.
 * @module
 */

import { sayAll } from "./unsaid.mjs";

/** @typedef {import("./drafts.mjs").Brouillon} Brouillon */
/** @typedef {{brouillon: () => Brouillon}} Current */

/**
 * @param {Current} saving
 * @param {Brouillon} asked the draft as it was when something was asked
 * @returns {boolean} whether it is on screen still
 */
export const isHere = (saving, asked) => saving.brouillon().id === asked.id;

/**
 * Contents are values: a change makes others.
 * @param {Current} saving
 * @param {Brouillon} asked
 * @returns {boolean} whether it is on screen still, and nobody has written in it since; what a tool put in a control
 *   without saying so is written first
 */
export function isUnchanged(saving, asked) {
  sayAll();
  return isHere(saving, asked) && saving.brouillon().contenu === asked.contenu;
}

/**
 * For an answer that follows from the draft and a file: asks again for as long as the draft has changed meanwhile.
 * @template T
 * @param {Current} saving
 * @param {() => Promise<T>} ask with the draft as it stands
 * @returns {Promise<{answer: T, asked: Brouillon, here: boolean}>} `asked`: what the answer is about; `here`: it is
 *   what is on screen, to the letter; else another draft is
 */
export async function askUntilStable(saving, ask) {
  for (let asked = saving.brouillon(); ; asked = saving.brouillon()) {
    const answer = await ask();
    if (!isHere(saving, asked)) return { answer, asked, here: false };
    if (isUnchanged(saving, asked)) return { answer, asked, here: true };
  }
}
