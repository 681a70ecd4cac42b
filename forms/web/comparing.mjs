/**
 * Compares two sets of answers: two files, or a file and what is on screen.  Python compares, the view shows.
 * @module
 */

import { createComparisonView } from "./comparison-view.mjs";
import { element } from "./dom.mjs";
import { longDay } from "./moments.mjs";
import { readExport } from "./reading.mjs";

/** @typedef {import("./answers.mjs").Reponses} Reponses */
/** @typedef {{libelle: string, reponses: Reponses}} Cote */

/**
 * @param {object} page
 * @param {import("./python.mjs").Python} page.python
 * @param {import("./saving.mjs").Status} page.status
 * @param {() => Reponses} page.answers what is on screen
 * @param {Map<string, string>} page.values code of a value of the scale → its words
 */
export function createComparing({ python, status, answers, values }) {
  const panel = /** @type {HTMLElement} */ (element("comparaison"));
  const picker = /** @type {HTMLInputElement} */ (element("r-fichier-compare"));
  const view = createComparisonView(panel, values, status.phrase);
  /** Which side the file being chosen is for. @type {"avant" | "apres"} */
  let side = "avant";
  /** A side without a file is what is on screen. @type {{avant: Cote | null, apres: Cote | null}} */
  const sides = { avant: null, apres: null };

  async function compare() {
    const [avant, apres] = [sides.avant, sides.apres].map(
      (cote) => cote ?? { libelle: status.phrase("comparer_ecran"), reponses: answers() },
    );
    const reply = await python.ask({ action: "comparer", corps: { avant, apres } });
    view.show(reply.resultat);
  }

  /** @param {File} file */
  async function take(file) {
    const { resultat, refus } = await readExport(file, python, status);
    if (!resultat) {
      status.refuse(refus ?? "");
      return;
    }
    const nom = resultat.nom || file.name;
    sides[side] = { libelle: status.phrase("comparer_fichier", { nom, jour: longDay(resultat.exporte_le) }), reponses: resultat.reponses };
    await compare();
    panel.hidden = false;
    status.say("comparer_fait");
    /** @type {HTMLElement} */ (panel.querySelector("h2")).focus();
  }

  picker.addEventListener("change", () => {
    const file = picker.files?.[0];
    if (file) take(file).finally(() => (picker.value = ""));
  });

  return {
    /** @param {"avant" | "apres"} which side the person chooses a file for */
    choose(which) {
      side = which;
      picker.click();
    },
    /** What is on screen has changed: a comparison with it follows. */
    async refresh() {
      if (!panel.hidden && (!sides.avant || !sides.apres)) await compare();
    },
    close() {
      panel.hidden = true;
      sides.avant = sides.apres = null;
    },
  };
}
