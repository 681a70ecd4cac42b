/**
 * The page of an auto-positionnement: what is its own, tied to what all forms share.
 * @module
 */

import { address, createAdviser } from "./adviser.mjs";
import { createAnswers, mergeAnswers } from "./answers.mjs";
import { showChanges } from "./changes.mjs";
import { createComparing } from "./comparing.mjs";
import { bindActions, element } from "../../page/dom.mjs";
import { download, fileName } from "../../page/exporting.mjs";
import { createFormBase, createFormPage } from "../../page/form-page.mjs";
import { localDay } from "../../page/moments.mjs";
import { createProgress } from "../../page/progress.mjs";
import { showRemaining } from "./remaining.mjs";
import { createResults } from "./results.mjs";
import { createScoring } from "../../page/scoring.mjs";
import { showSections } from "../../page/sections.mjs";
import { createSharing } from "../../page/sharing.mjs";
import { described, exportedAnswers } from "./statements.mjs";
import { createWorkbook } from "../../page/workbook.mjs";

/** @typedef {import("./statements.mjs").Contenu} Contenu */

async function start() {
  const base = createFormBase();
  const { configuration, donnees: formulaire, form, status, python } = base;
  const { certification } = configuration.entete;
  const sections = showSections(form);
  const answers = createAnswers(form);
  const progress = createProgress(form, status.phrase);
  const results = createResults(element("resultat"), configuration.etats, described(formulaire), answers.read);
  const comparing = createComparing({
    python,
    status,
    saving: () => page.saving,
    answers: answers.read,
    values: new Map(formulaire.echelle.map((/** @type {{code: string, libelle: string}} */ { code, libelle }) => [code, libelle])),
  });
  const score = createScoring(
    base.ask,
    () => ({ action: "evaluer", corps: { reponses: answers.values(), jour: localDay(new Date()) } }),
    (resultat) => {
      results.show(resultat);
      comparing.refresh().catch(() => {});
    },
    base.fail,
  );

  const page = await createFormPage(base, {
    genre: "auto-positionnement",
    sujet: certification,
    blank: () => ({ reponses: {}, reponses_ecartees: {} }),
    count: (/** @type {Contenu} */ { reponses }) => Object.values(reponses).filter(({ valeur }) => valeur !== undefined).length,
    isEmpty: (/** @type {Contenu} */ { reponses, reponses_ecartees, voie_souhaitee }) =>
      !voie_souhaitee && Object.keys({ ...reponses, ...reponses_ecartees }).length === 0,
    exported: (/** @type {Contenu} */ contenu) => exportedAnswers(formulaire, contenu),
    opened: ({ reponses, reponses_ecartees, voie_souhaitee }) => ({ reponses, reponses_ecartees, ...(voie_souhaitee ? { voie_souhaitee } : {}) }),
    told: (resultat) => showChanges(element("r-changements"), resultat.changements, status.phrase),
    merge: (/** @type {Contenu} */ typed, /** @type {Contenu} */ kept) => ({ ...kept, reponses: mergeAnswers(kept.reponses, typed.reponses) }),
    newDay: () => {
      score();
      comparing.refresh(true).catch(() => {});
      sharing.renew(texte());
    },
    prepare: async (mode) => mode !== "conseiller" || adviser.prepare(),
    show(/** @type {Contenu} */ { reponses, voie_souhaitee = "" }) {
      answers.write(reponses);
      adviser.show(voie_souhaitee);
      progress.show();
      score();
    },
  });
  const sharing = createSharing(python, status, () => page.saving);
  const texte = () => ({ ...asked(), nom: page.nom(), jour: localDay(new Date()) });
  /** What is on screen, for what Python writes of it. */
  const asked = () => {
    const { reponses, premier_tour = {} } = /** @type {Contenu} */ (page.contenu());
    return { reponses, premier_tour: Object.fromEntries(Object.entries(premier_tour).map(([code, { valeur }]) => [code, valeur])) };
  };
  const adviser = createAdviser({
    sharing,
    status,
    saving: () => page.saving,
    corps: () => ({ ...texte(), voie_souhaitee: page.contenu().voie_souhaitee ?? "", adresse: address() }),
  });
  adviser.route.addEventListener("change", () => {
    page.saving.keep({ ...page.contenu(), voie_souhaitee: adviser.route.value });
  });

  /** @param {Element} control */
  function changed(control) {
    const change = answers.changed(control);
    if (!change) return;
    if (change.value) {
      score();
      progress.changed(change.question);
    } else {
      results.showExamples();
      comparing.refresh().catch(() => {});
    }
    page.saving.keep({ ...page.contenu(), reponses: answers.read() });
    const titre = change.first && progress.completed(change.question);
    if (titre) status.say("section_finie", { titre, ...progress.counts() });
  }

  bindActions({
    copier: () => sharing.copy(texte()),
    "copier-fiche": () => adviser.copy(),
    async csv() {
      const { nom } = page.saving.brouillon();
      const found = await sharing.written("csv", { ...asked(), jour: localDay(new Date()) });
      if (!found) return;
      const name = fileName(certification, [nom], new Date(), ".csv");
      download(name, found.texte, "text/csv;charset=utf-8");
      status.say("csv_enregistre", { nom: name });
    },
    xlsx: createWorkbook({
      sharing,
      status,
      sujet: certification,
      nom: page.nom,
      corps: () => ({ ...asked(), jour: localDay(new Date()) }),
    }),
    restants: () => showRemaining(element("r-restants"), form),
    comparer: (control) => comparing.choose(control.dataset["choix"] === "apres" ? "apres" : "avant"),
    fermer: () => comparing.close(),
    deplier: sections.unfold,
    retirer(control) {
      answers.withdraw(control);
      changed(control);
    },
  });
  form.addEventListener("input", (event) => changed(/** @type {Element} */ (event.target)));
  answers.look();
  await page.begin({ reponses: answers.read(), reponses_ecartees: {} });
}

start();
