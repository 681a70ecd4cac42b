/**
 * The tables of a form as a workbook, made by Python.
 * @module
 */

import { download, fileName } from "./exporting.mjs";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * @param {object} page
 * @param {ReturnType<typeof import("./sharing.mjs").createSharing>} page.sharing
 * @param {import("./saving.mjs").Status} page.status
 * @param {string} page.sujet
 * @param {() => string} page.nom of the draft
 * @param {() => object} page.corps what Python is asked with
 * @returns {() => Promise<void>} hands the workbook over; its library comes only then, when somebody asks for one
 */
export function createWorkbook({ sharing, status, sujet, nom, corps }) {
  return async () => {
    status.say("xlsx_en_cours");
    const name = fileName(sujet, [nom()], new Date(), ".xlsx");
    const found = await sharing.written("xlsx", corps(), "xlsx_manque");
    if (!found) return;
    download(name, Uint8Array.from(atob(found.base64), (letter) => letter.charCodeAt(0)), XLSX);
    status.say("xlsx_enregistre", { nom: name, avis: found.avis });
  };
}
