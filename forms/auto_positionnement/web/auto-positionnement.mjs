/**
 * The page of an auto-positionnement: what is its own, tied to what all forms share.
 * @module
 */

import { createAdvancing } from "./advancing.mjs";
import { createAnswers } from "./answers.mjs";
import { showChanges } from "./changes.mjs";
import { createComparing } from "./comparing.mjs";
import { isEmpty, kindOf } from "./contents.mjs";
import { createCrossings } from "./crossings.mjs";
import { bindActions, element } from "../../page/dom.mjs";
import { createFormBase } from "../../page/form-base.mjs";
import { createFormPage } from "../../page/form-page.mjs";
import { localDay } from "../../page/moments.mjs";
import { createMoving } from "./moving.mjs";
import { createPassCount } from "./pass-count.mjs";
import { createPasses } from "./passes.mjs";
import { createProgress } from "../../page/progress.mjs";
import { showRemaining } from "./remaining.mjs";
import { carryReserves } from "./reserves.mjs";
import { createResults } from "./results.mjs";
import { isWhole } from "./resuming.mjs";
import { createScoring } from "../../page/scoring.mjs";
import { showSections } from "../../page/sections.mjs";
import { described } from "./statements.mjs";
import { drawRows } from "./tables.mjs";
import { createTexts } from "./texts.mjs";
import { createTurning } from "./turning.mjs";
import { nameOf, worded } from "./words.mjs";

/** @typedef {import("./statements.mjs").Contenu} Contenu */

async function start() {
  const base = createFormBase((donnees) => worded(document, donnees));
  const { configuration, donnees: formulaire, form, status, elsewhere, python } = base;
  const { certification } = configuration.entete;
  const passes = createPasses(form);
  const sections = showSections(form);
  const [answers, firstPass] = [createAnswers(form, "item"), createAnswers(form, "premier")];
  const passCount = createPassCount(form, passes, element("r-reprendre"));
  const advancing = createAdvancing(form, {
    passes,
    unfold: sections.show,
    turned: () => turned(),
    say: (key, values) => (element("r-avance").textContent = status.phrase(key, values)),
    hush: () => (element("r-annonce").textContent = ""),
  });
  const progress = createProgress(form, status.phrase);
  drawRows(element("resultat"), formulaire.groupes, (code) => nameOf(document, code));
  const results = createResults(element("resultat"), configuration.etats, described(formulaire), answers.read);
  carryReserves(element("resultat"), element("comparaison"));
  const comparing = createComparing({
    python,
    status,
    elsewhere,
    saving: () => page.saving,
    released: base.released,
    answers: () => ({ reponses: answers.read(), premier_tour: firstPass.read() }),
    values: new Map(formulaire.echelle.map((/** @type {{code: string, libelle: string}} */ { code, libelle }) => [code, libelle])),
  });
  const away = { certification, python, status, elsewhere, saving: () => page.saving };
  const crossings = createCrossings(element("r-passerelles"), { ...away, isEmpty, released: base.released });
  const moving = createMoving(element("r-passage"), { ...away, showDrafts: () => page.showDrafts() });
  /** What Python is told of the first pass. */
  const quick = () => ({ premier_tour: Object.fromEntries(Object.entries(firstPass.values()).map(([code, { valeur }]) => [code, valeur])) });
  const score = createScoring(
    base,
    () => ({ action: "evaluer", corps: { reponses: answers.values(), ...quick(), voie_souhaitee: page.contenu().voie_souhaitee ?? "", jour: localDay(new Date()) } }),
    (resultat) => {
      results.show(resultat);
      comparing.refresh();
      crossings.refresh();
    },
  );

  const page = await createFormPage(base, {
    ...kindOf(formulaire, certification),
    receive: moving.receive,
    told: (resultat) => showChanges(element("r-changements"), resultat.changements, status.phrase),
    newDay: () => {
      score();
      comparing.refresh(true);
      texts.renew();
    },
    words: () => texts.words(),
    prepare: async (mode) => mode !== "conseiller" || texts.adviser.prepare(),
    show(/** @type {Contenu} */ contenu) {
      answers.write(contenu.reponses);
      firstPass.write(contenu.premier_tour ?? {});
      texts.adviser.show(contenu.voie_souhaitee ?? "");
      // A draft that says nothing of it is begun in the pass on screen.
      if (!isEmpty(contenu)) passes.turn(isWhole(contenu));
      passes.show();
      advancing.reveal();
      progress.show();
      passCount.show();
      passCount.offer(!isEmpty(contenu));
      if (!isEmpty(contenu)) advancing.resume(passCount.here());
      score();
    },
  });
  const texts = createTexts({ certification, python, status, page, quick });

  // The result says it too.
  texts.adviser.route.addEventListener("change", score);

  /** Writes what is on screen in the draft. */
  const keep = () => page.keep({ ...page.contenu(), reponses: answers.read(), premier_tour: firstPass.read() });

  /** One has gone from one pass to the other, whichever way. */
  const turned = createTurning({ passes, passCount, page, isEmpty, advancing });

  /**
   * @param {Element} control
   * @returns {HTMLFieldSetElement | null} its question, where the answer itself has changed
   */
  function changed(control) {
    const quickly = firstPass.changed(control);
    const change = quickly ?? answers.changed(control);
    if (!change) return null;
    const answered = change.question.hasAttribute("data-repondu");
    if (quickly) passes.answered(change.question);
    if (change.value) {
      score();
      if (!quickly) progress.changed(change.question);
      passCount.show();
      // An answer that is taken back leads nowhere: one stays where one is.
      if (answered) advancing.answered(change.question);
    } else {
      results.showExamples();
      comparing.refresh();
    }
    keep();
    moving.written();
    const titre = !quickly && change.first && progress.completed(change.question);
    if (titre) status.say("section_finie", { titre, ...progress.counts() });
    return change.value ? change.question : null;
  }

  bindActions({
    ...texts.actions,
    restants: () => showRemaining(element("r-restants"), passes.asked()),
    comparer: (control) => comparing.choose(control.dataset["choix"] === "apres" ? "apres" : "avant"),
    fermer: () => comparing.close(),
    passerelles: crossings.open,
    ...moving.actions,
    deplier: sections.unfold,
    preciser: passes.toggle,
    vitesse() {
      passes.turn(!passes.isWhole());
      turned();
      // What one asked for is the questions: one is there, wherever they begin.
      advancing.goOn(passCount.here());
    },
    retirer(control) {
      for (const some of [answers, firstPass]) some.withdraw(control);
      const question = changed(control);
      if (question) advancing.withdrawn(question);
    },
  });
  form.addEventListener("input", (event) => changed(/** @type {Element} */ (event.target)));
  for (const some of [answers, firstPass]) some.look();
  await page.begin({ reponses: answers.read(), reponses_ecartees: {}, premier_tour: firstPass.read() });
  const arrive = () => location.hash === "#passerelles" && crossings.arrive();
  addEventListener("hashchange", arrive);
  await arrive();
}

start();
