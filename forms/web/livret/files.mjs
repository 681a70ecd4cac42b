/**
 * The files that come to a livret: one to open or to merge, an auto-positionnement to pour in.
 * Python makes the livret that results, the page takes it, and it can be taken back.
 * @module
 */

import { element, json } from "../dom.mjs";
import { createMerging } from "./merging.mjs";
import { createPouring } from "./pouring.mjs";
import { createReceiving } from "./receiving.mjs";
import { createUndoing } from "./undoing.mjs";

/** @typedef {import("./writings.mjs").Contenu} Contenu */

/**
 * @param {object} page
 * @param {import("../python.mjs").Python} page.python
 * @param {import("../saving.mjs").Status} page.status
 * @param {HTMLFormElement} page.form
 * @param {() => object} page.corps the livret on screen, as Python is asked with it
 * @param {() => Contenu} page.contenu the same, as its draft has it
 * @param {() => boolean} page.isEmpty whether the screen holds nothing that one could miss
 * @param {(contenu: Contenu) => Promise<void>} page.put writes contents, and shows them
 * @param {(place: string) => string} page.addressOf
 */
export function createFiles({ python, status, form, corps, contenu, isEmpty, put, addressOf }) {
  /**
   * @param {string} action
   * @param {object} own
   * @returns {Promise<{resultat?: any, refus?: string}>}
   */
  async function ask(action, own) {
    if (python.state.nom === "chargement") status.say("fichier_en_attente");
    try {
      const reply = await python.ask({ action, corps: { ...corps(), ...own } });
      return reply.ok ? { resultat: reply.resultat } : { refus: reply.message };
    } catch {
      return { refus: status.phrase("fichier_sans_calcul") };
    }
  }

  const undoing = createUndoing(element("r-annuler"), { put, status });

  /**
   * @param {"annuler_fusion" | "annuler_versement"} key
   * @returns {(livret: {valeurs: Contenu["valeurs"], ecartees: Contenu["ecartees"]}) => Promise<void>} takes what Python
   *   made of the livret on screen
   */
  const taking = (key) => async ({ valeurs, ecartees }) => {
    const before = contenu();
    await put({ ...before, valeurs, ecartees });
    undoing.offer(before, key);
  };

  const merging = createMerging(element("r-fusion"), { merge: (own) => ask("fusionner", own), take: taking("annuler_fusion"), status });
  const pouring = createPouring(element("r-versement"), {
    ask: (texte) => ask("verser", { texte, formulaire: json("r-donnees-auto-positionnement") }),
    take: taking("annuler_versement"),
    addressOf,
    form,
    status,
  });
  const receiving = createReceiving(element("r-recu"), {
    refused: async (texte) => (await ask("ouvrir", { texte })).refus ?? "",
    isEmpty,
    merge: merging.start,
    pour: pouring.pour,
    status,
  });

  return {
    receive: receiving.receive,
    /** Another livret comes on screen: what files made of the one before is not about it. */
    forget() {
      pouring.close();
      undoing.forget();
    },
    /** Somebody has written since: what a file made can no longer be taken back. */
    written: undoing.forget,
    /** @type {Record<string, (control: HTMLElement) => unknown>} */
    actions: {
      verser: () => element("r-fichier").click(),
      "recu-ouvrir": () => receiving.open(),
      "recu-fusionner": () => receiving.merge(),
      "recu-laisser": () => receiving.dismiss(),
      "conflit-choisir": merging.choose,
      "conflit-avant": () => merging.back(),
      "conflit-arreter": () => merging.stop(),
      annuler: undoing.undo,
      "versement-fermer": () => pouring.close(),
    },
  };
}
