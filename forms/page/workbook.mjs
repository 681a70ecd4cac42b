/**
 * The tables of a form as a workbook, made by Python.
 * @module
 */

import { download, fileName } from "./exporting.mjs";
import { askUntilStable } from "./requests.mjs";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * @param {object} page
 * @param {ReturnType<typeof import("./sharing.mjs").createSharing>} page.sharing
 * @param {import("./saving.mjs").Status} page.status
 * @param {() => import("./saving.mjs").Saving} page.saving known once the page has its draft
 * @param {string} page.sujet
 * @param {() => object} page.corps what Python is asked with
 * @returns {() => Promise<void>} hands the workbook over; its library comes only then, when somebody asks for one
 */
export function createWorkbook({ sharing, status, saving, sujet, corps }) {
  return async () => {
    status.say("xlsx_en_cours");
    // An answer given meanwhile is in it; another draft has come: what was said then has taken the place of this.
    const written = () => sharing.written("xlsx", corps(), "xlsx_manque");
    const { answer: found, here } = await askUntilStable(saving(), written);
    if (!found || !here) return;
    const name = fileName(sujet, [saving().brouillon().nom], new Date(), ".xlsx");
    download(name, Uint8Array.from(atob(found.base64), (letter) => letter.charCodeAt(0)), XLSX);
    status.say("xlsx_enregistre", { nom: name, avis: found.avis });
  };
}
