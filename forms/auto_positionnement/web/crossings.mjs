/**
 * Where the answers on screen lead, in every other certification at once: Python says it, this lays it out.
 * @module
 */

import { lastAnswer } from "../../page/last-answer.mjs";
import { localDay } from "../../page/moments.mjs";
import { whenLeft } from "../../page/panels.mjs";
import { bring, copyOf, fill, part } from "../../page/places.mjs";

/** @typedef {{code: string, intitule: string, etat: string, raisons: string[]}} Competence */
/**
 * @typedef {{certification: string, intitule: string, etat_certification?: {etat: string, libelle: string, phrase: string},
 *   close: boolean, phrase: string, compte: Record<string, number>, competences: Competence[]}} Passerelle
 */

/**
 * @param {HTMLElement} panel
 * @param {object} page
 * @param {string} page.certification
 * @param {import("../../page/python.mjs").Python} page.python
 * @param {import("../../page/status.mjs").Status} page.status
 * @param {import("../../page/elsewhere.mjs").Elsewhere} page.elsewhere
 * @param {() => import("../../page/saving.mjs").Saving} page.saving
 * @param {(contenu: any) => boolean} page.isEmpty
 * @param {() => Promise<void>} page.released
 */
export function createCrossings(panel, { certification, python, status, elsewhere, saving, isEmpty, released }) {
  const lists = { linked: /** @type {HTMLElement} */ (part(panel, "liees")), bare: /** @type {HTMLElement} */ (part(panel, "sans_lien")) };
  /** Whether one came to this page for it, and nothing is in sight yet. */
  let arriving = false;
  const answer = lastAnswer(look, (found, awaited) => {
    if (found) show(found);
    if (!awaited) return;
    const first = arriving;
    arriving = false;
    if (!found) return status.say("passerelles_sans_calcul");
    panel.hidden = false;
    status.say("passerelles_pretes");
    const title = /** @type {HTMLElement} */ (panel.querySelector("h3"));
    if (bring(title) && first) title.scrollIntoView();
  }, released);
  whenLeft(panel, () => {
    arriving = false;
    answer.forget();
  });

  /** @returns {Promise<{passerelles: Passerelle[], avertissement: string, mention: string}>} */
  async function look() {
    const [origine, collection] = await Promise.all([elsewhere.links(certification), elsewhere.collection()]);
    const { reponses, premier_tour: first = {} } = saving().brouillon().contenu;
    const corps = { reponses, premier_tour: first, origine, collection, jour: localDay(new Date()) };
    return (await python.ask({ action: "passerelles", corps })).resultat;
  }

  /** @param {HTMLElement} place @param {Passerelle} one */
  function head(place, one) {
    const link = /** @type {HTMLAnchorElement} */ (place.querySelector("[data-lien=fiche]"));
    link.href = elsewhere.fiche(one.certification);
    link.textContent = one.intitule;
    fill(place, "etat", one.etat_certification?.libelle ?? "");
    fill(place, "etat_phrase", one.etat_certification?.phrase ?? "");
    fill(place, "phrase", one.phrase);
  }

  /** @param {Competence} one */
  function competence(one) {
    const line = copyOf(panel, "competence");
    fill(line, "intitule", one.intitule);
    const reasons = one.raisons.map((text) => {
      const entry = document.createElement("li");
      entry.textContent = text;
      return entry;
    });
    /** @type {HTMLElement} */ (line.querySelector("ul")).replaceChildren(...reasons);
    return line;
  }

  /** @param {Passerelle} one */
  function crossing(one) {
    const place = copyOf(panel, "passerelle");
    head(place, one);
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("[data-etat-de]"))) {
      const mine = one.competences.filter(({ etat }) => etat === group.dataset["etatDe"]);
      group.hidden = mine.length === 0;
      /** @type {HTMLElement} */ (group.querySelector("[data-nombre]")).textContent = String(mine.length);
      /** @type {HTMLElement} */ (group.querySelector(":scope > ul")).replaceChildren(...mine.map(competence));
    }
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("[data-part]"))) {
      part.style.flexGrow = String(one.compte[part.dataset["part"] ?? ""] ?? 0);
    }
    const form = /** @type {HTMLAnchorElement} */ (place.querySelector("[data-lien=formulaire]"));
    form.href = elsewhere.page(one.certification, "auto-positionnement");
    // Nobody enters it any more: its fiche says what follows.
    form.hidden = one.close;
    /** @type {HTMLAnchorElement} */ (place.querySelector("[data-lien=comparer]")).href = elsewhere.compared(one.certification);
    return place;
  }

  /** @param {Passerelle} one */
  function bare(one) {
    const line = copyOf(panel, "sans-lien");
    head(line, one);
    return line;
  }

  /** @param {{passerelles: Passerelle[], avertissement: string, mention: string}} found */
  function show({ passerelles, avertissement, mention }) {
    fill(panel, "avertissement", avertissement);
    fill(panel, "mention", mention);
    const opened = new Set([...panel.querySelectorAll("details[open]")].map((one) => one.closest("[data-certification]")?.getAttribute("data-certification")));
    const linked = passerelles.filter(({ competences }) => competences.length > 0);
    lists.linked.replaceChildren(
      ...linked.map((one) => {
        const place = crossing(one);
        place.dataset["certification"] = one.certification;
        // Drawn again at each answer: what one was reading stays open.
        if (opened.has(one.certification)) place.querySelector("details")?.setAttribute("open", "");
        return place;
      }),
    );
    const others = passerelles.filter(({ competences }) => competences.length === 0);
    /** @type {HTMLElement} */ (lists.bare.querySelector("ul")).replaceChildren(...others.map(bare));
    lists.bare.hidden = others.length === 0;
  }

  return {
    /** One came here by an address: the section is in sight at once, then what comes in it, whatever has come above. */
    async arrive() {
      /** @type {HTMLElement} */ (panel.closest("section")).scrollIntoView();
      arriving = !isEmpty(saving().brouillon().contenu);
      await this.open();
    },
    async open() {
      if (isEmpty(saving().brouillon().contenu)) return status.say("passerelles_vides");
      if (python.state.nom === "chargement") status.say("passerelles_en_attente");
      await answer.ask(true);
    },
    /** An answer has changed, or the day: what is on screen, or about to be, follows. */
    async refresh() {
      if (answer.isAwaited() || !panel.hidden) await answer.ask(false);
    },
  };
}
