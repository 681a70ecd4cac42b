/**
 * What Python writes of a form: text to paste, tables for a spreadsheet.
 * @module
 */

import { element } from "./dom.mjs";
import { PythonLacking } from "./python.mjs";
import { askUntilStable, isHere } from "./requests.mjs";
import { bring } from "./places.mjs";

/**
 * @param {import("./python.mjs").Python} python
 * @param {import("./saving.mjs").Status} status
 * @param {() => import("./saving.mjs").Saving} saving known once the page has its draft
 */
export function createSharing(python, status, saving) {
  const panel = /** @type {HTMLElement} */ (element("r-texte"));
  const area = /** @type {HTMLTextAreaElement} */ (panel.querySelector("textarea"));
  /** What the text that stands there was made with: it is made again with the same. @type {{action: string, corps: () => object} | null} */
  let shown = null;

  /**
   * @param {string} action
   * @param {object} corps
   * @param {string} manque what the sentences begin with that say that a file was lacking: any action may need one
   * @returns {Promise<any>} what Python wrote; null where it is not there, which the page says
   */
  async function written(action, corps, manque = "manque") {
    try {
      return (await python.ask({ action, corps })).resultat;
    } catch (error) {
      status.say(error instanceof PythonLacking ? `${manque}_${error.motif}` : "partage_sans_calcul");
      return null;
    }
  }

  /**
   * @param {string} action
   * @param {() => object} corps
   * @returns {Promise<any>} what Python wrote of the draft on screen, as it is when it comes; null where another has come
   */
  async function current(action, corps) {
    const { answer, here } = await askUntilStable(saving(), () => written(action, corps()));
    return here ? answer : null;
  }

  return {
    written,
    current,
    /** The day is another one: the text on screen says it too. */
    async renew() {
      if (panel.hidden || !shown) return;
      const old = shown;
      const found = await current(old.action, old.corps);
      // Another text may have taken its place meanwhile.
      if (found && shown === old) area.value = found.texte;
    },
    /**
     * @param {() => object} corps of the action, now and each time that the text is made again
     * @param {string} [action] that writes the text
     * @param {string} [copied] the sentence that says that it is copied
     */
    async copy(corps, action = "texte", copied = "texte_copie") {
      const found = await current(action, corps);
      if (!found) return;
      const asked = saving().brouillon();
      area.value = found.texte;
      shown = { action, corps };
      try {
        await navigator.clipboard.writeText(found.texte);
        panel.hidden = true;
        status.say(copied);
      } catch {
        // Refused or absent: the person copies it by hand.
        if (!isHere(saving(), asked)) return;
        panel.hidden = false;
        status.say("texte_a_copier");
        if (bring(area)) area.select();
      }
    },
  };
}
