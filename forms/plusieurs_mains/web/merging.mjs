/**
 * Two copies put together: each conflict on its own, with both answers; stopping changes nothing.
 * @module
 */

import { whenLeft } from "../../page/panels.mjs";
import { bring, fill, leave } from "../../page/places.mjs";

/** @typedef {{reponse: string, signature: string}} Version */
/** @typedef {{place: string, section: string, partie: string, ou: string, question: string, ici: Version, autre: Version, parole: string}} Conflit */
/** @typedef {{place: string, ou: string, question: string, nature: "ajoutee" | "recente" | "tranchee" | "reecrite", cote: Cote, garde: Version, autre: Version | null, phrase: string}} Divergence */
/** @typedef {"ici" | "autre"} Cote */
/** @typedef {{copie: {valeurs: any, ecartees: any[]} | null, conflits: Conflit[], divergences: Divergence[], ajoutees: number, avis: string[]}} Fusion */

/**
 * A merge under way: the other file, what is left to choose, and what was chosen, by place.  Each choice stands as long as
 * what stood there does.
 * @typedef {object} Run
 * @property {string} texte
 * @property {Conflit[]} conflits
 * @property {any} contenu the copy that the conflicts are about
 * @property {Map<string, {cote: Cote, ecrit: string}>} choix
 * @property {number} rang
 * @property {boolean} [arretee] by the person: what comes of it later goes nowhere
 */

/**
 * @param {Run} run
 * @returns {Conflit[]} those of the same part of the form as the one on screen, from it on
 */
const inSection = ({ conflits, rang }) => conflits.slice(rang).filter(({ section }) => section === conflits[rang].section);

/** @param {any} contenu @param {string} place */
const written = (contenu, place) => JSON.stringify(contenu.valeurs[place] ?? null);

/**
 * @param {HTMLElement} panel
 * @param {object} page
 * @param {(own: () => {texte: string}) => Promise<import("./files.mjs").Reponse<Fusion>>} page.merge asks Python, with the choices made
 * @param {() => any} page.contenu the copy on screen
 * @param {(asked: import("../../page/drafts.mjs").Brouillon, copie: {valeurs: any, ecartees: any[]}) => void} page.take takes
 *   the merged copy
 * @param {(asked: import("../../page/drafts.mjs").Brouillon, copie: {valeurs: any, ecartees: any[]}) => Promise<void>} page.keepBeside
 * @param {(divergences: Divergence[]) => void} page.told what differed without being a conflict
 * @param {import("../../page/saving.mjs").Status} page.status
 */
export function createMerging(panel, { merge, contenu, take, keepBeside, told, status }) {
  /** @type {Run | null} */
  let current = null;
  whenLeft(panel, () => (current = null));

  function close() {
    leave(panel);
    if (current) current.arretee = true;
    current = null;
  }

  /** @param {Run} run */
  function draw(run) {
    const { conflits, rang, choix } = run;
    const conflit = conflits[rang];
    fill(panel, "rang", status.phrase("conflit_rang", { rang: String(rang + 1), total: String(conflits.length) }));
    const bar = /** @type {HTMLProgressElement} */ (panel.querySelector("progress"));
    [bar.max, bar.value] = [conflits.length, rang];
    fill(panel, "ou", conflit.ou);
    fill(panel, "question", conflit.question);
    fill(panel, "parole", conflit.parole);
    const left = inSection(run).length;
    fill(panel, "partie", left > 1 ? status.phrase("conflit_partie", { partie: conflit.partie, nombre: String(left) }) : "");
    /** @type {HTMLElement} */ (panel.querySelector("[data-partie]")).hidden = left < 2;
    const chosen = choix.get(conflit.place)?.cote;
    for (const cote of /** @type {Cote[]} */ (["ici", "autre"])) {
      const side = /** @type {HTMLElement} */ (panel.querySelector(`[data-cote="${cote}"]`));
      fill(side, "reponse", conflit[cote].reponse);
      fill(side, "signature", conflit[cote].signature);
      side.toggleAttribute("data-choisi", chosen === cote);
      fill(side, "choisi", chosen === cote ? status.phrase("conflit_choisi") : "");
    }
    /** @type {HTMLElement} */ (panel.querySelector("[data-action=conflit-avant]")).hidden = rang === 0;
    panel.hidden = false;
    const title = /** @type {HTMLElement} */ (panel.querySelector("h2"));
    if (!bring(title)) status.say("a_voir", { titre: title.textContent.trim().replace(/\s+/g, " ") });
  }

  /**
   * @param {Run} run
   * @returns {{texte: string, choix: Record<string, Cote>}} what Python is asked with: choices between answers that
   *   still stand
   */
  function own({ texte, choix }) {
    const standing = [...choix].filter(([place, { ecrit }]) => written(contenu(), place) === ecrit);
    return { texte, choix: Object.fromEntries(standing.map(([place, { cote }]) => [place, cote])) };
  }

  /**
   * Asks again with what was chosen: done, or conflicts that are left.
   * @param {Run} run
   */
  async function go(run) {
    const { resultat, refus, asked, here } = await merge(() => own(run));
    // Or another one begun, which stops it.
    if (run.arretee) return;
    // One has gone to another draft and back.
    if (here && current !== run) return status.say("fusion_arretee");
    if (!here) return resultat?.copie ? keepBeside(asked, resultat.copie) : status.say("fusion_arretee");
    if (!resultat) {
      close();
      status.refuse(refus ?? "");
      return;
    }
    if (resultat.copie) {
      const chosen = Object.keys(own(run).choix).length;
      close();
      take(asked, resultat.copie);
      told(resultat.divergences);
      const key = chosen === 0 ? "fusion_sans_conflit" : "fusion_faite";
      status.say(key, { ajoutees: String(resultat.ajoutees), choisies: String(chosen), avis: resultat.avis.join(" ") });
      return;
    }
    // What stood there when one chose has changed: it is to be chosen anew.
    for (const { place } of resultat.conflits) run.choix.delete(place);
    Object.assign(run, { conflits: resultat.conflits, contenu: asked.contenu, rang: 0 });
    draw(run);
  }

  /**
   * Takes a side for some conflicts, and goes on to the next one that nothing is chosen for; with none left, asks again.
   * @param {Run} run
   * @param {Conflit[]} some
   * @param {Cote} cote
   */
  async function chosenFor(run, some, cote) {
    for (const { place } of some) run.choix.set(place, { cote, ecrit: written(run.contenu, place) });
    const { conflits, choix } = run;
    const after = conflits.findIndex(({ place }, rank) => rank > run.rang && !choix.has(place));
    run.rang = after >= 0 ? after : conflits.findIndex(({ place }) => !choix.has(place));
    if (run.rang >= 0) return draw(run);
    run.rang = conflits.length;
    return go(run);
  }

  return {
    /** @param {string} texte of the other file */
    async start(texte) {
      close();
      current = { texte, conflits: [], contenu: null, choix: new Map(), rang: 0 };
      await go(current);
    },
    /** @param {HTMLElement} control */
    async choose(control) {
      if (!current || current.rang >= current.conflits.length) return;
      const cote = /** @type {Cote} */ (control.closest("[data-cote]")?.getAttribute("data-cote"));
      await chosenFor(current, [current.conflits[current.rang]], cote);
    },
    /**
     * Takes one side for all that is left of a part of the form.
     * @param {HTMLElement} control
     */
    async chooseAll(control) {
      if (!current || current.rang >= current.conflits.length) return;
      await chosenFor(current, inSection(current), /** @type {Cote} */ (control.dataset["prendre"]));
    },
    back() {
      if (!current) return;
      current.rang = Math.max(0, current.rang - 1);
      draw(current);
    },
    stop() {
      close();
      status.say("fusion_arretee");
    },
  };
}
