/**
 * The page of an auto-positionnement: ties controls, draft, file and Python together.
 * @module
 */

import { mergeAnswers, readAnswers, refresh, withdraw, writeAnswers } from "../answers.mjs";
import { download, exportText, FileError, localDay, readText } from "../files.mjs";
import { completedSection, progressOf, showProgress } from "../progress.mjs";
import { PythonFault, startPython } from "../python.mjs";
import { showResult } from "../results.mjs";
import { createSaving } from "../saving.mjs";
import { createScoring } from "../scoring.mjs";
import { showSections } from "../sections.mjs";
import { createStatus } from "../status.mjs";

/** @typedef {import("../answers.mjs").Reponses} Reponses */

/** @param {string} id */
function json(id) {
  return JSON.parse(/** @type {HTMLElement} */ (document.getElementById(id)).textContent ?? "");
}

/** @param {string} id */
function element(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

async function start() {
  const configuration = json("r-configuration");
  const formulaire = /** @type {string} */ (element("r-donnees-formulaire").textContent);
  const form = /** @type {HTMLFormElement} */ (element("r-formulaire"));
  const panel = element("resultat");
  const picker = /** @type {HTMLInputElement} */ (element("r-fichier"));
  const status = createStatus(document, configuration.messages);
  const sections = showSections(form);
  const saving = await createSaving({
    // The site's own path: two copies of the site on one origin keep their drafts apart.
    base: `repere:${new URL(configuration.racine, location.href).pathname}`,
    certification: configuration.entete.certification,
    version: configuration.entete.version_referentiel,
    status,
  });
  const python = startPython({
    workerUrl: new URL(configuration.worker, location.href).href,
    formulaire,
    onState: (etat) => {
      status.python(`calcul_${etat.nom}${etat.motif ? `_${etat.motif}` : ""}`);
    },
  });
  const score = createScoring(
    python.ask,
    () => readAnswers(form),
    (resultat) => showResult(panel, resultat, configuration.etats),
    (error) => {
      // Python's absence has been said already, by its state.
      if (error instanceof PythonFault) status.python("calcul_faute");
    },
  );
  /** What was on screen before a file was opened: opening one can be undone. @type {Reponses | null} */
  let before = null;

  function showLastFile() {
    const key = saving.lastFile() ? "fichier_dernier" : "fichier_jamais";
    element("r-etat-fichier").textContent = status.sentence(key).replace("{jour}", saving.lastFile());
  }

  function changed() {
    showProgress(form);
    score();
    return saving.keep(readAnswers(form));
  }

  /** @param {Reponses} reponses */
  function show(reponses) {
    writeAnswers(form, reponses);
    showProgress(form);
    score();
  }

  /** @param {File} file */
  async function open(file) {
    try {
      const texte = await readText(file);
      if (python.state.nom === "chargement") status.say("fichier_en_attente");
      const reply = await python.ask({ action: "ouvrir", corps: { texte } });
      if (!reply.ok) {
        status.refuse(`${reply.message} ${status.sentence("ecran_intact")}`);
        return;
      }
      before = readAnswers(form);
      const ecartees = { ...saving.brouillon().reponses_ecartees, ...reply.resultat.reponses_ecartees };
      show(reply.resultat.reponses);
      await saving.keep(readAnswers(form), ecartees);
      element("r-revenir").hidden = Object.keys(before).length === 0;
      status.say("fichier_ouvert", { nom: file.name, avis: reply.resultat.avis.join(" ") });
    } catch (error) {
      const key = error instanceof FileError ? error.motif : "fichier_sans_calcul";
      status.refuse(`${status.sentence(key)} ${status.sentence("ecran_intact")}`);
    }
  }

  const actions = {
    async enregistrer() {
      const now = new Date();
      const { certification } = configuration.entete;
      const name = `auto-positionnement_${certification}_${localDay(now)}.json`;
      download(name, exportText(configuration.entete, readAnswers(form), saving.brouillon().reponses_ecartees, now));
      await saving.fileSaved();
      showLastFile();
      status.say("fichier_enregistre", { nom: name });
    },
    ouvrir() {
      picker.click();
    },
    imprimer() {
      window.print();
    },
    async effacer() {
      if (!window.confirm(status.sentence("effacer_confirmer"))) return;
      before = null;
      element("r-revenir").hidden = true;
      await saving.erase();
      show({});
      showLastFile();
      status.say("efface");
    },
    async revenir() {
      if (!before) return;
      show(before);
      before = null;
      element("r-revenir").hidden = true;
      await saving.keep(readAnswers(form));
      status.say("revenu");
    },
    /** @param {Element} control */
    deplier(control) {
      const whole = control.getAttribute("aria-pressed") !== "true";
      control.setAttribute("aria-pressed", String(whole));
      sections.whole(whole);
    },
    /** @param {Element} control */
    retirer(control) {
      withdraw(/** @type {HTMLFieldSetElement} */ (control.closest("fieldset")));
      return changed();
    },
  };

  document.addEventListener("click", (event) => {
    const control = /** @type {Element} */ (event.target).closest("[data-action]");
    const action = control?.getAttribute("data-action");
    if (control && action && Object.hasOwn(actions, action)) {
      actions[/** @type {keyof typeof actions} */ (action)](control);
    }
  });
  form.addEventListener("input", (event) => {
    const question = /** @type {HTMLFieldSetElement} */ (/** @type {Element} */ (event.target).closest("fieldset"));
    const answered = question.hasAttribute("data-repondu");
    refresh(question);
    changed();
    const titre = answered ? "" : completedSection(question);
    if (titre) status.say("section_finie", { titre, ...progressOf(form) });
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("beforeunload", (event) => {
    if (saving.atRisk()) event.preventDefault();
  });
  picker.addEventListener("change", () => {
    const file = picker.files?.[0];
    // Emptied at once, so that choosing the same file again is a change again.
    if (file) open(file).finally(() => (picker.value = ""));
  });

  // Answers given before this script ran are on screen already: they win over the draft, which they complete.
  const typed = readAnswers(form);
  show(mergeAnswers(saving.brouillon().reponses, typed));
  if (Object.keys(typed).length > 0) await saving.keep(readAnswers(form));
  if (saving.restored) status.say("brouillon_repris");
  showLastFile();
  form.toggleAttribute("data-pret", true);
}

start();
