/**
 * The draft on screen: restores it, writes it at each input, and says how that goes.
 * @module
 */

import { openDrafts } from "./drafts.mjs";
import { createHold } from "./hold.mjs";
import { createMeeting, unique } from "./meeting.mjs";
import { createMirror } from "./mirror.mjs";
import { clock } from "./moments.mjs";
import { createWriter } from "./writing.mjs";

/** @typedef {import("./drafts.mjs").Brouillon} Brouillon */
/** @typedef {ReturnType<typeof import("./status.mjs").createStatus>} Status */
/** @typedef {Awaited<ReturnType<typeof createSaving>>} Saving */
/**
 * What a page does when this tab begins or stops writing the draft on screen, and when another one has changed it.
 * @typedef {{turned: (writes: boolean) => void, changed: () => void}} Watch
 */

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
  /** @type {ReturnType<typeof createMeeting> | null} */
  let meeting = null;
  const mirror = createMirror(path);
  const tab = unique();
  let written = 0;
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
    meeting = createMeeting({ drafts, mirror, status });
    for (const waiting of mirror.left(formulaire)) await meeting.recover(waiting);
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
      await meeting?.keep(before, expected, next);
      hold.tell({ id: next.id });
      // Unless it has changed again, there is nothing left to lose.
      if (brouillon.id !== next.id || brouillon.revision === next.revision) mirror.drop(next.id);
    } catch {
      atRisk = true;
      status.saving("brouillon_perdu");
    }
  });

  /** What comes while another tab writes this draft becomes a draft of its own. */
  function part() {
    const nom = status.phrase("brouillon_a_part", { nom: brouillon.nom || status.phrase("brouillon_sans_nom") });
    brouillon = { ...brouillon, id: `${formulaire}:${unique()}`, nom, revision: "" };
    hold.own(brouillon.id);
    drafts?.choose(formulaire, brouillon.id);
    status.say("brouillon_separe", { nom });
  }

  /** @param {Partial<Brouillon>} changes */
  async function write(changes) {
    if (!hold.writes()) part();
    const expected = brouillon.revision;
    brouillon = { ...brouillon, ...changes, revision: `${tab}.${++written}` };
    if (!drafts) {
      atRisk = true;
      return;
    }
    mirror.put(brouillon, expected);
    status.waiting(true);
    await writer.write(brouillon, expected);
    status.waiting(!writer.idle());
  }

  /** @param {string} moment when a file with these answers was saved, ISO 8601; the tab that writes them notes it */
  async function fileSaved(moment) {
    if (hold.writes()) await write({ fichier_le: moment, modifie_le: brouillon.modifie_le || moment });
    else hold.tell({ id: brouillon.id, fichier_le: moment });
    atRisk = false;
  }

  /** @param {Brouillon} other comes on screen */
  async function show(other) {
    brouillon = other;
    await drafts?.choose(formulaire, other.id);
    await hold.claim(other.id);
  }

  /** @type {Watch} */
  let watch = { turned() {}, changed() {} };
  const hold = createHold(base, {
    turned(writes) {
      if (writes) status.say("brouillon_a_vous");
      watch.turned(writes);
    },
    heard(nouvelle) {
      if (!nouvelle.fichier_le) watch.changed();
      else if (hold.writes()) fileSaved(nouvelle.fichier_le).then(watch.changed);
    },
    settled: () => writer.settled(),
  });
  await hold.claim(brouillon.id);

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
    fileSaved,
    /** @param {Brouillon} [other] the draft to go to; a new one where none is given */
    go: (other = blank(`${formulaire}:${unique()}`)) => show(other),
    /** Whether this tab writes the draft on screen; if not, another one does. */
    writes: hold.writes,
    /** Asks the tab that writes it to hand it over. */
    ask: hold.ask,
    /** @param {Watch} page */
    watch: (page) => (watch = page),
    async remove() {
      writer.forget();
      mirror.drop(brouillon.id);
      await drafts?.remove(brouillon.id);
      hold.tell({ id: brouillon.id });
      await show((await drafts?.list(formulaire))?.[0] ?? blank(formulaire));
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
      if (!found) await hold.claim(brouillon.id);
      return found ? "changed" : "gone";
    },
    async erase() {
      writer.forget();
      await drafts?.erase();
      hold.tell({ id: brouillon.id });
      brouillon = blank(formulaire);
      await hold.claim(brouillon.id);
      atRisk = false;
      status.saving("brouillon_efface");
    },
  };
}
