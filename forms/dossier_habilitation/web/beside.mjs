/**
 * What some papers are made of, beyond the form: a file of data, asked for when somebody wants one of them.
 * @module
 */

import { asker } from "../../page/script-files.mjs";

/** @typedef {ReturnType<typeof createBeside>} Beside */

/**
 * @param {object} page
 * @param {string} page.racine the root of the site, from the page
 * @param {string} page.certification
 * @param {(key: string) => void} page.say
 */
export function createBeside({ racine, certification, say }) {
  const file = asker(new URL("assets/papiers/", new URL(racine, location.href)), "reperePapiers");
  /** @type {object | null} */
  let held = null;
  return {
    /** @returns {Promise<boolean>} whether it is here; the page says that it is not */
    async ready() {
      try {
        held ??= await file(certification);
      } catch {
        say("manque_reseau");
      }
      return held !== null;
    },
    /** @returns {object} what Python is asked with besides; nothing before it is here */
    held: () => held ?? {},
  };
}
