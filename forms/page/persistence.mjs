/**
 * Asks the browser not to erase drafts by itself when it lacks room.  Asked once there is something to lose, after a
 * gesture, never as the page loads; what is said of it is what the browser answered.
 * @module
 */

/** Answers after which losing them would hurt. */
const ENOUGH = 3;

/**
 * @param {HTMLElement} place that says it, beside the drafts: one sentence for each answer
 * @param {() => number} count of answers in the draft on screen
 */
export function createPersistence(place, count) {
  const storage = globalThis.navigator?.storage;
  let asked = false;
  /** How many times the browser was asked anything: what it says of the last is shown. */
  let questions = 0;

  /** @param {string} answer one of those that have a sentence */
  function show(answer) {
    for (const sentence of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("[data-reponse]"))) {
      sentence.hidden = sentence.dataset["reponse"] !== answer;
    }
  }

  /** @param {() => Promise<boolean>} question */
  async function say(question) {
    const mine = ++questions;
    let answer = "inconnue";
    try {
      answer = (await question()) ? "acceptee" : "refusee";
    } catch {
      // An origin that may keep nothing has nothing to answer for.
    }
    if (mine === questions) show(answer);
  }

  async function ask() {
    if (asked || !storage?.persist) return;
    asked = true;
    await say(() => storage.persist());
  }

  // Looking asks nothing of the person.
  if (storage?.persisted) say(() => storage.persisted());
  return {
    /** The person has saved a file. */
    ask,
    /** The person has answered. */
    answered() {
      if (!asked && count() >= ENOUGH) ask();
    },
  };
}
