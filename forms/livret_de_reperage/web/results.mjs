/**
 * The results of the talk, for who copies them to a platform: as text, or as a table.
 * @module
 */

import { download, fileName } from "../../page/exporting.mjs";

/**
 * @param {string} certification
 * @param {import("../../page/status.mjs").Status} status
 * @returns {(page: import("../../plusieurs_mains/web/hands.mjs").Written) => Record<string, () => unknown>} the gestures of their buttons
 */
export const createResults =
  (certification, status) =>
  ({ sharing, corps, nom }) => ({
    "copier-resultats": () => sharing.copy(corps, "resultats", "resultats_copies"),
    async "resultats-csv"() {
      const found = await sharing.current("resultats", corps);
      if (!found) return;
      const name = fileName(`resultats-${certification}`, [nom()], new Date(), ".csv");
      download(name, found.csv, "text/csv;charset=utf-8");
      status.say("csv_enregistre", { nom: name });
    },
  });
