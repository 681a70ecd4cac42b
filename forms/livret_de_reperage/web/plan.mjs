/**
 * Shows the state that Python gave: proposals beside their decisions, the path, the days.
 * Sentences and labels go into places that the template holds ready.
 * @module
 */

import { dayInWords } from "../../page/moments.mjs";
import { showComputed } from "../../page/panels.mjs";
import { copyOf, fill, list, part } from "../../page/places.mjs";
import { showAgreements } from "../../plusieurs_mains/web/agreeing.mjs";

/** @typedef {"formation" | "evaluation_directe" | "a_completer"} Orientation */
/** @typedef {{code: string, intitule: string, proposee: Orientation, phrase: string, a_former: string[], ouvertes: string[], ecarts: string[], decision: Orientation | null, raison: string, avis: string, retenue: Orientation}} Proposition */
/** @typedef {{minimum: number | null, maximum: number | null} | null} Heures */
/** @typedef {{code: string, intitule: string, orientation: Orientation, competences: string[], modules: string[], heures: Heures}} Etape */
/** @typedef {{code: string, intitule: string, affiche: string}} Lecture */
/** @typedef {{regle: string, jour?: string, phrase: string, alerte: string, niveau?: "alerte" | "a_verifier", lectures?: Lecture[]}} Echeance */
/** @typedef {{place: string, niveau: "alerte" | "a_verifier", phrase: string}} Alerte */
/** @typedef {{place: string, message: string}} Probleme */
/** @typedef {import("../../plusieurs_mains/web/agreeing.mjs").Accord} Accord */
/** @typedef {{jour: string, propositions: Proposition[], parcours: {etapes: Etape[], en_attente: string[], heures: Heures}, echeances: Echeance[], alertes: Alerte[], problemes: Probleme[], caches: string[], accords: Accord[]}} Etat */

/** How many characters of a path one sheet of paper takes, and how small they may be set where there are more. */
const [SHEET, SMALLEST] = [3700, 0.6];
/** How many, set so small, may go on to a second sheet: from 14,500 on, some do. */
const TOO_MANY = 13_000;
/** How many characters the heading of a step, and the line of a day, are worth. */
const [STEP, DAY] = [250, 100];

/**
 * @param {Proposition} proposition
 * @returns {boolean} whether the decision departs from it without a reason yet
 */
export function lacksReason({ decision, proposee, raison }) {
  return decision !== null && decision !== proposee && raison.trim() === "";
}

/**
 * @param {HTMLElement} panel
 * @param {Record<string, [string, string]>} looks orientation → look of its label, its words
 * @param {(key: string, values?: Record<string, string>) => string} phrase
 */
export function createPlanView(panel, looks, phrase) {
  /**
   * @param {Element} place
   * @param {Orientation} orientation
   */
  function label(place, orientation) {
    const pill = part(place, "etat");
    if (pill) [pill.dataset.etat, pill.textContent] = looks[orientation];
  }

  /** @param {Heures} heures */
  function hours(heures) {
    if (!heures) return "";
    const [minimum, maximum] = [heures.minimum, heures.maximum].map((one) => one?.toLocaleString("fr-FR") ?? "");
    if (!maximum) return phrase("heures_au_moins", { minimum });
    if (!minimum) return phrase("heures_au_plus", { maximum });
    return phrase(minimum === maximum ? "heures" : "heures_entre", { minimum, maximum });
  }

  /** @param {Proposition} one */
  function showProposition(one) {
    for (const place of document.querySelectorAll(`[data-proposition="${CSS.escape(one.code)}"]`)) {
      label(place, one.proposee);
      fill(place, "phrase", one.phrase);
      list(place, "a_former", one.a_former);
      list(place, "ouvertes", one.ouvertes);
      list(place, "ecarts", one.ecarts);
      fill(place, "avis", one.avis);
      part(place, "avis")?.toggleAttribute("data-manque", lacksReason(one));
    }
  }

  /**
   * @param {Etape} etape
   * @param {Proposition | undefined} proposition
   */
  function step(etape, proposition) {
    const line = copyOf(panel, "etape");
    line.dataset.orientation = etape.orientation;
    fill(line, "code", etape.code);
    fill(line, "intitule", etape.intitule);
    label(line, etape.orientation);
    fill(line, "heures", hours(etape.heures));
    fill(line, "avis", proposition?.avis ?? "");
    list(line, "competences", etape.competences);
    list(line, "modules", etape.modules);
    return line;
  }

  /** @param {Lecture} lecture */
  function reading({ intitule, affiche }) {
    const line = copyOf(panel, "lecture");
    fill(line, "intitule", intitule);
    fill(line, "affiche", affiche);
    return line;
  }

  /** @param {Echeance} echeance */
  function day(echeance) {
    const line = copyOf(panel, "echeance");
    fill(line, "jour", echeance.jour ? dayInWords(echeance.jour) : phrase("jour_inconnu"));
    fill(line, "phrase", echeance.phrase);
    fill(line, "alerte", echeance.alerte);
    if (echeance.niveau) line.dataset["niveau"] = echeance.niveau;
    if (echeance.lectures) part(line, "lectures")?.replaceChildren(...echeance.lectures.map(reading));
    else part(line, "lectures")?.remove();
    line.toggleAttribute("data-sans-jour", !echeance.jour);
    return line;
  }

  /** @param {Etat} etat */
  function showDays(etat) {
    const sorted = [...etat.echeances].sort((a, b) => ((a.jour ?? "9999") < (b.jour ?? "9999") ? -1 : 1));
    part(panel, "echeances")?.replaceChildren(...sorted.map(day));
    /** @type {HTMLElement} */ (panel.querySelector("[data-echeances]")).hidden = sorted.length === 0;
    for (const echeance of etat.echeances) {
      const place = document.querySelector(`[data-echeance="${CSS.escape(echeance.regle)}"]`);
      if (!place) continue;
      fill(place, "phrase", echeance.phrase);
      fill(place, "alerte", echeance.alerte);
    }
  }

  /** @param {Alerte} alerte */
  function warning(alerte) {
    const line = copyOf(panel, "alerte");
    line.dataset.niveau = alerte.niveau;
    fill(line, "phrase", alerte.phrase);
    return line;
  }

  /** @param {Alerte[]} alertes */
  function showWarnings(alertes) {
    part(panel, "alertes")?.replaceChildren(...alertes.map(warning));
    /** @type {HTMLElement} */ (panel.querySelector("[data-alertes]")).hidden = alertes.length === 0;
  }

  /** @param {Accord[]} accords */
  function showThem(accords) {
    showAgreements(accords);
    list(panel, "accords", accords.map(({ nom, phrase: told }) => phrase("accord_dit", { nom, phrase: told })));
  }

  return {
    /**
     * @param {Etat} etat
     * @param {string} candidat their name, as it was written; maybe nothing
     */
    show(etat, candidat) {
      fill(panel, "candidat", candidat && phrase("plan_candidat", { nom: candidat }));
      const { etapes, en_attente: open, heures } = etat.parcours;
      for (const one of etat.propositions) showProposition(one);
      part(panel, "etapes")?.replaceChildren(
        ...etapes.map((etape) => step(etape, etat.propositions.find(({ code }) => code === etape.code))),
      );
      fill(panel, "attente", etapes.length === 0 ? phrase("parcours_vide") : "");
      fill(panel, "en_attente", etapes.length > 0 && open.length > 0 ? phrase("en_attente", { codes: open.join(", ") }) : "");
      fill(panel, "total", heures ? phrase("total", { heures: hours(heures) }) : "");
      showDays(etat);
      showWarnings(etat.alertes);
      showThem(etat.accords);
      const written = ["etapes", "echeances", "alertes", "accords"].reduce((sum, field) => sum + (part(panel, field)?.textContent?.length ?? 0), 0);
      const readings = etat.echeances.reduce((sum, { lectures = [] }) => sum + lectures.length, 0);
      const length = written + STEP * etapes.length + DAY * (etat.echeances.length + etat.alertes.length + readings);
      panel.style.setProperty("--r-serre", Math.max(SMALLEST, Math.min(1, Math.sqrt(SHEET / length))).toFixed(2));
      for (const told of document.querySelectorAll("[data-long]")) told.toggleAttribute("hidden", length < TOO_MANY);
      fill(panel, "json", JSON.stringify(etat, null, 2));
      showComputed(panel);
    },
  };
}
