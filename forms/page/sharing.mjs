/**
 * What Python writes of a form: text to paste, tables for a spreadsheet.
 * @module
 */

import { element } from "./dom.mjs";
import { PythonLacking } from "./python.mjs";
import { isHere } from "./requests.mjs";
import { bring } from "./places.mjs";

/**
 * @param {import("./python.mjs").Python} python
 * @param {import("./saving.mjs").Status} status
 * @param {() => import("./saving.mjs").Saving} saving known once the page has its draft
 */
export function createSharing(python, status, saving) {
  const panel = /** @type {HTMLElement} */ (element("r-texte"));
  const area = /** @type {HTMLTextAreaElement} */ (panel.querySelector("textarea"));
  /** The action whose text stands there. */
  let shown = "texte";

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

  return {
    written,
    /**
     * The day is another one: the text on screen says it too.
     * @param {object} corps of any action that writes a text
     */
    async renew(corps) {
      if (panel.hidden) return;
      const asked = saving().brouillon();
      const found = await written(shown, corps);
      if (found && isHere(saving(), asked)) area.value = found.texte;
    },
    /**
     * @param {object} corps of the action
     * @param {string} [action] that writes the text
     */
    async copy(corps, action = "texte") {
      const asked = saving().brouillon();
      const found = await written(action, corps);
      // The text of one draft is neither shown nor copied while another is on screen.
      if (!found || !isHere(saving(), asked)) return;
      area.value = found.texte;
      shown = action;
      try {
        await navigator.clipboard.writeText(found.texte);
        panel.hidden = true;
        status.say("texte_copie");
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
