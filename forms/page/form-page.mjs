/**
 * What the pages of all forms share: draft, file, printing, another tab.  A page adds its own controls.
 * @module
 */

import { stateOn } from "./certification-state.mjs";
import { bindActions, element, json } from "./dom.mjs";
import { createDraftActions } from "./draft-actions.mjs";
import { createDraftList } from "./draft-list.mjs";
import { takeDroppedFiles } from "./dropping.mjs";
import { download, exportText, fileName } from "./exporting.mjs";
import { createElsewhere } from "./elsewhere.mjs";
import { createFailing } from "./failing.mjs";
import { takeHanded } from "./handed.mjs";
import { createHanding } from "./handing.mjs";
import { ago, localDay, localTime, longDay } from "./moments.mjs";
import { followDay } from "./new-day.mjs";
import { createOpening } from "./opening.mjs";
import { createPersistence } from "./persistence.mjs";
import { print, watchPrinting } from "./printing.mjs";
import { startPython } from "./python.mjs";
import { isHere } from "./requests.mjs";
import { createSaving } from "./saving.mjs";
import { createStatus } from "./status.mjs";
import { followTabs } from "./tabs.mjs";
import { wellFormed } from "./text.mjs";
import { sayAll, watchUnsaid } from "./unsaid.mjs";

/**
 * What a kind of form knows of its contents, which are what its drafts and its files hold.
 * @typedef {object} Kind
 * @property {string} genre first part of the name under which its drafts are kept
 * @property {string} sujet what the names of its files begin with, after « repere »
 * @property {(contenu: any) => string[]} [names] what in contents tells their file from another one, beside the draft's name
 * @property {() => any} blank contents without any answer
 * @property {(contenu: any) => number} count how many answers they hold
 * @property {(contenu: any) => boolean} isEmpty whether they hold nothing that one could miss
 * @property {(contenu: any) => object | null} [resume] where one is in them, for who comes back by another page
 * @property {(contenu: any) => object} exported what they give to the file
 * @property {(resultat: any) => any} opened contents, from what Python read in a file
 * @property {(resultat: any) => void} [told] what an opened file has that this form has not
 * @property {(file: File, open: (file: File) => Promise<void>) => unknown} [receive] what to do with a file that comes;
 *   without it, it is opened
 * @property {(contenu: any) => void} show puts contents on screen, at once
 * @property {() => unknown} [newDay] computes again what it computed with the day
 * @property {(mode: string) => Promise<unknown>} [prepare] makes ready what a mode of printing puts on paper; false where it
 *   could not, and said so
 * @property {(typed: any, contenu: any) => any} merge what was typed before the script ran, over contents
 */

/** @typedef {Awaited<ReturnType<typeof createFormPage>>} FormPage */

/** Starts what needs no contents yet: the lines that say how things go, and Python. */
export function createFormBase() {
  const configuration = json("r-configuration");
  const elsewhere = createElsewhere({ certification: configuration.entete.certification, racine: configuration.racine });
  const status = createStatus(document, { ...REPERE_MESSAGES, ...configuration.messages }, elsewhere.page);
  const python = startPython({
    workerUrl: new URL(configuration.worker, location.href).href,
    formulaire: element("r-donnees-formulaire").textContent,
    onState: (etat) => status.python(`calcul_${etat.nom}${etat.motif ? `_${etat.motif}` : ""}`),
  });
  return {
    configuration,
    donnees: json("r-donnees-formulaire"),
    form: /** @type {HTMLFormElement} */ (element("r-formulaire")),
    status,
    elsewhere,
    python,
    ...createFailing(python, status),
  };
}

/**
 * @param {ReturnType<typeof createFormBase>} base
 * @param {Kind} kind
 */
export async function createFormPage({ configuration, donnees, form, status, elsewhere, python }, kind) {
  const { certification, version_referentiel: version } = configuration.entete;
  const picker = /** @type {HTMLInputElement} */ (element("r-fichier"));
  const drafts = createDraftList(element("r-brouillons"), status, kind.count);
  // The site's own path: two copies of the site on one origin keep their drafts apart.
  const path = new URL(configuration.racine, location.href).pathname;
  const base = `repere:${path}`;
  const titre = /** @type {HTMLElement} */ (form.querySelector("[data-titre]")).dataset["titre"] ?? "";
  /** @param {any} contenu */
  const begunAt = (contenu) => (kind.isEmpty(contenu) ? null : { titre, ...kind.resume?.(contenu) });
  const saving = await createSaving({ base, path, formulaire: `${kind.genre}/${certification}`, version, blank: kind.blank, resume: begunAt, status });

  function showLastFile() {
    const { fichier_le } = saving.brouillon();
    if (!fichier_le) return status.file("fichier_jamais");
    const duree = ago(fichier_le, new Date());
    if (duree) return status.file("fichier_dernier", { duree });
    if (Number.isNaN(Date.parse(fichier_le))) return status.file("fichier_sans_date");
    status.file("fichier_date", { jour: longDay(fichier_le) });
  }

  /** From now on there is something to keep: a page that starts at its question shows what with. */
  const begun = () => document.documentElement.toggleAttribute("data-commence", true);

  async function showDrafts() {
    const kept = await saving.list();
    if (kept.length > 0 || saving.newer().length > 0) begun();
    drafts.show(saving.brouillon(), [...kept, ...saving.newer().filter(isShown)]);
  }

  /** Puts the current draft on screen. */
  function show() {
    kind.show(saving.brouillon().contenu);
    if (!isEmpty(saving.brouillon().contenu)) begun();
    showLastFile();
    return showDrafts();
  }

  const { isEmpty, opened, told = () => {}, names = () => [] } = kind;
  const opening = createOpening({ python, saving, status, elsewhere, showDrafts, isEmpty, opened, told });

  /**
   * @param {import("./drafts.mjs").Brouillon} brouillon
   * @param {Date} moment
   */
  const exported = ({ nom, contenu }, moment) => {
    const etat = stateOn(donnees.etats, localDay(moment));
    return exportText(configuration.entete, nom, moment, { ...(etat ? { etat_certification: etat } : {}), ...kind.exported(contenu) });
  };

  /**
   * What a newer version of the site wrote is opened as a file of it would be: Python says whether it may.
   * @param {import("./drafts.mjs").Brouillon} brouillon
   */
  function copy(brouillon) {
    const { nom, fichier_le } = brouillon;
    const file = new File([exported(brouillon, new Date())], nom || status.phrase("brouillon_sans_nom"));
    return opening.open(file, { fichier_le: typeof fichier_le === "string" ? fichier_le : null });
  }

  /** @param {import("./drafts.mjs").Brouillon} brouillon that a newer version of the site wrote */
  function isShown(brouillon) {
    try {
      return kind.count(brouillon.contenu) >= 0 && exported(brouillon, new Date()) !== "";
    } catch {
      // Of a shape that this version does not know.
      return false;
    }
  }

  /** @param {File} file */
  async function receive(file) {
    sayAll();
    return kind.receive ? kind.receive(file, opening.open) : opening.open(file);
  }

  const persistence = createPersistence(element("r-persistance"), () => kind.count(saving.brouillon().contenu));

  /** The file of the draft on screen, as it would be saved now. */
  function file(now = new Date()) {
    const brouillon = saving.brouillon();
    const name = fileName(kind.sujet, [brouillon.nom, ...names(brouillon.contenu)], now, ".json");
    return { name, text: exported(brouillon, now) };
  }
  const share = createHanding(document.getElementById("r-partager"), { written: file, status });

  function bind() {
    followTabs(element("r-lecture"), { saving, status, came: show, showLastFile });
    bindActions({
      "ecrire-ici": () => saving.ask(),
      ...createDraftActions({ saving, status, field: drafts.field, showDrafts, copy, path, base }),
      async enregistrer() {
        const now = new Date();
        const { name, text } = file(now);
        download(name, text, "application/json");
        persistence.ask();
        await saving.fileSaved(localTime(now));
        showLastFile();
        status.say("fichier_enregistre", { nom: name });
      },
      partager: share,
      ouvrir: () => picker.click(),
      revenir: () => opening.undo(),
      async imprimer(control) {
        const mode = control.dataset["mode"] ?? "";
        const asked = saving.brouillon();
        if ((await kind.prepare?.(mode)) === false) return;
        if (isHere(saving, asked)) print(mode, saving.brouillon().nom);
      },
    });
    watchPrinting();
    watchUnsaid();
    followDay(() => {
      showLastFile();
      kind.newDay?.();
    });
    // The list counts answers: made when it is looked at, not at each of them.
    element("r-brouillons").addEventListener("toggle", showDrafts);
    drafts.field.addEventListener("input", () => saving.rename(wellFormed(drafts.field.value)).then(showDrafts));
    form.addEventListener("input", persistence.answered);
    form.addEventListener("submit", (event) => event.preventDefault());
    window.addEventListener("beforeunload", (event) => {
      sayAll();
      if (!saving.atRisk()) return;
      event.preventDefault();
      // Chrome before 119 asks for this only.
      event.returnValue = true;
    });
    picker.addEventListener("change", () => {
      const file = picker.files?.[0];
      // Emptied at once, so that choosing the same file again is a change again.
      if (file) receive(file).finally(() => (picker.value = ""));
    });
    takeDroppedFiles(element("r-depot"), receive);
  }

  return {
    saving,
    contenu: () => saving.brouillon().contenu,
    nom: () => saving.brouillon().nom,
    showDrafts,
    /** @param {any} contenu what is on screen now */
    keep(contenu) {
      begun();
      return saving.keep(contenu);
    },
    /**
     * Ties what all forms have, and takes up the draft.
     * @param {any} typed what was on screen before this script ran: it wins over the draft, which it completes
     */
    async begin(typed) {
      bind();
      const restored = saving.brouillon().revision !== "";
      const writes = saving.writes();
      const kept = isEmpty(typed) ? null : saving.keep(kind.merge(typed, saving.brouillon().contenu));
      // In the same breath: what is answered while it is being written is answered on what the draft holds.
      await Promise.all([kept, show()]);
      if (restored && writes) status.say("brouillon_repris");
      form.toggleAttribute("data-pret", true);
      const handed = takeHanded(path);
      if (handed) await receive(handed);
    },
  };
}
