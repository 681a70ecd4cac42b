/**
 * The page of a dossier d'habilitation: its answers, its state of conformity, its documents.
 * @module
 */

import { createCalmVoice } from "../../page/calm.mjs";
import { bindActions, element } from "../../page/dom.mjs";
import { createBeside } from "./beside.mjs";
import { createPapers } from "./papers.mjs";
import { createSent } from "./sent.mjs";
import { createStateView } from "./state.mjs";
import { createTables } from "./tables.mjs";
import { showToDo } from "./to-do.mjs";
import { createFormBase } from "../../page/form-base.mjs";
import { createFormPage } from "../../page/form-page.mjs";
import { localDay } from "../../page/moments.mjs";
import { createAside } from "../../questionnaire/web/aside.mjs";
import { formerRows, placedRows } from "../../questionnaire/web/former-rows.mjs";
import { createQuestionnaire } from "../../questionnaire/web/form.mjs";
import { countValues, mergeValues, rowIds, valueAt, withRows, withValue } from "../../questionnaire/web/store.mjs";
import { createScoring } from "../../page/scoring.mjs";
import { createSharing } from "../../page/sharing.mjs";
import { createWorkbook } from "../../page/workbook.mjs";

/** @typedef {import("../../questionnaire/web/store.mjs").Valeurs} Valeurs */
/** @typedef {{valeurs: Valeurs, valeurs_ecartees: Valeurs}} Contenu */
/** @typedef {import("./state.mjs").Etat} Etat */

async function start() {
  const base = createFormBase();
  const { configuration, donnees, form, status, python } = base;
  const former = formerRows(donnees.sections);
  const sujet = `dossier-habilitation-${configuration.entete.certification}`;
  /** What is on screen.  The draft has the same, once it is written. @type {Valeurs} */
  let valeurs = {};
  /** Values that the form has no place for. @type {Valeurs} */
  let ecartees = {};
  /** The last state that Python gave. @type {Etat | null} */
  let etat = null;

  const corps = () => ({ valeurs, jour: localDay(new Date()) });
  const sheet = createQuestionnaire(base, {
    changed(place, raw) {
      valeurs = put(valeurs, place, raw);
      changed();
    },
    rowsChanged(liste, ids, places) {
      valeurs = withRows(valeurs, liste, ids, sheet.links.chosen(liste));
      for (const place of places) valeurs = put(valeurs, place, sheet.fields.read(place));
      // What chose a row may have gone.
      for (const cible of sheet.links.targets) valeurs = withRows(valeurs, cible, sheet.rows.ids(cible), sheet.links.chosen(cible));
      changed();
    },
  });
  const view = createStateView(element("etat"), form, configuration.etats, { addressOf: sheet.addressOf, phrase: status.phrase });
  const sharing = createSharing(python, status, () => page.saving);
  const aside = createAside(element("r-ecartees"), () => sharing.written("ecartees", { valeurs_ecartees: ecartees }), status.phrase);
  const beside = createBeside({ racine: configuration.racine, certification: configuration.entete.certification, say: status.say });
  const sent = createSent({
    ...{ python, status, elsewhere: base.elsewhere, saving: () => page.saving },
    came() {
      papers.outdate();
      return papers.open("modification");
    },
  });
  const papers = createPapers(form, { sharing, phrase: status.phrase, looks: configuration.etats, corps, beside, sent, envoi: () => etat?.envoi ?? "" });
  const tell = createCalmVoice(element("r-etat-annonce"));
  const judge = createScoring(base, () => ({ action: "etat", corps: corps() }), judged);

  /**
   * @param {Valeurs} into
   * @param {string} place
   * @param {import("../../questionnaire/web/fields.mjs").Raw | undefined} raw
   * @returns {Valeurs} with the answer of a place, and the rows that it points to
   */
  function put(into, place, raw) {
    const [liste, id] = place.split("/");
    const found = withValue(into, place, raw, id ? sheet.rows.ids(liste) : [], id ? sheet.links.chosen(liste) : new Set());
    const cible = sheet.links.targetOf(sheet.fields.boxOf(place));
    return cible ? withRows(found, cible, sheet.rows.ids(cible), sheet.links.chosen(cible)) : found;
  }

  /** @param {Etat} found */
  function judged(found) {
    etat = found;
    sheet.hide(found.caches);
    view.show(found);
    sheet.contents.progress(found.sections.map(({ code, compte }) => ({ code, fait: compte.fait, total: compte.total })));
    const constats = found.exigences.flatMap((exigence) => exigence.constats);
    sheet.errors.show(constats.map(({ etat, phrase, place }) => ({ place, phrase, grave: etat === "non_conforme", doute: etat === "a_verifier" })));
    papers.follow();
    tell(status.phrase("etat_change", { phrase: found.phrase }));
  }

  const page = await createFormPage(base, {
    genre: "dossier-habilitation",
    sujet,
    blank: () => ({ valeurs: {}, valeurs_ecartees: {} }),
    count: (/** @type {Contenu} */ contenu) => countValues(contenu.valeurs),
    isEmpty: (/** @type {Contenu} */ contenu) => Object.keys({ ...contenu.valeurs, ...contenu.valeurs_ecartees }).length === 0,
    exported: (/** @type {Contenu} */ { valeurs: kept, valeurs_ecartees }) => ({
      // As on screen, before anything is typed too.
      valeurs: placedRows(kept, former),
      ...(Object.keys(valeurs_ecartees).length > 0 ? { valeurs_ecartees } : {}),
    }),
    opened: (resultat) => ({ valeurs: resultat.valeurs, valeurs_ecartees: resultat.valeurs_ecartees }),
    merge: (/** @type {Contenu} */ typed, /** @type {Contenu} */ kept) => ({ ...kept, valeurs: mergeValues(placedRows(kept.valeurs, former), typed.valeurs) }),
    prepare: papers.prepare,
    words: corps,
    newDay() {
      papers.outdate();
      judge();
      sharing.renew();
    },
    show(/** @type {Contenu} */ contenu) {
      valeurs = placedRows(contenu.valeurs, former);
      ecartees = contenu.valeurs_ecartees;
      aside.follow(ecartees, countValues(ecartees));
      papers.outdate();
      sheet.show(rowIds(valeurs), (place) => valueAt(valeurs, place));
      judge();
    },
  });

  function changed() {
    papers.outdate();
    judge();
    return page.keep({ ...page.contenu(), valeurs });
  }

  const tables = createTables(element("r-tableaux"), { sharing, status, sujet, saving: page.saving, corps });

  bindActions({
    ...sheet.actions,
    async verifier() {
      if (!etat) return status.say("partage_sans_calcul");
      sheet.errors.insist();
      showToDo(element("r-a-faire"), etat, sheet.addressOf, status.phrase);
    },
    bordereau: () => papers.open("bordereau"),
    matrice: () => papers.open("matrice"),
    engagements: () => papers.open("engagements"),
    convention: () => papers.open("convention"),
    modification: () => (sent.held() ? papers.open("modification") : sent.ask()),
    "choisir-envoye": sent.choose,
    "copier-modification": () => papers.copy("modification"),
    "copier-convention": () => papers.copy("convention"),
    "copier-engagements": () => papers.copy("engagements"),
    csv: () => tables.show(),
    xlsx: createWorkbook({ sharing, status, saving: () => page.saving, sujet, corps }),
    tableau: (control) => tables.hand(control),
    copier: () => sharing.copy(corps),
  });

  /** @type {Valeurs} */
  let typed = {};
  for (const [place, raw] of sheet.begin()) typed = put(typed, place, raw);
  await page.begin({ valeurs: typed, valeurs_ecartees: {} });
}

start();
