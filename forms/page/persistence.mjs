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

  /** @param {"acceptee" | "refusee" | "inconnue"} answer */
  function show(answer) {
    for (const sentence of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("[data-reponse]"))) {
      sentence.hidden = sentence.dataset["reponse"] !== answer;
    }
  }

  /** @param {() => Promise<boolean>} question */
  async function say(question) {
    try {
      show((await question()) ? "acceptee" : "refusee");
    } catch {
      // An origin that may keep nothing has nothing to answer for.
      show("inconnue");
    }
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
