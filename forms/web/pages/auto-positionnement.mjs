/**
 * The page of an auto-positionnement: ties controls, draft, file and Python together.
 * @module
 */

import { createAnswers, mergeAnswers, wellFormed } from "../answers.mjs";
import { createComparing } from "../comparing.mjs";
import { bindActions, element, json } from "../dom.mjs";
import { createDraftActions } from "../draft-actions.mjs";
import { createDraftList } from "../draft-list.mjs";
import { takeDroppedFiles } from "../dropping.mjs";
import { download, exportText, fileName } from "../exporting.mjs";
import { ago, localTime } from "../moments.mjs";
import { createOpening } from "../opening.mjs";
import { print, watchPrinting } from "../printing.mjs";
import { completedSection, progressOf, showProgress } from "../progress.mjs";
import { PythonFault, startPython } from "../python.mjs";
import { showRemaining } from "../remaining.mjs";
import { createResults } from "../results.mjs";
import { createSaving } from "../saving.mjs";
import { createScoring } from "../scoring.mjs";
import { showSections } from "../sections.mjs";
import { createSharing } from "../sharing.mjs";
import { createStatus } from "../status.mjs";

async function start() {
  const configuration = json("r-configuration");
  const formulaire = json("r-donnees-formulaire");
  const { certification, version_referentiel: version } = configuration.entete;
  const form = /** @type {HTMLFormElement} */ (element("r-formulaire"));
  const picker = /** @type {HTMLInputElement} */ (element("r-fichier"));
  const status = createStatus(document, configuration.messages);
  const sections = showSections(form);
  const answers = createAnswers(form);
  const drafts = createDraftList(element("r-brouillons"), status);
  // The site's own path: two copies of the site on one origin keep their drafts apart.
  const path = new URL(configuration.racine, location.href).pathname;
  const base = `repere:${path}`;
  const saving = await createSaving({ base, certification, version, status });
  const python = startPython({
    workerUrl: new URL(configuration.worker, location.href).href,
    formulaire: element("r-donnees-formulaire").textContent,
    onState: (etat) => status.python(`calcul_${etat.nom}${etat.motif ? `_${etat.motif}` : ""}`),
  });
  const showScore = createResults(element("resultat"), configuration.etats);
  const score = createScoring(
    python.ask,
    answers.read,
    (resultat) => {
      showScore(resultat);
      comparing.refresh().catch(() => {});
    },
    (error) => {
      // Python's absence has been said already, by its state.
      if (error instanceof PythonFault) status.python("calcul_faute");
    },
  );

  function showLastFile() {
    const { fichier_le } = saving.brouillon();
    if (fichier_le) status.file("fichier_dernier", { duree: ago(fichier_le, new Date()) });
    else status.file("fichier_jamais");
  }

  async function showDrafts() {
    drafts.show(saving.brouillon(), await saving.list());
  }

  /** Puts the current draft on screen. */
  async function show() {
    answers.write(saving.brouillon().reponses);
    showProgress(form);
    score();
    showLastFile();
    await showDrafts();
  }

  function changed() {
    showProgress(form);
    score();
    return saving.keep(answers.read());
  }

  const opening = createOpening({ python, saving, status, show });

  const comparing = createComparing({
    python,
    status,
    answers: answers.read,
    values: new Map(formulaire.echelle.map((/** @type {{code: string, libelle: string}} */ { code, libelle }) => [code, libelle])),
  });
  const sharing = createSharing({ python, status, brouillon: saving.brouillon });

  bindActions({
    ...createDraftActions({ saving, status, field: drafts.field, show, forget: opening.forget, path, base }),
    async enregistrer() {
      const now = new Date();
      const name = fileName(certification, saving.brouillon().nom, now, ".json");
      download(name, exportText(configuration.entete, formulaire, saving.brouillon(), now), "application/json");
      await saving.fileSaved(localTime(now));
      showLastFile();
      status.say("fichier_enregistre", { nom: name });
    },
    ouvrir: () => picker.click(),
    revenir: () => opening.undo(),
    imprimer: (control) => print(control.dataset["mode"] ?? "", saving.brouillon().nom),
    copier: () => sharing.copy(),
    csv: () => sharing.table(),
    restants: () => showRemaining(element("r-restants"), form),
    comparer: (control) => comparing.choose(control.dataset["choix"] === "apres" ? "apres" : "avant"),
    fermer: () => comparing.close(),
    deplier(control) {
      const whole = control.getAttribute("aria-pressed") !== "true";
      control.setAttribute("aria-pressed", String(whole));
      sections.whole(whole);
    },
    retirer(control) {
      answers.withdraw(control);
      return changed();
    },
  });
  watchPrinting();
  form.addEventListener("input", (event) => {
    const change = answers.changed(/** @type {Element} */ (event.target));
    changed();
    const titre = change?.first && completedSection(change.question);
    if (titre) status.say("section_finie", { titre, ...progressOf(form) });
  });
  // The list counts answers: made when it is looked at, not at each of them.
  element("r-brouillons").addEventListener("toggle", showDrafts);
  drafts.field.addEventListener("input", () => saving.rename(wellFormed(drafts.field.value)).then(showDrafts));
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("beforeunload", (event) => {
    if (saving.atRisk()) event.preventDefault();
  });
  picker.addEventListener("change", () => {
    const file = picker.files?.[0];
    // Emptied at once, so that choosing the same file again is a change again.
    if (file) opening.open(file).finally(() => (picker.value = ""));
  });
  takeDroppedFiles(element("r-depot"), opening.open);
  /** Another tab may have changed this draft meanwhile, and time has passed. */
  async function comeBack() {
    if (document.visibilityState !== "visible") return;
    const state = await saving.refresh().catch(() => "same");
    if (state === "same") return showLastFile();
    await show();
    status.say(state === "changed" ? "brouillon_change_ailleurs" : "brouillon_efface_ailleurs");
  }
  document.addEventListener("visibilitychange", comeBack);
  window.addEventListener("focus", comeBack);

  // Answers given before this script ran are on screen already: they win over the draft, which they complete.
  const typed = answers.read();
  const restored = saving.brouillon().revision !== "";
  if (Object.keys(typed).length > 0) await saving.keep(mergeAnswers(saving.brouillon().reponses, typed));
  await show();
  if (restored) status.say("brouillon_repris");
  form.toggleAttribute("data-pret", true);
}

start();
