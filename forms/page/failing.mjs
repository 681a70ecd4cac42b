/**
 * What Python could not answer about what is on screen: said, and the answer of before is no more shown as that of now.
 * @module
 */

import { outdate } from "./panels.mjs";
import { PythonFault, PythonLacking } from "./python-errors.mjs";

/**
 * @param {Pick<import("./python.mjs").Python, "ask">} python
 * @param {Pick<import("./saving.mjs").Status, "python">} status
 */
export function createFailing(python, status) {
  /** Whether a file was lacking the last time: Python is there, and the next request may well find it. */
  let lacking = false;

  return {
    /**
     * @param {object} requete
     * @returns {Promise<any>} what Python answers; where it lacked a file before, that it is ready again is said
     */
    async ask(requete) {
      const reply = await python.ask(requete);
      if (lacking) status.python("calcul_pret");
      lacking = false;
      return reply;
    },
    /** @param {unknown} error of a request; Python's absence has been said already, by its state */
    fail(error) {
      outdate();
      lacking = error instanceof PythonLacking;
      if (error instanceof PythonLacking) status.python(`calcul_manque_${error.motif}`);
      else if (error instanceof PythonFault) status.python("calcul_faute");
    },
  };
}
