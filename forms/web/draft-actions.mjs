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

  return {
    async nouveau() {
      await saving.go();
      await shown("brouillon_commence");
      field.focus();
    },
    /** @param {HTMLElement} control */
    async reprendre(control) {
      const brouillon = (await saving.list()).find(({ id }) => id === control.dataset["brouillon"]);
      if (brouillon) await saving.go(brouillon);
      await shown("brouillon_repris");
      field.focus();
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
