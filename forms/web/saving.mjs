/**
 * The draft on screen: restores it, writes it at each input, and says how that goes.
 * @module
 */

import { openDrafts } from "./drafts.mjs";
import { createMirror } from "./mirror.mjs";
import { clock } from "./moments.mjs";
import { createWriter } from "./writing.mjs";

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

/**
 * @param {Brouillon} one
 * @param {Brouillon} other
 * @returns {boolean} whether the same tab wrote both
 */
function sameTab(one, other) {
  return one.revision.split(".")[0] === other.revision.split(".")[0];
}

/** @param {Brouillon} brouillon */
function rank({ revision }) {
  return Number(revision.split(".")[1] ?? 0);
}

/** @returns {string} a name that nothing else has */
function unique() {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * @param {object} options
 * @param {string} options.base name of the database
 * @param {string} options.path of the site
 * @param {string} options.formulaire kind of form and certification
 * @param {string} options.version version of the referential
 * @param {() => any} options.blank what a draft without any answer holds
 * @param {Status} options.status
 */
export async function createSaving({ base, path, formulaire, version, blank: empty, status }) {
  /** @type {Awaited<ReturnType<typeof openDrafts>> | null} */
  let drafts = null;
  const mirror = createMirror(path);
  const tab = unique();
  let writes = 0;
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
    for (const { brouillon: left, expected } of mirror.left(formulaire)) await recover(left, expected);
    const every = await drafts.list(formulaire);
    const chosen = await drafts.chosen(formulaire);
    brouillon = every.find((draft) => draft.id === chosen) ?? every[0] ?? brouillon;
    status.saving("brouillon_pret");
  } catch {
    status.saving("brouillon_impossible");
  }

  const writer = createWriter(async (next, expected) => {
    try {
      const before = await drafts?.save(next);
      atRisk = false;
      status.saving("brouillon_enregistre", { heure: clock(next.modifie_le) });
      // What this tab wrote itself is never another's, even where a write between the two failed.
      if (before && before.revision !== expected && !sameTab(before, next)) await setAside(before);
      // Unless it has changed again, there is nothing left to lose.
      if (brouillon.id !== next.id || brouillon.revision === next.revision) mirror.drop(next.id);
    } catch {
      atRisk = true;
      status.saving("brouillon_perdu");
    }
  });

  /** @param {Partial<Brouillon>} changes */
  async function write(changes) {
    const expected = brouillon.revision;
    brouillon = { ...brouillon, ...changes, revision: `${tab}.${++writes}` };
    if (!drafts) {
      atRisk = true;
      return;
    }
    mirror.put(brouillon, expected);
    status.waiting(true);
    await writer.write(brouillon, expected);
    status.waiting(!writer.idle());
  }

  /**
   * A page died before this was on the disk: writes it now.  After a sudden stop, what localStorage gives back may be
   * older than what the disk has: then it is let go, or kept apart where another tab has written since.
   * @param {Brouillon} left
   * @param {string} expected
   */
  async function recover(left, expected) {
    const found = await drafts?.load(left.id);
    const older = found && (sameTab(found, left) ? rank(found) >= rank(left) : found.modifie_le > left.modifie_le);
    if (!older) await drafts?.save(left);
    if (found && found.revision !== expected && !sameTab(found, left)) await setAside(older ? left : found);
    mirror.drop(left.id);
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
    atRisk: () => atRisk || !writer.idle(),
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
      writer.forget();
      mirror.drop(brouillon.id);
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
      const found = drafts && writer.idle() ? await drafts.load(brouillon.id) : brouillon;
      if (brouillon.revision !== mine || found?.revision === mine || (!found && !mine)) return "same";
      brouillon = found ?? blank(formulaire);
      return found ? "changed" : "gone";
    },
    async erase() {
      writer.forget();
      await drafts?.erase();
      brouillon = blank(formulaire);
      atRisk = false;
      status.saving("brouillon_efface");
    },
  };
}
