/**
 * What the pages of all forms share: draft, file, printing, another tab.  A page adds its own controls.
 * @module
 */

import { element } from "./dom.mjs";
import { createDraftList } from "./draft-list.mjs";
import { createDraftsShown } from "./drafts-shown.mjs";
import { createFormFile } from "./form-file.mjs";
import { bindForm } from "./form-gestures.mjs";
import { takeHanded } from "./handed.mjs";
import { inWords } from "./handing.mjs";
import { createOpening } from "./opening.mjs";
import { createSaving } from "./saving.mjs";
import { sayAll } from "./unsaid.mjs";

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
 * @property {() => object} [words] what Python is asked with for what is on screen in words
 * @property {(typed: any, contenu: any) => any} merge what was typed before the script ran, over contents
 */

/**
 * @param {import("./form-base.mjs").FormBase} base
 * @param {Kind} kind
 */
export async function createFormPage({ configuration, donnees, form, status, elsewhere, python }, kind) {
  const { certification, version_referentiel: version } = configuration.entete;
  const drafts = createDraftList(element("r-brouillons"), status, kind.count);
  // The site's own path: two copies of the site on one origin keep their drafts apart.
  const path = new URL(configuration.racine, location.href).pathname;
  const base = `repere:${path}`;
  const titre = /** @type {HTMLElement} */ (form.querySelector("[data-titre]")).dataset["titre"] ?? "";
  const { isEmpty, opened, told = () => {} } = kind;
  /** @param {any} contenu */
  const begunAt = (contenu) => (isEmpty(contenu) ? null : { titre, ...kind.resume?.(contenu) });
  const saving = await createSaving({ base, path, formulaire: `${kind.genre}/${certification}`, version, blank: kind.blank, resume: begunAt, status });
  const files = createFormFile({ entete: configuration.entete, donnees, kind });
  const shown = createDraftsShown({ saving, status, drafts, isShown: files.isMade });
  const { begun, showDrafts, showLastFile } = shown;

  /** Puts the current draft on screen. */
  function show() {
    kind.show(saving.brouillon().contenu);
    if (!isEmpty(saving.brouillon().contenu)) begun();
    showLastFile();
    return showDrafts();
  }

  const opening = createOpening({ python, saving, status, elsewhere, showDrafts, isEmpty, opened, told });

  /**
   * What a newer version of the site wrote is opened as a file of it would be: Python says whether it may.
   * @param {import("./drafts.mjs").Brouillon} brouillon
   */
  function copy(brouillon) {
    const { nom, fichier_le } = brouillon;
    const file = new File([files.text(brouillon, new Date())], nom || status.phrase("brouillon_sans_nom"));
    return opening.open(file, { fichier_le: typeof fichier_le === "string" ? fichier_le : null });
  }

  /** @param {File} file */
  async function receive(file) {
    sayAll();
    return kind.receive ? kind.receive(file, opening.open) : opening.open(file);
  }

  const file = (now = new Date()) => files.made(saving.brouillon(), now);
  const words = () => inWords(python, kind.words);

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
      bindForm({ form, kind, saving, status, shown, field: drafts.field, file, words, show, copy, receive, undo: opening.undo, path, base });
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
