/**
 * What one does with drafts: begin, take up again, delete, erase everything.
 * @module
 */

import { eraseAll } from "./erasing.mjs";

/** @typedef {import("./drafts.mjs").Brouillon} Brouillon */

/**
 * @param {object} page
 * @param {import("./saving.mjs").Saving} page.saving
 * @param {import("./saving.mjs").Status} page.status
 * @param {HTMLInputElement} page.field the name of the draft on screen: it gets the focus when the draft changes
 * @param {() => Promise<void>} page.showDrafts
 * @param {(brouillon: Brouillon) => unknown} page.copy opens what a newer version of the site wrote, as a draft of this one
 * @param {string} page.path of the site
 * @param {string} page.base name of its database, which the names of its caches begin with
 */
export function createDraftActions({ saving, status, field, showDrafts, copy, path, base }) {
  /**
   * The draft is on screen at once: what is typed while the browser takes note of it belongs to it already.
   * @param {Brouillon | undefined} brouillon a new one where none is given
   * @param {string} key
   */
  async function goTo(brouillon, key) {
    const going = saving.go(brouillon);
    status.say(key);
    field.focus();
    await going;
    // In a tab that was reading, the field could not take it yet.
    if (document.activeElement === document.body) field.focus();
  }

  /** How many times one has chosen a draft of the list: the last choice counts. */
  let choices = 0;

  return {
    nouveau: () => goTo(undefined, saving.brouillon().revision ? "brouillon_commence" : "brouillon_commence_seul"),
    /** @param {HTMLElement} control */
    async reprendre(control) {
      const mine = ++choices;
      const asked = saving.brouillon().id;
      const wanted = (/** @type {Brouillon} */ { id }) => id === control.dataset["brouillon"];
      const brouillon = (await saving.list()).find(wanted);
      // Meanwhile one has chosen another, or has gone elsewhere.
      if (mine !== choices || saving.brouillon().id !== asked) return;
      const newer = saving.newer().find(wanted);
      if (brouillon) await goTo(brouillon, "brouillon_repris");
      else if (newer) await copy(newer);
      // Deleted meanwhile in another tab: the list no longer has it.
      else await showDrafts();
    },
    async supprimer() {
      if (!window.confirm(status.phrase("brouillon_supprimer_confirmer"))) return;
      try {
        await saving.remove();
        status.say("brouillon_supprime");
      } catch {
        await showDrafts();
        status.say("brouillon_pas_supprime");
      }
    },
    async effacer() {
      if (!window.confirm(status.phrase("effacer_confirmer"))) return;
      const left = await eraseAll(saving, path, base);
      await showDrafts();
      if (left.length === 0) {
        status.say("efface");
        if (!saving.brouillon().revision) status.saving("brouillon_efface");
      } else {
        status.say("effacer_reste", { reste: left.map((trace) => status.phrase(`reste_${trace}`)).join(", ") });
      }
    },
  };
}
