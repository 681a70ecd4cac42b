/**
 * What the page says of its drafts: their list, when the one on screen was last saved in a file, whether there is any.
 * @module
 */

import { ago, longDay } from "./moments.mjs";

/** @typedef {import("./drafts.mjs").Brouillon} Brouillon */

/**
 * @param {object} page
 * @param {Pick<import("./saving.mjs").Saving, "brouillon" | "list" | "newer">} page.saving
 * @param {import("./saving.mjs").Status} page.status
 * @param {ReturnType<typeof import("./draft-list.mjs").createDraftList>} page.drafts
 * @param {(brouillon: Brouillon) => boolean} page.isShown whether one that a newer version of the site wrote can be read
 */
export function createDraftsShown({ saving, status, drafts, isShown }) {
  /** How many times the list was asked for. */
  let asked = 0;

  /** From now on there is something to keep: a page that starts at its question shows what with. */
  const begun = () => document.documentElement.toggleAttribute("data-commence", true);

  return {
    begun,
    showLastFile() {
      const { fichier_le } = saving.brouillon();
      if (!fichier_le) return status.file("fichier_jamais");
      const duree = ago(fichier_le, new Date());
      if (duree) return status.file("fichier_dernier", { duree });
      if (Number.isNaN(Date.parse(fichier_le))) return status.file("fichier_sans_date");
      status.file("fichier_date", { jour: longDay(fichier_le) });
    },
    async showDrafts() {
      const mine = ++asked;
      const kept = await saving.list();
      // A draft may have come or gone since: the list that was asked for last has it right.
      if (mine !== asked) return;
      const newer = saving.newer();
      if (kept.length + newer.length > 0) begun();
      drafts.show(saving.brouillon(), [...kept, ...newer.filter(isShown)]);
    },
  };
}
