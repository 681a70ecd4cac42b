/**
 * The page of a livret de repérage: several hands, each answer signed; the path that follows.
 * @module
 */

import { bindActions, element } from "../../page/dom.mjs";
import { createFormBase } from "../../page/form-base.mjs";
import { createFormPage } from "../../page/form-page.mjs";
import { createAgreeing } from "../../plusieurs_mains/web/agreeing.mjs";
import { begin, begunWithin, leave } from "../../plusieurs_mains/web/begun.mjs";
import { createBeside } from "../../plusieurs_mains/web/beside.mjs";
import { createFiles } from "../../plusieurs_mains/web/files.mjs";
import { formerFields, gathered } from "../../plusieurs_mains/web/former.mjs";
import { createProposing } from "../../plusieurs_mains/web/proposing.mjs";
import { createPlanView, lacksReason } from "./plan.mjs";
import { progress } from "../../plusieurs_mains/web/progress.mjs";
import { refuse } from "../../plusieurs_mains/web/row-proposals.mjs";
import { createSignatures } from "../../plusieurs_mains/web/signatures.mjs";
import { createWriter } from "../../plusieurs_mains/web/writer.mjs";
import { arrange, blank, everyRow, exported, overlay, propose, restore, sign, swap, unsigned, write } from "../../plusieurs_mains/web/writings.mjs";
import { voices } from "../../plusieurs_mains/web/voices.mjs";
import { localDay, localTime } from "../../page/moments.mjs";
import { createAside } from "../../questionnaire/web/aside.mjs";
import { createQuestionnaire } from "../../questionnaire/web/form.mjs";
import { createScoring } from "../../page/scoring.mjs";
import { createSharing } from "../../page/sharing.mjs";

/** @typedef {import("../../plusieurs_mains/web/writings.mjs").Contenu} Contenu */
/** @typedef {import("./plan.mjs").Etat} Etat */

async function start() {
  const base = createFormBase();
  const { configuration, donnees, form, status, elsewhere, python } = base;
  const former = formerFields(donnees.sections);
  /** What is on screen.  The draft has the same, once it is written. @type {Contenu} */
  let contenu = blank();
  /** Writings of rows that were removed: each comes back with its row. @type {Contenu["valeurs"]} */
  let gone = {};
  /** What was proposed in those rows, likewise. @type {Contenu["ecartees"]} */
  let refused = [];
  /** What was begun in them, likewise. @type {NonNullable<Contenu["entamees"]>} */
  let left = [];
  /** What these answers do not ask for, as Python said last. @type {string[]} */
  let caches = [];
  /** Reasons that decisions call for. @type {string[]} */
  let attendus = [];

  const voixOf = voices(donnees.sections);

  const corps = () => ({ valeurs: contenu.valeurs, ecartees: contenu.ecartees, jour: localDay(new Date()) });

  /**
   * @param {string} place
   * @param {import("../../questionnaire/web/fields.mjs").Raw | undefined} raw
   */
  function put(place, raw) {
    contenu = restore(contenu, gone, place, raw) ?? write(contenu, place, raw, localTime(new Date()), voixOf(place));
    signatures.show(place, contenu.valeurs[place]);
  }

  const sheet = createQuestionnaire(base, {
    changed(place, raw) {
      put(place, raw);
      changed();
    },
    rowsChanged(liste, ids, places) {
      for (const place of places) put(place, sheet.fields.read(place));
      const found = arrange(contenu, liste, ids, voixOf);
      gone = { ...gone, ...found.gone };
      ({ contenu, refused } = refuse(found.contenu, liste, ids, refused));
      ({ contenu, left } = leave(contenu, liste, ids, left));
      changed();
    },
  });
  const signatures = createSignatures(form, status.phrase);
  const beside = createBeside(form, element("r-voix"), { phrase: status.phrase, signed: signatures.signed, voixOf });
  const writer = createWriter(status.phrase, (qui) => {
    contenu = { ...contenu, qui };
    changed();
  });
  const view = createPlanView(element("plan"), configuration.orientations, status.phrase);
  const judge = createScoring(base, () => ({ action: "etat", corps: corps() }), judged);
  const sharing = createSharing(python, status, () => page.saving);
  const aside = createAside(element("r-ecartees"), () => sharing.written("ecartees", corps()), status.phrase);

  /** @param {Etat} etat */
  function judged(etat) {
    caches = etat.caches;
    attendus = etat.propositions.filter(lacksReason).map(({ code }) => `${code.toLowerCase()}-raison`);
    sheet.hide(caches);
    // What cannot be read, then what does not go with another answer.
    const illisibles = etat.problemes.map(({ place, message }) => ({ place, phrase: message, grave: true }));
    const contraires = etat.alertes.map(({ place, niveau, phrase }) => ({ place, phrase, grave: niveau === "alerte" }));
    sheet.errors.show([...illisibles, ...contraires]);
    view.show(etat, String(contenu.valeurs["candidat-nom"]?.valeur ?? ""));
    showProgress();
  }

  function showProgress() {
    sheet.contents.progress(progress(donnees.sections, contenu.valeurs, caches, attendus));
    writer.show(contenu.qui, unsigned(contenu.valeurs).length);
    form.dataset["plume"] = contenu.qui.role;
    beside.show(contenu);
    markBegun();
    aside.follow(contenu.ecartees, contenu.ecartees.length);
  }

  /** Marks the fields where something is begun: a row that holds nothing else is not blank. */
  function markBegun() {
    const places = (contenu.entamees ?? []).map(({ place }) => place);
    for (const box of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-entame]"))) box.toggleAttribute("data-entame", places.includes(box.dataset["place"] ?? ""));
    for (const place of places) sheet.fields.boxOf(place)?.toggleAttribute("data-entame", true);
  }

  const page = await createFormPage(base, {
    genre: "livret-de-reperage",
    sujet: `livret-de-reperage-${configuration.entete.certification}`,
    // Three hands fill one livret, each in a file of its own.
    names: (/** @type {Contenu} */ { valeurs, qui }) => [String(valeurs["candidat-nom"]?.valeur ?? ""), qui.role],
    blank,
    count: (/** @type {Contenu} */ { valeurs }) => Object.keys(valeurs).length,
    isEmpty,
    exported,
    opened: ({ valeurs, ecartees }) => ({ ...blank(), valeurs, ecartees }),
    newDay() {
      judge();
      sharing.renew();
    },
    receive: (file, open) => files.receive(file, open),
    words: corps,
    merge: (/** @type {Contenu} */ typed, /** @type {Contenu} */ kept) => overlay(kept, typed.valeurs, voixOf),
    show(/** @type {Contenu} */ found) {
      contenu = begunWithin(gathered(found, former), voixOf);
      gone = {};
      refused = [];
      left = [];
      sheet.show(everyRow(contenu), (place) => contenu.valeurs[place]?.valeur);
      signatures.showAll(contenu.valeurs);
      files.written();
      showProgress();
      judge();
    },
  });

  /** @param {Contenu} found */
  function isEmpty(found) {
    const { valeurs, ecartees, entamees = [] } = begunWithin(found, voixOf);
    return Object.keys(valeurs).length + ecartees.length + entamees.length === 0;
  }

  function changed() {
    files.written();
    showProgress();
    judge();
    return page.keep(contenu);
  }

  const files = createFiles({
    certification: configuration.entete.certification,
    python,
    elsewhere,
    status,
    form,
    saving: page.saving,
    corps,
    isEmpty,
    addressOf: sheet.addressOf,
    showDrafts: page.showDrafts,
  });

  const agreeing = createAgreeing({
    python,
    corps,
    contenu: () => contenu,
    agreed(place, empreinte) {
      put(place, empreinte);
      sheet.fields.write(place, empreinte);
      return changed();
    },
    status,
  });
  const proposing = createProposing(element("r-proposer"), {
    contenu: () => contenu,
    typed(place, raw, par) {
      contenu = begin(contenu, place, raw, par);
      markBegun();
      // Taking back a merge would take it away.
      files.written();
      return page.keep(contenu);
    },
    proposed(place, raw) {
      contenu = propose(begin(contenu, place, undefined, contenu.qui), place, raw, localTime(new Date()));
      status.say("propose");
      return changed();
    },
    status,
  });
  form.addEventListener("focusin", (event) => beside.enter(/** @type {Element} */ (event.target), contenu));

  bindActions({
    ...sheet.actions,
    accorder: agreeing.agree,
    /** What is kept beside takes its place again, what stood there is kept beside. @param {HTMLElement} control */
    "remettre-mots"(control) {
      const found = beside.around(control);
      if (!found) return;
      const asked = contenu.valeurs[found.place];
      contenu = swap(contenu, found, localTime(new Date()), voixOf(found.place));
      sheet.fields.write(found.place, contenu.valeurs[found.place].valeur);
      // Words of a row may be what it is called.
      sheet.rows.follow(/** @type {HTMLElement} */ (sheet.fields.boxOf(found.place)));
      signatures.show(found.place, contenu.valeurs[found.place]);
      sheet.fields.focus(found.place);
      status.say(found.raison !== "proposee" ? "mots_remis" : asked ? "mots_pris" : "mots_pris_seuls");
      return changed();
    },
    proposer: proposing.open,
    "proposer-garder": proposing.keep,
    "proposer-arreter": proposing.stop,
    signer() {
      contenu = sign(contenu);
      signatures.showAll(contenu.valeurs);
      writer.focus();
      return changed();
    },
    ...files.actions,
    copier: () => sharing.copy(corps),
  });

  writer.listen();
  let typed = blank();
  for (const [place, raw] of sheet.begin()) typed = write(typed, place, raw, localTime(new Date()));
  await page.begin(typed);
}

start();
