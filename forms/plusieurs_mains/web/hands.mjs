/**
 * The page of a form that several hands write: who writes, each answer signed, words kept beside, copies put together.
 * @module
 */

import { bindActions, element } from "../../page/dom.mjs";
import { createFormPage } from "../../page/form-page.mjs";
import { localDay, localTime } from "../../page/moments.mjs";
import { createScoring } from "../../page/scoring.mjs";
import { createSharing } from "../../page/sharing.mjs";
import { createAside } from "../../questionnaire/web/aside.mjs";
import { createQuestionnaire } from "../../questionnaire/web/form.mjs";
import { createAgreeing } from "./agreeing.mjs";
import { begin, begunWithin, leave } from "./begun.mjs";
import { createBeside } from "./beside.mjs";
import { createFiles } from "./files.mjs";
import { formerFields, gathered } from "./former.mjs";
import { progress } from "./progress.mjs";
import { createProposing } from "./proposing.mjs";
import { refuse } from "./row-proposals.mjs";
import { createSignatures } from "./signatures.mjs";
import { voices } from "./voices.mjs";
import { createWriter } from "./writer.mjs";
import { arrange, blank, everyRow, exported, overlay, propose, restore, sign, swap, unsigned, write } from "./writings.mjs";

/** @typedef {import("./writings.mjs").Contenu} Contenu */
/** @typedef {{place: string, niveau: "alerte" | "a_verifier", phrase: string}} Alerte */
/** @typedef {{caches: string[], problemes: {place: string, message: string}[], alertes: Alerte[]}} Etat what Python says of any of them */

/**
 * @typedef {object} Written what a kind's own gestures may write from: the copy on screen
 * @property {ReturnType<typeof createSharing>} sharing
 * @property {() => object} corps
 * @property {() => string} nom whom the form is about
 */

/** Who the form is about: files and drafts are called by their name. */
const NAME = "candidat-nom";

/**
 * @template {Etat} E
 * @param {ReturnType<typeof import("../../page/form-base.mjs").createFormBase>} base
 * @param {object} kind
 * @param {string} kind.genre its name in addresses
 * @param {(etat: E, nom: string) => void} kind.show draws what Python said, with the name of whom it is about; maybe nothing
 * @param {(etat: E) => string[]} [kind.needed] codes of what one may leave out, but not as things stand
 * @param {(page: {kit: import("./files.mjs").Kit, addressOf: (place: string) => string}) => import("./files.mjs").Pouring} [kind.source]
 *   what it pours from files of another kind
 * @param {(page: Written) => Record<string, () => unknown>} [kind.gestures] of buttons that only it has
 */
export async function startHands(base, { genre, show, needed = () => [], source, gestures = () => ({}) }) {
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
  /** What one may leave out, but not as things stand. @type {string[]} */
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
  const judge = createScoring(base, () => ({ action: "etat", corps: corps() }), judged);
  const sharing = createSharing(python, status, () => page.saving);
  const aside = createAside(element("r-ecartees"), () => sharing.written("ecartees", corps()), status.phrase);

  /** @param {E} etat */
  function judged(etat) {
    caches = etat.caches;
    attendus = needed(etat);
    sheet.hide(caches);
    // What cannot be read, then what does not go with another answer.
    const illisibles = etat.problemes.map(({ place, message }) => ({ place, phrase: message, grave: true }));
    const contraires = etat.alertes.map(({ place, niveau, phrase }) => ({ place, phrase, grave: niveau === "alerte" }));
    sheet.errors.show([...illisibles, ...contraires]);
    show(etat, nameIn(contenu));
    showProgress();
  }

  /** @param {Contenu} found */
  const nameIn = ({ valeurs }) => String(valeurs[NAME]?.valeur ?? "");

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
    genre,
    sujet: `${genre}-${configuration.entete.certification}`,
    // Several hands fill one form, each in a file of its own.
    names: (/** @type {Contenu} */ found) => [nameIn(found), found.qui.role],
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
    python,
    elsewhere,
    status,
    saving: page.saving,
    corps,
    isEmpty,
    addressOf: sheet.addressOf,
    showDrafts: page.showDrafts,
    source: source && ((kit) => source({ kit, addressOf: sheet.addressOf })),
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
    ...gestures({ sharing, corps, nom: () => nameIn(contenu) }),
  });

  writer.listen();
  let typed = blank();
  for (const [place, raw] of sheet.begin()) typed = write(typed, place, raw, localTime(new Date()));
  await page.begin(typed);
}
