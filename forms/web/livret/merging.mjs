/**
 * Two copies put together: each conflict on its own, with both answers; stopping changes nothing.
 * @module
 */

import { fill, leave } from "../places.mjs";

/** @typedef {{reponse: string, signature: string}} Version */
/** @typedef {{place: string, ou: string, question: string, ici: Version, autre: Version}} Conflit */
/** @typedef {"ici" | "autre"} Cote */
/** @typedef {{livret: {valeurs: any, ecartees: any[]} | null, conflits: Conflit[], ajoutees: number, avis: string[]}} Fusion */

/**
 * @param {HTMLElement} panel
 * @param {object} page
 * @param {(corps: object) => Promise<{resultat?: Fusion, refus?: string}>} page.merge asks Python, with the choices made
 * @param {(livret: {valeurs: any, ecartees: any[]}) => Promise<void>} page.take takes the merged livret
 * @param {import("../saving.mjs").Status} page.status
 */
export function createMerging(panel, { merge, take, status }) {
  let texte = "";
  /** @type {Conflit[]} */
  let conflits = [];
  /** @type {Map<string, Cote>} */
  let choix = new Map();
  let rang = 0;

  const close = () => {
    leave(panel);
    [texte, conflits, choix, rang] = ["", [], new Map(), 0];
  };

  function draw() {
    const conflit = conflits[rang];
    fill(panel, "rang", status.phrase("conflit_rang", { rang: String(rang + 1), total: String(conflits.length) }));
    const bar = /** @type {HTMLProgressElement} */ (panel.querySelector("progress"));
    [bar.max, bar.value] = [conflits.length, rang];
    fill(panel, "ou", conflit.ou);
    fill(panel, "question", conflit.question);
    for (const cote of /** @type {Cote[]} */ (["ici", "autre"])) {
      const side = /** @type {HTMLElement} */ (panel.querySelector(`[data-cote="${cote}"]`));
      fill(side, "reponse", conflit[cote].reponse);
      fill(side, "signature", conflit[cote].signature);
      side.toggleAttribute("data-choisi", choix.get(conflit.place) === cote);
      fill(side, "choisi", choix.get(conflit.place) === cote ? status.phrase("conflit_choisi") : "");
    }
    /** @type {HTMLElement} */ (panel.querySelector("[data-action=conflit-avant]")).hidden = rang === 0;
    panel.hidden = false;
    /** @type {HTMLElement} */ (panel.querySelector("h2")).focus();
  }

  /** Asks again with what was chosen: done, or conflicts that are left. */
  async function go() {
    const { resultat, refus } = await merge({ texte, choix: Object.fromEntries(choix) });
    if (!resultat) {
      close();
      status.refuse(refus ?? "");
      return;
    }
    if (resultat.livret) {
      const chosen = choix.size;
      await take(resultat.livret);
      close();
      const key = chosen === 0 ? "fusion_sans_conflit" : "fusion_faite";
      status.say(key, { ajoutees: String(resultat.ajoutees), choisies: String(chosen), avis: resultat.avis.join(" ") });
      return;
    }
    conflits = resultat.conflits;
    rang = 0;
    draw();
  }

  return {
    /** @param {string} text of the other file */
    async start(text) {
      close();
      texte = text;
      await go();
    },
    /** @param {HTMLElement} control */
    async choose(control) {
      const cote = /** @type {Cote} */ (control.closest("[data-cote]")?.getAttribute("data-cote"));
      choix.set(conflits[rang].place, cote);
      if (rang + 1 < conflits.length) {
        rang += 1;
        draw();
      } else await go();
    },
    back() {
      rang = Math.max(0, rang - 1);
      draw();
    },
    stop() {
      close();
      status.say("fusion_arretee");
    },
  };
}
