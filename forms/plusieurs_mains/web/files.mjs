/**
 * The files that come to such a form: one to open or to merge, one of another kind to pour in where this kind takes some.
 * Python makes the copy that results, the page takes it, and it can be taken back.
 * @module
 */

import { element } from "../../page/dom.mjs";
import { askUntilStable } from "../../page/requests.mjs";
import { createDifferences } from "./differences.mjs";
import { createMerging } from "./merging.mjs";
import { createReceiving } from "./receiving.mjs";
import { createUndoing } from "./undoing.mjs";

/** @typedef {import("./writings.mjs").Contenu} Contenu */
/** @typedef {{valeurs: Contenu["valeurs"], ecartees: Contenu["ecartees"]}} Copie what Python made of a copy */
/**
 * What Python answered, of the copy as `asked` has it; `here`: that is the one on screen.
 * @template T
 * @typedef {{resultat?: T, refus?: import("../../page/status.mjs").Refus, asked: import("../../page/drafts.mjs").Brouillon, here: boolean}} Reponse
 */

/**
 * What a kind takes from files of another: which texts, what it does with one, the buttons of its own.
 * @typedef {object} Pouring
 * @property {(texte: string) => boolean} takes
 * @property {(texte: string, nom: string) => Promise<void>} pour
 * @property {Record<string, (control: HTMLElement) => unknown>} actions
 */

/**
 * What it makes that of: asks Python of the copy on screen, takes what came of it, keeps it beside where another draft is.
 * @typedef {object} Kit
 * @property {(action: string, own: () => {texte: string} | Promise<{texte: string}>) => Promise<Reponse<any>>} askOf
 * @property {(key: string) => (asked: Reponse<Copie>["asked"], copie: Copie) => void} taking
 * @property {(asked: Reponse<Copie>["asked"], copie: Copie) => Promise<void>} keepBeside
 */

/**
 * @param {object} page
 * @param {import("../../page/python.mjs").Python} page.python
 * @param {import("../../page/saving.mjs").Status} page.status
 * @param {import("../../page/elsewhere.mjs").Elsewhere} page.elsewhere
 * @param {import("../../page/saving.mjs").Saving} page.saving
 * @param {() => object} page.corps the copy on screen, as Python is asked with it
 * @param {(contenu: Contenu) => boolean} page.isEmpty whether contents hold nothing that one could miss
 * @param {(place: string) => string} page.addressOf
 * @param {() => Promise<void>} page.showDrafts
 * @param {((kit: Kit) => Pouring) | undefined} page.source
 */
export function createFiles({ python, status, elsewhere, saving, corps, isEmpty, addressOf, showDrafts, source }) {
  /**
   * @param {string} action
   * @param {{texte: string}} own
   * @returns {Promise<{resultat?: any, refus?: import("../../page/status.mjs").Refus}>}
   */
  async function ask(action, own) {
    if (python.state.nom === "chargement") status.say("fichier_en_attente");
    try {
      const titres = await elsewhere.titles(own.texte);
      const reply = await python.ask({ action, titres, corps: { ...corps(), ...own } });
      return reply.ok ? { resultat: reply.resultat } : { refus: reply };
    } catch {
      return { refus: status.phrase("fichier_sans_calcul") };
    }
  }

  /**
   * For what is made of the copy on screen: of that one as it stands when the answer comes.
   * @param {string} action
   * @param {() => {texte: string} | Promise<{texte: string}>} own a file that it asks for may not come
   * @returns {Promise<Reponse<any>>}
   */
  async function askOf(action, own) {
    const { answer, asked, here } = await askUntilStable(saving, async () => {
      try {
        return ask(action, await own());
      } catch {
        return { refus: status.phrase("manque_reseau") };
      }
    });
    return { ...answer, asked, here };
  }

  const undoing = createUndoing(element("r-annuler"), { put: (contenu) => saving.put(contenu), status });

  /**
   * Another draft is on screen: what was made of the one before is kept beside, unless that one was deleted.
   * @param {Reponse<Copie>["asked"]} asked
   * @param {Copie} copie
   */
  async function keepBeside(asked, { valeurs, ecartees }) {
    if (await saving.isDeleted(asked)) return status.say("reponse_abandonnee");
    const nom = status.phrase("brouillon_a_part", { nom: asked.nom || status.phrase("brouillon_sans_nom") });
    await saving.aside({ ...asked.contenu, valeurs, ecartees }, { nom });
    await showDrafts();
    status.say("reponse_a_part", { nom });
  }

  /**
   * @param {string} key what the button that takes it back says
   * @returns {(asked: Reponse<Copie>["asked"], copie: Copie) => void} takes what Python made of the copy on screen
   */
  const taking = (key) => (asked, { valeurs, ecartees }) => {
    saving.put({ ...asked.contenu, valeurs, ecartees });
    undoing.offer(asked.contenu, key);
  };

  const differences = createDifferences(element("r-divergences"), addressOf, status.phrase);
  const merging = createMerging(element("r-fusion"), {
    merge: (own) => askOf("fusionner", own),
    contenu: () => saving.brouillon().contenu,
    take: taking("annuler_fusion"),
    told: differences.show,
    keepBeside,
    status,
  });
  const pouring = source?.({ askOf, taking, keepBeside });
  const receiving = createReceiving(element("r-recu"), {
    refused: async (texte) => (await ask("ouvrir", { texte })).refus ?? "",
    saving,
    isEmpty,
    merge: merging.start,
    pouring,
    status,
  });

  return {
    receive: receiving.receive,
    /** Somebody has written since, here or in another tab: what a file made can no longer be taken back. */
    written: undoing.forget,
    /** @type {Record<string, (control: HTMLElement) => unknown>} */
    actions: {
      "recu-ouvrir": () => receiving.open(),
      "recu-fusionner": () => receiving.merge(),
      "recu-laisser": () => receiving.dismiss(),
      "conflit-choisir": merging.choose,
      "conflit-partie": merging.chooseAll,
      "conflit-avant": () => merging.back(),
      "conflit-arreter": () => merging.stop(),
      annuler() {
        differences.close();
        return undoing.undo();
      },
      "divergences-fermer": () => differences.close(),
      ...pouring?.actions,
    },
  };
}
