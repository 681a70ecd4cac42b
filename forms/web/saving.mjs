/**
 * The draft on screen: restores it, writes it at each input, and says how that goes.
 * @module
 */

import { openDrafts } from "./drafts.mjs";
import { clock } from "./moments.mjs";

/** @typedef {import("./drafts.mjs").Brouillon} Brouillon */
/** @typedef {ReturnType<typeof import("./status.mjs").createStatus>} Status */
/** @typedef {Awaited<ReturnType<typeof createSaving>>} Saving */

const OPENING_DELAY = 4_000;

/**
 * A database that never answers must not keep the page from starting.
 * @template T
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
function withinDelay(promise) {
  return new Promise((resolve, reject) => {
    setTimeout(reject, OPENING_DELAY, new Error("IndexedDB did not answer"));
    promise.then(resolve, reject);
  });
}

/** @returns {string} a name that nothing else has */
function unique() {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * @param {object} options
 * @param {string} options.base name of the database
 * @param {string} options.formulaire kind of form and certification
 * @param {string} options.version version of the referential
 * @param {() => any} options.blank what a draft without any answer holds
 * @param {Status} options.status
 */
export async function createSaving({ base, formulaire, version, blank: empty, status }) {
  /** @type {Awaited<ReturnType<typeof openDrafts>> | null} */
  let drafts = null;
  const tab = unique();
  let writes = 0;
  /** Writes that are not on the disk yet. */
  let pending = 0;
  /** Whether something on screen is neither on the disk nor in a file. */
  let atRisk = false;

  /**
   * @param {string} id
   * @returns {Brouillon}
   */
  function blank(id) {
    return { id, formulaire, nom: "", revision: "", version_referentiel: version, contenu: empty(), fichier_le: null, modifie_le: "" };
  }

  // The first draft has the same name in every tab: two tabs opened at once share it.
  let brouillon = blank(formulaire);

  try {
    drafts = await withinDelay(openDrafts(base));
    const every = await drafts.list(formulaire);
    const chosen = await drafts.chosen(formulaire);
    brouillon = every.find((draft) => draft.id === chosen) ?? every[0] ?? brouillon;
    status.saving("brouillon_pret");
  } catch {
    status.saving("brouillon_impossible");
  }

  /** @param {Partial<Brouillon>} changes */
  async function write(changes) {
    const expected = brouillon.revision;
    brouillon = { ...brouillon, ...changes, revision: `${tab}.${++writes}` };
    if (!drafts) {
      atRisk = true;
      return;
    }
    pending += 1;
    status.waiting(true);
    try {
      const before = await drafts.save(brouillon);
      atRisk = false;
      status.saving("brouillon_enregistre", { heure: clock(brouillon.modifie_le) });
      if (before && before.revision !== expected) await setAside(before);
    } catch {
      atRisk = true;
      status.saving("brouillon_perdu");
    } finally {
      pending -= 1;
      status.waiting(pending > 0);
    }
  }

  /**
   * Another tab had changed this draft: what it wrote becomes a draft of its own.
   * @param {Brouillon} theirs
   */
  async function setAside(theirs) {
    const nom = status.phrase("brouillon_autre_onglet", { nom: theirs.nom || status.phrase("brouillon_sans_nom") });
    await drafts?.save({ ...theirs, id: `${formulaire}:${unique()}`, nom });
    status.say("brouillon_conflit", { nom });
  }

  return {
    brouillon: () => brouillon,
    /** Whether this browser keeps drafts at all. */
    stored: () => drafts !== null,
    /** Closing the page now would lose something. */
    atRisk: () => atRisk,
    /** Someone is about to write: what fails here is told by the write itself. */
    prepare: () => drafts?.prepare().catch(() => {}),
    /** @returns {Promise<Brouillon[]>} every draft of this form that is on the disk */
    list: async () => (await drafts?.list(formulaire)) ?? [],
    /** @param {any} contenu of the kind that this form saves */
    keep: (contenu) => write({ version_referentiel: version, contenu, modifie_le: new Date().toISOString() }),
    /** @param {string} nom */
    rename: (nom) => write({ nom, modifie_le: brouillon.modifie_le || new Date().toISOString() }),
    /** @param {string} moment when a file with these answers was saved, ISO 8601 */
    async fileSaved(moment) {
      await write({ fichier_le: moment, modifie_le: brouillon.modifie_le || moment });
      atRisk = false;
    },
    /** @param {Brouillon} [other] the draft to go to; a new one where none is given */
    async go(other = blank(`${formulaire}:${unique()}`)) {
      brouillon = other;
      await drafts?.choose(formulaire, other.id);
    },
    async remove() {
      await drafts?.remove(brouillon.id);
      brouillon = (await drafts?.list(formulaire))?.[0] ?? blank(formulaire);
      await drafts?.choose(formulaire, brouillon.id);
      atRisk = false;
    },
    /**
     * Looks at what other tabs have done to this draft.
     * @returns {Promise<"same" | "changed" | "gone">}
     */
    async refresh() {
      const mine = brouillon.revision;
      const found = drafts && pending === 0 ? await drafts.load(brouillon.id) : brouillon;
      if (brouillon.revision !== mine || found?.revision === mine || (!found && !mine)) return "same";
      brouillon = found ?? blank(formulaire);
      return found ? "changed" : "gone";
    },
    async erase() {
      await drafts?.erase();
      brouillon = blank(formulaire);
      atRisk = false;
      status.saving("brouillon_efface");
    },
  };
}
