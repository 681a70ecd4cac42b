/**
 * What two tabs, or a page that died and the one that follows it, wrote of the same draft: nothing of either is lost.
 * @module
 */

/** @typedef {import("./drafts.mjs").Brouillon} Brouillon */

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
export function unique() {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * @param {object} page
 * @param {Pick<Awaited<ReturnType<typeof import("./drafts.mjs").openDrafts>>, "load" | "save">} page.drafts
 * @param {ReturnType<typeof import("./mirror.mjs").createMirror>} page.mirror
 * @param {import("./saving.mjs").Status} page.status
 */
export function createMeeting({ drafts, mirror, status }) {
  /**
   * Another tab had changed this draft: what it wrote becomes a draft of its own.
   * @param {Brouillon} theirs
   */
  async function setAside(theirs) {
    const nom = status.phrase("brouillon_autre_onglet", { nom: theirs.nom || status.phrase("brouillon_sans_nom") });
    await drafts.save({ ...theirs, id: `${theirs.formulaire}:${unique()}`, nom }, "");
    status.say("brouillon_conflit", { nom });
  }

  return {
    /**
     * @param {Brouillon | undefined} before what a write has taken the place of
     * @param {string} expected the revision that it changed
     * @param {Brouillon} next what was written
     */
    async keep(before, expected, next) {
      // What this tab wrote itself is never another's, even where a write between the two failed.
      if (before && before.revision !== expected && !sameTab(before, next)) await setAside(before);
    },
    /**
     * A page died before this was on the disk: writes it now.  After a sudden stop, what localStorage gives back may be
     * older than what the disk has: then it is let go, or kept apart where another tab has written since.
     * @param {import("./mirror.mjs").Waiting} waiting
     */
    async recover({ brouillon: left, expected }) {
      const found = await drafts.load(left.id);
      const older = found && (sameTab(found, left) ? rank(found) >= rank(left) : found.modifie_le > left.modifie_le);
      if (!older) await drafts.save(left, expected);
      if (found && found.revision !== expected && !sameTab(found, left)) await setAside(older ? left : found);
      mirror.drop(left.id);
    },
  };
}
