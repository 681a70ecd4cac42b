/**
 * A file of another certification comes to this form: Python says what a link carries, and what is only near.
 * @module
 */

import { aboutOf } from "../../page/elsewhere.mjs";
import { FileError, readText } from "../../page/reading.mjs";
import { askUntilStable, isHere } from "../../page/requests.mjs";
import { createMoved } from "./moved.mjs";
import { poured } from "./taking.mjs";

/** @typedef {import("./taking.mjs").Transport} Transport */
/** @typedef {{resultat?: Transport, refus?: import("../../page/status.mjs").Refus}} Answer */

const FORMAT = "repere/auto-positionnement";

/**
 * @param {HTMLElement} panel
 * @param {object} page
 * @param {string} page.certification of the form
 * @param {import("../../page/python.mjs").Python} page.python
 * @param {import("../../page/status.mjs").Status} page.status
 * @param {import("../../page/elsewhere.mjs").Elsewhere} page.elsewhere
 * @param {() => import("../../page/saving.mjs").Saving} page.saving known once the page has its draft
 * @param {() => Promise<void>} page.showDrafts
 */
export function createMoving(panel, { certification, python, status, elsewhere, saving, showDrafts }) {
  const moved = createMoved(panel, { status, saving });

  /**
   * @param {string} texte
   * @param {any} origine
   * @returns {Promise<Answer>}
   */
  async function ask(texte, origine) {
    if (python.state.nom === "chargement") status.say("fichier_en_attente");
    const { reponses, premier_tour: first = {} } = saving().brouillon().contenu;
    try {
      const titres = await elsewhere.titles(texte);
      const reply = await python.ask({ action: "transposer", titres, corps: { texte, origine, reponses, premier_tour: first } });
      return reply.ok ? { resultat: reply.resultat } : { refus: reply };
    } catch {
      return { refus: status.phrase("fichier_sans_calcul") };
    }
  }

  /**
   * Another draft is on screen: what was poured is kept beside, with all that the first one holds, unless it was deleted.
   * @param {import("../../page/drafts.mjs").Brouillon} asked
   * @param {Transport} resultat
   */
  async function keepBeside(asked, resultat) {
    if (await saving().isDeleted(asked)) return status.say("reponse_abandonnee");
    const nom = status.phrase("brouillon_a_part", { nom: asked.nom || status.phrase("brouillon_sans_nom") });
    await saving().aside(poured(asked.contenu, resultat), { nom });
    await showDrafts();
    status.say("passage_a_part", { nom });
  }

  return {
    /**
     * @param {File} file
     * @param {(file: File) => Promise<void>} openHere
     */
    async receive(file, openHere) {
      const given = saving().brouillon();
      /** @type {string} */
      let texte;
      try {
        texte = await readText(file);
      } catch (error) {
        return status.refuse(status.phrase(error instanceof FileError ? error.motif : "fichier_illisible"));
      }
      const { format, certification: theirs } = aboutOf(texte);
      const moves = format === FORMAT && theirs !== "" && theirs !== certification;
      // Of a certification that is not known here, or whose links do not come: refused where it is opened.
      const origine = moves ? await elsewhere.links(theirs).catch(() => null) : null;
      if (!isHere(saving(), given)) return status.say("fichier_autre_brouillon", { nom: file.name });
      if (!origine) return openHere(file);
      const { answer, asked, here } = await askUntilStable(saving(), () => ask(texte, origine));
      if (!answer.resultat) return status.refuse(answer.refus ?? "");
      if (!here) return keepBeside(asked, answer.resultat);
      moved.take(asked.contenu, answer.resultat, file.name);
    },
    written: moved.written,
    actions: moved.actions,
  };
}
