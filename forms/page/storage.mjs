/**
 * Finds where this browser can keep drafts: its database; else localStorage; else nowhere but in this page.
 * @module
 */

import { withinDelay } from "./delay.mjs";
import { openDrafts } from "./drafts.mjs";
import { everyDraft } from "./drafts-look.mjs";
import { createReserve } from "./reserve.mjs";

/** @typedef {import("./drafts.mjs").Brouillon} Brouillon */
/**
 * `etat`: key of the message that tells how drafts are kept; `newer`: drafts that a newer version of the site has
 * written, which this one can only read.
 * @typedef {{store: import("./drafts.mjs").Drafts | null, durable: boolean, etat: string, newer: Brouillon[]}} Storage
 */

/**
 * @param {unknown} draft of whatever shape
 * @param {string} formulaire
 * @returns {draft is Brouillon} whether it may be shown as one of this form's
 */
function isReadable(draft, formulaire) {
  const { id, nom, modifie_le, contenu, formulaire: of } = /** @type {any} */ (draft) ?? {};
  return [id, nom, modifie_le].every((text) => typeof text === "string") && of === formulaire && typeof contenu === "object" && contenu !== null;
}

/**
 * @param {string} base name of the database
 * @param {string} formulaire
 * @param {ReturnType<typeof import("./mirror.mjs").createMirror>} mirror
 * @returns {Promise<Storage>} never rejects
 */
export async function findStorage(base, formulaire, mirror) {
  try {
    return { store: await withinDelay(openDrafts(base)), durable: true, etat: "brouillon_pret", newer: [] };
  } catch (error) {
    const newer = /** @type {Error} */ (error).name === "VersionError";
    const every = newer ? await withinDelay(everyDraft(base)).catch(() => []) : [];
    const readable = every.filter((draft) => isReadable(draft, formulaire));
    const store = mirror.works() ? createReserve(mirror) : null;
    const etat = `brouillon_${newer ? "plus_recent" : "impossible"}${store ? "_reserve" : ""}`;
    return { store, durable: false, etat, newer: readable };
  }
}
