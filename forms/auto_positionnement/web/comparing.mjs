/**
 * Compares two sets of answers: two files, or a file and what is on screen.  Python compares, the view shows.
 * @module
 */

import { createComparisonView } from "./comparison-view.mjs";
import { element } from "../../page/dom.mjs";
import { lastAnswer } from "../../page/last-answer.mjs";
import { localDay, longDay } from "../../page/moments.mjs";
import { whenLeft } from "../../page/panels.mjs";
import { readExport } from "../../page/reading.mjs";
import { isHere } from "../../page/requests.mjs";
import { sayAll } from "../../page/unsaid.mjs";
import { bring } from "../../page/places.mjs";

/** @typedef {import("./answers.mjs").Reponses} Reponses */
/** @typedef {{reponses: Reponses, premier_tour: Reponses}} Contenu */
/** @typedef {Contenu & {libelle: string}} Cote */

/**
 * @param {object} page
 * @param {import("../../page/python.mjs").Python} page.python
 * @param {import("../../page/saving.mjs").Status} page.status
 * @param {import("../../page/elsewhere.mjs").Elsewhere} page.elsewhere
 * @param {() => import("../../page/saving.mjs").Saving} page.saving known once the page has its draft
 * @param {() => Contenu} page.answers what is on screen
 * @param {Map<string, string>} page.values code of a value of the scale → its words
 * @param {() => Promise<void>} page.released
 */
export function createComparing({ python, status, elsewhere, saving, answers, values, released }) {
  const panel = /** @type {HTMLElement} */ (element("comparaison"));
  const picker = /** @type {HTMLInputElement} */ (element("r-fichier-compare"));
  const view = createComparisonView(panel, values, status.phrase);
  /** Which side the file being chosen is for. @type {"avant" | "apres"} */
  let side = "avant";
  /** A side without a file is what is on screen. @type {{avant: Cote | null, apres: Cote | null}} */
  const sides = { avant: null, apres: null };

  /** The same before the files whose comparison is awaited. @type {typeof sides | null} */
  let before = null;
  const answer = lastAnswer(compare, (found, awaited) => {
    if (found) view.show(found);
    if (!awaited) return;
    if (!found) {
      Object.assign(sides, before);
      before = null;
      return status.say("comparer_sans_calcul");
    }
    before = null;
    panel.hidden = false;
    status.say("comparer_fait");
    bring(/** @type {HTMLElement} */ (panel.querySelector("h2")));
  }, released);

  async function compare() {
    const [avant, apres] = [sides.avant, sides.apres].map(
      (cote) => cote ?? { libelle: status.phrase("comparer_ecran"), ...answers() },
    );
    const reply = await python.ask({ action: "comparer", corps: { avant, apres, jour: localDay(new Date()) } });
    return reply.resultat;
  }

  function forget() {
    sides.avant = sides.apres = before = null;
    answer.forget();
  }
  whenLeft(panel, forget);

  /** @param {File} file */
  async function take(file) {
    const current = saving().brouillon();
    const cote = side;
    const { resultat, refus } = await readExport(file, python, status, elsewhere);
    if (!resultat) {
      status.refuse(refus ?? "");
      return;
    }
    // Given to be compared with another draft than the one that is on screen now.
    if (!isHere(saving(), current)) return status.say("fichier_autre_brouillon", { nom: file.name });
    const nom = resultat.nom || file.name;
    before ??= { ...sides };
    const { reponses, premier_tour, exporte_le } = resultat;
    sides[cote] = { libelle: status.phrase("comparer_fichier", { nom, jour: longDay(exporte_le) }), reponses, premier_tour };
    await answer.ask(true);
  }

  picker.addEventListener("change", () => {
    const file = picker.files?.[0];
    sayAll();
    if (file) take(file).finally(() => (picker.value = ""));
  });

  return {
    /** @param {"avant" | "apres"} which side the person chooses a file for */
    choose(which) {
      side = which;
      picker.click();
    },
    /**
     * What is on screen has changed: a comparison with it follows.
     * @param {boolean} [both] the day has changed: so does one of two files
     */
    async refresh(both = false) {
      if ((answer.isAwaited() || !panel.hidden) && (both || !sides.avant || !sides.apres)) await answer.ask(false);
    },
    close() {
      panel.hidden = true;
      forget();
    },
  };
}
