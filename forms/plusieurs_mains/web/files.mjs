/**
 * The files that come to a livret: one to open or to merge, an auto-positionnement to pour in.
 * Python makes the livret that results, the page takes it, and it can be taken back.
 * @module
 */

import { element } from "../../page/dom.mjs";
import { askUntilStable } from "../../page/requests.mjs";
import { createDifferences } from "./differences.mjs";
import { createMerging } from "./merging.mjs";
import { createPouring } from "../../livret_de_reperage/web/pouring.mjs";
import { createReceiving } from "./receiving.mjs";
import { createUndoing } from "./undoing.mjs";

/** @typedef {import("./writings.mjs").Contenu} Contenu */
/** @typedef {{valeurs: Contenu["valeurs"], ecartees: Contenu["ecartees"]}} Livret what Python made of a livret */
/**
 * What Python answered, of the livret as `asked` has it; `here`: that is the one on screen.
 * @template T
 * @typedef {{resultat?: T, refus?: import("../../page/status.mjs").Refus, asked: import("../../page/drafts.mjs").Brouillon, here: boolean}} Reponse
 */

/**
 * @param {object} page
 * @param {string} page.certification
 * @param {import("../../page/python.mjs").Python} page.python
 * @param {import("../../page/saving.mjs").Status} page.status
 * @param {import("../../page/elsewhere.mjs").Elsewhere} page.elsewhere
 * @param {HTMLFormElement} page.form
 * @param {import("../../page/saving.mjs").Saving} page.saving
 * @param {() => object} page.corps the livret on screen, as Python is asked with it
 * @param {(contenu: Contenu) => boolean} page.isEmpty whether contents hold nothing that one could miss
 * @param {(place: string) => string} page.addressOf
 * @param {() => Promise<void>} page.showDrafts
 */
export function createFiles({ certification, python, status, elsewhere, form, saving, corps, isEmpty, addressOf, showDrafts }) {
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
   * For what is made of the livret on screen: of that one as it stands when the answer comes.
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

  /** The form that an auto-positionnement answers is no part of this page. */
  const origin = async () => (await elsewhere.links(certification)).formulaire;

  const undoing = createUndoing(element("r-annuler"), { put: (contenu) => saving.put(contenu), status });

  /**
   * Another draft is on screen: what was made of the one before is kept beside, unless that one was deleted.
   * @param {Reponse<Livret>["asked"]} asked
   * @param {Livret} livret
   */
  async function keepBeside(asked, { valeurs, ecartees }) {
    if (await saving.isDeleted(asked)) return status.say("reponse_abandonnee");
    const nom = status.phrase("brouillon_a_part", { nom: asked.nom || status.phrase("brouillon_sans_nom") });
    await saving.aside({ ...asked.contenu, valeurs, ecartees }, { nom });
    await showDrafts();
    status.say("reponse_a_part", { nom });
  }

  /**
   * @param {"annuler_fusion" | "annuler_versement"} key
   * @returns {(asked: Reponse<Livret>["asked"], livret: Livret) => void} takes what Python made of the livret on screen
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
  const pouring = createPouring(element("r-versement"), {
    ask: (texte) => askOf("verser", async () => ({ texte, formulaire: await origin() })),
    take: taking("annuler_versement"),
    keepBeside,
    addressOf,
    form,
    status,
  });
  const receiving = createReceiving(element("r-recu"), {
    refused: async (texte) => (await ask("ouvrir", { texte })).refus ?? "",
    saving,
    isEmpty,
    merge: merging.start,
    pour: pouring.pour,
    status,
  });

  return {
    receive: receiving.receive,
    /** Somebody has written since, here or in another tab: what a file made can no longer be taken back. */
    written: undoing.forget,
    /** @type {Record<string, (control: HTMLElement) => unknown>} */
    actions: {
      verser: () => element("r-fichier").click(),
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
      "versement-fermer": () => pouring.close(),
      "divergences-fermer": () => differences.close(),
    },
  };
}
