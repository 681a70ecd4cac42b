/**
 * The draft on screen: restores it, writes it at each input, goes to another.
 * The screen and the current draft change together: what one answers is written in what one sees.
 * @module
 */

import { createHold } from "./hold.mjs";
import { createKeeping } from "./keeping.mjs";
import { unique } from "./meeting.mjs";
import { createMirror } from "./mirror.mjs";
import { leaveDraft } from "./panels.mjs";
import { findStorage } from "./storage.mjs";
import { sayAll } from "./unsaid.mjs";

/** @typedef {import("./drafts.mjs").Brouillon} Brouillon */
/** @typedef {ReturnType<typeof import("./status.mjs").createStatus>} Status */
/** @typedef {Awaited<ReturnType<typeof createSaving>>} Saving */
/**
 * What a page does when this tab begins or stops writing the draft on screen, when another one has changed it, and, in
 * the same breath, when another draft or other contents come.
 * @typedef {{turned: (writes: boolean) => void, changed: () => void, came: () => void}} Watch
 */

/**
 * @param {object} options
 * @param {string} options.base name of the database
 * @param {string} options.path of the site
 * @param {string} options.formulaire kind of form and certification
 * @param {string} options.version version of the referential
 * @param {() => any} options.blank what a draft without any answer holds
 * @param {(contenu: any) => import("./drafts.mjs").Reprise | null} options.resume where one is in them
 * @param {Status} options.status
 */
export async function createSaving({ base, path, formulaire, version, blank: empty, resume, status }) {
  const mirror = createMirror(path);
  const storage = await findStorage(base, formulaire, mirror);
  const { store, durable } = storage;
  let { newer } = storage;
  const keeping = createKeeping(storage, { mirror, status, written: (id) => hold.tell({ id }) });
  const tab = unique();
  let written = 0;

  /**
   * @param {string} [id] one that nothing else has, where none is given
   * @returns {Brouillon}
   */
  function blank(id = `${formulaire}:${unique()}`) {
    return { id, formulaire, nom: "", revision: "", version_referentiel: version, contenu: empty(), fichier_le: null, modifie_le: "" };
  }

  // The first draft has the same name in every tab: two tabs opened at once share it.
  let brouillon = blank(durable ? formulaire : undefined);
  status.saving(storage.etat);
  try {
    await keeping.recover(formulaire);
    const every = await keeping.list(formulaire);
    const chosen = await store?.chosen(formulaire);
    brouillon = every.find((draft) => draft.id === chosen) ?? every[0] ?? brouillon;
  } catch {
    // It opened and cannot be read: what is written from now on goes beside what it has.
    brouillon = blank();
    status.saving("brouillon_impossible");
  }

  /** @param {Brouillon} other comes on screen at once */
  function become(other) {
    const same = other.id === brouillon.id;
    brouillon = other;
    if (!same) leaveDraft();
    watch.came();
  }

  /** @param {string} id of the draft that comes back first, the next time */
  const choose = async (id) => store?.choose(formulaire, id).catch(() => {});

  /** What comes while another tab writes this draft becomes a draft of its own. */
  function part() {
    const nom = status.phrase("brouillon_a_part", { nom: brouillon.nom || status.phrase("brouillon_sans_nom") });
    brouillon = { ...brouillon, id: blank().id, nom, revision: "" };
    hold.own(brouillon.id);
    choose(brouillon.id);
    status.say("brouillon_separe", { nom });
  }

  /**
   * @param {Brouillon} changed
   * @returns {Brouillon} the same, as it is to be written
   */
  const revised = (changed) => ({ ...changed, revision: `${tab}.${++written}` });

  /** @param {Partial<Brouillon>} changes */
  function write(changes) {
    if (!hold.writes()) part();
    const expected = brouillon.revision;
    brouillon = revised({ ...brouillon, ...changes });
    brouillon = { ...brouillon, reprise: resume(brouillon.contenu) };
    return keeping.put(brouillon, expected);
  }

  /** @param {any} contenu of the kind that this form saves */
  const now = (contenu) => ({ version_referentiel: version, contenu, modifie_le: new Date().toISOString() });

  /** @param {string} moment when a file with these answers was saved, ISO 8601; the tab that writes them notes it */
  async function fileSaved(moment) {
    const { id, modifie_le } = brouillon;
    if (hold.writes()) await write({ fichier_le: moment, modifie_le: modifie_le || moment });
    else hold.tell({ id, fichier_le: moment });
    keeping.inFile(id);
  }

  /** @param {Brouillon} [other] the draft to go to; a new one, which nobody else has, where none is given */
  async function go(other) {
    if (other?.id === brouillon.id) return;
    sayAll();
    become(other ?? blank());
    const { id } = brouillon;
    await Promise.all([other ? hold.claim(id) : hold.own(id), choose(id)]);
  }

  /** @type {Watch} */
  let watch = { turned() {}, changed() {}, came() {} };
  const hold = createHold(base, {
    turned(writes) {
      if (writes) status.say("brouillon_a_vous");
      watch.turned(writes);
    },
    heard(nouvelle) {
      if (nouvelle.supprime_le) return void keeping.giveBack(nouvelle.id, nouvelle.supprime_le).catch(() => {}).then(watch.changed);
      if (!nouvelle.fichier_le) watch.changed();
      else if (hold.writes()) fileSaved(nouvelle.fichier_le).then(watch.changed);
    },
    settled() {
      sayAll();
      return keeping.settled();
    },
  });
  await hold.claim(brouillon.id);

  return {
    brouillon: () => brouillon,
    atRisk: keeping.atRisk,
    list: () => keeping.list(formulaire),
    /** Drafts that a newer version of the site wrote: to be read only. */
    newer: () => newer,
    /** @param {any} contenu what is on screen now */
    keep: (contenu) => write(now(contenu)),
    /**
     * Other contents come in the draft on screen, and on screen.
     * @param {any} contenu
     * @param {Partial<Brouillon>} [more]
     */
    put(contenu, more = {}) {
      sayAll();
      const writing = write({ ...now(contenu), ...more });
      become(brouillon);
      return writing;
    },
    /**
     * Contents that come too late for the screen become a draft of their own.
     * @param {any} contenu
     * @param {Partial<Brouillon> & {nom: string}} more
     */
    aside: (contenu, more) => keeping.put(revised({ ...blank(), ...now(contenu), ...more, reprise: resume(contenu) }), ""),
    isDeleted: keeping.isDeleted,
    /** @param {string} nom */
    rename: (nom) => write({ nom, modifie_le: brouillon.modifie_le || new Date().toISOString() }),
    fileSaved,
    go,
    /** Whether this tab writes the draft on screen; if not, another one does. */
    writes: hold.writes,
    /** Asks the tab that writes it to hand it over. */
    ask: hold.ask,
    /** @param {Watch} page */
    watch: (page) => (watch = page),
    /**
     * Deletes a draft that is not on screen.
     * @param {string} id
     */
    async drop(id) {
      const supprime_le = new Date().toISOString();
      await keeping.remove(id);
      hold.tell({ id, supprime_le });
    },
    /** Deletes the draft on screen.  An answer given meanwhile is on a new one, which then stays. */
    async remove() {
      const { id } = brouillon;
      const supprime_le = new Date().toISOString();
      const going = go();
      const fresh = brouillon;
      await keeping.remove(id);
      hold.tell({ id, supprime_le });
      await going;
      const [next] = await keeping.list(formulaire);
      if (next && brouillon === fresh) await go(next);
    },
    /**
     * Looks at what other tabs have done to this draft.
     * @returns {Promise<"same" | "changed" | "gone">}
     */
    async refresh() {
      sayAll();
      const asked = brouillon;
      if (!store || keeping.waits(asked.id)) return "same";
      const found = await store.load(asked.id);
      sayAll();
      if (brouillon !== asked || found?.revision === asked.revision || (!found && !asked.revision)) return "same";
      if (found) become(found);
      else await go();
      return found ? "changed" : "gone";
    },
    /**
     * Every draft is about to be erased.  What is answered from now on is on a new one.
     * @returns {Promise<{begun: () => string[], erased: (all: boolean) => void}>} once nothing is being written: the drafts
     *   begun since, which wait, and what to call once one has looked whether all the others are gone
     */
    async leaveAll() {
      const { id } = brouillon;
      const supprime_le = new Date().toISOString();
      const [, over] = await Promise.all([go(), keeping.forget(id)]);
      return {
        begun: keeping.waiting,
        erased(all) {
          if (all) newer = [];
          over(all);
          hold.tell({ id: "", supprime_le });
        },
      };
    },
  };
}
