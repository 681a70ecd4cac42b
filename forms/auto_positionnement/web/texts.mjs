/**
 * What is written of a draft for others to read: its text, the sheet of the adviser, its tables.
 * @module
 */

import { address, createAdviser } from "./adviser.mjs";
import { download, fileName } from "../../page/exporting.mjs";
import { localDay } from "../../page/moments.mjs";
import { createSharing } from "../../page/sharing.mjs";
import { createWorkbook } from "../../page/workbook.mjs";

/** @typedef {import("./statements.mjs").Contenu} Contenu */

/**
 * @param {object} form
 * @param {string} form.certification
 * @param {import("../../page/python.mjs").Python} form.python
 * @param {import("../../page/status.mjs").Status} form.status
 * @param {{contenu: () => Contenu, nom: () => string, keep: (contenu: Contenu) => unknown, saving: import("../../page/saving.mjs").Saving}} form.page
 * @param {() => object} form.quick what Python is told of the first pass
 */
export function createTexts({ certification, python, status, page, quick }) {
  const sharing = createSharing(python, status, () => page.saving);

  /** What is on screen, for what Python writes of it. */
  function asked() {
    const { reponses, voie_souhaitee = "" } = page.contenu();
    return { reponses, ...quick(), voie_souhaitee, jour: localDay(new Date()) };
  }

  const texte = () => ({ ...asked(), nom: page.nom() });
  const adviser = createAdviser({ sharing, corps: () => ({ ...texte(), adresse: address() }) });
  adviser.route.addEventListener("change", () => {
    page.keep({ ...page.contenu(), voie_souhaitee: adviser.route.value });
  });

  return {
    adviser,
    words: texte,
    renew: sharing.renew,
    actions: {
      copier: () => sharing.copy(texte),
      "copier-fiche": () => adviser.copy(),
      async csv() {
        const found = await sharing.current("csv", asked);
        if (!found) return;
        const name = fileName(certification, [page.nom()], new Date(), ".csv");
        download(name, found.texte, "text/csv;charset=utf-8");
        status.say("csv_enregistre", { nom: name });
      },
      xlsx: createWorkbook({ sharing, status, saving: () => page.saving, sujet: certification, corps: asked }),
    },
  };
}
