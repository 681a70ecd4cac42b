/**
 * Several tabs on one draft: the one that writes it, and those that read it along.
 * @module
 */

import { oneByOne } from "./one-by-one.mjs";
import { leave } from "./places.mjs";

/**
 * @param {HTMLElement} panel says that another tab writes, and what one can do
 * @param {object} page
 * @param {import("./saving.mjs").Saving} page.saving
 * @param {import("./saving.mjs").Status} page.status
 * @param {() => void} page.came puts on screen the draft that has come
 * @param {() => void} page.showLastFile says when its last file was saved
 */
export function followTabs(panel, { saving, status, came, showLastFile }) {
  /** Where another tab writes, all that would change the draft waits. */
  function showWho() {
    const writes = saving.writes();
    if (writes) leave(panel);
    else panel.hidden = false;
    // Over the page, it would hide that line, and what is typed there would split off a draft at the next letter.
    if (!writes) for (const dialog of document.querySelectorAll("dialog[open]")) /** @type {HTMLDialogElement} */ (dialog).close();
    for (const part of document.querySelectorAll("[data-main]")) part.toggleAttribute("disabled", !writes);
  }

  /** @returns {Promise<"same" | "changed" | "gone">} what other tabs have done, which is on screen from now on */
  async function look() {
    const state = await saving.refresh().catch(() => /** @type {const} */ ("same"));
    if (state === "same") showLastFile();
    if (state === "gone") status.say("brouillon_efface_ailleurs");
    return state;
  }

  /** As another tab writes: without a word each time. */
  const follow = oneByOne(async (stale) => {
    await look();
    // Nothing is written over what has not been read yet.
    if (!stale()) showWho();
  });

  /** Another tab may have changed this draft unheard, and time has passed. */
  async function comeBack() {
    if (document.visibilityState !== "visible") return;
    if ((await look()) === "changed") status.say("brouillon_change_ailleurs");
  }

  saving.watch({ turned: (writes) => (writes ? follow() : showWho()), changed: follow, came });
  document.addEventListener("visibilitychange", comeBack);
  window.addEventListener("focus", comeBack);
  showWho();
}
