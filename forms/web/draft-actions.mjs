/**
 * What one does with drafts: begin, take up again, delete, erase everything.
 * @module
 */

import { eraseTraces } from "./erasing.mjs";

/**
 * @param {object} page
 * @param {import("./saving.mjs").Saving} page.saving
 * @param {import("./saving.mjs").Status} page.status
 * @param {HTMLInputElement} page.field the name of the draft on screen: it gets the focus when the draft changes
 * @param {() => Promise<void>} page.show puts the current draft on screen
 * @param {() => void} page.forget an opened file can no longer be undone
 * @param {string} page.path of the site
 * @param {string} page.base name of its database, which the names of its caches begin with
 */
export function createDraftActions({ saving, status, field, show, forget, path, base }) {
  /** @param {string} key what to say of it */
  async function shown(key) {
    forget();
    await show();
    status.say(key);
  }

  /**
   * The draft is on screen at once: what is typed while the browser takes note of it belongs to it already.
   * @param {import("./drafts.mjs").Brouillon | undefined} brouillon a new one where none is given
   * @param {string} key
   */
  async function goTo(brouillon, key) {
    const going = saving.go(brouillon);
    await shown(key);
    await going;
    field.focus();
  }

  return {
    nouveau: () => goTo(undefined, "brouillon_commence"),
    /** @param {HTMLElement} control */
    async reprendre(control) {
      const brouillon = (await saving.list()).find(({ id }) => id === control.dataset["brouillon"]);
      // Deleted meanwhile in another tab: the list no longer has it.
      if (brouillon) await goTo(brouillon, "brouillon_repris");
      else await show();
    },
    async supprimer() {
      if (!window.confirm(status.phrase("brouillon_supprimer_confirmer"))) return;
      await saving.remove();
      await shown("brouillon_supprime");
    },
    async effacer() {
      if (!window.confirm(status.phrase("effacer_confirmer"))) return;
      await saving.erase();
      await eraseTraces(path, base);
      await shown("efface");
    },
  };
}
